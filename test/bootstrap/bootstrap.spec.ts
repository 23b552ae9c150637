import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

interface Scripts {
  checkNode(version: string): void;
  isBuildCurrent(project: string): boolean;
  markBuilt(project: string): () => void;
  withBootstrapLock(folder: string, onWait: () => void, work: () => Promise<void>): Promise<void>;
}

/** The scripts are plain JavaScript, because they run before anything is installed. */
async function scripts(): Promise<Scripts> {
  const files = ['bootstrap', 'source-stamp', 'bootstrap-lock'].map((name) => new URL(`../../script/${name}.mjs`, import.meta.url).href);
  const modules = await Promise.all(files.map((file) => import(file) as Promise<Partial<Scripts>>));
  return Object.assign({}, ...modules) as Scripts;
}

let project: string;
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'waymark-spec-'));
  for (const folder of ['apps/web', 'libs/domain', 'dist']) mkdirSync(join(project, folder), { recursive: true });
  writeFileSync(join(project, 'apps/web/main.ts'), 'export const a = 1;');
});
afterEach(() => rmSync(project, { recursive: true }));

describe('checkNode', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '26.1.0'])('is content with %s', async (version) => {
    const { checkNode } = await scripts();
    expect(() => checkNode(version)).not.toThrow();
  });

  it.each(['20.18.3', '18.20.0', '19.9.0'])('refuses %s and says what is needed', async (version) => {
    const { checkNode } = await scripts();
    expect(() => checkNode(version)).toThrow('Waymark needs Node 20.19 or newer');
  });
});

describe('isBuildCurrent', () => {
  const changes: [string, boolean, () => void][] = [
    ['nothing', true, () => undefined],
    ['the time of a file', true, () => utimesSync(join(project, 'apps/web/main.ts'), 1, 1)],
    ['a spec', true, () => writeFileSync(join(project, 'apps/web/main.spec.ts'), 'x')],
    ['a letter, at the same size', false, () => writeFileSync(join(project, 'apps/web/main.ts'), 'export const a = 2;')],
    ['a new view', false, () => writeFileSync(join(project, 'libs/domain/show.njk'), 'x')],
    ['a file less', false, () => rmSync(join(project, 'apps/web/main.ts'))],
    ['the lock file', false, () => writeFileSync(join(project, 'package-lock.json'), '{}')],
    ['a lost stamp', false, () => rmSync(join(project, 'dist/.waymark-build'))],
  ];
  it.each(changes)('after %s: %s', async (_, current, change) => {
    const { isBuildCurrent, markBuilt } = await scripts();
    expect(isBuildCurrent(project)).toBe(false);
    markBuilt(project)();
    change();
    expect(isBuildCurrent(project)).toBe(current);
  });
});

describe('withBootstrapLock', () => {
  it('lets one work at a time, and tells the other that it waits', async () => {
    const { withBootstrapLock } = await scripts();
    let inside = 0;
    let most = 0;
    let waits = 0;
    const work = async (): Promise<void> => {
      most = Math.max(most, (inside += 1));
      await new Promise((resolve) => setTimeout(resolve, 60));
      inside -= 1;
    };
    await Promise.all([1, 2, 3].map(() => withBootstrapLock(join(project, 'dist'), () => void (waits += 1), work)));
    expect({ most, waits }).toEqual({ most: 1, waits: 2 });
  });

  // Process 2^22 + 1 is above Linux's highest possible number, so it is gone for certain.
  it.each([
    ['of a process that is gone', JSON.stringify({ pid: 4_194_305, token: 'old' }), 0],
    ['that nobody touched for long, whoever has its number now', JSON.stringify({ pid: process.pid, token: 'old' }), 60],
    ['that was cut short in writing, long ago', '', 60],
  ])('takes a lock %s', async (_, text, secondsOld) => {
    const { withBootstrapLock } = await scripts();
    const lock = join(project, 'dist/.bootstrap.lock');
    writeFileSync(lock, text);
    utimesSync(lock, Date.now() / 1000 - secondsOld, Date.now() / 1000 - secondsOld);
    let owner: unknown;
    await withBootstrapLock(join(project, 'dist'), () => undefined, async () => {
      owner = (JSON.parse(readFileSync(lock, 'utf8')) as { pid: unknown }).pid;
    });
    expect(owner).toBe(process.pid);
    expect(() => readFileSync(lock)).toThrow('ENOENT');
  });
});
