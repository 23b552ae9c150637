import { readFileSync } from 'node:fs';
import { EmbeddedPostgresFailed } from './embedded-postgres-failed.error.js';

/** The account that PostgreSQL runs as when Waymark itself runs as root. */
export interface ServerUser {
  name: string;
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root. `postgres` is the account made for it; `nobody` exists nearly everywhere. */
const CANDIDATES = ['postgres', 'nobody'];

/**
 * The account for PostgreSQL, or undefined where Waymark runs as an ordinary user and PostgreSQL simply runs as the same.
 * Read from the text of /etc/passwd; no account is ever created.
 */
export function serverUser(passwd: () => string = () => readFileSync('/etc/passwd', 'utf8')): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return serverUserIn(passwd());
}

/** Picks the account out of the text of a passwd file. Throws where there is none. */
export function serverUserIn(passwd: string): ServerUser {
  const accounts = passwd.split('\n').map((line) => line.split(':'));
  for (const name of CANDIDATES) {
    const account = accounts.find((fields) => fields[0] === name);
    const uid = Number(account?.[2]);
    const gid = Number(account?.[3]);
    if (account && Number.isInteger(uid) && Number.isInteger(gid) && uid > 0) return { name, uid, gid };
  }
  throw new EmbeddedPostgresFailed(
    'PostgreSQL does not run as root, and this machine has neither a user "postgres" nor a user "nobody". ' +
      'Start Waymark as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.',
  );
}
