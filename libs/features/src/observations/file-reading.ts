import { closestText } from '#domain/observations/closest-text.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type CsvBatch, CsvRecords } from './csv-records.js';
import { type RecognisedLayout } from './file-head.js';
import { type ImportRegisters } from './import-registers.js';
import { emptyReport, type ImportReport } from './import-report.js';
import { type ImportRequest } from './import-request.js';
import { rolesOf } from './layout-header.js';
import { ObservationRows } from './observation-rows.js';
import { type ObservationsCopy } from './observations-copy.js';
import { type PublishedFile } from './published-file.js';
import { BrokenFile, RefusedFile } from './refused-file.js';

/** Each suggestion looks through the whole catalogue, while nothing else is done. */
const MOST_SUGGESTIONS = 50;

/** Where the rows go; a dry run has no such place. */
export interface ReadingTarget {
  copy: Pick<ObservationsCopy, 'write' | 'end' | 'addAreas'>;
  releaseId: number;
}

/** A file, the layout recognised in it, and what its rows refer to. */
export interface ReadingSource {
  file: PublishedFile;
  layout: RecognisedLayout;
  registers: ImportRegisters;
  /** ISO date of the import. */
  today: string;
}

/** One reading of a file, from its header to its last row: what is understood is written, everything is counted. */
export class FileReading {
  private bytesRead = 0;
  private readonly rows: ObservationRows;

  /** @throws ApplicationError where the one metric that the file should be for has no figures, or its rows have no period */
  constructor(
    private readonly source: ReadingSource,
    private readonly request: ImportRequest,
    private readonly target?: ReadingTarget,
  ) {
    const { layout, registers, today } = source;
    const { metric, provisional = [], confirm = {}, acceptRejects = false } = request;
    if (metric !== undefined && !registers.metricsBySlug.has(metric)) {
      throw ApplicationError.invalid([{ code: 'unknown-metric', message: `no metric with figures is called ${metric}`, field: 'metric' }]);
    }
    this.rows = new ObservationRows(layout.plan, registers, {
      today,
      provisional,
      releaseId: target?.releaseId ?? 0,
      metric,
      indicator: layout.indicator,
      period: periodOfAll(layout, request.period),
      allProvisional: layout.provisional,
      confirm,
      acceptRejects,
    });
  }

  get refused(): boolean {
    return this.rows.refused;
  }

  /** Publishers of the metrics that the file has figures of. */
  get publishers(): string[] {
    return [...new Set(this.metrics.map(({ publisher }) => publisher))];
  }

  /** The metrics that the file has figures of, with how many. */
  get metrics(): { metricId: number; slug: string; publisher: string; rows: number }[] {
    return [...this.rows.metrics.values()].flatMap(({ metric, rows }) =>
      metric && rows > 0 ? [{ metricId: metric.id, slug: metric.slug, publisher: metric.publisher, rows }] : [],
    );
  }

  /** @throws RefusedFile where the file cannot be read to its end */
  async run(): Promise<void> {
    const { file, layout } = this.source;
    try {
      const csv = new CsvRecords(layout.plan.layout.encoding);
      for await (const chunk of file.chunks()) {
        this.bytesRead += chunk.length;
        await this.take(csv.push(chunk));
      }
      await this.take(csv.end());
      if (this.rows.rowsRead === 0) throw new BrokenFile({ row: layout.headerRow, column: '', value: '', reason: 'the file has a header and no figures' });
      await this.write(this.rows.finish());
      await this.target?.copy.end();
    } catch (error) {
      // the connection takes no other statement, not even a rollback, while a COPY is open
      await this.target?.copy.end().catch(() => undefined);
      if (!(error instanceof BrokenFile)) throw error;
      throw brokenAt(error, this.report({ dryRun: this.target === undefined }));
    }
  }

  report({ dryRun }: { dryRun: boolean }): ImportReport {
    const { rows, source } = this;
    const { plan } = source.layout;
    const known = [...source.registers.metrics.keys()];
    return {
      ...emptyReport(source.file),
      dryRun,
      layout: { name: plan.layout.name, title: plan.layout.title, roles: rolesOf(plan) },
      columns: [...plan.header],
      rowsRead: rows.rowsRead,
      rowsWithValue: rows.rowsWithValue,
      rowsMissing: rows.rowsMissing,
      rowsRejected: rows.faults.count,
      figures: rows.figures,
      rejected: rows.faults.listed,
      unknownIndicators: [...rows.unknownIndicators].map(([indicator, count], at) => {
        const closest = at < MOST_SUGGESTIONS ? closestText(indicator, known) : undefined;
        return { indicator, rows: count, ...(closest === undefined ? {} : { closest }) };
      }),
      unconfirmedAreas: [...rows.unconfirmed].map(({ code, name, level }) => ({ code, name, level })),
      rowsByMetric: Object.fromEntries(this.metrics.map(({ slug, rows: count }) => [slug, count])),
      contradictions: rows.agreement.contradictions,
      warnings: rows.faults.warnings,
      warningCount: rows.faults.warningCount,
      preview: rows.preview,
    };
  }

  private async take({ records, firstRow }: CsvBatch): Promise<void> {
    const { layout, registers, file } = this.source;
    const above = Math.max(0, layout.headerRow - firstRow + 1);
    if (records.length <= above) return;
    const below = above === 0 ? records : records.slice(above);
    const unknown = registers.unknownAreas(below, layout.plan);
    if (unknown.length > 0) registers.add(this.target && !this.rows.loadsNothing ? await this.target.copy.addAreas(unknown) : unknown);
    await this.write(this.rows.read(below, firstRow + above));
    this.request.onProgress?.({ bytes: this.bytesRead, totalBytes: file.bytes, rows: this.rows.rowsRead });
  }

  /** After the first refusal nothing is written any more, for it would be rolled back. */
  private async write(lines: string): Promise<void> {
    if (!this.rows.loadsNothing) await this.target?.copy.write(lines);
  }
}

/** The refusal of a file that cannot be read any further, after what was read of it. */
export function brokenAt({ fault }: BrokenFile, report: ImportReport): RefusedFile {
  return new RefusedFile({ ...report, rowsRead: report.rowsRead + 1, rowsRejected: report.rowsRejected + 1, rejected: [...report.rejected, fault] });
}

/** @throws ApplicationError where neither the file nor the request gives a period, or both do */
function periodOfAll({ plan: { layout, period }, period: above }: RecognisedLayout, given: string | undefined): string | undefined {
  if (given !== undefined && (period >= 0 || above !== undefined)) {
    throw ApplicationError.invalid([{ code: 'period-twice', message: 'the file gives its own periods: leave the period out', field: 'period' }]);
  }
  const found = given ?? above ?? layout.period.fixed;
  if (found !== undefined || period >= 0) return found;
  throw ApplicationError.invalid([{ code: 'no-period', message: 'the file does not say what period its figures are for: give it, as in --period 2023-04-01/P1Y', field: 'period' }]);
}
