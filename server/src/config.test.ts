import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from './config.js';

describe('readConfig', () => {
  it('needs nothing', () => {
    expect(readConfig({ PATH: '/bin' })).toEqual({
      port: 4000,
      host: '127.0.0.1',
      databaseUrl: undefined,
      dataDir: '.data',
      demo: true,
      adminKey: undefined,
      publicUrl: undefined,
      grafanaHome: undefined,
      logLevel: 'info',
    });
  });

  it('takes every variable, and an empty one as missing', () => {
    const config = readConfig({
      PORT: '0',
      HOST: '0.0.0.0',
      DATABASE_URL: 'postgresql://u:p@db/sb',
      DATA_DIR: '/data',
      DEMO: 'off',
      ADMIN_KEY: 'a-long-secret',
      PUBLIC_URL: 'https://metrics.example',
      GRAFANA_HOME: '',
      LOG_LEVEL: 'debug',
    });
    expect(config).toEqual({
      port: 0,
      host: '0.0.0.0',
      databaseUrl: 'postgresql://u:p@db/sb',
      dataDir: '/data',
      demo: false,
      adminKey: 'a-long-secret',
      publicUrl: 'https://metrics.example',
      grafanaHome: undefined,
      logLevel: 'debug',
    });
  });

  it.each([
    ['PORT', '70000', 'PORT must be a number from 0 (any free port) to 65535.'],
    ['PORT', '80a', 'PORT must be a number from 0 (any free port) to 65535.'],
    ['HOST', 'a b', 'HOST must be an address to listen on, without spaces.'],
    ['DATABASE_URL', 'mysql://x', 'DATABASE_URL must look like postgres://user:password@host:5432/database.'],
    ['DEMO', 'yes', 'DEMO must be on or off.'],
    ['ADMIN_KEY', 'short', 'ADMIN_KEY must be 8 to 200 visible ASCII characters without spaces.'],
    ['PUBLIC_URL', 'ftp://x', 'PUBLIC_URL must be an http or https address.'],
    ['GRAFANA_HOME', '/no/such/place', 'GRAFANA_HOME must be the directory of a Grafana installation that exists.'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent.'],
  ])('says in a sentence what is wrong with %s=%s', (name, value, sentence) => {
    expect(() => readConfig({ [name]: value })).toThrow(new ConfigError(sentence));
  });

  it('has a sentence for each of several mistakes, and no value in them', () => {
    expect(() => readConfig({ PORT: 'x', DEMO: 'maybe', ADMIN_KEY: 'canary' })).toThrow(
      new ConfigError(
        'PORT must be a number from 0 (any free port) to 65535.\nDEMO must be on or off.\n' +
          'ADMIN_KEY must be 8 to 200 visible ASCII characters without spaces.',
      ),
    );
  });
});
