import { type Judgement } from '#features/judgements/judgement.entity.js';
import { markerOf } from '#features/observations/observations-csv.js';
import { type CsvCell } from '#platform/csv/csv-answer.js';
import { type CsvwColumn, type CsvwTable, SDMX } from '#platform/csv/csvw.js';
import { type Metric } from '../metric.entity.js';
import { type UsedCell } from './area-cells.queries.js';

/** One figure that a verdict stands on a row, under the key by which the verdict names it. */
export const INPUT_TABLE: readonly CsvwColumn[] = [
  { name: 'key', description: 'By which the verdict names the figure: metric, area, period and release', datatype: 'string', required: true },
  { name: 'metric', description: 'Slug of the metric in Waymark’s catalogue', datatype: 'string', required: true },
  { name: 'unit', description: 'Unit of the figure as its producer writes it', datatype: 'string', propertyUrl: SDMX.unit },
  { name: 'area_code', description: 'Code of the area', datatype: 'string', required: true, propertyUrl: SDMX.area },
  { name: 'area_name', description: 'Name of the area', datatype: 'string', required: true },
  { name: 'period_start', description: 'First day of the period; the day itself for a snapshot', datatype: 'date', required: true, propertyUrl: SDMX.period },
  { name: 'period_end', description: 'Last day of the period', datatype: 'date', required: true },
  { name: 'period', description: 'The period in words', datatype: 'string', required: true },
  { name: 'value', description: 'The figure as the release had it', datatype: 'number', propertyUrl: SDMX.value },
  { name: 'lower_95', description: 'Lower limit of the published 95% interval', datatype: 'number' },
  { name: 'upper_95', description: 'Upper limit of the published 95% interval', datatype: 'number' },
  { name: 'marker', description: 'The producer’s marker', datatype: 'string', propertyUrl: SDMX.status },
  { name: 'release', description: 'Number of the release in Waymark', datatype: 'integer', required: true },
];

const BATCH = 2000;

/** The figures behind a verdict, a batch at a time: a rule over areas stands on thousands. */
export async function* inputRows(
  keys: readonly string[],
  metrics: readonly Metric[],
  read: (keys: readonly string[]) => Promise<UsedCell[]>,
): AsyncGenerator<CsvCell[][]> {
  const known = new Map(metrics.map((metric) => [metric.id, metric]));
  for (let start = 0; start < keys.length; start += BATCH) {
    const cells = await read(keys.slice(start, start + BATCH));
    yield cells.map(({ key, metricId, area, period, value, lower, upper, status, releaseId }) => {
      const metric = known.get(metricId);
      const { code, name } = area;
      return [key, metric?.slug ?? '', metric?.unit ?? '', code, name, period.start, period.end, period.label, value, lower, upper, markerOf(status), releaseId];
    });
  }
}

export function inputsFile({ url, metric, judgement }: { url: string; metric: Metric; judgement: Judgement }): CsvwTable {
  return {
    url,
    title: `Figures behind a verdict on ${metric.name}`,
    description: `The published figures that the verdict “${judgement.verdict ?? ''}” of ${judgement.asOf} stands on. The verdict itself is not an official statistic: ${judgement.sentence}`,
    licence: metric.source.licence,
    publisher: metric.source.publisher,
    modified: judgement.givenAt.toISOString(),
    columns: INPUT_TABLE,
    primaryKey: ['key'],
  };
}
