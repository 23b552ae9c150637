import { type Actor, may } from '#domain/access/permissions.js';
import { INTERIM_REVIEW_STATES, RECOMMENDATIONS } from '#domain/interim-reviews/interim-review-workflow.js';
import { capitalised } from '#domain/judgements/figure-words.js';
import { VERDICTS } from '#domain/judgements/verdict.js';
import { parsePeriod } from '#domain/observations/period.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { type TargetVersion } from '#features/missions/target-version.entity.js';
import { numberOfRule } from '#features/missions/target-versions.js';
import { type Release } from '#features/releases/release.entity.js';
import { londonDate } from '#platform/clock/clock.js';
import { longDate } from '#platform/pages/dates.js';
import { type InterimReviewEvent } from '../interim-review-event.entity.js';
import { type InterimReviewTarget } from '../interim-review-target.entity.js';
import { departmentOf, mayRecordEffects } from '../interim-review-taking.js';
import { type InterimReview } from '../interim-review.entity.js';
import { interimReviewsPaths as paths } from '../interim-reviews.paths.js';
import { ACTION_WORDS, interimReviewsWords, STATE_CLASSES } from '../interim-reviews.words.js';

const words = interimReviewsWords.show;

interface Fact {
  key: string;
  text: string;
  href?: string;
}

export interface InterimReviewPage {
  title: string;
  caption: string;
  backLink: { text: string; href: string };
  words: typeof words;
  tag: { text: string; classes: string };
  facts: Fact[];
  targets: { id: string; title: string; tag: { text: string; classes: string }; sentence: string | undefined; facts: Fact[]; versions: { text: string; mark: string | undefined; reason: string }[]; page: { text: string; href: string } }[];
  effects: { text: string; quoted: string | undefined; signed: string | undefined; overdue: boolean };
  council: { text: string; reason: string | undefined; signed: string | undefined };
  buttons: { text: string; href: string; classes?: string }[];
  timeline: { title: string; when: string; text: string }[];
}

export interface InterimReviewParts {
  events: readonly InterimReviewEvent[];
  releases: ReadonlyMap<number, Release>;
  versions: readonly TargetVersion[];
  /** Days of the next releases, by the metric's id. */
  announced: ReadonlyMap<number, string>;
  actor: Actor;
  now: Date;
}

export function interimReviewPage(review: InterimReview, parts: InterimReviewParts): InterimReviewPage {
  const { mission, interimOn, state } = review;
  return {
    title: words.title(mission.focusArea, longDate(interimOn)),
    caption: words.caption(review.reference),
    backLink: { text: words.back, href: paths.list },
    words,
    tag: { text: INTERIM_REVIEW_STATES[state], classes: STATE_CLASSES[state] },
    facts: [
      { key: words.mission, text: `${mission.number}, ${mission.focusArea}`, href: missionsPaths.mission(mission.framework.slug, mission.slug) },
      { key: words.due, text: longDate(interimOn) },
      { key: words.opened, text: day(review.openedAt) },
    ],
    targets: review.targets.map((row) => targetPart(review, row, parts)),
    effects: effectsPart(review, parts.now),
    council: councilPart(review),
    buttons: buttonsFor(review, parts),
    timeline: parts.events.map(({ action, at, actorOffice, text }) => ({ title: ACTION_WORDS[action], when: `${day(at)}, ${actorOffice}`, text })),
  };
}

function targetPart(review: InterimReview, row: InterimReviewTarget, { releases, versions, announced }: InterimReviewParts): InterimReviewPage['targets'][number] {
  const { target, outcome, period, value, releaseId, verdict, verdictSentence, expectedOn, waitingSince } = row;
  const label = parsePeriod(period)?.label ?? period;
  const release = releaseId === null ? undefined : releases.get(releaseId);
  const next = target.metricId === null ? undefined : announced.get(target.metricId);
  const waiting: Fact[] = [
    { key: words.waits, text: `${target.metric?.name ?? target.title}: the final figure for ${label}` },
    { key: words.since, text: longDate(waitingSince) },
    ...(expectedOn ? [{ key: words.expected, text: words.expectedAbout(longDate(expectedOn)) }] : []),
    ...(next ? [{ key: words.announced, text: words.announcedOn(longDate(next)) }] : []),
  ];
  const decided: Fact[] = [
    ...(release ? [{ key: words.release, text: words.releaseOf(release.id, release.fileName, longDate(release.publishedOn ?? londonDate(release.importedAt))) }] : []),
    ...(verdict ? [{ key: words.standing, text: `${capitalised(VERDICTS[verdict])}. ${verdictSentence ?? ''}` }] : []),
  ];
  const { slug: mission, framework } = review.mission;
  return {
    id: target.slug,
    title: target.title,
    tag: outcome === null ? { text: words.waiting, classes: 'govuk-tag--blue' } : outcome === 'met' ? { text: words.met, classes: 'govuk-tag--green' } : { text: words.missed, classes: 'govuk-tag--red' },
    sentence: row.sentence ?? undefined,
    facts: [{ key: words.asked, text: `${value} (${ruleInWords(row.definition.rule.kind)}) in ${label}` }, ...(outcome === null ? waiting : decided)],
    versions: versions
      .filter(({ targetId }) => targetId === target.id)
      .map(({ number, from, definition, reason, setBy, whileOffTrack }, index, own) => ({
        text: `${words.version(number, longDate(from))}: ${numberOfRule(definition.rule)?.value ?? ''} (${setBy})${otherwise(definition, own[index - 1]?.definition)}`,
        mark: whileOffTrack ? words.offTrack : undefined,
        reason,
      })),
    page: { text: words.judged, href: missionsPaths.target(framework.slug, mission, target.slug) },
  };
}

