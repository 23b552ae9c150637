import { describe, expect, it } from '@jest/globals';
import { rejectsCsv } from './rejects-csv.js';

const linesOf = (...given: Parameters<typeof rejectsCsv>): string[] => rejectsCsv(...given).trimEnd().split('\r\n');

describe('rows at fault given back', () => {
  it.each([
    ['-1.5', '-1.5'],
    ['-1,234.5', '"-1,234.5"'],
    ['=1+1', "'=1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['-n/k', "'-n/k"],
    ['n/k', 'n/k'],
  ])('have the cell %s as %s', (cell, written) => {
    expect(linesOf({ columns: ['value'], rejected: [{ row: 2, column: 'value', value: cell, reason: 'is wrong', cells: [cell] }] })[1]).toBe(`${written},2,value,is wrong`);
  });

  it('have names of columns that a spreadsheet would run marked as text, and blank cells where the row was too long to keep', () => {
    const rejected = [{ row: 2, column: '=notes', value: 'x', reason: 'is wrong' }];
    expect(linesOf({ columns: ['=notes', '+44'], rejected })).toEqual(["'=notes,+44,row,column,reason", ",,2,'=notes,is wrong"]);
  });
});
