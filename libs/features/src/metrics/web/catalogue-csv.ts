import { monthsSince } from '#domain/observations/months-since.js';
import { type CsvCell } from '#platform/csv/csv-answer.js';
import { type CsvwColumn } from '#platform/csv/csvw.js';
import { type Metric } from '../metric.entity.js';
import { type MetricStanding } from '../metric-standing.queries.js';

/** The catalogue as a file: one metric a row, with what there is of its figures. */
export const CATALOGUE_TABLE: readonly CsvwColumn[] = [
  { name: 'slug', description: 'Name of the metric in addresses and files', datatype: 'string', required: true },
  { name: 'name', description: 'Name of the metric for people', datatype: 'string', required: true },
  { name: 'indicators', description: 'Texts by which published files call it, separated by semicolons', datatype: 'string' },
  { name: 'unit', description: 'Unit as its producer writes it', datatype: 'string' },
  { name: 'direction', description: 'Which way is better', datatype: 'string', required: true },
  { name: 'decimals', description: 'Decimals shown', datatype: 'integer', required: true },
  { name: 'rounding_unit', description: 'What the published figure is rounded to', datatype: 'number', required: true },
  { name: 'basis', description: 'Money of the day, real terms, or no money', datatype: 'string', required: true },
  { name: 'place', description: 'By where people live or work', datatype: 'string', required: true },
  { name: 'year_kind', description: 'What a bare year means in its files', datatype: 'string', required: true },
  { name: 'snapshot_month', description: 'The month that a bare year stands for in a series of snapshots, 1 to 12', datatype: 'integer' },
  { name: 'combines', description: 'Whether a larger area’s figure is the average or the total of its parts; empty for neither', datatype: 'string' },
  { name: 'place_control', description: 'How far a place’s own council controls it; empty where nobody has said', datatype: 'string' },
  { name: 'method', description: 'The method that decides verdicts', datatype: 'string', required: true },
  { name: 'accreditation', description: 'Standing of the statistics; empty where nobody has recorded it', datatype: 'string' },
  { name: 'proxy_for', description: 'Slug of the metric that it stands for', datatype: 'string' },
  { name: 'part_of', description: 'Slug of the metric that it is a part of', datatype: 'string' },
  { name: 'exploratory', description: 'What to measure is still being explored', datatype: 'boolean', required: true },
  { name: 'publisher', description: 'Producer of the figures', datatype: 'string', required: true },
  { name: 'licence', description: 'Licence of the figures', datatype: 'string', required: true },
  { name: 'latest_period_start', description: 'First day of the newest period with a figure', datatype: 'date' },
  { name: 'latest_period_end', description: 'Last day of the newest period with a figure', datatype: 'date' },
  { name: 'months_since', description: 'Whole months since that period ended', datatype: 'integer' },
  { name: 'releases', description: 'Published releases that hold any of it', datatype: 'integer', required: true },
  { name: 'areas', description: 'Areas that have figures', datatype: 'integer', required: true },
  { name: 'open_warnings', description: 'Figures that look unlikely and that nobody has confirmed', datatype: 'integer', required: true },
];

/** @param today ISO date */
export function catalogueRow(metric: Metric, { latest, levels, releases, openWarnings }: MetricStanding, today: string): CsvCell[] {
  return [
    metric.slug,
    metric.name,
    metric.indicators.join('; '),
    metric.unit,
    metric.direction,
    metric.decimals,
    metric.roundingUnit,
    metric.basis,
    metric.place,
    metric.yearKind,
    metric.snapshotMonth,
    metric.combines,
    metric.placeControl,
    metric.method ?? 'interim-path',
    metric.accreditation,
    metric.proxyFor,
    metric.partOf,
    String(metric.exploratory),
    metric.source.publisher,
    metric.source.licence,
    latest?.start ?? null,
    latest?.end ?? null,
    latest ? monthsSince(latest.end, today) : null,
    releases,
    levels.reduce((total, { areas }) => total + areas, 0),
    openWarnings,
  ];
}
