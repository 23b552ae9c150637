import { type AreaSeries, type SeriesPoint } from '#domain/judgements/target-to-judge.js';
import { type Area } from '#features/areas/area.entity.js';

const COUNTRIES_OF: Readonly<Record<string, readonly string[]>> = {
  'Great Britain': ['England', 'Scotland', 'Wales'],
  'England and Wales': ['England', 'Wales'],
};

/** @param country as in the register: `England`; `UK`, or nothing, for all */
export function areasOfCountry<Placed extends Pick<Area, 'country'>>(areas: readonly Placed[], country: string | undefined): Placed[] {
  if (country === undefined || country === 'UK') return [...areas];
  const countries = COUNTRIES_OF[country] ?? [country];
  return areas.filter((area) => area.country !== null && countries.includes(area.country));
}

/**
 * The areas that have figures, each once: one whose successor has figures of its own is left out. Where one code simply took
 * the place of another, the older figures go with it. In the order of their codes.
 */
export function seriesOnce(
  areas: readonly Pick<Area, 'code' | 'name' | 'successors'>[],
  figures: ReadonlyMap<string, readonly SeriesPoint[]>,
): AreaSeries[] {
  const recoded = recodedFrom(areas);
  const codes = new Set(areas.filter(({ code }) => figures.has(code)).map(({ code }) => code));
  return areas
    .filter(({ code, successors }) => codes.has(code) && !successors.some((successor) => codes.has(successor)))
    .map(({ code, name }) => ({ code, name, series: joined(figures.get(recoded.get(code) ?? '') ?? [], figures.get(code) ?? []) }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

type Recoded = Pick<Area, 'code' | 'successors'>;

/** By the new code: the one code that came before it, which was neither split nor merged. */
function recodedFrom(areas: readonly Recoded[]): Map<string, string> {
  const before = new Map<string, string[]>();
  for (const { code, successors } of areas) for (const successor of successors) before.set(successor, [...(before.get(successor) ?? []), code]);
  const whole = new Set(areas.filter(({ successors }) => successors.length === 1).map(({ code }) => code));
  return new Map([...before].flatMap(([code, [only, ...others]]) => (only && others.length === 0 && whole.has(only) ? [[code, only] as const] : [])));
}

/** The old code's figures from before the first of the new one, and then the new one's. */
function joined(before: readonly SeriesPoint[], after: readonly SeriesPoint[]): readonly SeriesPoint[] {
  const start = after[0]?.period.start ?? '';
  return [...before.filter(({ period }) => period.end <= start), ...after];
}
