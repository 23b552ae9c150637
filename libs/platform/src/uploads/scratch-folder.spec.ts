import { existsSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { makeScratchFolder } from './scratch-folder.js';

const KIND = `waymark-scratch-test-${process.pid}`;

it('is its user’s alone, and clears away what killed processes left a day ago and nothing younger', async () => {
  const made = (hoursAgo: number): string => {
    const folder = mkdtempSync(path.join(tmpdir(), `${KIND}-`));
    writeFileSync(path.join(folder, 'file.csv'), 'a');
    const at = Date.now() / 1000 - hoursAgo * 3600;
    utimesSync(folder, at, at);
    return folder;
  };
  const [old, young] = [made(25), made(23)];
  const folder = await makeScratchFolder(KIND);
  expect([existsSync(old), existsSync(young), existsSync(folder)]).toEqual([false, true, true]);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  for (const left of [young, folder]) rmSync(left, { recursive: true });
});
