import { ALERT_KINDS, ALERT_STATUS } from '#domain/alerts/alert-status.js';
import { noResponse } from '#domain/alerts/response-due.js';
import { dataGapsPaths } from '#features/data-gaps/data-gaps.paths.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { longDate } from '#platform/pages/dates.js';
import { type Alert } from '../alert.entity.js';
import { alertsPaths } from '../alerts.paths.js';
import { alertsWords, STATUS_CLASSES } from '../alerts.words.js';

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
  open: AlertRow[];
  closed: AlertRow[];
}

/** @param today ISO date: "no response" is a matter of the calendar, not of the workflow */
export function presentAlerts({ open, closed }: { open: Alert[]; closed: Alert[] }, today: string): AlertsListPage {
  return {
    title: alertsWords.list.title,
    words: alertsWords.list,
    open: open.map((alert) => alertRow(alert, today)),
    closed: closed.map((alert) => alertRow(alert, today)),
  };
}

export function alertTags(alert: Alert, today: string): Tag[] {
  const state = { text: ALERT_STATUS[alert.status], classes: STATUS_CLASSES[alert.status] };
  return isUnanswered(alert, today) ? [state, { text: 'No response', classes: 'govuk-tag--red' }] : [state];
}

export function isUnanswered(alert: Alert, today: string): boolean {
  return noResponse({ status: alert.status, responseDueOn: alert.responseDueOn, answered: alert.answeredAt !== null }, today);
}

export function dataGapLink({ dataGap }: Alert): { text: string; href: string } | undefined {
  return dataGap ? { text: alertsWords.show.dataGap(dataGap.reference), href: dataGapsPaths.show(dataGap.reference) } : undefined;
}

export function targetLink({ mission, target }: Alert): { text: string; href: string } | undefined {
  return target ? { text: target.title, href: missionsPaths.target(mission.framework.slug, mission.slug, target.slug) } : undefined;
}

function alertRow(alert: Alert, today: string): AlertRow {
  return {
    reference: alert.reference,
    href: alertsPaths.show(alert.reference),
    mission: { text: alert.mission.focusArea, href: missionsPaths.mission(alert.mission.framework.slug, alert.mission.slug) },
    target: targetLink(alert),
    dataGap: dataGapLink(alert),
    kind: ALERT_KINDS[alert.kind],
    sentence: alert.sentence,
    department: alert.organisation?.name ?? alertsWords.show.vacancy,
    due: longDate(alert.responseDueOn),
    tags: alertTags(alert, today),
  };
}
