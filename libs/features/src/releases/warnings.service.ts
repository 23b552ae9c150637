import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, IsNull } from 'typeorm';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { requirePermission } from '#features/access/access.guard.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { ImportWarning, type WarningKind } from './import-warning.entity.js';

/** One warning, or all of a kind that are still open. */
export type WarningsChosen = { warningId: number } | { kind: WarningKind };

/** Acknowledging: a person has looked at a figure and says by name what they found. */
@Injectable()
export class WarningsService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * @returns how many were acknowledged
   * @throws ApplicationError without a note, or where nothing of what was chosen is open
   */
  async acknowledge(actor: Actor, releaseId: number, chosen: WarningsChosen, note: string): Promise<number> {
    requirePermission(actor, 'observation.import');
    if (note.trim() === '') throw ApplicationError.invalid([{ code: 'no-note', message: 'Enter what you found', field: 'note' }]);
    return this.unitOfWork.run({ actor: auditName(actor), event: 'WARNING_ACKNOWLEDGED', subject: `release:${releaseId}` }, async (tx) => {
      const which: FindOptionsWhere<ImportWarning> = 'warningId' in chosen ? { id: chosen.warningId } : { kind: chosen.kind };
      const { affected } = await tx
        .repository(ImportWarning)
        .update({ ...which, releaseId, acknowledgedAt: IsNull() }, { acknowledgedBy: actor.id, acknowledgedAt: tx.now, note: note.trim() });
      if (!affected) throw ApplicationError.conflict('There is no open warning like that: somebody has acknowledged it already', 'none-open');
      tx.describe({ ...chosen, acknowledged: affected, note: note.trim() });
      return affected;
    });
  }
}
