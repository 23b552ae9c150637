import { Injectable } from '@nestjs/common';
import { MoreThan, Raw } from 'typeorm';
import { type EvidenceReturnContent } from '#domain/evidence-returns/evidence-return-content.js';
import { shownDraftContent } from '#domain/evidence-returns/shown-draft-content.js';
import { type SubmissionContent } from '#domain/submissions/submission-content.js';
import { type SubmissionSection } from '#domain/submissions/submission-status.js';
import { CommentsQueries } from '#features/comments/comments.queries.js';
import { CommentsService } from '#features/comments/comments.service.js';
import { SectionComment } from '#features/comments/section-comment.entity.js';
import { SubmissionContents } from '#features/submissions/submission-contents.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { londonDate } from '#platform/clock/clock.js';
import { ApplicationError, type Reason } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { DraftLink } from './draft-link.entity.js';
import { stateOfLink } from './draft-link-state.js';
import { hashOf } from './draft-links.service.js';
import { draftLinksWords as words } from './draft-links.words.js';

/** A draft as the bearer of a link reads it. */
export interface ShownDraft {
  link: DraftLink;
  /** With its organisation and mission. */
  submission: Submission;
  /** Without what is given in confidence or under embargo: a link may be passed on. */
  content: SubmissionContent;
  sections: readonly SubmissionSection[];
  /** What was said by this very link; the department's own comments are not shown. */
  said: SectionComment[];
}

/** What a visitor says. */
export interface VisitorsComment {
  name: string;
  section: string | null;
  text: string;
}

/** Far more than people need, far less than a machine does. */
const MOST_OPENINGS_A_MINUTE = 30;
const MOST_COMMENTS_AN_HOUR = 20;
const LONGEST_NAME = 100;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** The visitors' side of links to drafts: reading and commenting, by nothing but the secret. */
@Injectable()
export class ShownDrafts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly contents: SubmissionContents,
    private readonly queries: CommentsQueries,
    private readonly comments: CommentsService,
  ) {}

  /**
   * Opens the draft and notes the opening.
   * @returns undefined where the link was opened too often in this minute
   * @throws ApplicationError 404, in the same words for every link that does not work
   */
  async open(secret: string): Promise<ShownDraft | undefined> {
    return this.unitOfWork.run({ actor: 'visitor', event: 'DRAFT_LINK_OPENED', subject: 'draft-link' }, async (tx) => {
      const { link, submission } = await this.live(tx, secret);
      const { id } = link;
      const withinMinute = link.minuteFrom !== null && tx.now.getTime() - link.minuteFrom.getTime() < MINUTE_MS;
      const openingsInMinute = (withinMinute ? link.openingsInMinute : 0) + 1;
      tx.describe({ submission: submission.id, refused: openingsInMinute > MOST_OPENINGS_A_MINUTE });
      if (openingsInMinute > MOST_OPENINGS_A_MINUTE) return undefined;
      await tx.repository(DraftLink).update({ id }, { openings: link.openings + 1, openedAt: tx.now, minuteFrom: withinMinute ? link.minuteFrom : tx.now, openingsInMinute });
      const registered = this.contents.of(submission.kind);
      const whole = await registered.contentOf(tx.manager, submission.id);
      const content = submission.kind === 'evidence-return' ? shownDraftContent(whole as EvidenceReturnContent, londonDate(tx.now)) : whole;
      return { link, submission, content, sections: registered.sections, said: await this.queries.byLink(id) };
    });
  }

  /** @throws ApplicationError 404 as for reading, 422 for name and text, and for the twenty-first comment of an hour. */
  async comment(secret: string, { name, section, text }: VisitorsComment): Promise<void> {
    await this.unitOfWork.run({ actor: 'visitor', event: 'DRAFT_COMMENTED_BY_LINK', subject: 'draft-link' }, async (tx) => {
      const { link: { id }, submission } = await this.live(tx, secret);
      const reasons = nameRefusals(name);
      const { sections } = this.contents.of(submission.kind);
      if (section !== null && !sections.some(({ key }) => key === section)) reasons.push({ code: 'section-unknown', message: words.draft.unknownSection, field: 'text' });
      const lately = await tx.repository(SectionComment).countBy({ draftLinkId: id, at: MoreThan(new Date(tx.now.getTime() - HOUR_MS)) });
      if (lately >= MOST_COMMENTS_AN_HOUR) reasons.push({ code: 'too-many-comments', message: words.draft.tooMany, field: 'text' });
      if (reasons.length > 0) throw ApplicationError.invalid(reasons);
      await this.comments.add(tx, submission, { section, text, mentionedId: null }, { authorId: null, authorName: name.trim(), draftLinkId: id });
    });
  }

  /** Locks submission, then link: the order of everybody who locks both. */
  private async live(tx: Transaction, secret: string): Promise<{ link: DraftLink; submission: Submission }> {
    const secretHash = hashOf(secret);
    // `find`, since `findOne` with relations asks twice
    const [submission] = await tx.repository(Submission).find({
      where: { id: Raw((id) => `${id} = (SELECT submission_id FROM draft_links WHERE secret_hash = :secretHash)`, { secretHash }) },
      relations: { organisation: true, mission: true, framework: true },
      lock: { mode: 'pessimistic_write', tables: ['submissions'] },
    });
    const link = submission && (await tx.repository(DraftLink).findOne({ where: { secretHash }, lock: { mode: 'pessimistic_write' } }));
    if (!link || stateOfLink(link, submission, tx.now) !== 'live') throw dead();
    tx.describe({}, `draft-link:${link.id}`);
    return { link, submission };
  }
}

/** @returns whether the link does not work, or works no longer */
export function isDeadLink(error: unknown): boolean {
  return error instanceof ApplicationError && error.code === 'draft-link-dead';
}

function dead(): ApplicationError {
  return new ApplicationError('not-found', 'draft-link-dead', words.dead);
}

function nameRefusals(name: string): Reason[] {
  const field = 'name';
  if (name.trim() === '') return [{ code: 'name-missing', message: words.draft.enterName, field }];
  return name.trim().length > LONGEST_NAME ? [{ code: 'name-long', message: words.draft.longName(LONGEST_NAME), field }] : [];
}
