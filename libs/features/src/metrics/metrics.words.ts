import { type YearKind } from '#domain/observations/year-kind.js';
import { type Metric, type MetricDirection } from './metric.entity.js';

/** The words that describe a metric, wherever one is shown. */
export const metricsWords = {
  direction: { 'higher-is-better': 'Higher is better', 'lower-is-better': 'Lower is better' } satisfies Record<MetricDirection, string>,
  basis: { nominal: 'In money of the day', real: 'In real terms', 'not-money': '' } satisfies Record<Metric['basis'], string>,
  place: { residence: 'By where people live', workplace: 'By where people work', 'not-applicable': '' } satisfies Record<Metric['place'], string>,
  year: {
    calendar: 'Calendar year',
    financial: 'Financial year, April to March',
    school: 'School year, September to August',
    'further-education': 'Academic year of further education, August to July',
    snapshot: 'Each figure is of one day',
  } satisfies Record<YearKind, string>,
  combines: {
    average: 'A larger area’s figure is an average of its parts’',
    total: 'A larger area’s figure is the total of its parts’',
  },
  control: {
    none: 'A place’s own council has no control of it',
    shared: 'A place’s own council shares control of it with others',
    full: 'A place’s own council controls it',
  },
  accreditation: {
    'accredited-official-statistics': 'Accredited official statistics',
    'official-statistics': 'Official statistics',
    'official-statistics-in-development': 'Official statistics in development',
    'not-official-statistics': 'Not official statistics',
    unknown: 'Not recorded in the catalogue',
  },
  notMeant: {
    line: (clauses: string) => `What it does not mean: ${clauses}.`,
    proxy: 'this is a proxy, and not the thing that the mission asks for',
    exploratory: 'what to measure is still being explored, and this may not be it',
    nominal: 'a rise in money of the day is not by itself a rise in real terms',
    total: 'a larger total is not more for each person',
    average: 'an area’s average does not say how far those who live there are apart',
    cause: 'a change does not show what caused it',
  },
  levels: {
    country: 'The United Kingdom and groups of nations',
    nation: 'Nations',
    region: 'Regions of England',
    'combined-authority': 'Combined authorities',
    'upper-tier': 'Counties',
    unitary: 'Single-tier authorities',
    'lower-tier': 'Districts',
    other: 'Other areas',
  } as Record<string, string>,
  age: {
    /** "it ended 14 months ago" */
    ended: (months: number) => `it ended ${ago(months)}`,
    taken: (months: number) => ago(months),
  },
};

function ago(months: number): string {
  if (months === 0) return 'less than a month ago';
  return months === 1 ? '1 month ago' : `${months} months ago`;
}
