import { describe, expect, it } from '@jest/globals';
import { LARGEST_UPLOAD, uploadFault } from './upload-faults.js';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const text = (content: string): Uint8Array => new TextEncoder().encode(content);

describe('a file before its rows are read', () => {
  it.each<[string, string, number, Uint8Array, string | undefined]>([
    ['a CSV', 'pay.csv', 20, text('areacd,areanm'), undefined],
    ['a CSV in capitals', 'PAY.CSV', 20, text('areacd,areanm'), undefined],
    ['a CSV with a byte order mark', 'pay.csv', 20, bytes(0xef, 0xbb, 0xbf, 0x61), undefined],
    ['as large as may be', 'pay.csv', LARGEST_UPLOAD, text('a'), undefined],
    ['one byte more', 'pay.csv', LARGEST_UPLOAD + 1, text('a'), 'file-too-large'],
    ['nothing', 'pay.csv', 0, bytes(), 'file-empty'],
    ['a spreadsheet by its name', 'pay.xlsx', 20, text('a'), 'not-csv'],
    ['a name without an ending', 'csv', 20, text('a'), 'not-csv'],
    ['a picture that calls itself CSV', 'pay.csv', 20, bytes(0x89, 0x50, 0x4e, 0x47, 0x0d), 'not-csv'],
    ['gzip that calls itself CSV', 'pay.csv', 20, bytes(0x1f, 0x8b, 0x08), 'not-csv'],
    ['a spreadsheet that calls itself CSV', 'pay.csv', 20, bytes(0x50, 0x4b, 0x03, 0x04), 'not-csv'],
    ['UTF-16', 'pay.csv', 20, bytes(0xff, 0xfe, 0x61, 0x00), 'not-csv'],
    ['zero bytes later on', 'pay.csv', 20, bytes(0x61, 0x2c, 0x00), 'not-csv'],
  ])('%s', (_, name, size, head, code) => {
    expect(uploadFault({ name, bytes: size, head })?.code).toBe(code);
  });

  it('says what the file is, and the way out where there is one', () => {
    expect(uploadFault({ name: 'a.csv', bytes: 9, head: bytes(0x50, 0x4b, 0x03, 0x04) })?.message).toBe(
      'The file is no CSV: it is a spreadsheet or a ZIP archive; save the sheet as CSV (UTF-8) first',
    );
  });
});
