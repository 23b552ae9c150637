import { type Actor, may } from '#domain/access/permissions.js';
import { answerBlockers, lineBlockers, MOST_ACTIONS, type RecoveryAction } from '#domain/alerts/alert-blockers.js';
import { owedBy } from '#domain/alerts/alert-deadlines.js';
import { boxesOf, dateOfBoxes } from '#platform/pages/date-boxes.js';
import { longDate, longDateTime } from '#platform/pages/dates.js';
import { type Alert } from '../alert.entity.js';
import { alertLifeWords } from '../alert-life.words.js';
import { alertsPaths } from '../alerts.paths.js';
import { type MetricChoice } from '../plan-choices.queries.js';
import { type DraftedPlan } from '../recovery-plan-drafts.service.js';
import { type AlertFormPage, presentAlertForm } from './alert-form.presenter.js';
import { type ActionForm } from './alert.form.js';

const words = alertLifeWords.plan;

type Fact = { key: { text: string }; value: { text: string } };

interface PlanLine {
  id: string;
  title: string;
  facts: Fact[];
  /** What it lacks, in sentences, each with the id that an error summary leads to. */
  lacks: { id: string; text: string }[];
  change: { href: string; text: string; about: string };
  remove: { href: string; text: string; about: string };
}

export type PlanPage = AlertFormPage<{ rowVersion: number; status: string }, typeof words> & {
  due: string;
  saved: string | undefined;
  summary: string;
  summaryHref: string;
  summaryLink: string;
  lines: PlanLine[];
  add: { href: string } | undefined;
  full: string;
  /** On the page of the draft, for those who may publish it. */
  publishHref: string | undefined;
  /** On the page that publishes: what stands against it. */
  lacks: { id: string; text: string; href: string }[];
};

/** The draft as a list: its summary and its actions, each with what it lacks. */
export function presentPlan(actor: Actor, alert: Alert, plan: DraftedPlan, shown: { form: PlanPage['form']; metrics: readonly MetricChoice[]; today: string; title: string }): PlanPage {
  const { form, metrics, today, title } = shown;
  const blockers = answerBlockers(plan, today);
  return {
    ...presentAlertForm(alert, { ...words, title }, form),
    due: words.due(longDate(owedBy(alert))),
    saved: plan.saved ? words.saved(plan.saved.by, longDateTime(plan.saved.at)) : undefined,
    summary: plan.summary,
    summaryHref: alertsPaths.planSummary(alert.reference),
    summaryLink: plan.summary ? words.changeSummary : words.addSummary,
    lines: plan.actions.map((line, index) => planLine(alert.reference, line, { index, metrics, today })),
    add: plan.actions.length < MOST_ACTIONS ? { href: alertsPaths.addAction(alert.reference) } : undefined,
    full: words.full(MOST_ACTIONS),
    publishHref: may(actor, 'alert.respond') && blockers.length === 0 && alert.status !== 'raised' ? alertsPaths.publishPlan(alert.reference) : undefined,
    lacks: blockers.map(({ message, field = '' }) => ({ id: field.replaceAll('.', '-'), text: message, href: placeOf(alert.reference, field, plan.actions.length) })),
  };
}

/** Where somebody mends what is lacking: `actions.2.owner` on the page of the third action. */
function placeOf(reference: string, field: string, lines: number): string {
  const index = /^actions\.(\d+)\./.exec(field)?.[1];
  if (index === undefined) return alertsPaths.planSummary(reference);
  return Number(index) < lines ? alertsPaths.action(reference, String(Number(index) + 1)) : alertsPaths.addAction(reference);
}

function planLine(reference: string, line: RecoveryAction, { index, metrics, today }: { index: number; metrics: readonly MetricChoice[]; today: string }): PlanLine {
  const number = index + 1;
  const title = alertLifeWords.watching.action(number);
  const metric = metrics.find(({ slug }) => slug === line.metric);
  const facts: [string, string | undefined][] = [
    ['action', line.action],
    ['owner', line.owner],
    ['dueOn', dateText(line.dueOn)],
    ['expectedEffect', line.expectedEffect],
    ['expectedChange', line.expectedChange],
    ['metric', metric?.name ?? line.metric],
    ['releaseExpectedOn', dateText(line.releaseExpectedOn)],
  ];
  return {
    id: `action-${number}`,
    title,
    facts: facts.flatMap(([key, value]) => (value ? [{ key: { text: words.labels[key] ?? key }, value: { text: value } }] : [])),
    lacks: lineBlockers(line, index, today).map(({ message, field = '' }) => ({ id: field.replaceAll('.', '-'), text: message.replace(/^Action \d+: (.)/, (_, first: string) => first.toUpperCase()) })),
    change: { href: alertsPaths.action(reference, String(number)), text: words.change, about: title.toLowerCase() },
    remove: { href: alertsPaths.removeAction(reference, String(number)), text: words.remove, about: title.toLowerCase() },
  };
}

/** As it was typed where it is no date. */
function dateText(date: string): string {
  return dateOfBoxes(boxesOf(date)) === date ? longDate(date) : date;
}

export type ActionValues = Omit<ActionForm, 'rowVersion'> & { rowVersion: number };

export function actionValues(line: RecoveryAction | undefined, rowVersion: number): ActionValues {
  const [due, release] = [boxesOf(line?.dueOn ?? null), boxesOf(line?.releaseExpectedOn ?? null)];
  return {
    action: line?.action ?? '', owner: line?.owner ?? '', expectedEffect: line?.expectedEffect ?? '', expectedChange: line?.expectedChange ?? '', metric: line?.metric ?? '',
    dueDay: due.day, dueMonth: due.month, dueYear: due.year, releaseDay: release.day, releaseMonth: release.month, releaseYear: release.year, rowVersion,
  };
}

/** The list of metrics to choose from, the mission's first. */
export function metricItems(metrics: readonly MetricChoice[], chosen: string): { value: string; text: string; selected: boolean }[] {
  return [
    { value: '', text: words.line.choose, selected: chosen === '' },
    ...metrics.map(({ slug, name, unit }) => ({ value: slug, text: unit ? `${name} (${unit})` : name, selected: slug === chosen })),
  ];
}
