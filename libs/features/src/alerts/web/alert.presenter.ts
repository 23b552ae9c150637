import { type Actor } from '#domain/access/permissions.js';
import { owedBy } from '#domain/alerts/alert-deadlines.js';
import { alertMovesFor } from '#domain/alerts/alert-position.js';
import { ALERT_KINDS } from '#domain/alerts/alert-status.js';
import { departmentHref } from '#features/departments/departments.paths.js';
import { clockDay, type ClosedNotice, closedNotice } from '#features/frameworks/clock-day.js';
import { linkToToday } from '#features/past-days/past-banner.presenter.js';
import { longDate, longDateTime } from '#platform/pages/dates.js';
import { londonDate } from '#platform/clock/clock.js';
import { type Alert, type PlannedAction } from '../alert.entity.js';
import { type AlertEvent } from '../alert-event.entity.js';
import { factsOf } from '../alert-facts.js';
import { isUnanswered } from '../alert-standing.js';
import { subjectOfAlert } from '../alert-subject.js';
import { alertsPaths } from '../alerts.paths.js';
import { alertsWords, eventHeading } from '../alerts.words.js';
import { type AlertLife, type AlertViewer, lifeFacts, presentLife } from './alert-life.presenter.js';
import { causeFacts, COMPUTED_KINDS } from './alert-cause.presenter.js';
import { alertTags, dataGapLink, type Tag } from './alerts-list.presenter.js';

type Fact = { key: { text: string }; value: { text: string } };

export interface AlertPage extends AlertLife {
  title: string;
  breadcrumbs: { text: string; href?: string }[];
  words: typeof alertsWords.show;
  reference: string;
  sentence: string;
  computed: boolean;
  mission: { text: string; href: string };
  /** The page of the department that owes the answer. */
  department: { text: string; href: string } | undefined;
  /** The overdue gap, where it was raised on one. */
  dataGap: { text: string; href: string } | undefined;
  tags: Tag[];
  facts: Fact[];
  /** "No response. An answer was due by …"; undefined while there is time, and once there is an answer. */
  noResponse: string | undefined;
  plan: { summary: string; actions: { title: string; facts: Fact[] }[] } | undefined;
  timeline: { title: string; when: string; office: string; text: string }[];
  asItStands: { href: string; text: string };
  /** Where the framework is closed. */
  closed: ClosedNotice | undefined;
  /** What the signed-in person may do next. */
  buttons: { text: string; href: string }[];
}

/** The public page of an alert; the same for everybody but for the buttons. */
export function presentAlert(alert: Alert, events: readonly AlertEvent[], viewer: AlertViewer): AlertPage {
  const words = alertsWords.show;
  const { actor } = viewer;
  const today = clockDay(alert.framework, viewer.today);
  const facts: [string, string | null | undefined][] = [
    [words.facts.target, alert.target?.title],
    [words.facts.kind, ALERT_KINDS[alert.kind]],
    [words.facts.raised, longDate(londonDate(alert.raisedAt))],
    [words.facts.department, alert.organisation?.name ?? words.vacancy],
    ...causeFacts(alert),
    [words.facts.due, longDate(alert.responseDueOn)],
    [words.facts.owner, alert.ownerName && `${alert.ownerName}, ${alert.ownerJob ?? ''}`],
    ...lifeFacts(alert, events, today),
    [words.facts.answered, alert.answeredAt && longDate(londonDate(alert.answeredAt))],
  ];
  return {
    ...presentLife(alert, { ...viewer, today }),
    title: `Alert ${alert.reference}: ${subjectOfAlert(alert).text}`,
    breadcrumbs: [{ text: alertsWords.list.title, href: alertsPaths.list }, { text: alert.reference }],
    words,
    reference: alert.reference,
    closed: closedNotice(alert.framework),
    sentence: alert.sentence,
    computed: COMPUTED_KINDS.includes(alert.kind),
    mission: subjectOfAlert(alert),
    department: departmentLink(alert),
    dataGap: dataGapLink(alert),
    tags: alertTags(alert, today),
    facts: factList(facts),
    noResponse: isUnanswered(alert, today) ? words.noResponse(longDate(owedBy(alert))) : undefined,
    plan: alert.answeredAt ? { summary: alert.planSummary ?? '', actions: alert.planActions.map(plannedAction) } : undefined,
    timeline: events.flatMap((event) => (event.action === 'raise' ? [event, notified(alert, event)] : [event])).map((event) => ({
      title: eventHeading(alert.kind, event.action),
      when: longDateTime(event.at),
      office: event.actorOffice,
      text: event.text,
    })),
    asItStands: linkToToday(alertsPaths.show(alert.reference), viewer.today),
    buttons: alert.framework.closedAt ? [] : buttonsFor(actor, alert, today),
  };
}

/** From the transition table: most moves have pages of their own, the council's decisions share one. */
function buttonsFor(actor: Actor, alert: Alert, today: string): { text: string; href: string }[] {
  const moves = alertMovesFor(actor, alert, factsOf(alert, today));
  const own = moves.flatMap(({ action, label }) => (isOfOwnPage(action) ? [{ text: label, href: alertsPaths[action](alert.reference) }] : []));
  // an official writes what the SRO then publishes
  const writes = !moves.some(({ action }) => action === 'answer') && moves.some(({ action }) => action === 'query');
  const draft = writes ? [{ text: alertsWords.show.writePlan, href: alertsPaths.answer(alert.reference) }] : [];
  const decides = moves.some(({ action }) => !isOfOwnPage(action));
  return [...own, ...draft, ...(decides ? [{ text: alertsWords.decide.decideButton, href: alertsPaths.decide(alert.reference) }] : [])];
}

const OWN_PAGES = ['acknowledge', 'answer', 'query', 'ask-time', 'reply'] as const;

function isOfOwnPage(action: string): action is (typeof OWN_PAGES)[number] {
  return (OWN_PAGES as readonly string[]).includes(action);
}

function departmentLink({ organisation }: Alert): AlertPage['department'] {
  const href = organisation ? departmentHref(organisation) : undefined;
  return organisation && href ? { href, text: alertsWords.show.departmentPage(organisation.name) } : undefined;
}

function plannedAction(line: PlannedAction, index: number): { title: string; facts: Fact[] } {
  const words = alertsWords.show.action;
  return {
    title: words.title(index + 1),
    facts: factList([
      [words.action, line.action],
      [words.owner, line.owner],
      [words.dueOn, longDate(line.dueOn)],
      [words.expectedEffect, line.expectedEffect],
      [words.releaseThatShows, line.releaseThatShows],
    ]),
  };
}

function factList(facts: [string, string | null | undefined][]): Fact[] {
  return facts.flatMap(([key, value]) => (value ? [{ key: { text: key }, value: { text: value } }] : []));
}

/** The raising told people in the same moment. */
function notified(alert: Alert, event: AlertEvent): Pick<AlertEvent, 'action' | 'at' | 'actorOffice' | 'text'> {
  return { action: 'notify', at: event.at, actorOffice: event.actorOffice, text: alertsWords.show.notified((alert.raisedWith ?? alert.organisation)?.name) };
}
