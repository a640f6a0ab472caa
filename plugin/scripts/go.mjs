import { spawnSync } from 'node:child_process';

const SYSTEMS = { linux: 'linux', darwin: 'darwin', win32: 'windows' };
const ARCHITECTURES = { x64: 'amd64', arm64: 'arm64', arm: 'arm' };

/** Whether a Go toolchain is on the PATH. */
export function hasGo() {
  return spawnSync('go', ['version'], { stdio: 'ignore' }).status === 0;
}

/** Go's names for this machine; GOOS and GOARCH of the environment build for another. */
export function goTarget() {
  const os = process.env.GOOS || SYSTEMS[process.platform];
  const arch = process.env.GOARCH || ARCHITECTURES[process.arch];
  if (!os || !arch) throw new Error(`Set GOOS and GOARCH: ${process.platform} on ${process.arch} is not known here.`);
  return { os, arch };
}
