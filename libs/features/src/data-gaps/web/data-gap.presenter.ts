import { type Actor } from '#domain/access/permissions.js';
import { DATA_GAP_KINDS } from '#domain/data-gaps/data-gap-kind.js';
import { positionsTowardsGap } from '#domain/data-gaps/data-gap-position.js';
import { alertsPaths } from '#features/alerts/alerts.paths.js';
import { metricsPaths } from '#features/metrics/metrics.paths.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { longDate, longDateTime } from '#platform/pages/dates.js';
import { dataGapLine } from '../data-gap-line.js';
import { type DataGap } from '../data-gap.entity.js';
import { type DataGapEvent } from '../data-gap-event.entity.js';
import { dataGapsPaths } from '../data-gaps.paths.js';
import { type AlertOfGap } from '../data-gaps.queries.js';
import { dataGapsWords, GAP_EVENT_WORDS, KIND_IN_HEADING } from '../data-gaps.words.js';
import { ownerOfGap } from '../gap-owner.js';
import { gapTags, type Tag } from './data-gaps-list.presenter.js';

interface Fact {
  key: string;
  /** One line each; a link where there is an address. */
  values: { text: string; href?: string }[];
}

export interface DataGapPage {
  title: string;
  breadcrumbs: { text: string; href?: string }[];
  words: typeof dataGapsWords.show;
  tags: Tag[];
  overdue: string | undefined;
  sentence: string;
  facts: Fact[];
  timeline: { title: string; when: string; who: string; text: string }[];
  /** What the signed-in person may do. */
  buttons: { text: string; href: string; classes?: string }[];
}

/** The public page of a gap; the same for everybody but for the buttons. */
export function presentDataGap(
  gap: DataGap,
  history: { events: readonly DataGapEvent[]; alerts: readonly AlertOfGap[] },
  viewer: { actor: Actor; today: string },
): DataGapPage {
  const words = dataGapsWords.show;
  const line = dataGapLine(gap, viewer.today);
  return {
    title: `${line.metric.name}: ${KIND_IN_HEADING[line.kind]} (${line.reference})`,
    breadcrumbs: [{ text: dataGapsWords.list.title, href: dataGapsPaths.list }, { text: line.reference }],
    words,
    tags: gapTags(line),
    overdue: line.overdue ? words.overdue(longDate(line.dateNeeded)) : undefined,
    sentence: line.sentence,
    facts: factsOf(line, history.alerts),
    timeline: history.events.map((event) => ({ title: GAP_EVENT_WORDS[event.action], when: longDateTime(event.at), who: event.actorName, text: event.text })),
    buttons: buttonsFor(gap, viewer),
  };
}

function factsOf(line: ReturnType<typeof dataGapLine>, alerts: readonly AlertOfGap[]): Fact[] {
  const { facts, vacancy, nobody, noPlan, noResource } = dataGapsWords.show;
  const { mission, targets } = line;
  const rows: [string, Fact['values']][] = [
    [facts.metric, [{ text: line.metric.name, href: metricsPaths.metric(line.metric.slug) }]],
    [facts.areas, said(line.geographyName)],
    [facts.kind, said(DATA_GAP_KINDS[line.kind])],
    [facts.mission, [{ text: mission.name, href: missionsPaths.mission(mission.framework, mission.mission) }]],
    [facts.targets, targets.map((target) => ({ text: target.name, href: missionsPaths.target(target.framework, target.mission, target.slug) }))],
    [facts.owner, said(line.owner?.name ?? vacancy)],
    [facts.person, said(line.ownerPerson ?? nobody)],
    [facts.plan, said(line.plan ?? noPlan)],
    [facts.resource, said(line.resource ?? noResource)],
    [facts.needed, said(longDate(line.dateNeeded))],
    [facts.opened, said(longDate(line.openedOn))],
    [facts.lastSeen, said(longDate(line.lastSeenOn))],
    [facts.closed, said(line.closedOn && longDate(line.closedOn))],
    [facts.reason, said(line.reason)],
    [facts.alerts, alerts.map(({ reference }) => ({ text: reference, href: alertsPaths.show(reference) }))],
  ];
  return rows.flatMap(([key, values]) => (values.length > 0 ? [{ key, values }] : []));
}

function said(text: string | null): { text: string }[] {
  return text === null ? [] : [{ text }];
}

function buttonsFor(gap: DataGap, { actor, today }: { actor: Actor; today: string }): { text: string; href: string; classes?: string }[] {
  if (gap.state === 'closed') return [];
  const { buttons } = dataGapsWords.show;
  const positions = positionsTowardsGap(actor, ownerOfGap(gap, today)?.id ?? null);
  const keeps = positions.includes('keeper');
  const decide = gap.state === 'not-to-be-closed' ? buttons.reopen : buttons.decide;
  return [
    ...(keeps ? [{ text: buttons.edit, href: dataGapsPaths.edit(gap.reference) }] : []),
    ...(positions.includes('owner') && !keeps ? [{ text: buttons.plan, href: dataGapsPaths.plan(gap.reference) }] : []),
    ...(keeps ? [{ text: decide, href: dataGapsPaths.decide(gap.reference), classes: 'govuk-button--secondary' }] : []),
  ];
}
