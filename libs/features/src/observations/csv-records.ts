import { isUtf8 } from 'node:buffer';
import { parse } from 'csv-parse/sync';
import { BrokenFile } from './refused-file.js';

/** Longer lines and longer quoted cells are no figures; characters and bytes. */
const LONGEST_LINE = 1024 * 1024;
const LONGEST_QUOTED = 64 * 1024;

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** Records of one piece of a file; `firstRow` is the row of the first, counted as a spreadsheet does. */
export interface CsvBatch {
  firstRow: number;
  records: string[][];
}

/**
 * Cuts the bytes of a CSV file (UTF-8 or Windows-1252, commas, LF or CRLF, with or without BOM) into records. Lines without quotes, nearly
 * all of a statistics file, are split by the engine itself, five times as fast as csv-parse can; every record with a quote in
 * it goes through csv-parse, in its strict reading. An empty line is a record of one empty cell.
 */
export class CsvRecords {
  private rest: Buffer = Buffer.alloc(0);
  private started = false;
  private row = 1;
  /** Lines of a record whose quote is not closed yet. */
  private open: string | undefined;

  /** @param encoding `latin1` is read as Windows-1252, which has its letters and the quotes and dashes that offices add */
  constructor(private readonly encoding: 'utf-8' | 'latin1' = 'utf-8') {}

  /** @throws BrokenFile naming the row, where the bytes are no text or the quotes lead nowhere */
  push(chunk: Buffer): CsvBatch {
    let data = this.rest.length > 0 ? Buffer.concat([this.rest, chunk]) : chunk;
    if (!this.started) {
      if (data.length < BOM.length && data.equals(BOM.subarray(0, data.length))) return this.wait(data);
      if (data.subarray(0, BOM.length).equals(BOM)) data = data.subarray(BOM.length);
      this.started = true;
    }
    const end = data.lastIndexOf(0x0a) + 1;
    const batch = this.records(data.subarray(0, end));
    if (data.length - end > LONGEST_LINE) throw this.broken('a line is longer than 1 MB: this is no table of figures');
    this.rest = data.subarray(end);
    return batch;
  }

  /** The last record, where the file does not end with a line break. */
  end(): CsvBatch {
    const batch = this.records(this.rest);
    this.rest = Buffer.alloc(0);
    if (this.open !== undefined) throw this.broken('a quote is opened and never closed', this.open);
    return batch;
  }

  private wait(data: Buffer): CsvBatch {
    this.rest = data;
    return { firstRow: this.row, records: [] };
  }

  /** @param block whole lines */
  private records(block: Buffer): CsvBatch {
    const firstRow = this.row;
    if (block.length === 0) return { firstRow, records: [] };
    this.requireText(block);
    const text = this.encoding === 'latin1' ? windowsText(block) : block.toString('utf8');
    const lines = text.split('\n');
    if (text.endsWith('\n')) lines.pop();
    if (this.open !== undefined || text.includes('"')) return { firstRow, records: this.mixed(lines) };
    this.row += lines.length;
    return { firstRow, records: lines.map((line) => withoutReturn(line).split(',')) };
  }

  private mixed(lines: string[]): string[][] {
    const records: string[][] = [];
    const quoted: { text: string; index: number; row: number }[] = [];
    for (const line of lines) {
      const before = this.open;
      if (before === undefined && !line.includes('"')) {
        records.push(withoutReturn(line).split(','));
        this.row++;
        continue;
      }
      const text = before === undefined ? line : `${before}\n${line}`;
      if (hasOpenQuote(line) !== (before !== undefined)) {
        if (text.length > LONGEST_QUOTED) throw this.broken('a quote is opened and not closed within 64 KB', text);
        this.open = text;
        continue;
      }
      this.open = undefined;
      quoted.push({ text: withoutReturn(text), index: records.length, row: this.row++ });
      records.push([]);
    }
    parseQuoted(quoted.map(({ text }) => text), quoted.map(({ row }) => row)).forEach((record, at) => {
      records[quoted[at]?.index ?? 0] = record;
    });
    return records;
  }

  private requireText(block: Buffer): void {
    const zero = block.indexOf(0);
    if (zero < 0 && (this.encoding === 'latin1' || isUtf8(block))) return;
    let row = this.row;
    for (let from = 0; from < block.length; row++) {
      const next = block.indexOf(0x0a, from);
      const line = block.subarray(from, next < 0 ? block.length : next);
      const value = line.toString('latin1').slice(0, 80).replaceAll('\0', '·');
      if (line.includes(0)) throw new BrokenFile({ row, column: '', value, reason: 'the file is not text: it holds zero bytes' });
      if (this.encoding === 'utf-8' && !isUtf8(line)) throw new BrokenFile({ row, column: '', value, reason: 'the file is not in UTF-8' });
      from += line.length + 1;
    }
  }

  private broken(reason: string, value = ''): BrokenFile {
    return new BrokenFile({ row: this.row, column: '', value: value.slice(0, 80), reason });
  }
}

/** The signs that Windows-1252 has where Latin-1 has none, from 0x80. Node's own decoder of that name leaves them out. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function windowsText(block: Buffer): string {
  return block.toString('latin1').replaceAll(/[\u0080-\u009f]/g, (sign) => WINDOWS[sign.charCodeAt(0) - 0x80] ?? sign);
}

/** @throws BrokenFile naming the row */
function parseQuoted(texts: string[], rows: number[]): string[][] {
  if (texts.length === 0) return [];
  try {
    return parse(texts.join('\n'), { record_delimiter: '\n', relax_column_count: true });
  } catch (error) {
    const { records = 0 } = error as { records?: number };
    const reason = 'a quote stands where none may stand: cells with quotes are quoted as a whole, quotes in them doubled';
    throw new BrokenFile({ row: rows[records] ?? 0, column: '', value: (texts[records] ?? '').slice(0, 80), reason });
  }
}

/** Is the number of quotes odd? Doubled ones do not change that. */
function hasOpenQuote(line: string): boolean {
  let odd = false;
  for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) odd = !odd;
  return odd;
}

function withoutReturn(line: string): string {
  return line.charCodeAt(line.length - 1) === 13 ? line.slice(0, -1) : line;
}
