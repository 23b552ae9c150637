import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '../support/database.js';
import { clientOf } from '../support/sql-client.js';

/** Tables with a column that points at an account or holds what names a person. */
const TABLES_OF_PEOPLE = `
  SELECT table_name AS name FROM information_schema.columns
   WHERE table_schema = 'waymark'
     AND (column_name ~ '^(actor|person|author|user|delegate|delegator|subscriber)(_|$)' OR column_name ~ 'email|recipient|owner_name|owner_person|^sender$|_by$')
  UNION
  SELECT referring.relname FROM pg_constraint c
    JOIN pg_class referring ON referring.oid = c.conrelid JOIN pg_class referred ON referred.oid = c.confrelid
   WHERE c.contype = 'f' AND referred.relname = 'users'
  ORDER BY 1`;

/** Their `_by` columns name an office, a law or another row, never a person. */
const NO_PEOPLE = new Set(['areas', 'targets']);

describe('the data-protection note', () => {
  it('names every table that holds something about a person, and none that is not there', async () => {
    const database = await createTestDatabase();
    const client = await clientOf(database.ownerUrl);
    try {
      const { rows: people } = await client.query<{ name: string }>(TABLES_OF_PEOPLE);
      const { rows: all } = await client.query<{ name: string }>(`SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'waymark'`);
      const named = new Set([...readFileSync('doc/data-protection.md', 'utf8').matchAll(/`([a-z]+(?:_[a-z]+)*)`/g)].map(([, name = '']) => name));
      expect(people.map(({ name }) => name).filter((name) => !named.has(name) && !NO_PEOPLE.has(name))).toEqual([]);
      const there = new Set(all.map(({ name }) => name));
      expect([...named].filter((name) => !there.has(name))).toEqual([]);
    } finally {
      await client.end();
      await database.drop();
    }
  });
});
