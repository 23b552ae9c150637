import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { builtInLayouts } from './built-in-layouts.js';
import { firstRows, recognise, type RecognisedLayout } from './file-head.js';
import { isPlan, planOf } from './layout-header.js';
import { readLayout } from './layout-reading.js';
import { BrokenFile } from './refused-file.js';

const TABLE = readLayout('name: a-table\ntitle: A table\narea: { code: Code }\nfigures: [{ value: Share, metric: share }]\noptional: [Notes]\nnotes: Notes\n');

function recognised(text: string, layouts = builtInLayouts()): RecognisedLayout {
  return recognise(firstRows(Buffer.from(text)), layouts);
}

function refusal(text: string, layouts = builtInLayouts()): string {
  try {
    recognised(text, layouts);
  } catch (error) {
    if (error instanceof BrokenFile) return error.fault.reason;
    throw error;
  }
  return '';
}

describe('the built-in layouts', () => {
  it.each(builtInLayouts().map((layout) => [layout.name, layout] as const))('%s knows its own header, and no other knows it', (name, layout) => {
    const { area, indicator, period, figures, unit, measure, status, notes, polarity, ignore } = layout;
    const columns = [area.code, area.name, area.geography, area.country, indicator?.column, period.column, ...figures.flatMap((one) => [one.value, one.lower, one.upper]), unit, measure, status, notes, polarity, ...ignore];
    const header = columns.filter((column) => column !== undefined).map(String);
    expect(builtInLayouts().filter((one) => isPlan(planOf(one, header))).map((one) => one.name)).toEqual([name]);
    // in capitals, in another order, with blanks
    const shuffled = header.map((column) => ` ${column.toUpperCase()} `).reverse();
    expect(isPlan(planOf(layout, shuffled))).toBe(true);
  });
});

describe('recognise', () => {
  it('finds a header below other lines, and what they say', () => {
    const sheet = '\uFEFFIndicator:,Overweight adults\r\nDate: ,2021 Provisional\r\nCoverage:,England\r\n\r\nAREACD,AREANM,Value,,\r\nE06000001,Hartlepool,70,,\r\n';
    expect(recognised(sheet)).toMatchObject({ headerRow: 5, indicator: 'Overweight adults', period: '2021', provisional: true, plan: { header: ['AREACD', 'AREANM', 'Value'], code: 0, figures: [{ value: 2, lower: -1, upper: -1 }] } });
    expect(recognised(sheet.replace('2021 Provisional', '2021 May'))).toMatchObject({ period: '2021 May', provisional: false });
    expect(recognised(sheet.replace('Date: ,2021 Provisional', 'Date: 2019'))).toMatchObject({ period: '2019' });
  });

  it('lets a file lack what is optional', () => {
    expect(recognised('Share,Code\n1,E06000001\n', [TABLE]).plan).toMatchObject({ code: 1, notes: -1, figures: [{ value: 0, lower: -1, upper: -1 }] });
    expect(recognised('Code,Share,Notes\n', [TABLE]).plan.notes).toBe(2);
  });

  it.each<[string, string, RegExp]>([
    ['nothing', '', /^the file is empty$/],
    ['a stranger', 'a,b\n1,2\n', /^this is no table of figures that Waymark knows\. Found: a, b\. .*read-a-new-layout\.md/],
    ['a column missing', 'Code\n', /^the column Share is missing\. Found: Code\. The nearest layout is a-table \(A table\)/],
    ['a column more', 'Code,Share,Region\n', /^nobody knows what this column means: Region\./],
    ['a column without a name', 'Code,Share,\n', /^nobody knows what this column means: \(no name\)\./],
    ['a column twice', 'Code,Share,share\n', /^the column share is there twice\./],
  ])('refuses %s', (_, text, reason) => expect(refusal(text, [TABLE])).toMatch(reason));

  it('refuses two layouts of one header by their names', () => {
    const twin = readLayout('name: b-table\ntitle: B\narea: { code: Code }\nfigures: [{ value: Share, metric: other }]\n');
    expect(refusal('Code,Share\n', [TABLE, twin])).toBe('more than one layout fits: a-table, b-table; say which with --layout');
  });
});
