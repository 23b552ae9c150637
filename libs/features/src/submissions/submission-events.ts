import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Actor } from '#domain/access/permissions.js';
import { type GivenReason } from '#domain/submissions/submission-status.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { type Submission } from './submission.entity.js';
import { SubmissionEvent } from './submission-event.entity.js';
import { submissionsWords } from './submissions.words.js';

/** One line of a submission's history. */
export interface EventToRecord {
  action: SubmissionEvent['action'];
  from: Submission['status'] | null;
  /** Null for the service itself. */
  actor: Actor | null;
  versionNumber: number | null;
  reasons: GivenReason[];
  /** Keys of the sections that a save wrote on. */
  sections?: readonly string[];
  /** The SRO in whose place the actor acted. */
  inPlaceOf?: { name: string } | undefined;
}

/** Writes and reads the history of submissions. */
@Injectable()
export class SubmissionEvents {
  /** Adds a move or a fact to the history. @returns the event's id. */
  async record(tx: Transaction, submission: Pick<Submission, 'id' | 'status'>, event: EventToRecord): Promise<string> {
    const { actor, inPlaceOf } = event;
    const name = actor?.name ?? submissionsWords.theService;
    const { identifiers } = await tx.repository(SubmissionEvent).insert({
      submissionId: submission.id,
      action: event.action,
      fromStatus: event.from,
      toStatus: submission.status,
      versionNumber: event.versionNumber,
      actorId: actor?.kind === 'user' ? actor.id : null,
      actorName: inPlaceOf ? submissionsWords.inPlaceOf(name, inPlaceOf.name) : name,
      reasons: event.reasons,
      sections: [...(event.sections ?? [])],
      at: tx.now,
    });
    return String(identifiers[0]?.['id']);
  }

  /** Everybody who saved any part of it, of any version. */
  async authorsOf(manager: EntityManager, submissionId: string): Promise<string[]> {
    const rows: { id: string }[] = await manager.query(
      `SELECT DISTINCT actor_id AS id FROM submission_events WHERE submission_id = $1 AND action = 'save' AND actor_id IS NOT NULL`,
      [submissionId],
    );
    return rows.map(({ id }) => id);
  }

  /** The whole history, oldest first. */
  async of(manager: EntityManager, submissionId: string): Promise<SubmissionEvent[]> {
    return manager.find(SubmissionEvent, { where: { submissionId }, order: { sequence: 'ASC' } });
  }
}
