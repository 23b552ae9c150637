import { Injectable } from '@nestjs/common';
import { sectionsOf } from '#domain/reviews/delivery-facts.js';
import { type SubmissionKind } from '#domain/submissions/submission-status.js';
import { peopleOfOrganisation } from '#features/access/people-to-tell.js';
import { type NoticeText } from '#features/notifications/notice-text.js';
import { Notices, type NoticeReader } from '#features/notifications/notices.service.js';
import { type ReviewNews } from '#features/notifications/texts/reviews.texts.js';
import { describeSubmission } from '#features/submissions/submission-name.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { submissionsPaths } from '#features/submissions/submissions.paths.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { reviewsPaths } from './reviews.paths.js';

/** Tells the two sides of a review, in the transaction of what they are told. */
@Injectable()
export class ReviewPost {
  constructor(private readonly notices: Notices) {}

  /** Officials, SROs and mailbox of the submitting department. @param path where they go on; the submission itself where absent */
  async tellDepartment<News extends ReviewNews>(tx: Transaction, submissionId: string, text: NoticeText<News>, told: Omit<News, keyof ReviewNews>, path?: string): Promise<void> {
    const submission = await this.named(tx, submissionId);
    const { kind, organisation } = submission;
    const people = await peopleOfOrganisation(tx, organisation.id, ['official', 'sro']);
    const mailboxes = organisation.mailbox ? [{ name: organisation.name, email: organisation.mailbox }] : [];
    const place = { about: `submission:${submissionId}`, path: path ?? submissionsPaths.show(kind, submissionId) };
    await this.notices.tell(tx, text, { people, mailboxes }, { ...newsOf(submission), ...told } as News, place);
  }

  /** People of the council, who go on at the review. */
  async tellCouncil<News extends ReviewNews>(
    tx: Transaction,
    review: { id: string; submissionId: string },
    people: readonly NoticeReader[],
    text: NoticeText<News>,
    told: Omit<News, keyof ReviewNews>,
  ): Promise<void> {
    if (people.length === 0) return;
    const submission = await this.named(tx, review.submissionId);
    await this.notices.tell(tx, text, { people }, { ...newsOf(submission), ...told } as News, { about: `review:${review.id}`, path: reviewsPaths.show(review.id) });
  }

  private async named(tx: Transaction, id: string): Promise<Submission> {
    return tx.repository(Submission).findOneOrFail({ where: { id }, relations: { organisation: true, mission: true } });
  }
}

function newsOf(submission: Submission): ReviewNews {
  return { reference: submission.reference, what: describeSubmission(submission) };
}

/** Reasons with the titles of their sections; '' for a reason of the whole. */
export function titledReasons(kind: SubmissionKind, reasons: readonly { section: string | null; text: string }[]): { title: string; text: string }[] {
  const titles = new Map<string | null, string>(sectionsOf(kind).map(({ key, title }) => [key, title]));
  return reasons.map(({ section, text }) => ({ title: section === null ? '' : (titles.get(section) ?? section), text }));
}
