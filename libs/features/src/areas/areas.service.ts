import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { requirePermission } from '#features/access/access.guard.js';
import { ApplicationError, type Reason } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { difference } from './geography/geography-difference.js';
import { type GeographyChange, readKnown, writeChange } from './geography/geography-store.js';
import { readGeography } from './geography/read-geography.js';
import { settleGeography } from './geography/settle-geography.js';
import { settleLikeness } from './geography/settle-likeness.js';
import { type GeographyImport, type GeographyReport } from './geography-report.js';

/** What an import of a register did. */
export interface RegisterImport {
  changed: boolean;
  areas: number;
  added: number;
  updated: number;
}

@Injectable()
export class AreasService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Loads a register of areas. What it names is confirmed from then on; areas that it does not name are left.
   * @throws ApplicationError naming every fault with its line; then nothing is changed
   */
  async importRegister(actor: Actor, file: { fileName: string; text: string }): Promise<RegisterImport> {
    const { changed, areas, files } = await this.importGeography(actor, { files: [file], registersOnly: true });
    return { changed, areas: files[0]?.rows ?? 0, added: areas.added, updated: areas.updated };
  }

  /**
   * Loads registers, published lists of codes, look-ups, lists of neighbours and clusters together, whole or not at all.
   * The same again changes nothing; what stands by a better word than theirs stays (ADR 19).
   * @throws ApplicationError naming every fault with file and line; then nothing is changed
   */
  async importGeography(actor: Actor, given: GeographyImport): Promise<GeographyReport> {
    requirePermission(actor, 'observation.import');
    const { report, change } = this.difference(given, await readKnown(this.unitOfWork.reader));
    if (!report.changed || !change) return report;
    return this.unitOfWork.run({ actor: auditName(actor), event: 'AREAS_IMPORTED', subject: 'register:areas' }, async (tx) => {
      await lockAreas(tx);
      // once more, for somebody may have loaded areas since they were read
      const again = this.difference(given, await readKnown(tx.manager));
      await writeChange(tx.manager, again.change);
      const { areas, parents, successions, classes, neighbours, files } = again.report;
      tx.describe({ files: files.map(({ fileName }) => fileName), areas, parents, successions, classes, neighbours });
      return again.report;
    });
  }

  private difference(given: GeographyImport, known: Awaited<ReturnType<typeof readKnown>>): { report: GeographyReport; change: GeographyChange } {
    const edition = given.edition ?? null;
    const read = readGeography(given.files, { edition, registersOnly: given.registersOnly ?? false, known: new Set(known.areas.keys()) });
    const settled = settleGeography(read.claims, known, read.registered);
    const likeness = settleLikeness(read.claims, known, settled.areas, edition);
    if (read.claims.faults.length > 0) throw refusal(read.claims.faults);
    const count = (claims: readonly { code: string }[]): number => new Set(claims.map(({ code }) => code)).size;
    const change: GeographyChange = {
      areas: difference(known.areas.values(), settled.areas.values(), ({ code }) => code, count(read.claims.names)),
      parents: difference(known.parents, settled.parents, ({ area, parent, hierarchy }) => `${area} ${parent} ${hierarchy}`, read.claims.parents.length),
      successions: difference(known.successions, settled.successions, ({ area, successor }) => `${area} ${successor}`, read.claims.successions.length),
      classes: difference(known.classes, likeness.classes, ({ area, scheme, edition: of }) => `${area} ${scheme} ${of}`, read.claims.classes.length),
      neighbours: difference(known.neighbours, likeness.neighbours, ({ model, edition: of, area, rank }) => `${model} ${of} ${area} ${rank}`, read.claims.neighbours.length),
    };
    const parts = Object.values(change).map(({ counts }) => counts);
    return {
      change,
      report: {
        changed: parts.some(({ added, updated, removed }) => added + updated + removed > 0),
        files: read.files,
        areas: change.areas.counts,
        parents: change.parents.counts,
        successions: change.successions.counts,
        classes: change.classes.counts,
        neighbours: change.neighbours.counts,
        contradictions: settled.contradictions,
        editions: likeness.notes,
      },
    };
  }
}

/** One writer of areas at a time, to the end of its transaction: two imports could each wait for a code of the other. */
export async function lockAreas(tx: Transaction): Promise<void> {
  await tx.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', ['waymark areas']);
}

function refusal(reasons: Reason[]): ApplicationError {
  return ApplicationError.invalid(reasons, `The areas were refused for ${reasons.length === 1 ? 'one fault' : `${reasons.length} faults`}; nothing was changed`);
}
