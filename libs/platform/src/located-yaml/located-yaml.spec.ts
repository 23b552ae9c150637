import { describe, expect, it } from '@jest/globals';
import { LocatedYaml } from './located-yaml.js';

const TEXT = `# a comment
framework:
  slug: f
  from: 2022-02-02

missions:
  - slug: a
    leads: [{ department: dfe, from: 2022-02-02 }, { department: x }]
    statement: >-
      over two
      lines
  - slug: b
    leads:
      - department: dhsc
        to: null
`;

function parsed(text: string): LocatedYaml {
  const document = LocatedYaml.parse(text);
  if (Array.isArray(document)) throw new Error(JSON.stringify(document));
  return document;
}

describe('LocatedYaml', () => {
  it('keeps dates as texts and folds lines', () => {
    expect(parsed(TEXT).value).toMatchObject({
      framework: { slug: 'f', from: '2022-02-02' },
      missions: [{ statement: 'over two lines' }, { leads: [{ department: 'dhsc', to: null }] }],
    });
  });

  it.each<[(string | number)[], number]>([
    [[], 2],
    [['framework', 'slug'], 3],
    [['framework', 'from'], 4],
    [['missions'], 6],
    [['missions', 0], 7],
    [['missions', 0, 'leads', 1, 'department'], 8],
    [['missions', 0, 'statement'], 9],
    [['missions', 1, 'leads', 0, 'to'], 15],
    // what is missing is at fault where it should stand
    [['missions', 1, 'number'], 12],
    [['missions', 7], 6],
    [['objectives', 0], 2],
  ])('finds the line of %j', (path, line) => expect(parsed(TEXT).lineOf(path)).toBe(line));

  it.each([
    ['a: 1\nb: [1, 2\nc: 3\n', 3],
    ['a: 1\nb: 2\na: 3\n', 3],
    ['a: 1\n\tb: 2\n', 2],
    ['a: *nobody\n', 1],
  ])('refuses %j with the line at fault', (text, line) => {
    const faults = LocatedYaml.parse(text);
    expect(faults).toContainEqual({ line, message: expect.any(String) });
  });

  it('refuses a file of another kind of size', () => {
    expect(LocatedYaml.parse('a'.repeat(5_000_000))).toEqual([{ line: 1, message: 'the file is larger than 4 MB' }]);
  });
});
