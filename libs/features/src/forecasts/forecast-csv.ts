import { FAN, type TargetForecast } from '#domain/forecasts/target-forecast.js';
import { chanceInWords } from '#domain/forecasts/chance-words.js';
import { parsePeriod } from '#domain/observations/period.js';
import { type CsvCell } from '#platform/csv/csv-answer.js';
import { type CsvwColumn, type CsvwTable, headerOf, SDMX } from '#platform/csv/csvw.js';
import { chanceShown } from './chance-shown.js';
import { forecastsWords as words } from './forecasts.words.js';
import { frozenMetric } from './frozen-choices.js';
import { type StoredForecast } from './stored-forecast.entity.js';

const QUANTILES = FAN.map((share) => `p${Math.round(100 * share)}`);

export const FORECAST_TABLE: readonly CsvwColumn[] = [
  { name: 'made_at', description: 'When the forecast was made', datatype: 'dateTimeStamp', required: true },
  { name: 'method_version', description: 'Version of the method', datatype: 'string', required: true },
  { name: 'releases', description: 'Numbers of the releases that it stands on, parted by spaces', datatype: 'string' },
  { name: 'metric', description: 'Slug of the metric in Waymark’s catalogue', datatype: 'string' },
  { name: 'unit', description: 'Unit of the figures', datatype: 'string', propertyUrl: SDMX.unit },
  { name: 'model', description: 'Model that made it; empty where there is no forecast', datatype: 'string' },
  { name: 'series', description: 'How many series of the metric it was made from, its own among them', datatype: 'integer' },
  { name: 'latest_period', description: 'Period of the last figure that it knew, as first day and length', datatype: 'string' },
  { name: 'latest_value', description: 'That figure', datatype: 'number' },
  { name: 'period_start', description: 'First day of the period that is forecast; empty where there is no forecast', datatype: 'date', propertyUrl: SDMX.period },
  { name: 'period', description: 'That period in words', datatype: 'string' },
  ...QUANTILES.map((name): CsvwColumn => ({ name, description: `Of 100 cases, ${name.slice(1)} lie below this figure`, datatype: 'number' })),
  { name: 'decides', description: 'True for the period that decides the target', datatype: 'boolean' },
  { name: 'target_value', description: 'What must be met in that period', datatype: 'number' },
  { name: 'chance', description: 'Chance of a figure as good or better, 0 to 1; empty where none is shown', datatype: 'number' },
  { name: 'chance_in_words', description: 'The same in words', datatype: 'string' },
  { name: 'why_none', description: 'Why there is no chance (untested, fails) or no forecast at all (over-areas, no-target, no-figures, too-few-figures, decided)', datatype: 'string' },
];

export const FORECAST_COLUMNS = headerOf(FORECAST_TABLE);

/** What the rows say of the target's metric. */
export interface MetricOfForecast {
  slug: string;
  unit: string;
}

/** A row a period; one row for a forecast that there is none of. */
export function forecastRows({ madeAt, methodVersion, releaseIds, forecast, lack }: StoredForecast, metric: MetricOfForecast | null): CsvCell[][] {
  const head = [madeAt.toISOString(), methodVersion, releaseIds.join(' '), metric?.slug ?? null, metric?.unit ?? null];
  if (!forecast) return [[...head, ...Array.from({ length: FORECAST_COLUMNS.length - head.length - 1 }, () => null), lack]];
  return forecast.steps.map(({ periodKey, quantiles }, index) => {
    const decides = index === forecast.steps.length - 1;
    const period = parsePeriod(periodKey);
    return [
      ...head,
      ...[forecast.model, forecast.peers, forecast.latest.periodKey, forecast.latest.value, period?.start ?? null, period?.label ?? null],
      ...QUANTILES.map((_, at) => quantiles[at] ?? null),
      String(decides),
      ...(decides ? decidingCells(forecast, metric) : [null, null, null, null]),
    ];
  });
}

function decidingCells(forecast: TargetForecast, metric: MetricOfForecast | null): CsvCell[] {
  const shown = chanceShown(forecast, metric ? frozenMetric(metric.slug) : undefined);
  return shown.why === 'held' ? [forecast.target, forecast.chance, chanceInWords(forecast.chance), null] : [forecast.target, null, null, shown.why];
}

export function forecastsFile(file: { url: string; target: string; licence: string; modified: Date | undefined }): CsvwTable {
  const { url, target, licence, modified } = file;
  return { ...words.file, url, title: words.file.title(target), licence, modified: modified?.toISOString(), columns: FORECAST_TABLE, primaryKey: ['made_at', 'period_start'] };
}
