import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { migrate } from '#platform/database/migrate.js';

/** A database of its own for one suite: migrated, empty, with the two roles of production. */
export interface TestDatabase {
  name: string;
  /** As the application's role. */
  url: string;
  /** As the owner of the schema. */
  ownerUrl: string;
  drop(): Promise<void>;
}

const ROLES = { owner: 'waymark_test_owner', application: 'waymark_test_app' };
const PASSWORD = 'test';
const LOCK = 0x54455354;

/** Where `npm test` put the one embedded PostgreSQL that all suites share. */
export function superuserUrl(): string {
  const url = process.env['TEST_DATABASE_SUPERUSER_URL'];
  if (!url) throw new Error('TEST_DATABASE_SUPERUSER_URL is not set: run the suites through "npm test -- <path>"');
  return url;
}

/** Copies a migrated template: about 50 ms. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const template = await ensureTemplate(`waymark_template_${migrationsHash()}`, async (owner, application) => {
    await migrate({ owner, application });
  });
  return copyOf(template);
}

/** Makes a template once for all workers, by a recipe that fills an empty database. */
export async function ensureTemplate(name: string, fill: (ownerUrl: string, applicationUrl: string) => Promise<void>): Promise<string> {
  await withSuperuser(async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    const ready = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (ready.rowCount) return;
    for (const role of Object.values(ROLES)) {
      await client.query(`DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN CREATE ROLE ${role} LOGIN PASSWORD '${PASSWORD}'; END IF; END $$`);
    }
    const draft = `${name}_draft`;
    await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${draft} OWNER ${ROLES.owner}`);
    await fill(urlOf(ROLES.owner, draft), urlOf(ROLES.application, draft));
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
  });
  return name;
}

/** A fresh copy of a template. */
export async function copyOf(template: string): Promise<TestDatabase> {
  const name = `waymark_test_${randomBytes(6).toString('hex')}`;
  await withSuperuser(async (client) => {
    // One copy at a time: PostgreSQL refuses a template that another copy is reading.
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER ${ROLES.owner}`);
  });
  return {
    name,
    url: urlOf(ROLES.application, name),
    ownerUrl: urlOf(ROLES.owner, name),
    drop: () => withSuperuser(async (client) => void (await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))),
  };
}

async function withSuperuser(work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(superuserUrl());
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(role: string, database: string): string {
  const url = new URL(superuserUrl());
  url.username = role;
  url.password = PASSWORD;
  url.pathname = `/${database}`;
  return url.toString();
}

/** Changes when a migration or the way of granting changes, so that a kept server never serves an old template. */
export function migrationsHash(): string {
  const hash = createHash('sha256');
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) walk(file);
      else if (/\.migration\.ts$|migrate\.ts$/.test(entry.name)) hash.update(`${file} ${statSync(file).size} ${statSync(file).mtimeMs}`);
    }
  };
  walk(path.resolve('libs'));
  return hash.digest('hex').slice(0, 12);
}
