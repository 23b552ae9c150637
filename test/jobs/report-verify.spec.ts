import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type TestDatabase } from '../support/database.js';
import { createExampleDatabase } from '../support/example-database.js';

interface Ended {
  code: number | null;
  out: string;
  error: string;
}

const ANOTHER = 'The checksum is another';
const RIGHT = 'The checksum is the published one';

describe('waymark report verify, from the build', () => {
  const program = path.resolve('dist/apps/cli/src/main.js');
  let database: TestDatabase;
  let folder: string;
  let body: string;
  let checksum: string;
  /** Of the edition that corrects it. */
  let another: string;

  beforeAll(async () => {
    expect(existsSync(program)).toBe(true);
    database = await createExampleDatabase();
    folder = mkdtempSync(path.join(tmpdir(), 'waymark-verify-'));
    const client = new pg.Client({ connectionString: database.url, options: '-c search_path=waymark' });
    await client.connect();
    const { rows } = await client.query<{ body: string; checksum: string }>('SELECT body, checksum FROM report_editions ORDER BY number LIMIT 2');
    await client.end();
    const [first, second] = rows;
    if (!first || !second) throw new Error('The example has no edition and its correction');
    [{ body, checksum }, another] = [first, second.checksum];
  }, 180_000);
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await database?.drop();
  });

  /** As somebody types it in the folder where the file was downloaded to. */
  async function verify(...words: string[]): Promise<Ended> {
    const child = spawn(process.execPath, [program, 'report', 'verify', ...words], { env: { PATH: process.env['PATH'], NODE_ENV: 'test', DATABASE_URL: database.url, INIT_CWD: folder } });
    const ended: Ended = { code: null, out: '', error: '' };
    child.stdout.on('data', (chunk: Buffer) => (ended.out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (ended.error += chunk.toString()));
    ended.code = await new Promise((resolve) => child.once('close', resolve));
    return ended;
  }
  const save = (name: string, content: string): string => {
    writeFileSync(path.join(folder, name), content);
    return name;
  };
  /** One letter of the council's text is another: canonical JSON still. */
  const oneByte = (): string => {
    const at = body.indexOf('"introduction":{') + body.slice(body.indexOf('"introduction":{')).indexOf('"text":"') + '"text":"'.length;
    return `${body.slice(0, at)}${body[at] === 'X' ? 'Y' : 'X'}${body.slice(at + 1)}`;
  };

  it.each<[string, () => { content: string; given?: string; beside?: string }, number, string[]]>([
    ['the published file and its checksum', () => ({ content: body, given: checksum }), 0, [RIGHT]],
    ['the published file with its .sha256 beside it', () => ({ content: body, beside: `${checksum}  report.json\n` }), 0, [RIGHT]],
    ['the published file alone, which is on record here', () => ({ content: body }), 0, [RIGHT]],
    ['one byte changed, the .sha256 beside it', () => ({ content: oneByte(), beside: `${checksum}  report.json\n` }), 1, [ANOTHER]],
    ['one byte changed, nothing beside it', () => ({ content: oneByte() }), 1, [ANOTHER]],
    ['truncated', () => ({ content: body.slice(0, -200), given: checksum }), 1, ['The file is no JSON', ANOTHER]],
    ['no JSON', () => ({ content: '<!doctype html><title>Not found</title>', given: checksum }), 1, ['The file is no JSON', ANOTHER]],
    ['the checksum of another edition', () => ({ content: body, given: another }), 1, [ANOTHER]],
  ])('%s', async (what, asked, code, words) => {
    const { content, given, beside } = asked();
    const name = save(`${what.replaceAll(/\W+/g, '-')}.json`, content);
    if (beside) save(`${name}.sha256`, beside);
    const ended = await verify(name, ...(given ? ['--checksum', given] : []));
    expect([ended.code, ended.error]).toEqual([code, '']);
    expect(ended.out).toMatch(/^SHA-256 [0-9a-f]{64}\n/);
    for (const word of words) expect(ended.out).toContain(word);
    if (code !== 0) expect(ended.out).not.toContain(RIGHT);
  }, 60_000);

  it('says that there is no such file, on standard error', async () => {
    const { code, out, error } = await verify('nowhere.json');
    expect([code, out]).toEqual([1, '']);
    expect(error).toContain('There is no file nowhere.json');
  }, 60_000);
});
