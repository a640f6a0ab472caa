import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { createLog, nestLog } from './log.js';

const CANARY = 'swb_canary-0123456789_ABCDEFGHIJKLMNOP';

describe('the log', () => {
  it.each([
    ['a message', (log: ReturnType<typeof createLog>) => log.info(`called with ${CANARY}`)],
    ['an address', (log: ReturnType<typeof createLog>) => log.info({ url: `/x?key=${CANARY}&b` }, 'x')],
    [
      'a header',
      (log: ReturnType<typeof createLog>) => log.info({ headers: { authorization: `Bearer ${CANARY}` } }, 'x'),
    ],
    [
      'an error',
      (log: ReturnType<typeof createLog>) => log.error({ err: new Error(CANARY, { cause: new Error(CANARY) }) }, 'x'),
    ],
    ['a child', (log: ReturnType<typeof createLog>) => log.child({ key: CANARY }).warn('x')],
    ["Nest's messages", (log: ReturnType<typeof createLog>) => nestLog(log).error(CANARY, { deep: [CANARY] })],
    ['the secret of a webhook', (log: ReturnType<typeof createLog>) => log.info('whsec_canary/+0123456789=')],
    ['a secret of another form', (log: ReturnType<typeof createLog>) => log.info('operator-secret')],
  ])('shows no key in %s', (_, write) => {
    let text = '';
    const destination = new Writable({
      write: (chunk, __, done) => {
        text += String(chunk);
        done();
      },
    });
    write(createLog({ level: 'trace', secrets: ['operator-secret'], destination }));
    expect(text).toContain('[hidden]');
    expect(text).not.toMatch(/canary|operator-secret/);
    expect(() => JSON.parse(text)).not.toThrow();
  });
});
