import { type InterimReviewState } from '#domain/interim-reviews/interim-review-workflow.js';
import { departmentOf } from './interim-review-taking.js';
import { type InterimReview } from './interim-review.entity.js';

/** A review as the API gives it; dates are ISO dates. */
export interface InterimReviewLine {
  reference: string;
  framework: string;
  mission: string;
  interimOn: string;
  state: InterimReviewState;
  department: string | null;
  effectsDueOn: string;
  effectsText: string | null;
  effectsOverdue: boolean;
  recommendation: string | null;
  reason: string | null;
  targets: { target: string; period: string; asked: number; outcome: string | null; sentence: string | null; verdict: string | null; release: number | null; waitingSince: string; expectedOn: string | null }[];
}

export function interimReviewLine(review: InterimReview, now: Date): InterimReviewLine {
  const { reference, mission, interimOn, state, effectsDueOn, effectsText, overdueAt, recommendation, reason } = review;
  return {
    reference, framework: mission.framework.slug, mission: mission.slug, interimOn, state,
    department: departmentOf(review, now)?.slug ?? null,
    effectsDueOn, effectsText, effectsOverdue: overdueAt !== null, recommendation, reason,
    targets: review.targets.map(({ target, period, value, outcome, sentence, verdict, releaseId, waitingSince, expectedOn }) => ({
      target: target.slug, period, asked: value, outcome, sentence, verdict, release: releaseId, waitingSince, expectedOn,
    })),
  };
}
