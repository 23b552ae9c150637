import { figureInWords } from '#domain/judgements/figure-words.js';
import { parsePeriod } from '#domain/observations/period.js';
import { metricPageWords } from '#features/metrics/metric-page.words.js';
import { type Metric } from '#features/metrics/metric.entity.js';
import { markerOf } from '#features/observations/observations-csv.js';
import { type FigureRead, type ImportReport } from '#features/observations/import-report.js';
import { type ImportRun } from '../import-run.entity.js';
import { importsPaths } from '../imports.paths.js';
import { importsWords } from '../imports.words.js';
import { counted } from './import-words.js';

/** Most lines of a table on the page. */
const MOST = 50;

/** A table of what was found; `more` says that it is not all of it. */
export interface FindingsTable {
  id: string;
  caption: string;
  head: string[];
  rows: (string | number)[][];
  more: string | null;
}

export interface FindingsSection {
  counts: { key: { text: string }; value: { text: string } }[];
  tables: FindingsTable[];
  columns: FindingsTable | null;
  rejects: FindingsTable | null;
  rejectsHref: string;
}

export function presentFindings({ id }: Pick<ImportRun, 'id'>, report: ImportReport, metrics: readonly Metric[]): FindingsSection {
  const words = importsWords.show;
  const { rejected, rowsRejected } = report;
  const rejects = table('rejects', words.rejects, words.reject, rejected.map(({ row, column, value, reason }) => [row, column, value, reason]), rowsRejected);
  const columns = table('columns', words.columns, words.column, (report.layout?.roles ?? []).map(({ column, role }) => [column, role]));
  return { counts: countsOf(report), tables: tablesOf(report, metrics).flatMap((one) => one ?? []), columns, rejects, rejectsHref: importsPaths.rejects(id) };
}

function countsOf({ layout, rowsRead, rowsWithValue, rowsMissing, rowsRejected, figures, unconfirmedAreas, unknownIndicators, warningCount }: ImportReport): FindingsSection['counts'] {
  const { rows, notUnderstood } = importsWords.show;
  const lines: [string, string][] = [
    [rows.layout, layout ? layout.title : notUnderstood],
    [rows.read, counted(rowsRead)],
    [rows.withValue, counted(rowsWithValue)],
    [rows.missing, counted(rowsMissing)],
    [rows.rejected, counted(rowsRejected)],
    [rows.figures, counted(figures)],
    [rows.areas, counted(unconfirmedAreas.length)],
    [rows.indicators, counted(unknownIndicators.length)],
    [rows.warnings, counted(warningCount)],
  ];
  return lines.map(([key, value]) => ({ key: { text: key }, value: { text: value } }));
}

function tablesOf(report: ImportReport, metrics: readonly Metric[]): (FindingsTable | null)[] {
  const words = importsWords.show;
  const bySlug = new Map(metrics.map((metric) => [metric.slug, metric]));
  return [
    table('contradictions', words.contradictions, words.contradiction, report.contradictions.map(({ indicator, kind, was, now, rows }) => [indicator, words.kinds[kind], was, now, counted(rows)])),
    table('indicators', words.indicators, words.indicator, report.unknownIndicators.map(({ indicator, rows, closest }) => [indicator, counted(rows), closest ?? ''])),
    table('areas', words.areas, words.area, report.unconfirmedAreas.map(({ code, name, level }) => [code, name, level])),
    table('warnings', words.warnings, words.warning, report.warnings.map(({ row, text }) => [row === 0 ? '' : row, text]), report.warningCount),
    table('preview', words.preview, words.figure, report.preview.map((figure) => previewRow(figure, bySlug.get(figure.metric)))),
    table('metrics', words.metrics, words.metric, Object.entries(report.rowsByMetric).map(([slug, figures]) => [bySlug.get(slug)?.name ?? slug, counted(figures)])),
  ];
}

/** A figure as its metric's page would print it; as it is in the file where the catalogue has lost the metric since. */
function previewRow({ row, metric: slug, area, period, value, lower, upper, status }: FigureRead, metric: Metric | undefined): (string | number)[] {
  const figure = (text: string, extraDecimals = 0): string => (metric && text !== '' ? figureInWords(Number(text), metric, extraDecimals) : text);
  const mark = metricPageWords.marks.of[markerOf(status)] ?? status;
  // limits of a figure in whole numbers are published finer than it
  return [row, metric?.name ?? slug, area, parsePeriod(period)?.label ?? period, figure(value), figure(lower, 1), figure(upper, 1), mark];
}

/** @returns null where there is nothing to show */
function table(id: string, caption: string, head: Readonly<Record<string, string>>, rows: (string | number)[][], all: number = rows.length): FindingsTable | null {
  if (rows.length === 0) return null;
  const shown = rows.slice(0, MOST);
  return { id, caption, head: Object.values(head), rows: shown, more: shown.length < all ? importsWords.show.firstOf(shown.length, counted(all)) : null };
}
