import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { attachmentKindOf } from '#domain/attachments/attachment-kinds.js';
import { attachmentNameFault } from '#domain/attachments/attachment-name.js';
import { inspectFile } from '#platform/inspection/inspect-file.js';
import { HOSTILE_FILES } from '../factories/hostile-files.factory.js';
import { HONEST_FILES } from '../factories/honest-files.factory.js';

describe('a look into a file', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'waymark-inspection-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const laid = (bytes: Buffer): string => {
    const file = path.join(folder, 'file');
    writeFileSync(file, bytes);
    return file;
  };

  it.each(HOSTILE_FILES.map((file) => [file.what, file] as const))('refuses %s', async (_, { name, make, says }) => {
    const named = attachmentNameFault(name);
    const { fault } = named ? { fault: named } : await inspectFile({ path: laid(make()), kind: attachmentKindOf(name) ?? 'csv' });
    expect(fault?.message).toContain(says);
  });

  it.each(HONEST_FILES.map((file) => [file.what, file] as const))('takes %s', async (_, { name, make }) => {
    const { fault } = await inspectFile({ path: laid(await make()), kind: attachmentKindOf(name) ?? 'csv' });
    expect(fault).toBeUndefined();
  });
});
