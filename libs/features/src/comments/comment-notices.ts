import { Injectable } from '@nestjs/common';
import { peopleById } from '#features/access/people-to-tell.js';
import { Notices } from '#features/notifications/notices.service.js';
import { DRAFT_COMMENTED } from '#features/notifications/texts/comments.texts.js';
import { SubmissionContents } from '#features/submissions/submission-contents.js';
import { SubmissionEvents } from '#features/submissions/submission-events.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { describeSubmission } from '#features/submissions/submission-name.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { titleOfSection } from './comment-threads.js';
import { commentsPaths } from './comments.paths.js';
import { commentsWords as words } from './comments.words.js';
import { type SectionComment } from './section-comment.entity.js';

/** Tells who wrote the draft, whom a comment asks, and who spoke in the thread before; never the speaker. */
@Injectable()
export class CommentNotices {
  constructor(
    private readonly notices: Notices,
    private readonly contents: SubmissionContents,
    private readonly events: SubmissionEvents,
  ) {}

  /** @param before what was said in the thread until now; none for a new comment */
  async tell(tx: Transaction, { id }: Pick<Submission, 'id'>, comment: SectionComment, before: readonly SectionComment[]): Promise<void> {
    const submission = await tx.repository(Submission).findOneOrFail({ where: { id }, relations: { organisation: true, mission: true } });
    const { kind, reference } = submission;
    const concerned = [...(await this.events.authorsOf(tx.manager, id)), comment.mentionedId, ...before.map(({ authorId }) => authorId)];
    const people = (await peopleById(tx, concerned)).filter((person) => person.id !== comment.authorId);
    const section = titleOfSection(this.contents.of(kind).sections, comment.section, words.whole);
    const news = { reference, what: describeSubmission(submission), section, by: comment.authorName, text: comment.text };
    await this.notices.tell(tx, DRAFT_COMMENTED, { people }, news, { about: `submission:${id}`, path: commentsPaths.thread(kind, id, comment.threadId ?? comment.id) });
  }
}
