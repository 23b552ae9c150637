import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgresFailed } from './embedded-postgres-failed.error.js';

/** What `postgres.json` in the data folder holds: made once, read for ever after, never printed. */
export interface ClusterSecrets {
  /** Ties the passwords to their cluster, so that one is not tried on the other. */
  clusterId: string;
  superuserPassword: string;
  ownerPassword: string;
  appPassword: string;
}

const FILE = 'postgres.json';
const FIELDS = ['clusterId', 'superuserPassword', 'ownerPassword', 'appPassword'] as const;

/** The secrets of a data folder, or undefined where none were made yet. Throws where the file is there but damaged. */
export function readSecrets(dataDir: string): ClusterSecrets | undefined {
  const path = join(dataDir, FILE);
  if (!existsSync(path)) return undefined;
  const secrets = parse(readFileSync(path, 'utf8'));
  if (!secrets) throw new EmbeddedPostgresFailed(`${path} is damaged. Put it back from a backup, or remove it to begin with an empty database.`);
  return secrets;
}

/** The secrets of a data folder, made where there are none. Of two starts at the same instant, both get the same ones. */
export function ensureSecrets(dataDir: string): ClusterSecrets {
  const known = readSecrets(dataDir);
  if (known) return known;
  const path = join(dataDir, FILE);
  const draft = `${path}.${process.pid}.tmp`;
  rmSync(draft, { force: true });
  const file = openSync(draft, 'wx', 0o600);
  try {
    writeSync(file, `${JSON.stringify(newSecrets(), null, 2)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  try {
    // A link, not a rename: it fails where another start was first, instead of throwing away the passwords that it already used.
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return ensureSecrets(dataDir);
}

function newSecrets(): ClusterSecrets {
  const secret = (): string => randomBytes(24).toString('base64url');
  return { clusterId: secret(), superuserPassword: secret(), ownerPassword: secret(), appPassword: secret() };
}

function parse(text: string): ClusterSecrets | undefined {
  try {
    const value = JSON.parse(text) as Partial<ClusterSecrets> | null;
    return FIELDS.every((field) => typeof value?.[field] === 'string') ? (value as ClusterSecrets) : undefined;
  } catch {
    return undefined;
  }
}
