import { describe, expect, it } from '@jest/globals';
import { ConnectionInput, SecretInput } from '../../../../server/src/connections/connection.schema.js';
import { providers as known } from '../../../../server/src/ingest/sources/providers.js';
import { addressOf, connectionInput, keptSeconds, needsSecret, providers, secretInput } from './connection.js';

describe('providers', () => {
  it('are those that the service knows, with a secret where it makes none', () => {
    const inService = [...known.values()].map(({ name, makeSecret }) => ({
      name,
      makesSecret: makeSecret !== undefined,
    }));
    expect(providers).toEqual(inService);
    expect(inService.filter(({ name }) => needsSecret(name)).map(({ name }) => name)).toEqual(['twilio-sms']);
  });
});

describe('connectionInput', () => {
  it('leaves out what was not typed in', () => {
    const input = connectionInput({ name: ' pbx ', provider: 'standard', source: ' ', secret: '' });
    expect(input).toEqual({ name: 'pbx', provider: 'standard' });
    expect(ConnectionInput.safeParse(input).error).toBeUndefined();
  });

  it('takes over what was', () => {
    const input = connectionInput({ name: 'sms', provider: 'twilio-sms', source: 'sms-1', secret: ' 0a ' });
    expect(input).toEqual({ name: 'sms', provider: 'twilio-sms', source: 'sms-1', secret: '0a' });
    expect(ConnectionInput.safeParse(input).error).toBeUndefined();
  });
});

describe('secretInput', () => {
  it.each(keptSeconds)('keeps the former secret for %d s', (seconds) => {
    const input = secretInput('', seconds);
    expect(input).toEqual({ keepFormerSeconds: seconds });
    expect(SecretInput.safeParse(input).error).toBeUndefined();
  });
});

describe('addressOf', () => {
  it.each(['https://metrics.example', 'https://metrics.example/'])('%s', (publicUrl) => {
    expect(addressOf({ path: '/hooks/1' }, publicUrl)).toBe('https://metrics.example/hooks/1');
  });
});
