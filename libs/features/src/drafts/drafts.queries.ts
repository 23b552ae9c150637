import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor } from '#domain/access/permissions.js';
import { requirePermission } from '#features/access/access.guard.js';
import { requireOwnDepartment } from '#features/submissions/submission-access.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { Clock } from '#platform/clock/clock.js';
import { Settings } from '#platform/config/settings.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type DraftLine, draftLine, type DraftState, draftState } from './draft-state.js';

/** What a department's own system reads of its returns and plans. */
@Injectable()
export class DraftsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly submissions: SubmissionsQueries,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** What the actor's department owes and has delivered, by due date. */
  async mine(actor: Actor): Promise<DraftLine[]> {
    const found = await this.submissions.ofDepartment(actor);
    return found.map((submission) => draftLine(submission, this.clock.today(), this.settings.baseUrl));
  }

  /** @throws ApplicationError 404 for an unknown reference, 403 for another department's */
  async byReference(actor: Actor, reference: string): Promise<Submission> {
    requirePermission(actor, 'submission.read');
    const submission = await this.dataSource.getRepository(Submission).findOneBy({ reference });
    if (!submission) throw ApplicationError.notFound(`The return or plan ${reference}`);
    requireOwnDepartment(actor, submission);
    return submission;
  }

  /** @throws ApplicationError 404, 403 */
  async state(actor: Actor, reference: string): Promise<DraftState> {
    const { kind, id } = await this.byReference(actor, reference);
    return draftState(await this.submissions.dossier(actor, kind, id), this.settings.baseUrl);
  }
}
