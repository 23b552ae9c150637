/** Day 0 of Excel's serial numbers for every day since March 1900: it counts a 29 February 1900 that never was. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
const DAY_MS = 24 * 60 * 60 * 1000;
/** 1 January 2000 to 31 December 2099 as serial numbers: anything else is a number and no date. */
const [FIRST_SERIAL, LAST_SERIAL] = [36_526, 73_050];
const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/**
 * The ISO date of what stands in a cell: a date, a serial number that lost its format, or a text as people write it (`2026-12-15`,
 * `15/12/2026`, `15 December 2026`).
 * @returns undefined for anything else, real or not
 */
export function dateOfCell(cell: string | number | Date): string | undefined {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? undefined : cell.toISOString().slice(0, 10);
  if (typeof cell === 'number') {
    return cell >= FIRST_SERIAL && cell <= LAST_SERIAL ? new Date(EXCEL_EPOCH + Math.floor(cell) * DAY_MS).toISOString().slice(0, 10) : undefined;
  }
  const text = cell.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return realDate(iso[1], iso[2], iso[3]);
  const british = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text);
  if (british) return realDate(british[3], british[2], british[1]);
  const words = /^(\d{1,2})\s+([a-z]+)\.?,?\s+(\d{4})$/i.exec(text);
  const name = words?.[2]?.toLowerCase() ?? '';
  const month = name.length < 3 ? -1 : MONTHS.findIndex((whole) => whole.startsWith(name) || (name === 'sept' && whole === 'september'));
  return words && month !== -1 ? realDate(words[3], String(month + 1), words[1]) : undefined;
}

function realDate(year = '', month = '', day = ''): string | undefined {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined;
}
