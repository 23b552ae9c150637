import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { type Response } from 'express';
import { type CsvCell, safeCell, sendCsv } from './csv-answer.js';

/** An answer that only remembers: the stream is real, the headers are kept. */
function answer(): { response: Response & PassThrough; headers: Record<string, string> } {
  const headers: Record<string, string> = {};
  const response = Object.assign(new PassThrough(), { set: (given: Record<string, string>) => Object.assign(headers, given) });
  return { response: response as unknown as Response & PassThrough, headers };
}

async function* batches(...given: CsvCell[][][]): AsyncGenerator<CsvCell[][]> {
  yield* given;
}

describe('sendCsv', () => {
  it('reads back cell for cell, with quotes, commas and line breaks', async () => {
    const { response, headers } = answer();
    const rows: CsvCell[][] = [['Kingston upon Hull, City of', 62.5, null], ['a "quoted" name', -0.5, 'two\r\nlines']];
    const whole = text(response as unknown as PassThrough);
    await sendCsv(response, { name: 'pay/uk.csv', columns: ['name', 'value', 'note'] }, batches(rows.slice(0, 1), rows.slice(1)));
    const sent = await whole;
    expect(sent.split('\r\n')[0]).toBe('name,value,note');
    expect(parse(sent, { columns: true })).toEqual([
      { name: 'Kingston upon Hull, City of', value: '62.5', note: '' },
      { name: 'a "quoted" name', value: '-0.5', note: 'two\r\nlines' },
    ]);
    expect(headers['Content-Disposition']).toBe('attachment; filename="pay-uk.csv"');
  });
});

describe('the Link of sendCsv', () => {
  it.each([
    [undefined, undefined],
    ['/figures/pay/observations.csv', '</figures/pay/observations.csv-metadata.json>; rel="describedby"; type="application/csvm+json"'],
  ])('of %s is %s', async (describedBy, link) => {
    const { response, headers } = answer();
    response.resume();
    await sendCsv(response, { name: 'pay.csv', columns: ['name'], ...(describedBy ? { describedBy } : {}) }, batches());
    expect(headers['Link']).toBe(link);
  });
});

describe('safeCell', () => {
  it.each<[CsvCell, CsvCell]>([
    ['=1+1', "'=1+1"],
    ['+44', "'+44"],
    ['-0.5', "'-0.5"],
    ['@here', "'@here"],
    ['\t=1', "'\t=1"],
    ['E92000001', 'E92000001'],
    [-0.5, -0.5],
    ['', ''],
    [null, null],
  ])('%j is %j', (cell, safe) => expect(safeCell(cell)).toBe(safe));
});
