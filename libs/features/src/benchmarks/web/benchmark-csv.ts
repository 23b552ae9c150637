import { type CsvCell } from '#platform/csv/csv-answer.js';
import { type CsvwColumn, headerOf, SDMX } from '#platform/csv/csvw.js';
import { type BenchmarkInPeriod, type PlaceAmongOthers } from '../place-benchmarks.service.js';

export const BENCHMARK_TABLE: readonly CsvwColumn[] = [
  { name: 'metric', description: 'Slug of the metric in Waymark’s catalogue', datatype: 'string', required: true },
  { name: 'area_code', description: 'Code of the place', datatype: 'string', required: true, propertyUrl: SDMX.area },
  { name: 'area_name', description: 'Name of the place', datatype: 'string', required: true },
  { name: 'period_start', description: 'First day of the period', datatype: 'date', required: true, propertyUrl: SDMX.period },
  { name: 'period_end', description: 'Last day of the period', datatype: 'date', required: true },
  { name: 'period', description: 'The period in words', datatype: 'string', required: true },
  { name: 'unit', description: 'Unit of the figures', datatype: 'string', propertyUrl: SDMX.unit },
  { name: 'value', description: 'Figure of the place', datatype: 'number', required: true, propertyUrl: SDMX.value },
  { name: 'lower_95', description: 'Lower limit of its published 95% interval', datatype: 'number' },
  { name: 'upper_95', description: 'Upper limit of its published 95% interval', datatype: 'number' },
  { name: 'nearest_code', description: 'Code of the place most like it', datatype: 'string' },
  { name: 'nearest_name', description: 'Name of the place most like it', datatype: 'string' },
  { name: 'nearest_value', description: 'Its figure; empty where it has none', datatype: 'number' },
  { name: 'neighbours_mean', description: 'Mean of the nearest ten that have a figure', datatype: 'number' },
  { name: 'neighbours_with_figure', description: 'How many of them have a figure', datatype: 'integer' },
  { name: 'neighbours_asked', description: 'How many there are, ten at most', datatype: 'integer', required: true },
  { name: 'england_median', description: 'Median of all English authorities of its tier', datatype: 'number' },
  { name: 'england_authorities', description: 'How many of them have a figure', datatype: 'integer' },
  { name: 'england_spread', description: '1.4826 times the median absolute deviation; empty where there is no spread', datatype: 'number' },
  { name: 'class_median', description: 'Median of the authorities of its class', datatype: 'number' },
  { name: 'class_spread', description: '1.4826 times the median absolute deviation; empty where there is no spread', datatype: 'number' },
  { name: 'rank', description: 'Rank among the nearest ten with a figure and itself; 1 is the best', datatype: 'integer' },
  { name: 'rank_best', description: 'Best rank of the 95% interval', datatype: 'integer' },
  { name: 'rank_worst', description: 'Worst rank of the 95% interval', datatype: 'integer' },
  { name: 'rank_of', description: 'How many were ranked, itself among them', datatype: 'integer' },
  { name: 'level_with', description: 'Others with exactly the same figure', datatype: 'integer' },
  { name: 'cannot_be_ranked', description: 'True where the interval covers more than half of the ranks', datatype: 'boolean' },
];

export const BENCHMARK_COLUMNS = headerOf(BENCHMARK_TABLE);

export function benchmarkRow(place: PlaceAmongOthers, metric: { slug: string; unit: string }, { period, benchmark, figures }: BenchmarkInPeriod): CsvCell[] {
  const { own, nearest, neighbours: mean, english, ofClass, rank } = benchmark;
  const limits = figures.get(place.area.code);
  const [nearestCode = null] = place.neighbours;
  return [
    ...[metric.slug, place.area.code, place.area.name, period.start, period.end, period.label, metric.unit],
    ...[own.value, limits?.lower ?? null, limits?.upper ?? null],
    ...[nearestCode, nearestCode === null ? null : (place.authorities.get(nearestCode)?.name ?? null), nearest?.value ?? null],
    ...[mean?.mean ?? null, mean?.withFigure ?? null, Math.min(10, place.neighbours.length)],
    ...[english?.median ?? null, english?.count ?? null, english?.spread ?? null, ofClass?.median ?? null, ofClass?.spread ?? null],
    ...[rank?.rank ?? null, rank?.best ?? null, rank?.worst ?? null, rank?.of ?? null, rank?.tiedWith ?? null, rank ? String(rank.cannotBeRanked) : null],
  ];
}
