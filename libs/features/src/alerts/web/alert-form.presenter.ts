import { type Actor } from '#domain/access/permissions.js';
import { alertMovesFor, positionsTowards } from '#domain/alerts/alert-position.js';
import { ALERT_STATUS } from '#domain/alerts/alert-status.js';
import { type AlertAction } from '#domain/alerts/alert-workflow.js';
import { closedNotice } from '#features/frameworks/clock-day.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type FormState } from '#platform/pages/form-state.js';
import { type Alert } from '../alert.entity.js';
import { factsOf } from '../alert-facts.js';
import { subjectOfAlert } from '../alert-subject.js';
import { alertsPaths } from '../alerts.paths.js';
import { alertsWords } from '../alerts.words.js';

/** What every form page about an alert shows beside its form. */
export interface AlertFormPage<Values, Words> {
  title: string;
  backLink: { text: string; href: string };
  about: { reference: string; mission: string; target: string | undefined; sentence: string };
  words: Words;
  form: FormState<Values>;
}

export function presentAlertForm<Values, Words extends { title: string }>(alert: Alert, words: Words, form: FormState<Values>): AlertFormPage<Values, Words> {
  return {
    title: `${words.title}: ${alert.reference}`,
    backLink: { text: `Back to alert ${alert.reference}`, href: alertsPaths.show(alert.reference) },
    about: { reference: alert.reference, mission: subjectOfAlert(alert).text, target: alert.target?.title, sentence: alert.sentence },
    words,
    form,
  };
}

/** The page of a move opens for those who can make it now; others read why not, and nobody fills a form in vain. */
export function requireMove(actor: Actor, alert: Alert, today: string, actions: readonly AlertAction[]): { action: AlertAction; label: string }[] {
  const closed = closedNotice(alert.framework);
  if (closed) throw ApplicationError.conflict(closed.text, 'framework-closed');
  const moves = alertMovesFor(actor, alert, factsOf(alert, today)).filter(({ action }) => actions.includes(action));
  if (moves.length > 0) return moves;
  if (positionsTowards(actor, alert.organisationId).length === 0) {
    throw ApplicationError.forbidden('This alert is for another department to answer and for the council to decide on', 'not-yours');
  }
  throw ApplicationError.conflict(`The alert stands at “${ALERT_STATUS[alert.status]}”, so this is not possible now`, 'not-from-here');
}

/** The council's choices, with what each means. */
export function decisionItems(moves: readonly { action: AlertAction; label: string }[], chosen: string): object[] {
  const hints: Partial<Record<AlertAction, string>> = alertsWords.decide.hints;
  return moves.map(({ action, label }) => ({ value: action, text: label, hint: { text: hints[action] }, checked: action === chosen }));
}
