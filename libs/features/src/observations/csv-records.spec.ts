import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { CsvRecords } from './csv-records.js';
import { type RejectedRow } from './import-report.js';
import { BrokenFile } from './refused-file.js';

/** All records of some bytes that come in pieces of a size. */
function recordsOf(content: string | Buffer, size = 7): string[][] {
  const bytes = Buffer.from(content as string);
  const csv = new CsvRecords();
  const records: string[][] = [];
  const take = (batch: { firstRow: number; records: string[][] }): void => {
    if (batch.records.length > 0) expect(batch.firstRow).toBe(records.length + 1);
    records.push(...batch.records);
  };
  for (let from = 0; from < bytes.length; from += size) take(csv.push(bytes.subarray(from, from + size)));
  take(csv.end());
  return records;
}

function faultOf(content: string | Buffer, size?: number): RejectedRow | undefined {
  try {
    recordsOf(content, size);
  } catch (error) {
    if (error instanceof BrokenFile) return error.fault;
    throw error;
  }
  return undefined;
}

describe('CsvRecords', () => {
  it.each<[string, string, string[][]]>([
    ['nothing', '', []],
    ['a BOM alone', '\uFEFF', []],
    ['plain lines', 'a,b\n1,2\n', [['a', 'b'], ['1', '2']]],
    ['BOM and CRLF, no break at the end', '\uFEFFa,b\r\n1,2', [['a', 'b'], ['1', '2']]],
    ['quoted commas', 'a,"b, c"\r\n1,2\r\n', [['a', 'b, c'], ['1', '2']]],
    ['doubled quotes', '"a ""b""",c\n', [['a "b"', 'c']]],
    ['a break in a cell', 'x,y\n"a\r\nb",c\nd,e\n', [['x', 'y'], ['a\r\nb', 'c'], ['d', 'e']]],
    ['an empty line', 'a\n\nb\n', [['a'], [''], ['b']]],
    ['letters of more bytes', '£,Ynys Môn\n€,"𝄞"\n', [['£', 'Ynys Môn'], ['€', '𝄞']]],
    ['lines of other lengths', 'a,b\n1\n1,2,3\n', [['a', 'b'], ['1'], ['1', '2', '3']]],
  ])('reads %s, whatever the pieces', (_, text, records) => {
    for (const size of [1, 2, 3, 7, 1000]) expect(recordsOf(text, size)).toEqual(records);
  });

  it('reads what csv-parse reads', () => {
    const cell = fc.oneof(fc.string({ unit: fc.constantFrom('a', '1', ',', '"', '\n', ' ', '£', '.'), maxLength: 6 }), fc.constantFrom('62.5', ''));
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), fc.integer({ min: 1, max: 30 }), (rows, end, size) => {
        const text = rows.map((row) => row.map((one) => (/[",\n]/.test(one) ? `"${one.replaceAll('"', '""')}"` : one)).join(',')).join(end) + end;
        const expected: string[][] = parse(text, { relax_column_count: true, skip_empty_lines: false });
        expect(recordsOf(text, size)).toEqual(expected);
        expect(expected).toEqual(rows);
      }),
      { numRuns: 500 },
    );
  });

  it.each<[string, string | Buffer, Partial<RejectedRow>]>([
    ['a quote that is never closed', 'a,b\n1,2\n3,"4\n5,6\n', { row: 3, reason: 'a quote is opened and never closed' }],
    ['a quote within a cell', 'a,b\n1,2"3"4\n', { row: 2, value: '1,2"3"4' }],
    ['letters after a quote', 'a,b\n"x",1\n"1"2,3\n', { row: 3, value: '"1"2,3' }],
    ['Latin-1', Buffer.from('a\nb\nM\u00f4n\n', 'latin1'), { row: 3, value: 'Môn', reason: 'the file is not in UTF-8' }],
    ['a letter cut off', Buffer.from([0x61, 0x0a, 0xc3]), { row: 2, reason: 'the file is not in UTF-8' }],
    ['zero bytes', Buffer.from('a\n\0\n'), { row: 2, reason: 'the file is not text: it holds zero bytes' }],
    ['a line without end', Buffer.alloc(1_100_000, 'a'), { row: 1, reason: 'a line is longer than 1 MB: this is no table of figures' }],
    ['a quote over the rest', `a\n"${'b\n'.repeat(40_000)}`, { row: 2, reason: 'a quote is opened and not closed within 64 KB' }],
  ])('names the row of %s', (_, content, fault) => expect(faultOf(content, 10_000)).toMatchObject(fault));
});
