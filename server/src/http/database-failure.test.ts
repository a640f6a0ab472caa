import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { databaseFailure } from './database-failure.js';

const sqlstate = (code: string): Error => Object.assign(new pg.DatabaseError('x', 1, 'error'), { code });

describe('databaseFailure', () => {
  it.each([
    ['57014', 'statement_timeout'],
    ['57P01', 'database_unavailable'],
    ['57P03', 'database_unavailable'],
    ['08006', 'database_unavailable'],
    ['53300', 'overloaded'],
    ['40P01', 'overloaded'],
    ['23505', undefined],
    ['42P01', undefined],
  ])('takes %s for %s', (code, expected) => {
    expect(databaseFailure(sqlstate(code))).toBe(expected);
    expect(databaseFailure(new Error('wrapped', { cause: sqlstate(code) }))).toBe(expected);
  });

  it('knows a pool without a free connection from a database that is away', async () => {
    const away = new pg.Pool({ host: '127.0.0.1', port: 1 });
    expect(databaseFailure(await away.query('select 1').catch((error: unknown) => error))).toBe('database_unavailable');
    expect(databaseFailure(new Error('timeout exceeded when trying to connect'))).toBe('overloaded');
    expect(databaseFailure(new Error('Connection terminated unexpectedly'))).toBe('database_unavailable');
  });

  it('does not excuse our own mistakes', () => {
    expect(databaseFailure(new TypeError('x is not a function'))).toBeUndefined();
    expect(databaseFailure('text')).toBeUndefined();
  });
});
