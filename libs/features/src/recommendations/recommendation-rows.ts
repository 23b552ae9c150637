import { RECOMMENDATION_STATES } from '#domain/recommendations/recommendation-status.js';
import { isOverdue } from '#domain/recommendations/recommendation-workflow.js';
import { clockDay } from '#features/frameworks/clock-day.js';
import { londonDate } from '#platform/clock/clock.js';
import { longDate } from '#platform/pages/dates.js';
import { shortText } from './recommendation-records.js';
import { type Recommendation } from './recommendation.entity.js';
import { recommendationsPaths } from './recommendations.paths.js';
import { recommendationsWords, STATE_CLASSES } from './recommendations.words.js';

interface Tag {
  text: string;
  classes: string;
}

/** A recommendation as lists show it, also those of the rooms that it comes from. */
export interface RecommendationRow {
  href: string;
  title: string;
  reference: string;
  to: string;
  from: { text: string; href: string };
  due: string;
  tags: Tag[];
}

/** Whether the answer, or what was promised, is late: by today, or by the day on which the framework of its mission was closed. @param today ISO date */
export function isLate(recommendation: Recommendation, today: string): boolean {
  const { mission } = recommendation;
  return isOverdue(recommendation, mission ? clockDay(mission.framework, today) : today);
}

/** @param today ISO date */
export function recommendationTags(recommendation: Recommendation, today: string): Tag[] {
  const { state, overdueAt, answeredAt } = recommendation;
  const { tags } = recommendationsWords;
  const standing = { text: RECOMMENDATION_STATES[state], classes: STATE_CLASSES[state] };
  if (isLate(recommendation, today)) return [standing, { text: state === 'awaiting-answer' ? tags.notAnswered : tags.promiseOverdue, classes: 'govuk-tag--red' }];
  return overdueAt && answeredAt ? [standing, { text: tags.late, classes: 'govuk-tag--orange' }] : [standing];
}

/** @param today ISO date */
export function recommendationRow(recommendation: Recommendation, today: string): RecommendationRow {
  const { reference, text, addressee, sourceReference, sourcePath, answerDueOn, promisedOn, endedAt } = recommendation;
  const words = recommendationsWords.list;
  const waiting = promisedOn ? words.promised(longDate(promisedOn)) : words.answerDue(longDate(answerDueOn));
  return {
    href: recommendationsPaths.show(reference), title: shortText(text), reference, to: addressee.name, from: { text: sourceReference, href: sourcePath },
    due: endedAt ? words.ended(longDate(londonDate(endedAt))) : waiting, tags: recommendationTags(recommendation, today),
  };
}
