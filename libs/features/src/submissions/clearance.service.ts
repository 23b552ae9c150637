import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { requirePermission } from '#features/access/access.guard.js';
import { peopleOfOrganisation } from '#features/access/people-to-tell.js';
import { Notices } from '#features/notifications/notices.service.js';
import { CLEARED } from '#features/notifications/texts/submissions.texts.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { londonDate } from '#platform/clock/clock.js';
import { longDate } from '#platform/pages/dates.js';
import { ApplicationError, type Reason } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { checksumOf } from './content-checksum.js';
import { auditNounOf } from './submission-audit.js';
import { SubmissionClearance } from './submission-clearance.entity.js';
import { SubmissionContents } from './submission-contents.js';
import { Submission } from './submission.entity.js';
import { SubmissionEvents } from './submission-events.js';
import { describeSubmission } from './submission-name.js';
import { submissionsPaths } from './submissions.paths.js';
import { type OpenedSubmission, SubmissionsService } from './submissions.service.js';
import { submissionsWords as words } from './submissions.words.js';

/** Who cleared a draft, and when. */
export interface GivenClearance {
  /** The minister's name, as people write it. */
  minister: string;
  /** ISO date; null where what was typed is no date. */
  clearedOn: string | null;
}

/** Most characters of a minister's name with the office. */
const LONGEST_NAME = 200;

/** Ministers' clearances: whether a department wants them, and each as it was given. */
@Injectable()
export class ClearanceService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly submissions: SubmissionsService,
    private readonly contents: SubmissionContents,
    private readonly events: SubmissionEvents,
    private readonly notices: Notices,
  ) {}

  /** Does the actor's department want its minister's clearance? */
  async isWanted(actor: Actor): Promise<boolean> {
    requirePermission(actor, 'submission.list');
    const department = await this.unitOfWork.reader.getRepository(Organisation).findOneBy({ id: actor.organisationId ?? undefined });
    if (!actor.organisationId || !department) throw ApplicationError.forbidden(words.notYours);
    return department.wantsClearance;
  }

  /** The SRO says whether the department wants it, from the next signature on. Saying what stands already changes nothing. */
  async want(actor: Actor, wanted: boolean): Promise<void> {
    requirePermission(actor, 'delegation.manage');
    const id = actor.organisationId;
    if (!id) throw ApplicationError.forbidden(words.notYours);
    await this.unitOfWork.run({ actor: auditName(actor), event: 'CLEARANCE_SETTING_CHANGED', subject: `organisation:${id}`, facts: { wanted } }, async (tx) => {
      const department = await tx.repository(Organisation).findOneOrFail({ where: { id }, lock: { mode: 'pessimistic_write' } });
      if (department.wantsClearance !== wanted) await tx.repository(Organisation).update({ id }, { wantsClearance: wanted });
    });
  }

  /**
   * Records that the minister cleared the draft as it stands. A save or a decline voids it.
   * @throws ApplicationError 403 for another department's, 409 when it has changed or does not wait for sign-off, 422 for name and date.
   */
  async record(actor: Actor, opened: OpenedSubmission, given: GivenClearance): Promise<void> {
    requirePermission(actor, 'submission.clear');
    await this.unitOfWork.run({ actor: auditName(actor), event: `${auditNounOf(opened.kind)}_CLEARED`, subject: `submission:${opened.id}` }, async (tx) => {
      const submission = await this.submissions.take(tx, actor, opened);
      if (submission.status !== 'awaiting-sign-off') throw ApplicationError.conflict(words.movedOn(submission), `submission-${submission.status}`);
      const { minister, clearedOn } = await this.checked(tx, submission, given);
      const content = await this.contents.of(submission.kind).contentOf(tx.manager, submission.id);
      const reasons = [{ section: null, text: words.clearance.given(minister, clearedOn) }];
      const { status } = submission;
      const eventId = await this.events.record(tx, submission, { action: 'clear', from: status, actor, versionNumber: submission.deliveredVersions + 1, reasons });
      await tx.repository(SubmissionClearance).insert({
        eventId, submissionId: submission.id, checksum: checksumOf(content), minister, clearedOn, recordedBy: actor.id, recordedAt: tx.now,
      });
      // Who has the page without it open gets the conflict page, not a second clearance.
      await tx.repository(Submission).update({ id: submission.id }, { status });
      await this.tell(tx, actor, submission, { minister, clearedOn });
    });
  }

  private async checked(tx: Transaction, { id }: Submission, { minister, clearedOn }: GivenClearance): Promise<{ minister: string; clearedOn: string }> {
    const name = minister.trim();
    const sent = (await this.events.of(tx.manager, id)).findLast(({ action }) => action === 'send-for-sign-off');
    const sentOn = londonDate(sent?.at ?? tx.now);
    const reasons: Reason[] = [];
    if (name === '') reasons.push({ code: 'minister-missing', message: words.clearance.enterMinister, field: 'minister' });
    if (name.length > LONGEST_NAME) reasons.push({ code: 'minister-long', message: words.clearance.longMinister(LONGEST_NAME), field: 'minister' });
    if (clearedOn === null) reasons.push({ code: 'date-wrong', message: words.clearance.enterDate, field: 'day' });
    else if (clearedOn > londonDate(tx.now)) reasons.push({ code: 'date-future', message: words.clearance.future, field: 'day' });
    else if (clearedOn < sentOn) reasons.push({ code: 'date-before-sending', message: words.clearance.beforeSending(longDate(sentOn)), field: 'day' });
    if (reasons.length > 0 || clearedOn === null) throw ApplicationError.invalid(reasons);
    return { minister: name, clearedOn };
  }

  private async tell(tx: Transaction, actor: Actor, { id, kind, organisationId, reference }: Submission, given: { minister: string; clearedOn: string }): Promise<void> {
    const named = await tx.repository(Submission).findOneOrFail({ where: { id }, relations: { organisation: true, mission: true } });
    const people = (await peopleOfOrganisation(tx, organisationId, ['sro'])).filter((person) => person.id !== actor.id);
    const place = { about: `submission:${id}`, path: submissionsPaths.signOff(kind, id) };
    await this.notices.tell(tx, CLEARED, { people }, { reference, what: describeSubmission(named), ...given }, place);
  }
}
