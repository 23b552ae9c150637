import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { systemActor } from '#domain/access/permissions.js';
import { AreasService } from '#features/areas/areas.service.js';
import { ExampleLoaderModule } from '#features/frameworks/example-loader.module.js';
import { MetricsService } from '#features/metrics/metrics.service.js';
import { type ImportReport } from '#features/observations/import-report.js';
import { type ImportRequest } from '#features/observations/import-request.js';
import { ObservationsImportService } from '#features/observations/observations-import.service.js';
import { RefusedFile } from '#features/observations/refused-file.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { startTestApplication, type TestApplication } from './application.js';

export const IMPORTER = systemActor('command', 'test');

/** Headers of published files, as they are. */
export const ONS = 'areacd,areanm,geography,indicator,period,observation,measure,unit,lci_95,uci_95,status,notes';
export const SIXTEEN =
  'AREACD,AREANM,Geography,Variable Name,Indicator,Mission,Category,Period,Value,Measure,Unit,Lower Confidence Interval (95%),Upper Confidence Interval (95%),Observation Status,Polarity,Notes';

/** A row as it is stored, short. */
export interface StoredRow {
  metric: string;
  area: string;
  /** First day and months. */
  period: string;
  value: number | null;
  lower: number | null;
  upper: number | null;
  status: string | null;
  note: string | null;
}

/** A metric of a suite's own, so that no case meets the series of another. */
export function metricOf(slug: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    slug, name: slug, indicators: [slug], unit: '%', measure: 'Percentage', direction: 'higher-is-better', decimals: 1, roundingUnit: 0.1, basis: 'not-money',
    place: 'residence', geography: 'ltla', source: { publisher: 'Somebody', title: 'Made up', licence: 'none' }, exploratory: false, ...more,
  };
}

/** The example's catalogues and areas on a database of their own, with metrics of a suite's own, and files written in place. */
export class ImportDesk {
  private files = 0;

  private constructor(
    readonly waymark: TestApplication,
    private readonly folder: string,
  ) {}

  static async open(metrics: Record<string, unknown>[] = []): Promise<ImportDesk> {
    const waymark = await startTestApplication({ modules: [JobsModule, ExampleLoaderModule] });
    waymark.clock.set('2026-07-01T12:00:00Z');
    const text = (file: string): string => readFileSync(path.resolve('example', file), 'utf8');
    const catalogue = waymark.get(MetricsService);
    for (const name of ['metrics.yml', 'context-metrics.yml']) await catalogue.importCatalogue(IMPORTER, { fileName: name, text: text(`catalogue/${name}`) });
    if (metrics.length > 0) await catalogue.importCatalogue(IMPORTER, { fileName: 'own.yml', text: JSON.stringify({ metrics }) });
    await waymark.get(AreasService).importRegister(IMPORTER, { fileName: 'areas.csv', text: text('areas/areas.csv') });
    return new ImportDesk(waymark, await mkdtemp(path.join(tmpdir(), 'waymark-import-')));
  }

  async close(): Promise<void> {
    await this.waymark.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  async load(content: string | Buffer, more: Partial<ImportRequest> = {}): Promise<ImportReport> {
    const file = path.join(this.folder, `figures-${++this.files}.csv`);
    await writeFile(file, content);
    this.waymark.clock.advance(1000);
    return this.waymark.get(ObservationsImportService).importFile(IMPORTER, { path: file, ...more });
  }

  /** @throws whatever else was thrown, or where nothing was */
  async refusal(content: string | Buffer, more: Partial<ImportRequest> = {}): Promise<RefusedFile> {
    const error: unknown = await this.load(content, more).then(() => undefined, (thrown: unknown) => thrown);
    if (error instanceof RefusedFile) return error;
    throw error ?? new Error('nothing was refused');
  }

  async stored({ releaseId }: ImportReport): Promise<StoredRow[]> {
    return this.rows(
      `SELECT m.slug AS metric, a.code AS area, o.period_start::text || '+' || o.period_months AS period, o.value, o.lower, o.upper, o.status, o.note
         FROM observations o JOIN metrics m ON m.id = o.metric_id JOIN areas a ON a.id = o.area_id WHERE o.release_id = $1 ORDER BY 1, 2, 3`,
      releaseId,
    );
  }

  async rows<Row>(sql: string, ...parameters: unknown[]): Promise<Row[]> {
    return this.waymark.dataSource.query(sql, parameters);
  }
}
