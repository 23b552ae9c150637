import { type Actor } from '#domain/access/permissions.js';
import { keptDate } from '#domain/alerts/alert-deadlines.js';
import { EFFECT_OUTCOMES, type EffectOutcome } from '#domain/alerts/effect-check.js';
import { type ComparedRule, comparedWords } from '#domain/alerts/effect-words.js';
import { targetToJudge } from '#features/missions/target-to-judge.js';
import { londonDate } from '#platform/clock/clock.js';
import { longDate } from '#platform/pages/dates.js';
import { type Alert } from '../alert.entity.js';
import { type AlertEffectCheck } from '../alert-effect-check.entity.js';
import { type AlertEvent } from '../alert-event.entity.js';
import { alertLifeWords as words } from '../alert-life.words.js';

/** Who looks, when, and what lies beside the alert. */
export interface AlertViewer {
  actor: Actor;
  today: string;
  effects?: readonly AlertEffectCheck[];
  letters?: readonly { text: string; href: string; note: string }[];
}

/** What the page says of the alert's life after it was raised. */
export interface AlertLife {
  /** "Not acknowledged. …" */
  notAcknowledged: string | undefined;
  watching: { heading: string; intro: string; lines: { title: string; tag: { text: string; classes: string } | undefined; texts: string[] }[] } | undefined;
  letters: { heading: string; listed: readonly { text: string; href: string; note: string }[] } | undefined;
}

const CLASSES: Record<EffectOutcome, string> = { shown: 'govuk-tag--green', 'not-shown': 'govuk-tag--red', 'cannot-tell': 'govuk-tag--yellow', 'no-figure': 'govuk-tag--grey', 'not-come': 'govuk-tag--orange' };

export function presentLife(alert: Alert, { today, effects = [], letters = [] }: AlertViewer): AlertLife {
  const isOpen = alert.status !== 'closed';
  const late = isOpen && alert.acknowledgedAt === null && today > alert.acknowledgeDueOn;
  const watched = alert.status === 'accepted' || effects.some(({ planNumber }) => planNumber === alert.plansPublished);
  return {
    notAcknowledged: late ? words.notAcknowledged(longDate(alert.acknowledgeDueOn)) : undefined,
    watching: watched ? { heading: words.watching.heading, intro: words.watching.intro, lines: alert.planActions.map((_, index) => watchedLine(alert, index, effects)) } : undefined,
    letters: letters.length > 0 ? { heading: words.letters.heading, listed: letters } : undefined,
  };
}

/** Rows of the page's facts: dates kept and not kept, and what was asked in between. */
export function lifeFacts(alert: Alert, events: readonly Pick<AlertEvent, 'action'>[], today: string): [string, string | undefined][] {
  const doneOn = alert.acknowledgedAt && londonDate(alert.acknowledgedAt);
  const kept = keptDate({ dueOn: alert.acknowledgeDueOn, doneOn, endedOn: null }, today);
  const count = (action: string): number => events.filter((event) => event.action === action).length;
  const [queries, requests] = [count('query'), count('ask-time')];
  return [
    [words.facts.acknowledgeDue, longDate(alert.acknowledgeDueOn)],
    [words.facts.acknowledged, doneOn ? (kept === 'late' ? words.facts.late(longDate(doneOn)) : longDate(doneOn)) : undefined],
    [words.facts.answerAgain, alert.answerAgainDueOn ? longDate(alert.answerAgainDueOn) : undefined],
    [words.facts.talk, queries + requests > 0 ? words.facts.talkCount(queries, requests) : undefined],
  ];
}

function watchedLine(alert: Alert, index: number, effects: readonly AlertEffectCheck[]): { title: string; tag: { text: string; classes: string } | undefined; texts: string[] } {
  const checks = effects.filter(({ planNumber, actionIndex }) => planNumber === alert.plansPublished && actionIndex === index);
  const last = checks.at(-1);
  const line = alert.planActions[index];
  const isDone = last?.outcome === 'shown' || last?.outcome === 'not-shown';
  const waits = line?.metric ? words.watching.waits(line.releaseThatShows.replace(/, expected by .*$/, ''), longDate(line.releaseExpectedOn ?? '')) : words.watching.unchecked;
  return {
    title: words.watching.action(index + 1),
    tag: last && { text: EFFECT_OUTCOMES[last.outcome], classes: CLASSES[last.outcome] },
    texts: [...(line?.metric ? [comparedOf(alert, line.metric)] : []), ...checks.map(({ sentence }) => sentence), ...(isDone || last ? [] : [waits])],
  };
}

/** Which figures are held against each other, and by which rule. */
function comparedOf({ target }: Alert, metric: string): string {
  const own = target?.metric?.slug === metric ? target : null;
  if (own?.areas && 'every' in own.areas) return comparedWords(own.rule.kind as ComparedRule, targetToJudge(own, { series: [], areas: [] }).areaName);
  if (own?.areas && 'sum' in own.areas) return comparedWords(undefined, own.areas.name);
  return comparedWords(undefined, target?.areas && 'one' in target.areas ? words.watching.targetsArea : words.watching.country);
}
