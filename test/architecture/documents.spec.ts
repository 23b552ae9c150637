import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { documentAt, type ReadDocument } from '../support/documents.js';
import { knownCommands } from '../support/known-commands.js';

const NOT_OURS = new Set(['node_modules', 'dist', 'coverage', '.git', '.data', '.stryker-tmp', 'test-results']);
const paths = readdirSync('.', { withFileTypes: true })
  .filter(({ name }) => !NOT_OURS.has(name))
  .flatMap((entry) => (entry.isDirectory() ? readdirSync(entry.name, { recursive: true, encoding: 'utf8' }).map((path) => join(entry.name, path)) : [entry.name]))
  .filter((path) => path.endsWith('.md'))
  .sort();
const documents = new Map<string, ReadDocument>(paths.map((path) => [path, documentAt(path)]));

/** What follows a command in a line of code, as far as the shell would take it for the same command. */
function callsOf(document: ReadDocument, program: RegExp): string[][] {
  return document.code
    .flatMap((code) => code.replaceAll(/\\\n\s*/g, ' ').split('\n'))
    .flatMap((line) => [...line.matchAll(new RegExp(`${program.source}([^#|;&)]*)`, 'g'))])
    .map((match) => (match[1] ?? '').trim().split(/\s+/));
}

it('finds the documents', () => {
  expect(paths).toEqual(expect.arrayContaining(['README.md', 'doc/how-to/start-and-try.md', 'example/areas/SOURCES.md']));
});

it.each([
  ['doc/none.md', true],
  ['#none', true],
  ['SECURITY.md#none', true],
  ['doc/how-to#none', true],
  ['doc/how-to', false],
  ['#configuration', false],
  ['SECURITY.md#reporting-a-problem', false],
  ['https://none.example.org', false],
])('knows of %s in README.md whether it is dead', (link, isDead) => {
  expect(deadLink('README.md', link)).toBe(isDead);
});

describe.each([...documents])('%s', (path, document) => {
  it('links to nothing that is not there', () => {
    expect(document.links.filter((link) => deadLink(path, link))).toEqual([]);
  });

  it('names scripts of package.json', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    const named = callsOf(document, /npm run (?:--silent )?/).map(([name]) => name ?? '');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('names programs that lie in the repository', () => {
    const named = document.code.flatMap((code) => [...code.matchAll(/(?:node|bash|sh) ((?:script|test|example|docker|dist)\/[\w./-]+)/g)].map((match) => match[1] ?? ''));
    expect(named.filter((name) => !existsSync(sourceOf(name)))).toEqual([]);
  });
});

describe('the command line', () => {
  const commands = knownCommands();

  it('has the commands that are known to be there', () => {
    expect([...commands.keys()]).toEqual(expect.arrayContaining(['judge', 'audit verify', 'import observations']));
    expect([...(commands.get('import observations') ?? [])]).toEqual(expect.arrayContaining(['--dry-run', '--published']));
  });

  it.each([
    ['judge --as-of 2025-01-31', []],
    ['judg', ['judg']],
    ['import figures FILE.csv', ['import figures FILE.csv']],
    ['user take-council-role --email a@example.org --reason "So"', []],
    ['judge --on 2025-01-31', ['judge --on']],
  ])('knows of `%s` what is wrong with it', (call, faults) => {
    expect(faultOf(call.split(' '), commands)).toEqual(faults);
  });

  it.each([...documents])('has every command and option that %s names', (_, document) => {
    const calls = [/npm run waymark --/, /node dist\/apps\/cli\/src\/main\.js/].flatMap((program) => callsOf(document, program));
    expect(calls.flatMap((words) => faultOf(words, commands))).toEqual([]);
  });
});

/** A program as it is written: what is run from `dist` is made from a source of the same name. */
const sourceOf = (program: string): string => program.replace(/^dist\//, '').replace(/^(apps\/.*)\.js$/, '$1.ts');

function deadLink(from: string, link: string): boolean {
  if (/^[a-z][a-z+.-]*:/i.test(link)) return false;
  const [file = '', anchor] = decodeURI(link).split('#');
  const target = file === '' ? from : join(dirname(from), file);
  if (!existsSync(target)) return true;
  if (anchor === undefined) return false;
  return statSync(target).isDirectory() || !(documents.get(target)?.anchors.has(anchor) ?? false);
}

/** Nothing, or the words of a call that the command line would not understand. */
function faultOf(words: string[], commands: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const plain = words.filter((word) => word !== '' && word !== '…' && word !== '...');
  if (plain.length === 0 || plain[0] === '--help') return [];
  const isGroup = [...commands.keys()].some((known) => known.startsWith(`${plain[0]} `));
  const name = plain.slice(0, isGroup ? 2 : 1).join(' ');
  const options = commands.get(name);
  if (!options) return [plain.join(' ')];
  const wrong = plain.filter((word) => word.startsWith('--') && word !== '--help' && !options.has(word));
  return wrong.map((word) => `${name} ${word}`);
}
