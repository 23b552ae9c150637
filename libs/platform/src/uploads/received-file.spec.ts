import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { ApplicationError } from '#platform/errors/application-error.js';
import { ReceivedFile } from './received-file.js';

const LIMIT = { mostBytes: 10, reason: { code: 'file-too-large', message: 'too large', field: 'file' } };
const received = (name: string, ...pieces: string[]): Promise<ReceivedFile> => ReceivedFile.from(Readable.from(pieces.map((piece) => Buffer.from(piece))), name, LIMIT);

describe('a file that came with a request', () => {
  it('lies on the disk with its size and checksum until it is removed', async () => {
    const file = await received('pay.csv', 'areacd,', 'a\n');
    expect([file.name, file.bytes, file.checksum]).toEqual(['pay.csv', 9, createHash('sha256').update('areacd,a\n').digest('hex')]);
    expect(readFileSync(file.path, 'utf8')).toBe('areacd,a\n');
    expect(Buffer.from(await file.head(4)).toString()).toBe('area');
    expect(Buffer.from(await file.head(99)).toString()).toBe('areacd,a\n');
    await file.remove();
    expect(existsSync(path.dirname(file.path))).toBe(false);
  });

  it('may be exactly as large as the limit, and not a byte larger', async () => {
    await (await received('a.csv', '0123456789')).remove();
    const refused = await received('a.csv', '012345678', '9+').then(() => undefined, (error: unknown) => error);
    expect(refused).toBeInstanceOf(ApplicationError);
    expect(refused).toMatchObject({ kind: 'too-large', status: 413, code: 'file-too-large' });
  });

  it('is not kept where its stream breaks off', async () => {
    const broken = Readable.from((async function* () { yield Buffer.from('a'); throw new Error('gone'); })());
    await expect(ReceivedFile.from(broken, 'a.csv', LIMIT)).rejects.toThrow('gone');
  });

  it.each([
    ['../../etc/pay.csv', 'pay.csv'],
    ['C:\\Users\\isaac\\pay.csv', 'pay.csv'],
    ['pay\r\n\0.csv', 'pay.csv'],
    ['Löhne & Gehälter.csv', 'Löhne & Gehälter.csv'],
    ['/', ''],
    [`${'a'.repeat(300)}.csv`, `${'a'.repeat(180)}…${'a'.repeat(15)}.csv`],
  ])('calls %j %j', async (name, kept) => {
    const file = await received(name, 'a');
    expect(file.name).toBe(kept);
    await file.remove();
  });
});
