import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { LONGEST_ANSWER } from '#domain/submissions/submission-status.js';
import { requirePermission } from '#features/access/access.guard.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { DeclinedSections, type ResetSection } from './declined-sections.js';
import { DeclineReply } from './decline-reply.entity.js';
import { auditNounOf } from './submission-audit.js';
import { SubmissionContents } from './submission-contents.js';
import { type Submission } from './submission.entity.js';
import { SubmissionEvents } from './submission-events.js';
import { type OpenedSubmission, SubmissionsService } from './submissions.service.js';
import { submissionsWords as words } from './submissions.words.js';

/** Written answers to an SRO about declined sections that stay as they are. */
@Injectable()
export class DeclineRepliesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly submissions: SubmissionsService,
    private readonly contents: SubmissionContents,
    private readonly events: SubmissionEvents,
    private readonly declined: DeclinedSections,
  ) {}

  /**
   * Answers some of the declined sections; an empty answer, and one that stands already, add nothing.
   * @param texts by section
   * @returns how many answers were added
   * @throws ApplicationError 403 for another department's, 409 when it has changed or is not being written, 422 for a text that is too long.
   */
  async reply(actor: Actor, opened: OpenedSubmission, texts: Readonly<Record<string, string>>): Promise<number> {
    requirePermission(actor, 'submission.edit');
    return this.unitOfWork.run({ actor: auditName(actor), event: `${auditNounOf(opened.kind)}_DECLINE_ANSWERED`, subject: `submission:${opened.id}` }, async (tx) => {
      const submission = await this.submissions.take(tx, actor, opened);
      if (submission.status !== 'draft' && submission.status !== 'changes-requested') {
        throw ApplicationError.conflict(words.movedOn(submission), `submission-${submission.status}`);
      }
      const reset = await this.resetOf(tx, submission);
      const given = reset.flatMap(({ id, section, title, reply }) => {
        const text = Object.hasOwn(texts, section) ? (texts[section] ?? '').trim() : '';
        return text === '' || text === reply?.text ? [] : [{ id, section, title, text }];
      });
      const tooLong = given.filter(({ text }) => text.length > LONGEST_ANSWER);
      if (tooLong.length > 0) {
        throw ApplicationError.invalid(tooLong.map(({ section, title }) => ({ code: 'too-long', message: words.reset.tooLong(title, LONGEST_ANSWER), field: `replies.${section}` })));
      }
      for (const { id, text } of given) {
        await tx.repository(DeclineReply).insert({ declinedSectionId: id, text, repliedBy: actor.id, repliedByName: actor.name, repliedAt: tx.now });
      }
      tx.describe({ sections: given.map(({ section }) => section) });
      return given.length;
    });
  }

  private async resetOf(tx: Transaction, { id, kind }: Submission): Promise<ResetSection[]> {
    const registered = this.contents.of(kind);
    const content = await registered.contentOf(tx.manager, id);
    return this.declined.resetSections(tx.manager, await this.events.of(tx.manager, id), { kind, content, sections: registered.sections });
  }
}
