import { type MiddleChange } from '#domain/funding/change-beside-money.js';
import { differenceInWords } from '#domain/judgements/figure-words.js';
import { type Metric } from '#features/metrics/metric.entity.js';
import { metricsPaths } from '#features/metrics/metrics.paths.js';
import { type CsvCell } from '#platform/csv/csv-answer.js';
import { type CsvwColumn, SDMX } from '#platform/csv/csvw.js';
import { fundingPaths } from '../funding.paths.js';
import { placeChangesWords as words } from '../place-changes.words.js';
import { type MetricAtPlaces } from './place-changes.js';

/** Fewer places than this have a middle and say nothing by it. */
const FEWEST = 10;

export const PLACE_CHANGE_COLUMNS: readonly CsvwColumn[] = [
  { name: 'metric', description: 'Slug of the metric in Waymark’s catalogue', datatype: 'string', required: true },
  { name: 'unit', description: 'Unit of the figures', datatype: 'string', propertyUrl: SDMX.unit },
  { name: 'area_code', description: 'Code of a place that could get some of the fund', datatype: 'string', required: true, propertyUrl: SDMX.area },
  { name: 'area_name', description: 'Its name', datatype: 'string', required: true },
  { name: 'deprivation_fifth', description: '1 is the most deprived; empty without a deprivation figure', datatype: 'integer' },
  { name: 'got_some', description: 'True where it got an award', datatype: 'boolean', required: true },
  { name: 'awarded_gbp', description: 'Pounds in all; empty where it got none, or no amount is published', datatype: 'number' },
  { name: 'baseline_period', description: 'Period of the target’s baseline, in words', datatype: 'string' },
  { name: 'baseline_value', description: 'Figure of the place then; empty where there is none', datatype: 'number' },
  { name: 'latest_period', description: 'Latest period that is compared, the same for every place', datatype: 'string' },
  { name: 'latest_value', description: 'Figure of the place then', datatype: 'number' },
  { name: 'change', description: 'Latest less baseline; empty where the two cannot be compared', datatype: 'number' },
  { name: 'shown', description: 'better or worse where the change is beyond its 95% error, neither where it could be chance or rounding', datatype: 'string' },
];

/** Medians for the page of a fund. */
export function placeChangesSection(slug: string, metrics: readonly MetricAtPlaces[]): object {
  return {
    words,
    rows: metrics.flatMap(({ metric, periods, groups }) => {
      const link = { text: metric.name, href: metricsPaths.metric(metric.slug) };
      if (!periods) return [{ metric: link, group: words.groups.all, between: words.noPeriods, funded: words.noData, unfunded: words.noData }];
      return groups.slice(0, 2).map(({ group, funded, unfunded }) => ({
        metric: link,
        group: group === 'all' ? words.groups.all : words.groups.mostDeprived,
        between: words.between(periods.baseline.label, periods.latest.label),
        funded: middleInWords(funded, metric),
        unfunded: middleInWords(unfunded, metric),
      }));
    }),
    files: [{ href: fundingPaths.changesCsv(slug), text: words.csv }, { href: fundingPaths.changesMetadata(slug), text: words.metadata }],
  };
}

/** A row for each place and metric. */
export function placeChangeRows(metrics: readonly MetricAtPlaces[]): CsvCell[][] {
  return metrics.flatMap(({ metric, periods, places }) =>
    places.map(({ area, fifth, before, latest, change }) => [
      ...[metric.slug, metric.unit, area.code, area.name, fifth ?? null, String(area.awards > 0), area.pounds ?? null],
      ...[periods?.baseline.label ?? null, before?.value ?? null, periods?.latest.label ?? null, latest?.value ?? null],
      ...[change === undefined ? null : rounded(change.difference), change?.shown ?? null],
    ]),
  );
}

function middleInWords({ places, withChange, median }: MiddleChange, metric: Metric): string {
  if (median === undefined) return words.none(places);
  const size = differenceInWords(median, metric);
  const change = rounded(median) === 0 ? words.level : median > 0 ? words.up(size) : words.down(size);
  return withChange < FEWEST ? words.few(change, withChange, places) : words.counted(change, withChange, places);
}

/** Without the digits that binary fractions add. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
