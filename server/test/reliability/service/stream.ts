import { connect } from 'node:net';
import { createGzip } from 'node:zlib';

const PIECE = Buffer.alloc(64 * 1024, 'a');

export interface Streamed {
  /** 0 when the connection ended without an answer. */
  status: number;
  /** How much had been sent when the answer came, or the connection ended. */
  sentBytes: number;
}

/**
 * Sends a body that goes on whatever the service says, until `bytes` are out or the connection is closed.
 * @param how with its length declared, in chunks without a length, or as gzip that inflates to it
 */
export function streamBody(
  url: string,
  path: string,
  { key, bytes, how }: { key?: string; bytes: number; how: 'declared' | 'chunked' | 'gzip' },
): Promise<Streamed> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const source = how === 'gzip' ? createGzip({ level: 9 }) : undefined;
  let [inflated, sentBytes, status, answer] = [0, 0, 0, ''];
  const send = (piece: Buffer): boolean => {
    if (status === 0) sentBytes += piece.length;
    if (how === 'declared') return socket.write(piece);
    socket.write(`${piece.length.toString(16)}\r\n`);
    socket.write(piece);
    return socket.write('\r\n');
  };
  let end = (): void => undefined;
  const pump = (): void => {
    if (!socket.writable) return;
    if (inflated >= bytes) {
      if (source !== undefined) source.end();
      else if (how === 'chunked') socket.write('0\r\n\r\n');
      if (status > 0) end();
      return;
    }
    inflated += PIECE.length;
    // One piece a turn: the answer must be read as soon as it comes.
    if (source === undefined ? send(PIECE) : source.write(PIECE)) setImmediate(pump);
    else (source ?? socket).once('drain', pump);
  };
  source?.on('data', send).on('end', () => socket.writable && socket.write('0\r\n\r\n'));
  return new Promise((resolve) => {
    end = (): void => {
      socket.destroy();
      source?.destroy();
      resolve({ status, sentBytes });
    };
    socket.on('data', (data) => {
      answer += String(data);
      status = Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
      if (inflated >= bytes) end();
    });
    socket.on('error', () => undefined);
    socket.on('close', end);
    socket.on('connect', () => {
      const length = how === 'declared' ? `content-length: ${bytes}` : 'transfer-encoding: chunked';
      const head = [`POST ${path} HTTP/1.1`, 'host: switchboard', 'content-type: application/json', length];
      if (how === 'gzip') head.push('content-encoding: gzip');
      if (key !== undefined) head.push(`authorization: Bearer ${key}`);
      socket.write(`${head.join('\r\n')}\r\n\r\n`);
      pump();
    });
  });
}
