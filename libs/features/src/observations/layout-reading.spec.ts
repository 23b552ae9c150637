import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { ApplicationError } from '#platform/errors/application-error.js';
import { readLayout } from './layout-reading.js';

const GOOD = 'name: a-table\ntitle: A table\narea: { code: Code, name: Name }\nperiod: { column: Year }\nfigures:\n  - { value: Share, metric: share }\n';

function reasonsOf(text: string): string[] {
  try {
    readLayout(text);
  } catch (error) {
    if (error instanceof ApplicationError) return error.reasons.map(({ message }) => message);
    throw error;
  }
  return [];
}

describe('readLayout', () => {
  it('reads columns by name, by occurrence and by position', () => {
    const { figures, missing } = readLayout(`${GOOD}  - { value: "Share#2", metric: b }\n  - { value: 3, metric: c }\n  - { value: { column: 4 }, metric: d }\nmissing: { "-": z }\n`);
    expect(figures.map(({ value }) => value)).toEqual(['Share', 'Share#2', 3, 4]);
    expect(missing).toEqual({ '-': 'z' });
  });

  it.each<[string, string, string[]]>([
    ['a field that nobody knows', `${GOOD}colour: red\n`, ['line 7: there is no field colour here']],
    ['a name that is none', GOOD.replace('a-table', 'A table'), ['line 1: name must be words in lower case joined by hyphens']],
    ['a column that is none', GOOD.replace('value: Share', 'value: 0'), ['line 6: value must name a column: its name, name#2 for the second of that name, or its position from 1']],
    ['no place for the area', GOOD.replace('{ code: Code, name: Name }', '{ geography: Level }'), ['line 3: area must say in which column its code or its name stands']],
    ['figures of nothing', GOOD.replace(', metric: share', ''), ['line 6: metric must say by its slug what this column is about']],
    ['two answers to what it is about', `${GOOD}indicator: { column: Indicator }\n`, ['line 6: the layout has an indicator already: say what the figures are about in one place']],
    ['two answers to when', GOOD.replace('{ column: Year }', '{ column: Year, fixed: "2019" }'), ['line 4: period must be a column, a line of the preamble or fixed']],
    ['a line above a header that has none', GOOD.replace('{ column: Year }', "{ preamble: 'Date:' }"), ['line 4: the layout has no preamble: say preamble: true']],
    ['a level that is none', GOOD.replace('name: Name }', 'name: Name, levels: [county] }'), [expect.stringMatching(/^line 3: each value in levels must be one of/) as unknown as string]],
  ])('refuses %s with its line', (_, text, reasons) => {
    expect(reasonsOf(text)).toEqual(reasons);
  });
});
