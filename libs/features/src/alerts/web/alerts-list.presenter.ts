import { owedBy } from '#domain/alerts/alert-deadlines.js';
import { ALERT_KINDS, ALERT_STATUS } from '#domain/alerts/alert-status.js';
import { dataGapsPaths } from '#features/data-gaps/data-gaps.paths.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { longDate } from '#platform/pages/dates.js';
import { type Alert } from '../alert.entity.js';
import { isUnanswered } from '../alert-standing.js';
import { subjectOfAlert } from '../alert-subject.js';
import { alertsPaths } from '../alerts.paths.js';
import { alertsWords, STATUS_CLASSES } from '../alerts.words.js';
import { type AlertFilter, type AlertFilterForm, filterForm, matches, NO_FILTER } from './alerts-filter.js';

export interface Tag {
  text: string;
  classes: string;
}

export interface AlertRow {
  reference: string;
  href: string;
  mission: { text: string; href: string };
  /** What it is about, where it is about a target. */
  target: { text: string; href: string } | undefined;
  /** The overdue gap, where it was raised on one. */
  dataGap: { text: string; href: string } | undefined;
  /** Title of the framework, which tells missions of one name apart. */
  framework: string;
  kind: string;
  sentence: string;
  department: string;
  due: string;
  /** The state, and "No response" beside it once the due date has passed without one. */
  tags: Tag[];
}

export interface AlertsListPage {
  title: string;
  words: typeof alertsWords.list;
  filter: AlertFilterForm;
  open: AlertRow[];
  closed: AlertRow[];
}

/** @param today ISO date: "no response" is a matter of the calendar, not of the workflow */
export function presentAlerts(alerts: { open: Alert[]; closed: Alert[] }, today: string, filter: AlertFilter = NO_FILTER): AlertsListPage {
  const open = alerts.open.filter((alert) => matches(alert, filter, today));
  const closed = alerts.closed.filter((alert) => matches(alert, filter, today));
  const form = filterForm([...alerts.open, ...alerts.closed], filter, open.length + closed.length);
  return {
    title: filter.isSet ? alertsWords.list.filtered(chosenWords(form), filter.department) : alertsWords.list.title,
    words: alertsWords.list,
    filter: form,
    open: open.map((alert) => alertRow(alert, today)),
    closed: closed.map((alert) => alertRow(alert, today)),
  };
}

/** What was chosen, in words; nothing for a department that has had no alert. */
function chosenWords({ departments, kinds, statuses }: AlertFilterForm): string[] {
  return [departments, kinds, statuses].flatMap((choices) => choices.filter(({ value, selected }) => selected && value !== '').map(({ text }) => text));
}

export function alertTags(alert: Alert, today: string): Tag[] {
  const state = { text: ALERT_STATUS[alert.status], classes: STATUS_CLASSES[alert.status] };
  const closed = alert.framework.closedAt && alert.status !== 'closed' ? [{ text: alertsWords.list.frameworkClosed, classes: 'govuk-tag--grey' }] : [];
  return [state, ...(isUnanswered(alert, today) ? [{ text: 'No response', classes: 'govuk-tag--red' }] : []), ...closed];
}

export function dataGapLink({ dataGap }: Alert): { text: string; href: string } | undefined {
  return dataGap ? { text: alertsWords.show.dataGap(dataGap.reference), href: dataGapsPaths.show(dataGap.reference) } : undefined;
}

export function targetLink({ framework, mission, target }: Alert): { text: string; href: string } | undefined {
  return mission && target ? { text: target.title, href: missionsPaths.target(framework.slug, mission.slug, target.slug) } : undefined;
}

function alertRow(alert: Alert, today: string): AlertRow {
  return {
    reference: alert.reference,
    href: alertsPaths.show(alert.reference),
    mission: subjectOfAlert(alert),
    target: targetLink(alert),
    dataGap: dataGapLink(alert),
    framework: alert.framework.title,
    kind: ALERT_KINDS[alert.kind],
    sentence: alert.sentence,
    department: alert.organisation?.name ?? alertsWords.show.vacancy,
    due: longDate(owedBy(alert)),
    tags: alertTags(alert, today),
  };
}
