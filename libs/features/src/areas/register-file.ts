import { parse } from 'csv-parse/sync';
import { AREA_LEVELS, type AreaLevel, isAreaCode } from '#domain/observations/area-level.js';
import { dayFrom } from '#domain/observations/calendar-day.js';
import { ApplicationError, type Reason } from '#platform/errors/application-error.js';
import { type Area } from './area.entity.js';

/** A line of the register, as it will be stored. */
export type RegisteredArea = Omit<Area, 'id' | 'validFromBy' | 'validToBy' | 'validityEdition'>;

export const REGISTER_COLUMNS = ['code', 'name', 'level', 'country', 'parent', 'from', 'to', 'successors'] as const;

type Line = Record<(typeof REGISTER_COLUMNS)[number], string>;

/**
 * Reads a register of areas: CSV with the columns code, name, level, country, parent, from, to, successors (codes with
 * blanks between).
 * @param loaded codes that are in the register already
 * @throws ApplicationError naming every fault with its line
 */
export function readRegister(text: string, loaded: ReadonlySet<string>): RegisteredArea[] {
  const faults: Reason[] = [];
  const at = (line: number, field: string, message: string): void =>
    void faults.push({ code: 'area-register', message: `line ${line}: ${message}`, field });
  const rows = linesOf(text);
  const first = new Map<string, number>();
  const here = new Set(rows.map(({ record }) => record.code));
  const areas = rows.map(({ record, line }): RegisteredArea => {
    const { code, name, level, country, parent, from, to } = record;
    const successors = record.successors.split(/[\s;|]+/).filter(Boolean);
    if (!isAreaCode(code)) at(line, 'code', `“${code}” is no area code`);
    const earlier = first.get(code);
    if (earlier === undefined) first.set(code, line);
    else at(line, 'code', `the code ${code} is there twice (see line ${earlier})`);
    if (name === '') at(line, 'name', `the area ${code} has no name`);
    if (!isLevel(level)) at(line, 'level', `“${level}” is none of ${AREA_LEVELS.join(', ')}`);
    if (parent !== '' && !here.has(parent) && !loaded.has(parent)) at(line, 'parent', `the parent ${parent} is not in the register`);
    for (const [field, date] of Object.entries({ from, to })) {
      if (date !== '' && !dayFrom(date)) at(line, field, `“${date}” is not a date (YYYY-MM-DD)`);
    }
    if (from !== '' && to !== '' && to < from) at(line, 'to', `the code ends on ${to}, before it begins on ${from}`);
    for (const successor of successors) {
      if (!isAreaCode(successor)) at(line, 'successors', `“${successor}” is no area code`);
    }
    return {
      code,
      name,
      level: level as AreaLevel,
      country: country || null,
      parentCode: parent || null,
      confirmed: true,
      validFrom: from || null,
      validTo: to || null,
      successors,
    };
  });
  if (faults.length > 0) throw refusal(faults);
  return areas;
}

function linesOf(text: string): { record: Line; line: number }[] {
  let rows: { record: Record<string, string>; info: { lines: number } }[];
  try {
    rows = parse(text, { bom: true, columns: true, trim: true, skip_empty_lines: true, info: true }) as typeof rows;
  } catch (error) {
    const { lines, message } = error as { lines?: number; message: string };
    throw refusal([{ code: 'no-csv', message: `line ${lines ?? 1}: ${message}`, field: '' }]);
  }
  const missing = REGISTER_COLUMNS.filter((column) => !(column in (rows[0]?.record ?? {})));
  if (missing.length > 0) {
    throw refusal([{ code: 'no-register', message: `line 1: no ${rows.length === 0 ? 'areas' : `column ${missing.join(', ')}`}`, field: '' }]);
  }
  return rows.map(({ record, info }) => ({ record: record as Line, line: info.lines }));
}

function isLevel(text: string): text is AreaLevel {
  return AREA_LEVELS.some((level) => level === text);
}

function refusal(reasons: Reason[]): ApplicationError {
  return ApplicationError.invalid(reasons, `The register was refused for ${reasons.length === 1 ? 'one fault' : `${reasons.length} faults`}; nothing was changed`);
}
