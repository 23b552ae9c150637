import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Older ones were left by a process that was killed; nothing works on a file for so long. Milliseconds; a day. */
const LEFT_BEHIND_MS = 24 * 60 * 60 * 1000;

/**
 * A folder of one's own among the system's temporary files, which only this program's user can read; whoever makes it removes
 * it. Folders of the same kind that nobody came to remove are removed first: figures under embargo should not lie about.
 * @param kind begins the folder's name
 */
export async function makeScratchFolder(kind: string): Promise<string> {
  await removeLeftovers(kind);
  return mkdtemp(path.join(tmpdir(), `${kind}-`));
}

async function removeLeftovers(kind: string): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(`${kind}-`));
  for (const name of names) {
    const folder = path.join(tmpdir(), name);
    // another process may be faster, and another user's folder is theirs
    const changed = await stat(folder).then(({ mtimeMs }) => mtimeMs, () => Number.POSITIVE_INFINITY);
    if (Date.now() - changed > LEFT_BEHIND_MS) await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}
