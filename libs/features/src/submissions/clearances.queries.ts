import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { type Submission } from './submission.entity.js';
import { SubmissionClearance } from './submission-clearance.entity.js';
import { checksumOf } from './content-checksum.js';

/** Whether a draft is cleared by the minister where the department wants it. */
export interface ClearanceState {
  wanted: boolean;
  /** The clearance of these very words; null where there is none, or it was given for other words or before a decline. */
  given: SubmissionClearance | null;
}

/** Reads ministers' clearances. */
@Injectable()
export class Clearances {
  /** @param content the draft as it stands */
  async stateOf(manager: EntityManager, { id, organisationId }: Pick<Submission, 'id' | 'organisationId'>, content: unknown): Promise<ClearanceState> {
    const { wantsClearance } = await manager.findOneByOrFail(Organisation, { id: organisationId });
    return this.stateWhere(manager, { id, wanted: wantsClearance }, content);
  }

  /** The same for whoever knows already whether the department wants it. */
  async stateWhere(manager: EntityManager, { id, wanted }: { id: string; wanted: boolean }, content: unknown): Promise<ClearanceState> {
    return { wanted, given: wanted ? await this.givenFor(manager, id, checksumOf(content)) : null };
  }

  /** The same rule as the database's: the newest of saves, declines, moves to another department and clearances is a clearance, and it is of this checksum. */
  private async givenFor(manager: EntityManager, submissionId: string, checksum: string): Promise<SubmissionClearance | null> {
    const [last]: { id: string; action: string }[] = await manager.query(
      `SELECT id, action FROM submission_events WHERE submission_id = $1 AND action IN ('save', 'decline', 'clear', 'change-lead') ORDER BY sequence DESC LIMIT 1`,
      [submissionId],
    );
    return last?.action === 'clear' ? manager.findOneBy(SubmissionClearance, { eventId: last.id, checksum }) : null;
  }
}
