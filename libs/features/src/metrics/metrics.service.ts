import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { type EntityManager } from 'typeorm';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { catalogueFaults } from '#domain/observations/catalogue-faults.js';
import { requirePermission } from '#features/access/access.guard.js';
import { YamlFile } from '#platform/located-yaml/yaml-file.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { CatalogueFile, type MetricEntry } from './catalogue-file.js';
import { meaningFaults } from './meaning-faults.js';
import { Metric } from './metric.entity.js';

/** What an import of a catalogue did. */
export interface CatalogueImport {
  /** False where the file says what is known already: then nothing was written. */
  changed: boolean;
  metrics: number;
  added: number;
  updated: number;
}

@Injectable()
export class MetricsService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Loads a catalogue file: new metrics are added, known ones brought up to date by their slug, others left.
   * @throws ApplicationError naming every fault with its line; then nothing is changed
   */
  async importCatalogue(actor: Actor, { text }: { fileName: string; text: string }): Promise<CatalogueImport> {
    requirePermission(actor, 'framework.import');
    const file = YamlFile.read(CatalogueFile, text);
    const { report } = await this.difference(this.unitOfWork.reader, file);
    if (!report.changed) return report;
    return this.unitOfWork.run({ actor: auditName(actor), event: 'METRICS_IMPORTED', subject: 'catalogue:metrics' }, async (tx) => {
      // a release that is published meanwhile may give a metric another unit
      await tx.manager.query('SELECT FROM metrics ORDER BY id FOR NO KEY UPDATE');
      const again = await this.difference(tx.manager, file);
      // ids are identity columns, so the slug decides which row is meant
      if (again.report.changed) await tx.repository(Metric).upsert(again.changed.map(rowOf), { conflictPaths: ['slug'] });
      tx.describe({ ...again.report });
      return again.report;
    });
  }

  /** @throws ApplicationError naming every fault with its line */
  private async difference(manager: EntityManager, file: YamlFile<CatalogueFile>): Promise<{ report: CatalogueImport; changed: MetricEntry[] }> {
    const entries = file.value.metrics;
    const known = new Map((await manager.getRepository(Metric).find()).map((metric) => [metric.slug, metric]));
    const faults = [...catalogueFaults(entries, loadedBeside(entries, known)), ...(await meaningFaults(manager, entries, known))];
    if (faults.length > 0) throw file.refuse(faults);
    const changed = entries.filter((entry) => !saysTheSame(entry, known.get(entry.slug)));
    const added = changed.filter(({ slug }) => !known.has(slug)).length;
    return { report: { changed: changed.length > 0, metrics: entries.length, added, updated: changed.length - added }, changed };
  }
}

/** Metrics of other catalogues, which this file must not contradict. */
function loadedBeside(entries: readonly MetricEntry[], known: ReadonlyMap<string, Metric>): { slugs: Set<string>; indicators: Map<string, string> } {
  const here = new Set(entries.map(({ slug }) => slug));
  const others = [...known.values()].filter(({ slug }) => !here.has(slug));
  return {
    slugs: new Set(others.map(({ slug }) => slug)),
    indicators: new Map(others.flatMap(({ slug, indicators }) => indicators.map((indicator) => [indicator, slug] as const))),
  };
}

function rowOf(entry: MetricEntry): Omit<Metric, 'id'> {
  const { source, countBehind } = entry;
  return { ...entry, source: { ...source }, countBehind: countBehind && { ...countBehind }, seriesBreaks: entry.seriesBreaks.map((one) => ({ ...one })) };
}

function saysTheSame(entry: MetricEntry, metric: Metric | undefined): boolean {
  if (!metric) return false;
  const { id: _, ...known } = metric;
  return isDeepStrictEqual(known, rowOf(entry));
}
