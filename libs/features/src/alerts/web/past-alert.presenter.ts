import { ALERT_KINDS, ALERT_STATUS } from '#domain/alerts/alert-status.js';
import { type Framework } from '#features/frameworks/framework.entity.js';
import { frameworksPaths } from '#features/frameworks/frameworks.paths.js';
import { type Mission } from '#features/missions/mission.entity.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { type PastBanner } from '#features/past-days/past-banner.presenter.js';
import { pastDaysPaths } from '#features/past-days/past-days.paths.js';
import { pastDaysWords } from '#features/past-days/past-days.words.js';
import { londonDate } from '#platform/clock/clock.js';
import { longDate, longDateTime } from '#platform/pages/dates.js';
import { type Alert } from '../alert.entity.js';
import { type AlertEvent } from '../alert-event.entity.js';
import { alertsPaths } from '../alerts.paths.js';
import { alertsWords, eventHeading, STATUS_CLASSES } from '../alerts.words.js';
import { type Tag } from './alerts-list.presenter.js';

export interface PastAlertPage {
  title: string;
  heading: string;
  breadcrumbs: { text: string; href?: string }[];
  words: typeof alertsWords.show;
  past: PastBanner;
  tags: Tag[];
  sentence: string;
  subject: { text: string; href: string };
  facts: { key: { text: string }; value: { text: string } }[];
  timeline: { title: string; when: string; office: string; text: string }[];
}

export interface PastAlertParts {
  /** ISO date. */
  day: string;
  banner: PastBanner;
  /** Of the day, like the mission. */
  framework: Framework;
  mission: Mission | undefined;
}

/** Told from what was fixed when it was raised and from its timeline up to the day: owner, answer and state change in place. */
export function pastAlertPage(alert: Alert, events: readonly AlertEvent[], { day, banner, framework, mission }: PastAlertParts): PastAlertPage {
  const words = alertsWords.show;
  const subject = mission?.focusArea ?? framework.title;
  const address = mission ? missionsPaths.mission(framework.slug, mission.slug) : frameworksPaths.framework(framework.slug);
  const heading = `Alert ${alert.reference}: ${subject}`;
  const status = events.at(-1)?.toStatus ?? 'raised';
  const silent = events.some(({ action }) => action === 'no-response') && !events.some(({ action }) => action === 'answer');
  const target = mission?.targets.find(({ id }) => id === alert.targetId);
  const facts: [string, string | undefined][] = [
    [words.facts.target, target?.title],
    [words.facts.kind, ALERT_KINDS[alert.kind]],
    [words.facts.raised, longDate(londonDate(alert.raisedAt))],
    [words.facts.department, alert.raisedWith?.name ?? words.vacancy],
    [words.facts.due, longDate(alert.responseDueOn)],
  ];
  return {
    title: pastDaysWords.title(heading, longDate(day)),
    heading,
    breadcrumbs: [{ text: alertsWords.list.title, href: alertsPaths.list }, { text: alert.reference }],
    words,
    past: banner,
    tags: [{ text: ALERT_STATUS[status], classes: STATUS_CLASSES[status] }, ...(silent ? [{ text: 'No response', classes: 'govuk-tag--red' }] : [])],
    sentence: alert.sentence,
    subject: { text: subject, href: pastDaysPaths.page(address, day) },
    facts: facts.flatMap(([key, value]) => (value ? [{ key: { text: key }, value: { text: value } }] : [])),
    timeline: events.map(({ action, at, actorOffice, text }) => ({ title: eventHeading(alert.kind, action), when: longDateTime(at), office: actorOffice, text })),
  };
}