function effectsPart(review: InterimReview, now: Date): InterimReviewPage['effects'] {
  const { effectsText, effectsAt, effectsOffice, effectsDueOn, overdueAt } = review;
  const due = longDate(effectsDueOn);
  if (effectsText && effectsAt) {
    return { text: '', quoted: effectsText, signed: words.effectsBy(effectsOffice ?? '', day(effectsAt), londonDate(effectsAt) > effectsDueOn), overdue: false };
  }
  const department = departmentOf(review, now)?.name;
  const overdue = overdueAt !== null || londonDate(now) > effectsDueOn;
  const text = department === undefined ? words.effectsVacant : overdue ? words.effectsOverdue(department, due) : words.effectsAsked(department, due);
  return { text, quoted: undefined, signed: undefined, overdue: overdue && department !== undefined };
}

function councilPart({ state, recommendation, reason, decidedByName, closedAt }: InterimReview): InterimReviewPage['council'] {
  if (state !== 'closed' || !recommendation || !closedAt) return { text: state === 'figures-in' ? words.mayDecide : words.notYet, reason: undefined, signed: undefined };
  return { text: RECOMMENDATIONS[recommendation], reason: reason ?? undefined, signed: words.decidedBy(decidedByName ?? '', day(closedAt)) };
}

function buttonsFor(review: InterimReview, { actor, now }: InterimReviewParts): InterimReviewPage['buttons'] {
  const { state, reference, effectsAt, recommendation } = review;
  const department = departmentOf(review, now);
  const isLead = department !== null && actor.organisationId === department.id;
  const decides = may(actor, 'interim-review.decide') && !(department && [actor.homeOrganisationId, actor.organisationId].includes(department.id));
  return [
    ...(isLead && may(actor, 'interim-review.answer') && !effectsAt && state !== 'closed' ? [{ text: words.buttons.answer, href: paths.answer(reference) }] : []),
    ...(decides && mayRecordEffects(review, now) ? [{ text: words.buttons.effects, href: paths.effects(reference), classes: 'govuk-button--secondary' }] : []),
    ...(decides && state === 'figures-in' ? [{ text: words.buttons.decide, href: paths.decide(reference) }] : []),
    ...(decides && state === 'closed' && recommendation === 'replace'
      ? review.targets.filter(({ target }) => target.role === 'headline').map(({ target }) => ({ text: words.buttons.replace(target.title), href: paths.replace(reference, target.slug), classes: 'govuk-button--secondary' }))
      : []),
    ...(decides && state === 'closed' && recommendation === 'reset'
      ? review.targets.map(({ target }) => ({ text: words.buttons.reset(target.title), href: paths.reset(reference, target.slug), classes: 'govuk-button--secondary' }))
      : []),
  ];
}

/** What a version has changed beside the number: the period that decides, the metric. */
function otherwise({ decides, metric }: TargetVersion['definition'], before: TargetVersion['definition'] | undefined): string {
  const parts = [
    ...(before && decides?.period !== before.decides?.period ? [`decided by ${decides ? (parsePeriod(decides.period)?.label ?? decides.period) : 'no period'}`] : []),
    ...(before && metric !== before.metric ? [`measured by ${metric ?? 'no metric'}`] : []),
  ];
  return parts.length === 0 ? '' : `, ${parts.join(', ')}`;
}

/** In what terms a rule's number stands. */
export function ruleInWords(kind: string): string {
  return { 'change-by-percent': 'per cent above the baseline', 'change-by': 'above the baseline, in the metric’s unit', 'closer-to-comparator': 'per cent of the distance' }[kind] ?? 'in the metric’s unit';
}

function day(instant: Date): string {
  return longDate(londonDate(instant));
}
