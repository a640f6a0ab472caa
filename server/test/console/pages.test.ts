import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { Built } from '../../src/console/built.js';
import { serveConsole } from '../../src/console/serve.js';
import { SignInLinks } from '../../src/console/sign-in-links.js';
import { SITE } from '../../src/console/site.js';
import { Problem } from '../../src/errors.js';

const INDEX =
  '<meta property="csp-nonce" nonce="{{nonce}}"><script nonce="{{nonce}}" src="/assets/page-1a2b.js"></script>';

describe('the pages of the console', () => {
  let folder: string;
  let app: NestFastifyApplication;
  let url: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'switchboard-console-'));
    const links = {
      open: (code: string) =>
        code === 'right' ? Promise.resolve('t'.repeat(43)) : Promise.reject(new Problem('invalid_key')),
    };
    const module = await Test.createTestingModule({
      providers: [
        { provide: SITE, useValue: { publicUrl: undefined, secure: false, grafana: null } },
        { provide: SignInLinks, useValue: links },
      ],
    }).compile();
    app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
    serveConsole(app, new Built(join(folder, 'dist')));
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(url + path, { headers, redirect: 'manual' });

  it('says plainly that it is not built yet', async () => {
    const answer = await get('/');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('The console is not built yet');
  });

  describe('once built', () => {
    beforeAll(() => {
      mkdirSync(join(folder, 'dist/assets'), { recursive: true });
      writeFileSync(join(folder, 'secret.txt'), 'canary');
      writeFileSync(join(folder, 'dist/assets/page-1a2b.js'), 'export {};');
      writeFileSync(join(folder, 'dist/assets/page-1a2b.js.gz'), gzipSync('export {};'));
      writeFileSync(join(folder, 'dist/assets/page-1a2b.js.br'), brotliCompressSync('export {};'));
      writeFileSync(join(folder, 'dist/favicon.svg'), '<svg/>');
      writeFileSync(join(folder, 'dist/index.html'), INDEX);
    });

    it.each(['/', '/d/switchboard-chat', '/d/switchboard-chat/chat?from=now-7d', '/catalogue', '/intake'])(
      'answers %s with its page',
      async (path) => {
        const answer = await get(path);
        expect(answer.status).toBe(200);
        expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
        expect(answer.headers.get('cache-control')).toBe('no-store');
        expect(await answer.text()).toContain('/assets/page-1a2b.js');
      },
    );

    it.each(['/elsewhere', '/api/v1/elsewhere', '/assets', '/d', '/index.html'])('is not there at %s', async (path) => {
      expect((await get(path)).status).toBe(404);
    });

    it.each(['/elsewhere', '/d', '/catalogue/more', '/api-of-old'])(
      'says in its page that there is no %s',
      async (path) => {
        const answer = await get(path, { accept: 'text/html,*/*;q=0.8' });
        expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
        expect(await answer.text()).toContain('/assets/page-1a2b.js');
      },
    );

    it.each(['/api/v1/elsewhere', '/assets/none.js', '/hooks/none', '/health/none'])(
      'has no page for whoever looks for %s',
      async (path) => {
        const answer = await get(path, { accept: 'text/html' });
        expect([answer.status, answer.headers.get('content-type')]).toEqual([404, expect.stringContaining('json')]);
      },
    );

    it('lets only what carries the answer’s own nonce run', async () => {
      const answers = await Promise.all(['/', '/'].map(async (path) => get(path)));
      const nonces = await Promise.all(
        answers.map(async (answer) => {
          const policy = String(answer.headers.get('content-security-policy'));
          const page = await answer.text();
          const [, nonce = ''] = /'nonce-([\w+/]{24})'/.exec(policy) ?? [];
          expect(page).toBe(INDEX.replaceAll('{{nonce}}', nonce));
          expect(policy).not.toMatch(/unsafe|\*|https?:/);
          for (const rule of [
            "default-src 'none'",
            `script-src 'self' 'nonce-${nonce}'`,
            `style-src 'self' 'nonce-${nonce}'`,
            "connect-src 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
          ]) {
            expect(policy.split('; ')).toContain(rule);
          }
          expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
          expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
          return nonce;
        }),
      );
      expect(new Set(nonces).size).toBe(2);
    });

    it('lets browsers keep what is named by its content', async () => {
      const answer = await get('/assets/page-1a2b.js');
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
      expect(await answer.text()).toBe('export {};');
      expect((await get('/assets/page-9z9z.js')).status).toBe(404);
      expect((await get('/favicon.svg')).headers.get('content-type')).toBe('image/svg+xml');
    });

    it.each([
      ['gzip, deflate, br', 'br'],
      ['gzip, BR;q=0.5', 'br'],
      ['gzip', 'gzip'],
      ['gzip;q=1.0, br;q=0', 'gzip'],
      ['br ; q=0.000, gzip ; q=0', null],
      ['identity', null],
      ['', null],
    ])('sends to who takes %p the form %p', async (accepted, coding) => {
      const answer = await get('/assets/page-1a2b.js', { 'accept-encoding': accepted });
      expect(answer.headers.get('content-encoding')).toBe(coding);
      expect(answer.headers.get('vary')).toBe('accept-encoding');
      expect(await answer.text()).toBe('export {};');
    });

    it('sends as it is what has no other form', async () => {
      const answer = await get('/favicon.svg', { 'accept-encoding': 'br, gzip' });
      expect(answer.headers.get('content-encoding')).toBeNull();
      expect(await answer.text()).toBe('<svg/>');
    });

    it.each([
      '/assets/..%2f..%2fsecret.txt',
      '/assets/%2e%2e/%2e%2e/secret.txt',
      '/assets/../../secret.txt',
      '/assets/..%5c..%5csecret.txt',
      '/assets/%00',
      '/assets/.built',
    ])('shows nothing outside at %s', async (path) => {
      const answer = await get(path);
      expect(answer.status).toBe(404);
      expect(await answer.text()).not.toContain('canary');
    });

    it('shows a new build without a restart', async () => {
      await get('/');
      writeFileSync(join(folder, 'dist/index.html'), 'newer');
      expect(await (await get('/')).text()).toBe('newer');
    });
  });

  it('signs in by a link that holds, and asks for a key by one that does not', async () => {
    const right = await get('/sign-in/right');
    expect([right.status, right.headers.get('location')]).toEqual([303, '/']);
    expect(right.headers.get('set-cookie')).toMatch(/^switchboard=t{43}; Path=\/; HttpOnly; SameSite=Strict/);
    const wrong = await get('/sign-in/wrong');
    expect([wrong.status, wrong.headers.get('location')]).toEqual([303, '/?link=over']);
    expect(wrong.headers.get('set-cookie')).toBeNull();
  });
});
