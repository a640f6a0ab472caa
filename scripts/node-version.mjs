import { readFileSync } from 'node:fs';

/** Ends the process where this Node is none that package.json names. */
export function refuseWrongNode() {
  const { node: wanted } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).engines;
  const [major, minor] = process.versions.node.split('.').map(Number);
  const isRight = wanted.split(' || ').some((range) => {
    const [, sign, least, from] = /^(\^|>=)(\d+)\.(\d+)$/.exec(range);
    return (major === Number(least) && minor >= Number(from)) || (sign === '>=' && major > Number(least));
  });
  if (isRight) return;
  process.stderr.write(`Switchboard needs Node ${wanted}; this is ${process.versions.node}.\n`);
  process.exit(1);
}
