import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type MetricToTest } from '#domain/forecasts/metric-backtest.js';
import { Area } from '#features/areas/area.entity.js';
import { CatalogueFile, type MetricEntry } from '#features/metrics/catalogue-file.js';
import { builtInLayouts } from '#features/observations/built-in-layouts.js';
import { firstRows, recognise } from '#features/observations/file-head.js';
import { FileReading } from '#features/observations/file-reading.js';
import { ImportRegisters } from '#features/observations/import-registers.js';
import { PublishedFile } from '#features/observations/published-file.js';
import { BrokenFile, RefusedFile } from '#features/observations/refused-file.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { YamlFile } from '#platform/located-yaml/yaml-file.js';
import { FigureLines } from './figure-lines.js';

/** A file that gave nothing, and why. */
export interface FileLeftOut {
  file: string;
  why: string;
}

/** The figures of a folder. */
export interface PublishedFolder {
  metrics: MetricToTest[];
  /** Files whose figures are used, with the metrics that they are of. */
  used: { file: string; metrics: string[]; rejected: number }[];
  leftOut: FileLeftOut[];
}

/** Reads every CSV below a folder as an import would, by the catalogue and without a database. */
export async function readFolder(folder: string, catalogue: string): Promise<PublishedFolder> {
  const entries = YamlFile.read(CatalogueFile, await readFile(catalogue, 'utf8')).value.metrics;
  const files = (await readdir(folder, { recursive: true })).filter((name) => /\.csv$/i.test(name)).sort();
  if (files.length === 0) throw ApplicationError.invalid([{ code: 'no-files', message: `${folder} holds no CSV file`, field: 'folder' }]);
  const areas = new Map<string, Area>();
  const leftOut: FileLeftOut[] = [];
  const read: { file: string; lines: FigureLines; rejected: number }[] = [];
  for (const file of files) {
    try {
      read.push({ file, ...(await readFigures(path.join(folder, file), entries, areas)) });
    } catch (error) {
      leftOut.push({ file, why: reasonOf(error) });
    }
  }
  const metrics = entries.flatMap((entry, index) => {
    const [best, ...others] = read.filter(({ lines }) => lines.count(index + 1) > 0).sort((a, b) => b.lines.compare(a.lines, index + 1));
    if (!best) return [];
    leftOut.push(...others.map(({ file }) => ({ file, why: `of ${entry.slug}, ${best.file} is newer or fuller` })));
    return [{ best: best.file, metric: metricOf(entry, best.lines, index + 1) }];
  });
  const used = read.flatMap(({ file, rejected }) => {
    const of = metrics.filter(({ best }) => best === file).map(({ metric }) => metric.slug);
    return of.length > 0 ? [{ file, metrics: of, rejected }] : [];
  });
  return { metrics: metrics.map(({ metric }) => metric), used, leftOut };
}

/** @throws BrokenFile, RefusedFile or ApplicationError where it is no table of figures that is known */
async function readFigures(name: string, entries: readonly MetricEntry[], areas: Map<string, Area>): Promise<{ lines: FigureLines; rejected: number }> {
  const file = await PublishedFile.open(name);
  try {
    const layout = recognise(firstRows(await file.head()), builtInLayouts());
    const { refuse } = layout.plan.layout;
    if (refuse !== undefined) throw new BrokenFile({ row: layout.headerRow, column: '', value: '', reason: refuse });
    const catalogue = entries.map((entry, index) => ({ ...entry, id: index + 1 }));
    const registers = ImportRegisters.of(catalogue, [...areas.values()]);
    const lines = new FigureLines(areas);
    const today = new Date().toISOString().slice(0, 10);
    const reading = new FileReading({ file, layout, registers, today }, { path: name, acceptRejects: true }, { copy: lines, releaseId: 1 });
    await reading.run();
    const report = reading.report({ dryRun: true });
    if (lines.empty) throw new BrokenFile(report.rejected[0] ?? { row: 1, column: '', value: '', reason: 'it has no figures of a metric of the catalogue' });
    return { lines, rejected: report.rowsRejected };
  } finally {
    await file.close();
  }
}

function metricOf(entry: MetricEntry, lines: FigureLines, metricId: number): MetricToTest {
  const { slug, unit, roundingUnit, direction } = entry;
  return { slug, unit, roundingUnit, direction: direction === 'higher-is-better' ? 1 : -1, series: lines.series(metricId) };
}

function reasonOf(error: unknown): string {
  if (error instanceof BrokenFile) return error.fault.reason;
  if (error instanceof RefusedFile) return error.report.rejected[0]?.reason ?? error.message;
  return error instanceof ApplicationError ? (error.reasons[0]?.message ?? error.message) : error instanceof Error ? error.message : String(error);
}

