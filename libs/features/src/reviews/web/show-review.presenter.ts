import { type Actor } from '#domain/access/permissions.js';
import { CHECK_KINDS, CHECK_OUTCOMES, type CheckOutcome, REVIEW_CHECKS } from '#domain/reviews/review-check.js';
import { isOpenQuestion } from '#domain/reviews/review-questions.js';
import { isOpenReview } from '#domain/reviews/review-status.js';
import { titleOfSubmission } from '#features/submissions/submission-name.js';
import { longDateTime } from '#platform/pages/dates.js';
import { claimsBetterThanFigures } from '../claims-better.js';
import { type ReviewDetail } from '../review-detail.queries.js';
import { titledReasons } from '../review-post.js';
import { reviewsPaths } from '../reviews.paths.js';
import { reviewsWords } from '../reviews.words.js';
import { type DeliverySections, deliverySections, type PromisesBeside, promisesBeside } from './delivery-sections.presenter.js';
import { type FigureRow, figureRows } from './figure-rows.presenter.js';
import { type FileLine, fileLines } from './file-lines.presenter.js';
import { type QuestionLine, questionLine } from './question-lines.presenter.js';
import { type ReviewMoves, reviewMoves } from './review-moves.presenter.js';
import { reviewSummary, type SummaryRow } from './review-summary.presenter.js';
import { type TimelineItem, timelineOf } from './timeline.presenter.js';

interface CheckShown {
  title: string;
  tag: { text: string; classes: string };
  findings: string[];
}

export interface ShowReviewPage {
  title: string;
  caption: string;
  breadcrumbs: { text: string; href?: string }[];
  words: typeof reviewsWords.show;
  tags: string[];
  summary: SummaryRow[];
  moves: ReviewMoves;
  /** Where the return claims better than the figures; empty where no second reviewer is needed. */
  claimsBetter: string[];
  /** Undefined until they have run. */
  checks: CheckShown[] | undefined;
  figures: FigureRow[];
  delivered: DeliverySections;
  compareHref: string | undefined;
  files: FileLine[];
  promises: PromisesBeside | undefined;
  questions: { words: typeof reviewsWords.question; count: string; lines: QuestionLine[] };
  decisionReasons: { title: string; text: string }[];
  notes: { words: typeof reviewsWords.note; intro: string; lines: { text: string; by: string }[] };
  history: TimelineItem[];
}

const TAG_OF_OUTCOME: Record<CheckOutcome, string> = { passed: 'govuk-tag--green', look: 'govuk-tag--yellow', failed: 'govuk-tag--red' };

export function showReviewPage(actor: Actor, detail: ReviewDetail): ShowReviewPage {
  const { review, submission, today, notes } = detail;
  const overdue = review.dueOn < today && isOpenReview(review.status);
  return {
    title: `${submission.reference}: ${titleOfSubmission(submission)}`,
    caption: reviewsWords.show.version(review.versionNumber),
    breadcrumbs: [{ text: reviewsWords.list.title, href: reviewsPaths.list }, { text: submission.reference }],
    words: reviewsWords.show,
    tags: [...(review.offTrack ? [reviewsWords.offTrack] : []), ...(overdue ? [reviewsWords.overdue] : [])],
    summary: reviewSummary(detail),
    moves: reviewMoves(actor, detail),
    claimsBetter: claimsBetterThanFigures(detail.version.delivered, detail.standing),
    checks: review.checksDoneAt ? checksShown(detail) : undefined,
    figures: figureRows(detail.version.delivered, detail.standing),
    delivered: deliverySections(detail.version, detail.before),
    compareHref: detail.lastPeriod ? reviewsPaths.compare(review.id) : undefined,
    files: fileLines(detail.version.delivered, detail.files),
    promises: promisesBeside(detail.version.delivered, detail.lastPeriod),
    questions: questionsShown(actor, detail),
    decisionReasons: reasonsShown(detail),
    notes: notesShown(notes),
    history: timelineOf(detail),
  };
}

/** The council's own words, of the whole or by section: none without a heading. */
function reasonsShown({ review, submission }: ReviewDetail): ShowReviewPage['decisionReasons'] {
  const { unresolved, reservations } = reviewsWords.check;
  const whole = review.decision === 'published-unresolved' ? unresolved : reservations;
  return titledReasons(submission.kind, review.decision ? review.decisionReasons : review.proposedReasons).map(({ title, text }) => ({ title: title || whole, text }));
}

function notesShown(notes: ReviewDetail['notes']): ShowReviewPage['notes'] {
  const { note: words } = reviewsWords;
  const lines = (notes ?? []).map(({ text, authorName, at }) => ({ text, by: words.by(authorName, longDateTime(at)) }));
  return { words, intro: notes === null ? words.lent : lines.length > 0 ? words.intro : words.empty, lines };
}

function questionsShown(actor: Actor, { review, submission, questions, today }: ReviewDetail): ShowReviewPage['questions'] {
  const { question: words } = reviewsWords;
  const reviewOpen = isOpenReview(review.status);
  const holds = review.status === 'claimed' && review.reviewerId === actor.id;
  const lines = questions.map((question) => {
    const link = holds ? { text: words.withdraw.link, href: reviewsPaths.withdrawQuestion(review.id, question.id) } : undefined;
    return questionLine(question, submission.kind, { today, reviewOpen, link });
  });
  return { words, count: words.count(questions.length, reviewOpen ? questions.filter(isOpenQuestion).length : 0), lines };
}

function checksShown({ checks }: ReviewDetail): CheckShown[] {
  return CHECK_KINDS.flatMap((kind) => {
    const check = checks.find((candidate) => candidate.kind === kind);
    if (!check) return [];
    const { outcome, findings } = check;
    return [{ title: REVIEW_CHECKS[kind], tag: { text: CHECK_OUTCOMES[outcome], classes: TAG_OF_OUTCOME[outcome] }, findings }];
  });
}
