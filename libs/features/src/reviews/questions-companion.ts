import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor } from '#domain/access/permissions.js';
import { isOpenQuestion } from '#domain/reviews/review-questions.js';
import { isOpenReview } from '#domain/reviews/review-status.js';
import { type CompanionLink, type SignOffPanel, type SubmissionCompanion, SubmissionCompanions } from '#features/submissions/submission-companions.js';
import { type Submission } from '#features/submissions/submission.entity.js';
import { titledReasons } from './review-post.js';
import { ReviewQuestion } from './review-question.entity.js';
import { questionsPath } from './reviews.paths.js';
import { reviewsWords } from './reviews.words.js';

const words = reviewsWords.question.companion;

/** The council's questions on the department's own pages: a link that says how many wait, and what was said, before the SRO signs again. */
@Injectable()
export class QuestionsCompanion implements SubmissionCompanion, OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly companions: SubmissionCompanions,
  ) {}

  onModuleInit(): void {
    this.companions.register(this);
  }

  async linksFor(_: Actor, { id, kind, deliveredVersions }: Submission): Promise<CompanionLink[]> {
    const questions = deliveredVersions > 0 ? await this.of(id) : [];
    if (questions.length === 0) return [];
    const waiting = questions.filter((question) => isOpenQuestion(question) && isOpenReview(question.review.status)).length;
    return [{ text: waiting > 0 ? words.waiting(waiting) : words.link, href: questionsPath(kind, id) }];
  }

  async panelFor(_: Actor, { id, kind, deliveredVersions }: Submission): Promise<SignOffPanel | undefined> {
    const questions = deliveredVersions > 0 ? await this.of(id) : [];
    if (questions.length === 0) return undefined;
    const lines = questions.map(({ section, text, answer, withdrawnAt }) => ({
      title: titledReasons(kind, [{ section, text: '' }])[0]?.title || reviewsWords.question.whole,
      text: words.line(text, answer ?? (withdrawnAt ? words.withdrawn : words.noAnswer)),
    }));
    return { heading: words.heading, lines, nothing: '', link: { text: words.link, href: questionsPath(kind, id) } };
  }

  private async of(submissionId: string): Promise<ReviewQuestion[]> {
    return this.dataSource.getRepository(ReviewQuestion).find({ where: { submissionId }, relations: { review: true }, order: { askedAt: 'ASC', id: 'ASC' } });
  }
}
