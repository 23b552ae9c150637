import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inBoundedThread, type ThreadCode } from './bounded-thread.js';
import { type Inspection } from './inspect-file.js';

/** The sources run in the thread as they are, without a build. */
const RUN_TYPESCRIPT = ['--import', pathToFileURL(path.resolve('test/bootstrap/run-typescript.mjs')).href];
const SOURCE = pathToFileURL(path.resolve('libs/platform/src/inspection/inspect-file.worker.ts'));
const LIMITS = { milliseconds: 30_000, megabytes: 256 };

describe('work in a thread of its own', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'waymark-thread-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const laid = (name: string, content: string): string => {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    return file;
  };
  const thread: ThreadCode = { file: SOURCE, execArgv: RUN_TYPESCRIPT };

  it('answers for a file that is taken and for one that is not', async () => {
    const taken = await inBoundedThread<Inspection>(thread, { path: laid('a.csv', 'a,b\n=1,2\n'), kind: 'csv' }, LIMITS);
    expect([taken?.fault, taken?.notes.map(({ code }) => code)]).toEqual([undefined, ['csv-formulas']]);
    const refused = await inBoundedThread<Inspection>(thread, { path: laid('b.csv', '<html>'), kind: 'csv' }, LIMITS);
    expect(refused?.fault?.code).toBe('csv-is-code');
  });

  it.each([
    ['never ends', 'for (;;) {}', 700],
    ['fills the memory', 'const all = []; for (;;) all.push(new Array(1e5).fill({}));', 30_000],
    ['ends the thread', 'process.exit(0);', 30_000],
    ['breaks', 'throw new Error("broken");', 30_000],
  ])('is given up where it %s, and the process goes on', async (_, code, milliseconds) => {
    const worker = pathToFileURL(laid('thread.mjs', code));
    const begun = performance.now();
    expect(await inBoundedThread({ file: worker, execArgv: [] }, {}, { milliseconds, megabytes: 64 })).toBeUndefined();
    expect(performance.now() - begun).toBeLessThan(20_000);
  });
});
