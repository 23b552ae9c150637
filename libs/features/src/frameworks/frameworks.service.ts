import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { type EntityManager } from 'typeorm';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { frameworkFaults } from '#domain/missions/framework-faults.js';
import { requirePermission } from '#features/access/access.guard.js';
import { JUDGE_MISSIONS } from '#features/judgements/judge-missions.job.js';
import { MetricsQueries } from '#features/metrics/metrics.queries.js';
import { YamlFile } from '#platform/located-yaml/yaml-file.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { FrameworkFile } from './framework-file.js';
import { FrameworkStore } from './framework-store.service.js';
import { requireOpenFramework } from './framework-standing.js';
import { Framework } from './framework.entity.js';
import { contradictions } from './recorded-changes.js';

/** What an import of a framework did. */
export interface FrameworkImport {
  slug: string;
  /** False where the very same file is loaded already: then nothing was written. */
  changed: boolean;
  missions: number;
  targets: number;
}

@Injectable()
export class FrameworksService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: FrameworkStore,
    private readonly metrics: MetricsQueries,
  ) {}

  /**
   * Checks and loads a framework file: missions with their texts, leads and targets, in one transaction. Missions and
   * targets that are there already are changed in place, by their slugs; leads are those of the file.
   * @throws ApplicationError naming every fault with its line, or what vanished though it has been judged; then nothing is changed
   */
  async importFramework(actor: Actor, { text }: { fileName: string; text: string }): Promise<FrameworkImport> {
    requirePermission(actor, 'framework.import');
    const fileChecksum = createHash('sha256').update(text).digest('hex');
    const loaded = await loadedFrom(this.unitOfWork.reader, fileChecksum);
    if (loaded) return loaded;

    const file = YamlFile.read(FrameworkFile, text);
    const catalogue = new Map((await this.metrics.all()).map((metric) => [metric.slug, metric]));
    const faults = frameworkFaults(file.value, catalogue);
    if (faults.length > 0) throw file.refuse(faults);

    const { framework, missions } = file.value;
    const counts = { missions: missions.length, targets: missions.reduce((sum, { targets }) => sum + targets.length, 0) };
    const move = { actor: auditName(actor), event: 'FRAMEWORK_IMPORTED', subject: `framework:${framework.slug}`, facts: { ...counts, fileChecksum } };
    try {
      return await this.unitOfWork.run(move, async (tx) => {
        // Two imports of one framework would each delete the other's leads: one waits for the other.
        await tx.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`waymark framework ${framework.slug}`]);
        const meanwhile = await loadedFrom(tx.manager, fileChecksum);
        if (meanwhile) throw new LoadedMeanwhile(meanwhile);
        const known = await tx.repository(Framework).findOneBy({ slug: framework.slug });
        if (known) await requireOpenFramework(tx.manager, { frameworkId: known.id });
        const contradicted = known ? await contradictions(tx, known.id, file.value) : [];
        if (contradicted.length > 0) throw file.refuse(contradicted);
        await this.store.save(tx, file.value, fileChecksum);
        await tx.enqueue(JUDGE_MISSIONS, { cause: 'framework' });
        return { slug: framework.slug, changed: true, ...counts };
      });
    } catch (error) {
      if (error instanceof LoadedMeanwhile) return error.loaded;
      throw error;
    }
  }
}

/** Thrown to leave the transaction without a trace, audit line included. */
class LoadedMeanwhile extends Error {
  constructor(readonly loaded: FrameworkImport) {
    super('loaded meanwhile');
  }
}

async function loadedFrom(manager: EntityManager, fileChecksum: string): Promise<FrameworkImport | undefined> {
  const framework = await manager.getRepository(Framework).findOneBy({ fileChecksum });
  if (!framework) return undefined;
  const [counts]: { missions: number; targets: number }[] = await manager.query(
    `SELECT count(DISTINCT m.id)::int AS missions, count(t.id)::int AS targets
       FROM missions m LEFT JOIN targets t ON t.mission_id = m.id WHERE m.framework_id = $1`,
    [framework.id],
  );
  return { slug: framework.slug, changed: false, missions: counts?.missions ?? 0, targets: counts?.targets ?? 0 };
}
