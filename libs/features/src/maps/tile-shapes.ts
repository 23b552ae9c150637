import { parse } from 'csv-parse/sync';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type BoundaryShape } from './boundary-file.entity.js';

const SIZE = 40;
const INSET = 1;

/**
 * A square for each place of `code,name,label,column,row`, columns from the west and rows from the north, both from 1.
 * @throws ApplicationError naming the line
 */
export function tileShapes(text: string): { width: number; height: number; shapes: BoundaryShape[] } {
  const rows: Record<string, string>[] = parse(text, { columns: true, bom: true, trim: true, skip_empty_lines: true });
  const tiles = rows.map(({ code = '', name = '', label = '', column, row }, index) => {
    const [x, y] = [Number(column), Number(row)];
    const fault = !/^[A-Z]\d{8}$/.test(code) ? `“${code}” is no area code` : [x, y].some((each) => !Number.isInteger(each) || each < 1 || each > 99) ? 'column and row are whole numbers from 1 to 99' : undefined;
    if (fault) throw ApplicationError.invalid([{ code: 'boundaries', message: `line ${index + 2}: ${fault}`, field: 'file' }]);
    return { code, name, label, x, y };
  });
  const taken = tiles.find(({ x, y, code }, index) => tiles.slice(0, index).some((other) => (other.x === x && other.y === y) || other.code === code));
  if (taken) throw ApplicationError.invalid([{ code: 'boundaries', message: `${taken.code} stands on another’s tile, or twice`, field: 'file' }]);
  const side = SIZE - 2 * INSET;
  return {
    width: Math.max(1, ...tiles.map(({ x }) => x)) * SIZE,
    height: Math.max(1, ...tiles.map(({ y }) => y)) * SIZE,
    shapes: tiles.map(({ code, name, label, x, y }) => ({ layer: 'tile', code, name, start: null, end: null, label: label === '' ? null : label, path: `M${(x - 1) * SIZE + INSET},${(y - 1) * SIZE + INSET}h${side}v${side}h-${side}z` })),
  };
}
