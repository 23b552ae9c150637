import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { LONGEST_ANSWER } from '#domain/submissions/submission-status.js';
import { requirePermission } from '#features/access/access.guard.js';
import { User } from '#features/access/user.entity.js';
import { requireOpenFramework } from '#features/frameworks/framework-standing.js';
import { requireOwnDepartment } from '#features/submissions/submission-access.js';
import { SubmissionContents } from '#features/submissions/submission-contents.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { submissionsWords } from '#features/submissions/submissions.words.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { CommentNotices } from './comment-notices.js';
import { threadsOf } from './comment-threads.js';
import { commentsWords as words } from './comments.words.js';
import { SectionComment } from './section-comment.entity.js';

/** A comment as somebody wrote it. */
export interface NewComment {
  /** Key of the section; null for the whole. */
  section: string | null;
  text: string;
  /** Whom it asks; null for nobody in particular. */
  mentionedId: string | null;
}

/** Who comments: a person of the department, or a colleague who came by a link and gave a name. */
export interface Commenter {
  authorId: string | null;
  authorName: string;
  draftLinkId: string | null;
}

/** Comments of colleagues on drafts. */
@Injectable()
export class CommentsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly contents: SubmissionContents,
    private readonly notices: CommentNotices,
  ) {}

  /** @throws ApplicationError 403 for another department's, 409 while it is no draft, 422 for the text, the section and the person. */
  async comment(actor: Actor, submissionId: string, comment: NewComment): Promise<void> {
    requirePermission(actor, 'submission.comment');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'DRAFT_COMMENTED', subject: `submission:${submissionId}` }, async (tx) => {
      const submission = await this.locked(tx, submissionId);
      requireOwnDepartment(actor, submission);
      await this.add(tx, submission, comment, { authorId: actor.id, authorName: actor.name, draftLinkId: null });
    });
  }

  /** The same inside the caller's transaction, for whoever may comment by another right. */
  async add(tx: Transaction, submission: Submission, { section, text, mentionedId }: NewComment, by: Commenter): Promise<void> {
    requireDraft(submission);
    const said = text.trim();
    if (said === '') throw invalid('text-missing', words.enterText, 'text');
    requireShort(said);
    const { sections } = this.contents.of(submission.kind);
    if (section !== null && !sections.some(({ key }) => key === section)) throw invalid('section-unknown', words.unknownSection, 'section');
    const mentioned = mentionedId === null ? null : await this.colleague(tx, submission, mentionedId);
    const comment = await tx.repository(SectionComment).save({
      submissionId: submission.id, section, threadId: null, kind: 'comment', ...by, mentionedId, mentionedName: mentioned?.name ?? '', text: said, at: tx.now,
    });
    tx.describe({ comment: comment.id, section });
    await this.notices.tell(tx, submission, comment as SectionComment, []);
  }

  /**
   * Answers a thread, settles it or opens it again.
   * @throws ApplicationError 404 for an unknown thread, 409 when it stands so already or it is no draft, 422 for an answer without a word.
   */
  async continueThread(actor: Actor, submissionId: string, threadId: string, { kind, text }: { kind: 'reply' | 'resolve' | 'reopen'; text: string }): Promise<void> {
    requirePermission(actor, 'submission.comment');
    await this.unitOfWork.run({ actor: auditName(actor), event: 'DRAFT_COMMENT_CONTINUED', subject: `submission:${submissionId}`, facts: { thread: threadId, kind } }, async (tx) => {
      const submission = await this.locked(tx, submissionId);
      requireOwnDepartment(actor, submission);
      requireDraft(submission);
      const said = await tx.repository(SectionComment).find({ where: [{ id: threadId, submissionId }, { threadId, submissionId }], order: { sequence: 'ASC' } });
      const [thread] = threadsOf(said);
      if (!thread) throw ApplicationError.notFound(words.aThread);
      if (kind === 'resolve' && !thread.open) throw ApplicationError.conflict(words.settledAlready, 'comment-settled');
      if (kind === 'reopen' && thread.open) throw ApplicationError.conflict(words.openAlready, 'comment-open');
      if (kind === 'reply' && text.trim() === '') throw invalid('text-missing', words.enterAnswer, 'text');
      requireShort(text.trim());
      const comment = await tx.repository(SectionComment).save({
        submissionId, section: thread.section, threadId, kind, authorId: actor.id, authorName: actor.name, draftLinkId: null, mentionedId: null, text: text.trim(), at: tx.now,
      });
      if (comment.text !== '') await this.notices.tell(tx, submission, comment as SectionComment, thread.said);
    });
  }

  /** Locks the submission, so that nothing is said of a draft that is delivered in the same moment. */
  private async locked(tx: Transaction, id: string): Promise<Submission> {
    const submission = await tx.repository(Submission).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!submission) throw ApplicationError.notFound('That submission');
    await requireOpenFramework(tx.manager, submission);
    return submission;
  }

  private async colleague(tx: Transaction, { organisationId }: Submission, id: string): Promise<User> {
    const person = await tx.repository(User).findOneBy({ id, organisationId, disabledAt: IsNull() });
    if (!person) throw invalid('person-unknown', words.unknownPerson, 'mentionedId');
    return person;
  }
}

/** Can anybody still say something to it? */
export function takesComments(submission: Pick<Submission, 'status' | 'framework'>): boolean {
  return submission.framework.closedAt === null && isDraft(submission);
}

/** Is it with the department, so that its words can still change? */
function isDraft({ status }: Pick<Submission, 'status'>): boolean {
  return status === 'draft' || status === 'awaiting-sign-off' || status === 'changes-requested' || status === 'withdrawn';
}

function requireDraft(submission: Submission): void {
  if (!isDraft(submission)) throw ApplicationError.conflict(submissionsWords.movedOn(submission), `submission-${submission.status}`);
}

function requireShort(text: string): void {
  if (text.length > LONGEST_ANSWER) throw invalid('too-long', words.long(LONGEST_ANSWER), 'text');
}

function invalid(code: string, message: string, field: string): ApplicationError {
  return ApplicationError.invalid([{ code, message, field }]);
}
