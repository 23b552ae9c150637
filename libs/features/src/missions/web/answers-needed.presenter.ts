import { ALERT_KINDS, ALERT_STATUS } from '#domain/alerts/alert-status.js';
import { noResponse } from '#domain/alerts/response-due.js';
import { type Alert } from '#features/alerts/alert.entity.js';
import { alertsPaths } from '#features/alerts/alerts.paths.js';
import { STATUS_CLASSES } from '#features/alerts/alerts.words.js';
import { contributionsPaths } from '#features/contributions/contributions.paths.js';
import { type OverdueContribution } from '#features/contributions/contributions.queries.js';
import { type OverdueReturn } from '#features/submissions/public-returns.queries.js';
import { londonDate } from '#platform/clock/clock.js';
import { longDate } from '#platform/pages/dates.js';
import { missionsWords } from '../missions.words.js';

const words = missionsWords.answers;

export interface OpenAlert {
  reference: string;
  href: string;
  kind: string;
  /** What it is about, where it is about a target. */
  target: { text: string; href: string } | undefined;
  status: string;
  /** The colour of the status's tag, as on the alert's own page. */
  statusClasses: string;
  sentence: string;
  lines: string[];
  /** In words, where the due date has passed without an answer. */
  noResponse: string | undefined;
}

export interface AnswersNeeded {
  heading: string;
  empty: string | undefined;
  alerts: OpenAlert[];
  overdue: { reference: string; text: string }[];
  /** How many contributions of others are late, and whose. */
  contributions: { text: string; bodies: { text: string; href: string }[] } | undefined;
}

/** @param today ISO date in London */
export function answersNeeded(alerts: readonly Alert[], overdue: readonly OverdueReturn[], today: string, contributions: readonly OverdueContribution[] = []): AnswersNeeded {
  return {
    heading: words.heading,
    empty: alerts.length + overdue.length + contributions.length === 0 ? words.none : undefined,
    alerts: alerts.map((alert) => openAlert(alert, today)),
    overdue: overdue.map(({ reference, department, coversLabel, dueOn }) => ({
      reference,
      text: words.overdue(department, coversLabel, longDate(dueOn)),
    })),
    contributions: contributions.length === 0 ? undefined : { text: words.contributions(contributions.length), bodies: bodiesOf(contributions) },
  };
}

function bodiesOf(contributions: readonly OverdueContribution[]): { text: string; href: string }[] {
  const bodies = new Map(contributions.map(({ organisation }) => [organisation.slug, organisation.name]));
  return [...bodies].map(([slug, text]) => ({ text, href: contributionsPaths.body(slug) }));
}

function openAlert(alert: Alert, today: string): OpenAlert {
  const { reference, status, responseDueOn, answeredAt, organisation, ownerName } = alert;
  const silent = noResponse({ status, responseDueOn, answered: answeredAt !== null }, today);
  const due = longDate(responseDueOn);
  return {
    reference,
    href: alertsPaths.show(reference),
    kind: ALERT_KINDS[alert.kind],
    target: alert.target ? { text: alert.target.title, href: `#${alert.target.slug}` } : undefined,
    status: ALERT_STATUS[status],
    statusClasses: STATUS_CLASSES[status],
    sentence: alert.sentence,
    lines: [
      `Raised on ${dayOf(alert.raisedAt)}. ${organisation ? `${organisation.name} must answer.` : words.vacancy}`,
      ...(ownerName ? [words.owner(ownerName, alert.ownerJob)] : []),
      ...(answeredAt ? [words.answered(dayOf(answeredAt))] : silent ? [] : [words.due(due)]),
    ],
    noResponse: silent ? words.noResponse(due) : undefined,
  };
}

function dayOf(instant: Date): string {
  return longDate(londonDate(instant));
}
