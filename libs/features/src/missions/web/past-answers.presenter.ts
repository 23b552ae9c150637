import { ALERT_KINDS, ALERT_STATUS, type AlertKind } from '#domain/alerts/alert-status.js';
import { alertsPaths } from '#features/alerts/alerts.paths.js';
import { STATUS_CLASSES } from '#features/alerts/alerts.words.js';
import { type AlertFact, type OverdueFact } from '#features/hearing-packs/hearing-facts.js';
import { pastDaysPaths } from '#features/past-days/past-days.paths.js';
import { londonDate } from '#platform/clock/clock.js';
import { longDate } from '#platform/pages/dates.js';
import { missionsWords } from '../missions.words.js';
import { type AnswersNeeded, type OpenAlert } from './answers-needed.presenter.js';

const words = missionsWords.answers.past;

/** What the page of a day calls things. */
export interface AnswersDay {
  /** ISO date. */
  on: string;
  /** The targets' titles of the day, by their slugs. */
  titles: ReadonlyMap<string | null, string>;
}

/** The alerts that were open at the end of a day, told from their timelines alone, for the rest of an alert changes. */
export function pastAnswers(alerts: readonly AlertFact[], overdue: readonly OverdueFact[], day: AnswersDay): AnswersNeeded {
  const open = alerts.flatMap((alert) => {
    const last = alert.events.at(-1);
    return last && last.toStatus !== 'closed' ? [openAlert(alert, last.toStatus, day)] : [];
  });
  return {
    heading: words.heading,
    empty: open.length + overdue.length === 0 ? words.none : undefined,
    alerts: open,
    overdue: overdue.map(({ reference, department, coversLabel, markedAt }) => ({ reference, text: words.overdue(department, coversLabel, dayOf(markedAt)) })),
    contributions: undefined,
  };
}

function openAlert({ reference, kind, sentence, raisedAt, raisedWith, responseDueOn, target, events }: AlertFact, status: AlertFact['events'][number]['toStatus'], { on, titles }: AnswersDay): OpenAlert {
  const answered = events.findLast(({ action }) => action === 'answer');
  const owner = events.findLast(({ action }) => action === 'acknowledge');
  const silent = !answered && events.some(({ action }) => action === 'no-response');
  return {
    reference,
    href: pastDaysPaths.page(alertsPaths.show(reference), on),
    kind: ALERT_KINDS[kind as AlertKind],
    target: titles.has(target) ? { text: titles.get(target) ?? '', href: `#${target ?? ''}` } : undefined,
    status: ALERT_STATUS[status],
    statusClasses: STATUS_CLASSES[status],
    sentence,
    lines: [
      words.raised(dayOf(raisedAt), raisedWith),
      ...(owner ? [owner.text] : []),
      answered ? words.answered(dayOf(answered.at)) : words.due(longDate(responseDueOn)),
    ],
    noResponse: silent ? words.noResponse : undefined,
  };
}

function dayOf(instant: Date | string): string {
  return longDate(londonDate(new Date(instant)));
}
