import { isCombinedAuthority } from '#domain/areas/area-kind.js';
import { type DayClaim, firstDayOf, lastDayOf, type Validity } from '#domain/areas/validity.js';
import { type GeographyClaims, type GeographyFile } from './geography-claims.js';
import { groupedBy } from './grouping.js';

/** An area of either file: `geo-metadata.json` has records, `areas-list.json` columns. */
interface TreeArea {
  code: string;
  name: string;
  start: number | null;
  end: number | null;
  /** The nearest first. */
  parents: string[];
  where: string;
}

type Json = Readonly<Record<string, unknown>>;

/** Columns beside one another; start and end only for those that have one, by their place. */
export function isAreasList(json: Json): boolean {
  return Array.isArray(json['areacd']) && Array.isArray(json['areanm']);
}

/** Records by code, with parents and children. */
export function isAreaTree(json: Json): boolean {
  const [first] = Object.values(json);
  return typeof first === 'object' && first !== null && 'areacd' in first && 'parents' in first;
}

export function readAreasList({ fileName }: GeographyFile, json: Json, edition: number | null, claims: GeographyClaims): number {
  const [codes, names, parents] = ['areacd', 'areanm', 'parentcd'].map((column) => listOf(json[column]));
  const [starts, ends] = ['start', 'end'].map((column) => (json[column] ?? {}) as Json);
  const areas = (codes ?? []).map((code, index) => ({
    code: textOf(code),
    name: textOf(names?.[index]),
    start: starts?.[index] ?? null,
    end: ends?.[index] ?? null,
    parents: [textOf(parents?.[index])].filter((parent) => parent !== ''),
    where: `${fileName} entry ${index + 1}`,
  }));
  if (names?.length !== codes?.length) claims.fault(fileName, `${codes?.length ?? 0} codes, but ${names?.length ?? 0} names`);
  readAreas(areas.flatMap((area) => checked(area, claims)), edition, claims);
  return areas.length;
}

export function readAreaTree({ fileName }: GeographyFile, json: Json, edition: number | null, claims: GeographyClaims): number {
  const entries = Object.entries(json);
  const areas = entries.map(([key, value]) => {
    const record = (value ?? {}) as Json;
    const where = `${fileName} entry ${key}`;
    if (record['areacd'] !== key) claims.fault(where, `the entry is of ${textOf(record['areacd']) || 'no code'}`, 'code');
    return { code: key, name: textOf(record['areanm']), start: record['start'] ?? null, end: record['end'] ?? null, parents: listOf(record['parents']).map(textOf), where };
  });
  readAreas(areas.flatMap((area) => checked(area, claims)), edition, claims);
  return areas.length;
}

/** A code that comes several times is several pairs of area and parent, each with years of its own. */
function readAreas(areas: readonly TreeArea[], edition: number | null, claims: GeographyClaims): void {
  const byCode = groupedBy(areas, ({ code }) => code);
  for (const [code, rows] of byCode) {
    const [first] = rows;
    if (!first || !claims.name({ code, name: first.name, source: 'area-tree', where: first.where })) continue;
    const starts = rows.map(({ start }) => start);
    const ends = rows.map(({ end }) => end);
    const claim = (day: string): DayClaim => ({ day, source: 'years', edition, where: first.where });
    if (!starts.includes(null)) claims.firstDay(code, claim(firstDayOf(code, Math.min(...(starts as number[])))));
    if (!ends.includes(null)) claims.lastDay(code, claim(lastDayOf(code, Math.max(...(ends as number[])))));
    for (const row of rows) putInto(row, rows.length > 1, claims);
  }
}

/** In the next area of its tree; and in its combined authority, a district by way of its county. */
function putInto({ code, parents, start, end, where }: TreeArea, ownYears: boolean, claims: GeographyClaims): void {
  const [nearest] = parents;
  const days: Validity | undefined = ownYears ? { from: start === null ? null : firstDayOf(code, start), to: end === null ? null : lastDayOf(code, end) } : undefined;
  const put = (parent: string | undefined): void => {
    if (parent !== undefined) claims.parent({ area: code, parent, source: 'area-tree', where, ...(days ? { days } : {}) });
  };
  put(parents.find((parent) => !isCombinedAuthority(parent)));
  if (nearest !== undefined && isCombinedAuthority(nearest)) put(nearest);
}

function checked(area: { code: string; name: string; start: unknown; end: unknown; parents: string[]; where: string }, claims: GeographyClaims): TreeArea[] {
  const { start, end, where } = area;
  for (const [field, year] of Object.entries({ start, end })) {
    if (year !== null && !isYear(year)) {
      claims.fault(where, `the ${field} year of ${area.code} is “${String(year)}”, which is no year`, field);
      return [];
    }
  }
  if (isYear(start) && isYear(end) && end < start) {
    claims.fault(where, `${area.code} ends in ${end}, before it begins in ${start}`, 'end');
    return [];
  }
  return [{ ...area, start: isYear(start) ? start : null, end: isYear(end) ? end : null }];
}

function isYear(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) > 1800 && Number(value) < 2200;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
