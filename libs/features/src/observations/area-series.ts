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

/** The areas that have figures, each once: one whose successor has figures of its own is left out. In the order of their codes. */
export function seriesOnce(
  areas: readonly Pick<Area, 'code' | 'name' | 'successors'>[],
  figures: ReadonlyMap<string, readonly SeriesPoint[]>,
): AreaSeries[] {
  const codes = new Set(areas.filter(({ code }) => figures.has(code)).map(({ code }) => code));
  return areas
    .filter(({ code, successors }) => codes.has(code) && !successors.some((successor) => codes.has(successor)))
    .map(({ code, name }) => ({ code, name, series: figures.get(code) ?? [] }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}
