import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { pipeline } from 'node:stream/promises';
import { Readable, Writable } from 'node:stream';
import { kinds } from '../src/facts/kinds.js';

async function readOut(client: pg.Client, table: string, tenant: number): Promise<Buffer[]> {
  const chunks: Buffer[] = [];
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk);
      done();
    },
  });
  await pipeline(client.query(copyTo(`copy (select * from ${table} where tenant = ${tenant}) to stdout`)), sink);
  return chunks;
}

/**
 * Copies what a tenant has stored into tables without any index or constraint.
 * @returns the seconds that COPY itself took: the limit that no way in can beat
 */
export async function copyAgain(databaseUrl: string, slug: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ tenant: number }>('select tenant from tenant where slug = $1', [slug]);
    const tenant = Number(rows[0]?.tenant);
    let seconds = 0;
    for (const kind of kinds.keys()) {
      const chunks = await readOut(client, `fact.${kind}`, tenant);
      if (chunks.length === 0) continue;
      await client.query(`create table bare (like fact.${kind})`);
      const started = performance.now();
      await pipeline(Readable.from(chunks), client.query(copyFrom('copy bare from stdin')));
      seconds += (performance.now() - started) / 1000;
      await client.query('drop table bare');
    }
    return seconds;
  } finally {
    await client.end();
  }
}
