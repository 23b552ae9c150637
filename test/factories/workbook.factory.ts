import readXlsxFile from 'read-excel-file/node';
import writeExcelFile, { type Cell, type Row, type Sheet } from 'write-excel-file/node';

function cellOf(value: unknown): Cell {
  if (value instanceof Date) return { value, type: Date, format: 'dd/mm/yyyy' };
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** A workbook as somebody has it open: its sheets by name, cells by address. */
export class OpenWorkbook {
  private constructor(private readonly sheets: Map<string, Row[]>) {}

  static async of(bytes: Buffer): Promise<OpenWorkbook> {
    const read = await readXlsxFile(bytes, { trim: false });
    return new OpenWorkbook(new Map(read.map(({ sheet, data }) => [sheet, data.map((row) => row.map(cellOf))])));
  }

  /** Types into a cell, by an address such as "Answers!C3". */
  type(address: string, cell: Cell): this {
    const [, sheet = '', column = 'A', row = '1'] = /^(.+)!([A-Z])(\d+)$/.exec(address) ?? [];
    const rows = this.sheets.get(sheet) ?? [];
    this.sheets.set(sheet, rows);
    while (rows.length < Number(row)) rows.push([]);
    const cells = rows[Number(row) - 1] ?? [];
    while (cells.length < column.charCodeAt(0) - 64) cells.push(null);
    cells[column.charCodeAt(0) - 65] = cell;
    return this;
  }

  cell(address: string): unknown {
    const [, sheet = '', column = 'A', row = '1'] = /^(.+)!([A-Z])(\d+)$/.exec(address) ?? [];
    return this.sheets.get(sheet)?.[Number(row) - 1]?.[column.charCodeAt(0) - 65];
  }

  /** The row (from 1) whose first or second cell is this. */
  rowOf(sheet: string, text: string): number {
    return (this.sheets.get(sheet) ?? []).findIndex((row) => row[0] === text || row[1] === text) + 1;
  }

  without(sheet: string): this {
    this.sheets.delete(sheet);
    return this;
  }

  save(): Promise<Buffer> {
    const sheets = [...this.sheets].map(([sheet, data]): Sheet<never> => ({ sheet, data }));
    return writeExcelFile(sheets).toBuffer();
  }
}
