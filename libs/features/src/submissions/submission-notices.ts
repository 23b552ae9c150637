import { Injectable } from '@nestjs/common';
import { type GivenReason, type SubmissionAction } from '#domain/submissions/submission-status.js';
import { peopleById, peopleOfOrganisation } from '#features/access/people-to-tell.js';
import { type StoodInFor } from '#features/access/stand-ins.js';
import { StandingDelegations } from '#features/delegations/standing-delegations.queries.js';
import { type NoticeText } from '#features/notifications/notice-text.js';
import { type NoticeReaders, Notices } from '#features/notifications/notices.service.js';
import { SENT_FOR_SIGN_OFF, SIGN_OFF_DECLINED, type SubmissionNews, SUBMITTED, WITHDRAWN } from '#features/notifications/texts/submissions.texts.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { SubmissionContents } from './submission-contents.js';
import { SubmissionEvents } from './submission-events.js';
import { Submission } from './submission.entity.js';
import { describeSubmission } from './submission-name.js';
import { submissionsPaths } from './submissions.paths.js';
import { submissionsWords } from './submissions.words.js';

/** Whom a notice is for: who signs, who wrote last, or everybody who has to do with it and the department's mailbox. */
type Readers = 'signers' | 'drafter' | 'department';

/** The notices of the department's moves. A decision's is written by the council's review. */
const NOTICES: Partial<Record<SubmissionAction, { text: NoticeText<SubmissionNews>; to: Readers; page: 'show' | 'signOff' }>> = {
  'send-for-sign-off': { text: SENT_FOR_SIGN_OFF, to: 'signers', page: 'signOff' },
  decline: { text: SIGN_OFF_DECLINED, to: 'drafter', page: 'show' },
  submit: { text: SUBMITTED, to: 'department', page: 'show' },
  withdraw: { text: WITHDRAWN, to: 'department', page: 'show' },
};

/** Tells the department's people of a move, in the move's own transaction. */
@Injectable()
export class SubmissionNotices {
  constructor(
    private readonly notices: Notices,
    private readonly contents: SubmissionContents,
    private readonly delegations: StandingDelegations,
    private readonly events: SubmissionEvents,
  ) {}

  /** Tells of a move; nobody where the move has no notice. */
  async tell(tx: Transaction, submissionId: string, action: SubmissionAction, by: { name: string; inPlaceOf: StoodInFor | undefined; reasons: readonly GivenReason[] }): Promise<void> {
    const notice = NOTICES[action];
    if (!notice) return;
    const submission = await tx.repository(Submission).findOneOrFail({ where: { id: submissionId }, relations: { organisation: true, mission: true } });
    const { kind, reference, dueOn } = submission;
    const titles = new Map(this.contents.of(kind).sections.map(({ key, title }) => [key, title]));
    const name = by.inPlaceOf ? submissionsWords.inPlaceOf(by.name, by.inPlaceOf.name) : by.name;
    const news = { reference, dueOn, by: name, reasons: by.reasons, what: describeSubmission(submission), titles };
    const place = { about: `submission:${submissionId}`, path: submissionsPaths[notice.page](kind, submissionId) };
    await this.notices.tell(tx, notice.text, await this.readersOf(tx, submission, notice.to, by.inPlaceOf?.id ?? null), news, place);
  }

  /** @param sro in whose place somebody acted: told too; null for nobody */
  private async readersOf(tx: Transaction, submission: Submission, to: Readers, sro: string | null): Promise<NoticeReaders> {
    const { draftedBy, signedBy, organisationId, organisation } = submission;
    if (to === 'signers') {
      const authors = new Set(await this.events.authorsOf(tx.manager, submission.id));
      // who wrote a part of it cannot sign it, so that nothing waits for them
      const delegates = (await this.delegations.delegatesOf(tx.manager, organisationId, tx.now)).filter((id) => !authors.has(id));
      return { people: [...(await peopleOfOrganisation(tx, organisationId, ['sro'])), ...(await peopleById(tx, delegates))] };
    }
    if (to === 'drafter') return { people: await peopleById(tx, [draftedBy]) };
    return { people: await peopleById(tx, [draftedBy, signedBy, sro]), mailboxes: organisation.mailbox ? [{ name: organisation.name, email: organisation.mailbox }] : [] };
  }
}
