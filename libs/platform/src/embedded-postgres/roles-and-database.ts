import type pg from 'pg';
import { type ClusterSecrets } from './cluster-secrets.js';

/** Owner of the database and all its tables: used by migrations alone. */
export const OWNER_ROLE = 'waymark_owner';
/** Role that the application works as: signs in, changes no schema, has the rights that migrations grant. */
export const APP_ROLE = 'waymark_app';
export const DATABASE = 'waymark';

/**
 * Makes the two roles and the database where they are missing; may be cut off anywhere and repeated.
 *
 * @param client a connection of the superuser
 */
export async function ensureRolesAndDatabase(client: pg.Client, secrets: ClusterSecrets): Promise<void> {
  const roles = [[OWNER_ROLE, secrets.ownerPassword], [APP_ROLE, secrets.appPassword]] as const;
  for (const [role, password] of roles) {
    const found = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
    if (found.rows.length > 0) continue;
    await client.query(`CREATE ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD ${client.escapeLiteral(password)}`);
  }
  const database = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
  if (database.rows.length === 0) await client.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER_ROLE}`);
  await client.query(`REVOKE ALL ON DATABASE ${DATABASE} FROM PUBLIC`);
  // Temporary tables are no change of schema: they vanish with the session, and bulk loading wants them.
  await client.query(`GRANT CONNECT, TEMPORARY ON DATABASE ${DATABASE} TO ${APP_ROLE}`);
}

/** Whether a start got as far as the database. */
export async function isDatabaseThere(client: pg.Client): Promise<boolean> {
  return (await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE])).rows.length > 0;
}
