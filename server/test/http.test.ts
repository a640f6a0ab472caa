import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from './app.js';

const MIB = 1024 * 1024;
const PATH = '/api/v1/tenants';

describe('HTTP', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.stop());

  const post = (body: string | Uint8Array, headers?: Record<string, string>) =>
    app.call('POST', PATH, app.adminKey, body, headers);
  /** A JSON body of exactly so many bytes. */
  const sized = (bytes: number): string => `{"name":"${'a'.repeat(bytes - 11)}"}`;

  it.each([
    ['not JSON', '{"name": ', 'invalid_json'],
    ['not UTF-8', Buffer.from([0x22, 0xff, 0x22]), 'invalid_json'],
    ['nothing', '', 'invalid_request'],
    ['not an object', '[1]', 'invalid_request'],
  ])('answers a body that is %s with 400', async (_, body, code) => {
    expect(await post(body)).toMatchObject({ status: 400, body: { code } });
  });

  it('asks for a body where there is none', async () => {
    const { status, body } = await app.call('POST', '/api/v1/tenants', app.adminKey);
    expect([status, body.detail]).toEqual([
      400,
      'A body is needed: JSON, with the header content-type: application/json.',
    ]);
  });

  it('quotes nothing of a broken body', async () => {
    const answer = await post('{"name": canary-of-the-sender}');
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).not.toContain('canary');
  });

  it('takes gzip, and says when it is not', async () => {
    const zipped = gzipSync('{"id":"zipped","name":"Zipped"}');
    expect(await post(zipped, { 'content-encoding': 'gzip' })).toMatchObject({ status: 201 });
    expect(await post('{}', { 'content-encoding': 'gzip' })).toMatchObject({
      status: 400,
      body: { code: 'invalid_encoding' },
    });
    const half = zipped.subarray(0, zipped.length - 9);
    expect(await post(half, { 'content-encoding': 'gzip' })).toMatchObject({
      status: 400,
      body: { code: 'invalid_encoding' },
    });
    expect(await post('{}', { 'content-encoding': 'br' })).toMatchObject({ status: 415 });
    expect(await post('<a/>', { 'content-type': 'text/xml' })).toMatchObject({ status: 415 });
  });

  it('takes 16 MiB and refuses one byte more, plain, zipped and in chunks', async () => {
    expect(sized(16 * MIB)).toHaveLength(16 * MIB);
    expect(await post(sized(16 * MIB))).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
    expect(await post(sized(16 * MIB + 1))).toMatchObject({ status: 413, body: { code: 'body_too_large' } });
    const gzip = { 'content-encoding': 'gzip' };
    expect(await post(gzipSync(sized(16 * MIB)), gzip)).toMatchObject({
      status: 400,
      body: { code: 'invalid_request' },
    });
    expect(await post(gzipSync(sized(16 * MIB + 1)), gzip)).toMatchObject({ status: 413 });
    expect(await sendRaw(app, Infinity)).toContain('413');
  });

  it('refuses bombs by their inflated size, in little memory', async () => {
    const bomb = gzipSync(Buffer.alloc(1024 * MIB), { level: 9 });
    expect(bomb.length).toBeLessThan(2 * MIB);
    global.gc?.();
    const before = process.memoryUsage().rss;
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(bomb, { 'content-encoding': 'gzip' })));
    const statuses = answers.map(({ status }) => status);
    expect(statuses).toContain(413);
    // Large bodies are read in turn: on a busy machine the last may have to come again.
    expect(statuses.filter((status) => status !== 413 && status !== 503)).toEqual([]);
    // Eight bombs of 1 GiB each, with the test's own memory: far from what they hold.
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * MIB);
  });

  it('refuses a length beyond the limit before it reads', async () => {
    const begun = Date.now();
    const answer = await sendRaw(app, 0, `content-length: ${1024 * MIB}`);
    expect(answer).toContain('413');
    expect(Date.now() - begun).toBeLessThan(1_500);
  });

  it('survives hostile JSON', async () => {
    const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    const arrays = '['.repeat(1_000_000) + ']'.repeat(1_000_000);
    for (const body of [
      deep,
      arrays,
      '{"__proto__":{"name":"x"},"id":"proto"}',
      '{"constructor":{"prototype":{"x":1}}}',
      '"\\ud800"',
    ]) {
      const answer = await post(body);
      expect([answer.status, answer.body.errorId]).toEqual([400, expect.any(String)]);
    }
    expect(({} as Record<string, unknown>)['name']).toBeUndefined();
  });

  it('answers what is not there with 404 and a malformed address with 400', async () => {
    expect(await app.call('GET', '/api/v1/nothing', app.adminKey)).toMatchObject({
      status: 404,
      body: { code: 'not_found' },
    });
    expect(await app.call('GET', '/api/%zz', app.adminKey)).toMatchObject({
      status: 400,
      body: { code: 'invalid_request' },
    });
    expect(await app.call('GET', `${PATH}/${'x'.repeat(300)}`, app.adminKey)).toMatchObject({ status: 400 });
  });

  it('describes itself', async () => {
    const { body } = await app.call('GET', '/api/v1/openapi.json');
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining(['/api/v1/tenants/{tenant}/keys/{key}', '/api/v1/whoami']),
    );
    const input = body.paths['/api/v1/tenants'].post.requestBody.content['application/json'].schema;
    expect(input.required).toEqual(['id', 'name']);
    const page = await app.call('GET', '/docs');
    expect(page.body).toContain('swagger-ui-bundle.js');
    expect((await app.call('GET', '/docs/swagger-ui-bundle.js')).status).toBe(200);
  });

  it('counts and times its answers for Prometheus', async () => {
    const { body, headers } = await app.call('GET', '/metrics');
    expect(headers.get('content-type')).toContain('text/plain');
    expect(body).toMatch(
      /http_request_duration_seconds_count\{method="POST",route="\/api\/v1\/tenants",status="413"\} 1\d/,
    );
    expect(body).toMatch(/http_problems_total\{code="body_too_large"\} 1\d/);
    expect(body).toContain('process_resident_memory_bytes');
  });
});

/** Sends a body without end (or only the head) and returns what came back before the connection closed. */
function sendRaw({ url, adminKey }: TestApp, chunks: number, header = 'transfer-encoding: chunked'): Promise<string> {
  const { hostname, port } = new URL(url);
  const key = `authorization: Bearer ${adminKey}`;
  const socket = connect(Number(port), hostname);
  const chunk = `10000\r\n${'a'.repeat(0x10000)}\r\n`;
  let sent = 0;
  const pump = (): void => {
    while (sent < chunks && socket.writable) {
      sent += 1;
      if (!socket.write(chunk)) return void socket.once('drain', pump);
    }
  };
  return new Promise((resolve, reject) => {
    let answer = '';
    socket.on('data', (data) => {
      answer += String(data);
      if (!answer.includes('"errorId"')) return;
      socket.destroy();
      resolve(answer);
    });
    socket.on('error', reject);
    socket.on('connect', () => {
      socket.write(`POST ${PATH} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n${key}\r\n${header}\r\n\r\n`);
      pump();
    });
  });
}
