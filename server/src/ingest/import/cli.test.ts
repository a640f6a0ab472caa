import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../../../test/database.js';
import { withTenant } from '../../database/session.js';
import { importCommand } from './cli.js';

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'import-cli-'));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

function paper() {
  const written: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written.push(chunk.toString());
      done();
    },
  });
  return { stream, text: () => written.join('') };
}

async function command(words: string, signal = new AbortController().signal, environment?: NodeJS.ProcessEnv) {
  const [out, err] = [paper(), paper()];
  const code = await importCommand(words.split(' ').filter(Boolean), {
    ...{ out: out.stream, err: err.stream, directory: folder, signal },
    environment: environment ?? { DATABASE_URL: database.url },
  });
  return { code, out: out.text(), err: err.text() };
}

async function makeTenant(slug: string): Promise<number> {
  const { rows } = await withTenant(database.pool, 0, (client) =>
    client.query<{ tenant: number }>('insert into tenant (slug, name) values ($1, $1) returning tenant', [slug]),
  );
  return rows[0]!.tenant;
}

const count = async (tenant: number, table: string): Promise<number> =>
  withTenant(database.pool, tenant, async (client) =>
    Number((await client.query<{ count: string }>(`select count(*) from ${table}`)).rows[0]?.count),
  );

describe('npm run import', () => {
  it('imports, and imports again, into the only tenant or the one that is named', async () => {
    await writeFile(join(folder, 'calls.csv'), 'id,began\n1,2024-01-27 15:07:24\n2\n3,2024-01-27 16:07:24\n4,noon\n');
    await writeFile(
      join(folder, 'pbx.mapping.mjs'),
      `export const toRecords = ({ id, began }, { time }) =>
         [{ kind: 'call', id, startedAt: time(began) }, { kind: 'leg', id, call: id, status: id === '3' ? 'no status' : 'busy' }];`,
    );
    const words = 'csv calls.csv --mapping pbx.mapping.mjs --time-zone Europe/Berlin';
    expect(await command(words)).toMatchObject({ code: 1, err: expect.stringContaining('There is no tenant yet: ') });

    const first = await makeTenant('acme');
    const summary = (facts: number, duplicates: number) =>
      [
        'calls.csv -> pbx: 4 rows in 0.0 s',
        `  facts        ${facts}`,
        `  duplicates   ${duplicates}`,
        '  quarantined  3',
        '    line 3: has 1 fields where the header has 2',
        '    line 5: "noon" is no time such as 2024-01-27 15:07:24',
        '    line 4: status: Invalid option: expected one of ',
      ].join('\n');
    const withoutTime = (text: string) => text.replace(/in \d+\.\d s/, 'in 0.0 s');
    const once = await command(words);
    expect(withoutTime(once.out).startsWith(summary(3, 0))).toBe(true);
    expect(once).toMatchObject({ code: 0, err: '' });
    expect(withoutTime((await command(words)).out).startsWith(summary(0, 3))).toBe(true);
    expect([await count(first, 'fact.call'), await count(first, 'fact.leg'), await count(first, 'quarantine')]).toEqual(
      [2, 1, 3],
    );

    const second = await makeTenant('bank');
    expect((await command(words)).err).toBe('Say whose file this is with --tenant: there are acme, bank.\n');
    expect((await command(`${words} --tenant banc`)).err).toBe('There is no tenant "banc": did you mean bank?\n');
    expect((await command(`${words} --tenant bank --source other`)).out).toContain('calls.csv -> other: 4 rows');
    expect(await count(second, 'fact.call')).toBe(2);
    expect(await count(first, 'fact.call')).toBe(2);
  });

  it('says what is wrong before it touches anything', async () => {
    expect(await command('csv none.csv')).toEqual({
      code: 1,
      out: '',
      err: expect.stringMatching(/^There is no file .*none\.csv\.\n$/),
    });
    expect((await command('records .')).err).toContain('is a directory: name one file in it.');
    await writeFile(join(folder, 'empty.ndjson'), '');
    expect((await command('records empty.ndjson', undefined, { DATABASE_URL: 'nonsense' })).err).toContain(
      'DATABASE_URL must look like',
    );
    expect((await command('records empty.ndjson', undefined, { DATA_DIR: join(folder, 'no') })).err).toContain(
      'yet: start the service once (npm start), or set DATABASE_URL.',
    );
    const gone = await command('records empty.ndjson', undefined, {
      DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    });
    expect(gone).toMatchObject({ code: 1, err: expect.stringContaining('The import broke off: ') });
    expect(await command('--help')).toMatchObject({ code: 0, out: expect.stringContaining('--time-zone') });
  });

  it('fails where nothing of a file is taken', async () => {
    await makeTenant('strict');
    const calls = (...states: string[]) =>
      states
        .map((status, id) => `${JSON.stringify({ kind: 'call', id: String(id), startedAt: 0, status })}\n`)
        .join('');
    await writeFile(join(folder, 'wrong.ndjson'), calls('talking', 'ringing'));
    const wrong = await command('records wrong.ndjson --tenant strict');
    expect(wrong).toMatchObject({ code: 1, out: expect.stringContaining('quarantined  2') });
    expect(wrong.err).toBe('Nothing was taken: is it the right format, mapping and time zone?\n');
    await writeFile(join(folder, 'half.ndjson'), calls('talking', 'busy'));
    expect(await command('records half.ndjson --tenant strict')).toMatchObject({ code: 0, err: '' });
    expect(await command('records half.ndjson --tenant strict')).toMatchObject({ code: 0, err: '' });
    expect(await command('records empty.ndjson --tenant strict')).toMatchObject({ code: 0, err: '' });
  });

  it('can be stopped and started again', async () => {
    await makeTenant('stopped');
    const rows = Array.from({ length: 12_000 }, (_, i) =>
      JSON.stringify({ kind: 'number', id: String(i), startedAt: i }),
    );
    await writeFile(join(folder, 'many.ndjson'), `${rows.join('\n')}\n`);
    const stopped = await command('records many.ndjson --tenant stopped', AbortSignal.abort());
    expect(stopped).toMatchObject({ code: 130, err: expect.stringContaining('Start the same import again to go on.') });
    const again = await command('records many.ndjson --tenant stopped');
    expect(again.out).toMatch(/12,000 rows[^]*duplicates {3}[1-9]/);
    expect(again.code).toBe(0);
  });
});
