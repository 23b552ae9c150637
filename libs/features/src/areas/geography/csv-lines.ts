import { parse } from 'csv-parse/sync';
import { type GeographyClaims, type GeographyFile } from './geography-claims.js';

/** A row by the names of its columns, and where it stands. */
export interface CsvLine {
  row: Readonly<Record<string, string>>;
  where: string;
}

/** The header of a file; empty where it has none. */
export function headerOf(text: string): string[] {
  const line = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0] ?? '';
  try {
    return (parse(line, { trim: true }) as string[][])[0] ?? [];
  } catch {
    return [];
  }
}

/** Every row, its cells without the blanks around them. A row of another shape is a fault and ends the reading. */
export function linesOf({ fileName, text }: GeographyFile, claims: GeographyClaims): CsvLine[] {
  try {
    const rows = parse(text, { bom: true, columns: true, trim: true, skip_empty_lines: true, info: true }) as { record: Record<string, string>; info: { lines: number } }[];
    if (rows.length === 0) claims.fault(`${fileName} line 1`, 'there is nothing below the header');
    return rows.map(({ record, info }) => ({ row: record, where: `${fileName} line ${info.lines}` }));
  } catch (error) {
    const { lines, message } = error as { lines?: number; message: string };
    claims.fault(`${fileName} line ${lines ?? 1}`, message);
    return [];
  }
}

/** Refuses a code that stands in the file twice. @returns the lines with the others */
export function onceEach(lines: readonly CsvLine[], column: string, claims: GeographyClaims): CsvLine[] {
  const first = new Map<string, string>();
  return lines.filter(({ row, where }) => {
    const code = row[column] ?? '';
    const earlier = first.get(code);
    if (earlier === undefined) first.set(code, where);
    else claims.fault(where, `the code ${code} is there twice (see ${earlier})`, 'code');
    return earlier === undefined;
  });
}
