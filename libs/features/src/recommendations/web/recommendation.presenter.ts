import { type Actor, may } from '#domain/access/permissions.js';
import { RECOMMENDATION_SOURCES } from '#domain/recommendations/recommendation-status.js';
import { canBeReaddressed, positionsTowardsRecommendation, takesProgress } from '#domain/recommendations/recommendation-workflow.js';
import { departmentHref } from '#features/departments/departments.paths.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { londonDate } from '#platform/clock/clock.js';
import { longDate, longDateTime } from '#platform/pages/dates.js';
import { isLate, recommendationTags } from '../recommendation-rows.js';
import { type Recommendation } from '../recommendation.entity.js';
import { type RecommendationEvent, type RecommendationEventAction } from '../recommendation-event.entity.js';
import { recommendationsPaths as paths } from '../recommendations.paths.js';
import { recommendationsWords } from '../recommendations.words.js';

const words = recommendationsWords.show;

export interface RecommendationPage {
  title: string;
  caption: string;
  backLink: { text: string; href: string };
  words: typeof words;
  tags: { text: string; classes: string }[];
  overdue: string | undefined;
  facts: { key: string; text: string; href?: string }[];
  moves: { text: string; href: string; primary: boolean }[];
  texts: { heading: string; text: string }[];
  progress: { text: string; by: string }[];
  timeline: { title: string; when: string; text: string | undefined }[];
}

const ADDRESSEES: readonly RecommendationEventAction[] = ['accept', 'accept-in-part', 'not-accept', 'progress'];
/** Whose words stand in the timeline itself; those of the others stand above it. */
const TOLD: readonly RecommendationEventAction[] = ['readdress', 'mark-done', 'mark-not-done', 'withdraw'];

/** @param today ISO date */
export function recommendationPage(recommendation: Recommendation, events: readonly RecommendationEvent[], actor: Actor, today: string): RecommendationPage {
  const { reference, text, state, addressee, sourceKind, sourceReference, sourcePath, mission, madeAt, answerDueOn, promisedOn, answer, promise, endReason, shown } = recommendation;
  const ended = state === 'done' || state === 'not-done' || state === 'withdrawn' ? words.ended[state] : undefined;
  return {
    title: `Recommendation ${reference}`,
    caption: `${RECOMMENDATION_SOURCES[sourceKind]} ${sourceReference}`,
    backLink: { text: words.back, href: paths.list },
    words,
    tags: recommendationTags(recommendation, today),
    overdue: isLate(recommendation, today) ? overdueSentence(recommendation) : undefined,
    facts: [
      { key: words.facts.to, text: addressee.name, ...addresseeHref(addressee) },
      { key: words.facts.from, text: `${RECOMMENDATION_SOURCES[sourceKind]} ${sourceReference}`, href: sourcePath },
      ...(mission ? [{ key: words.facts.mission, text: mission.focusArea, href: missionsPaths.mission(mission.framework.slug, mission.slug) }] : []),
      { key: words.facts.made, text: longDate(londonDate(madeAt)) },
      { key: words.facts.due, text: longDate(answerDueOn) },
      ...(promisedOn ? [{ key: words.facts.promised, text: longDate(promisedOn) }] : []),
    ],
    moves: movesOf(recommendation, actor),
    texts: [
      { heading: words.text, text },
      ...(answer === null ? [] : [{ heading: words.answer, text: answer }]),
      ...(promise === null ? [] : [{ heading: words.promise, text: promise }]),
      ...(ended === undefined || endReason === null ? [] : [{ heading: ended, text: endReason }]),
      ...(shown === null ? [] : [{ heading: words.shown, text: shown }]),
    ],
    progress: events.filter(({ action }) => action === 'progress').map((event) => ({ text: event.text, by: signed(event) })).reverse(),
    timeline: events
      .map((event) => ({ title: event.action === 'make' ? `${recommendationsWords.timeline.make}. ${recommendationsWords.addressed(event.addressee.name)}` : titleOf(event), when: signed(event), text: TOLD.includes(event.action) ? event.text : undefined }))
      .reverse(),
  };
}

function movesOf({ reference, state, addresseeId }: Recommendation, actor: Actor): RecommendationPage['moves'] {
  const positions = positionsTowardsRecommendation(actor, addresseeId);
  const { moves } = recommendationsWords;
  const council = positions.includes('council');
  const reports = actor.kind === 'user' && actor.organisationId === addresseeId && may(actor, 'recommendation.progress');
  return [
    ...(positions.includes('addressee') && state === 'awaiting-answer' ? [{ text: moves.answer.link, href: paths.answer(reference) }] : []),
    ...(reports && takesProgress(state) ? [{ text: moves.progress.link, href: paths.progress(reference) }] : []),
    ...(council && takesProgress(state) ? [{ text: moves.outcome.link, href: paths.outcome(reference) }] : []),
    ...(council && state === 'awaiting-answer' ? [{ text: moves.withdraw.link, href: paths.withdraw(reference) }] : []),
    ...(council && canBeReaddressed(state) ? [{ text: moves.readdress.link, href: paths.readdress(reference) }] : []),
  ].map((move, index) => ({ ...move, primary: index === 0 && !council }));
}

function addresseeHref(addressee: Recommendation['addressee']): { href?: string } {
  const href = departmentHref(addressee);
  return href === undefined ? {} : { href };
}

function overdueSentence({ state, addressee, answerDueOn, promisedOn }: Recommendation): string {
  return state === 'awaiting-answer' ? words.notAnswered(addressee.name, longDate(answerDueOn)) : words.promiseOverdue(addressee.name, longDate(promisedOn ?? ''));
}

function titleOf({ action, addressee }: RecommendationEvent): string {
  return action === 'readdress' ? recommendationsWords.addressed(addressee.name) : recommendationsWords.timeline[action];
}

/** The council's members sign by name; officials speak for their organisation. */
function signed({ action, addressee, actorName, at }: RecommendationEvent): string {
  return `${ADDRESSEES.includes(action) ? addressee.name : actorName}, ${longDateTime(at)}`;
}
