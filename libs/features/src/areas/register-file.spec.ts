import { describe, expect, it } from '@jest/globals';
import { ApplicationError } from '#platform/errors/application-error.js';
import { readRegister } from './register-file.js';

const HEADER = 'code,name,level,country,parent,from,to,successors\n';

function refusals(text: string): string[] {
  try {
    readRegister(text, new Set(['E92000001']));
  } catch (error) {
    if (error instanceof ApplicationError) return error.reasons.map(({ message }) => message);
    throw error;
  }
  return [];
}

describe('readRegister', () => {
  it('reads names with commas, dates and successors', () => {
    const text = `\uFEFF${HEADER}E06000010,"Kingston upon Hull, City of",unitary,England,E92000001,,,\r\nE10000006,Cumbria,upper-tier,England,,,2023-03-31,E06000063 E06000064\r\n`;
    expect(readRegister(text, new Set(['E92000001']))).toEqual([
      { code: 'E06000010', name: 'Kingston upon Hull, City of', level: 'unitary', country: 'England', parentCode: 'E92000001', confirmed: true, validFrom: null, validTo: null, successors: [] },
      { code: 'E10000006', name: 'Cumbria', level: 'upper-tier', country: 'England', parentCode: null, confirmed: true, validFrom: null, validTo: '2023-03-31', successors: ['E06000063', 'E06000064'] },
    ]);
  });

  it.each([
    ['an empty file', '', ['line 1: no areas']],
    ['no areas', HEADER, ['line 1: no areas']],
    ['a column missing', 'code,name\nE06000010,Hull\n', ['line 1: no column level, country, parent, from, to, successors']],
    ['a cell too many', `${HEADER}E06000010,Kingston upon Hull, City of,unitary,England,,,,\n`, [expect.stringMatching(/^line 2: /)]],
    ['a code twice', `${HEADER}E06000010,Hull,unitary,England,,,,\nE06000010,Hull,unitary,England,,,,\n`, ['line 3: the code E06000010 is there twice (see line 2)']],
    [
      'all faults at once',
      `${HEADER}na,,city,England,X,2023-02-30,,Y\nE06000010,Hull,unitary,England,,2023-04-01,2022-04-01,\n`,
      [
        'line 2: “na” is no area code',
        'line 2: the area na has no name',
        'line 2: “city” is none of country, nation, region, combined-authority, upper-tier, lower-tier, unitary, other',
        'line 2: the parent X is not in the register',
        'line 2: “2023-02-30” is not a date (YYYY-MM-DD)',
        'line 2: “Y” is no area code',
        'line 3: the code ends on 2022-04-01, before it begins on 2023-04-01',
      ],
    ],
  ])('refuses %s', (_, text, reasons) => expect(refusals(text)).toEqual(reasons));
});
