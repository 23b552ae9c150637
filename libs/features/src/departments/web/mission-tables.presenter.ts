import { isOverdue } from '#domain/submissions/due-date.js';
import { DELIVERY_RATINGS } from '#domain/judgements/delivery-rating.js';
import { deliveryPlansPaths } from '#features/delivery-plans/delivery-plans.paths.js';
import { type MissionStanding } from '#features/judgements/mission-standing.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { verdictTag } from '#features/missions/verdict-tag.js';
import { publicStatus } from '#features/submissions/public-returns.queries.js';
import { longDate } from '#platform/pages/dates.js';
import { dateCell, type PublicCell, type PublicTable } from '#platform/pages/public-table.js';
import { type SubmissionRecord } from '../department-records.queries.js';
import { type MissionPart } from '../departments.queries.js';
import { departmentsWords } from '../departments.words.js';

const { missions: words, status: statusWords } = departmentsWords;

/** What a department leads, contributes to and has led, with the three judgements of today. @param today ISO date */
export function missionsTable(parts: readonly MissionPart[], standings: readonly MissionStanding[], today: string): PublicTable {
  const byId = new Map(standings.map((standing) => [standing.missionId, standing]));
  return {
    key: 'missions', heading: words.heading, intro: words.intro, empty: words.empty,
    columns: [
      { name: 'mission', heading: 'Mission', description: 'Number and name of the mission' },
      { name: 'framework', heading: 'Framework', description: 'Name of its framework, and whether it is closed' },
      { name: 'role', heading: 'Part', description: 'What the department does for it' },
      { name: 'since', heading: 'Since', description: 'First day; the day on which the framework was published where it was its part from then on', datatype: 'date' },
      { name: 'until', heading: 'Until', description: 'First day without it; empty while it lasts', datatype: 'date' },
      { name: 'computed', heading: 'By the figures', description: 'Computed judgement that stands today' },
      { name: 'department', heading: 'Lead department', description: 'Likelihood that the lead department gives, in words' },
      { name: 'council', heading: 'The council', description: 'The council’s judgement that stands today' },
    ],
    rows: parts.map((part) => missionRow(part, byId.get(part.missionId), today)),
  };
}

function missionRow(part: MissionPart, standing: MissionStanding | undefined, today: string): PublicCell[] {
  const { role, to, basis } = part;
  const isPast = to !== null && to <= today;
  const part_ = role === 'contributor' ? words.role[isPast ? 'contributed' : 'contributor'] : isPast ? words.role.past : words.role.lead;
  return [
    { text: `${part.number}. ${part.name}`, href: missionsPaths.mission(part.framework, part.mission) },
    { text: part.closedOn ? words.closedFramework(part.frameworkTitle, longDate(part.closedOn)) : part.frameworkTitle },
    { text: basis === 'proposed' ? words.proposed(part_) : part_ },
    dateCell(part.from),
    dateCell(to),
    standing?.computed ? tagOf(verdictTag(standing.computed.verdict)) : { text: words.none.computed, value: null },
    standing?.department ? { text: DELIVERY_RATINGS[standing.department.rating].words, tag: 'govuk-tag--grey' } : { text: words.none.department, value: null },
    standing?.council ? tagOf(verdictTag(standing.council.verdict)) : { text: words.none.council, value: null },
  ];
}

/** Returns or plans: which are published, with the council, due, overdue or never came. @param today ISO date */
export function submissionsTable(kind: SubmissionRecord['kind'], records: readonly SubmissionRecord[], today: string, planHref?: (framework: string) => string | undefined): PublicTable {
  const isReturn = kind === 'evidence-return';
  const { heading, empty } = isReturn ? departmentsWords.returns : departmentsWords.plans;
  return {
    key: isReturn ? 'returns' : 'plans', heading, empty,
    columns: [
      { name: 'reference', heading: isReturn ? 'Return' : 'Plan', description: 'Reference' },
      ...(isReturn ? [{ name: 'mission', heading: 'Mission', description: 'Name of the mission' }] : []),
      { name: 'framework', heading: 'Framework', description: 'Name of its framework' },
      { name: 'covers', heading: 'Covers', description: 'Period that it covers' },
      { name: 'due_on', heading: 'Due', description: 'Last day on which it is in time', datatype: 'date' as const },
      { name: 'state', heading: 'State', description: 'How far the public sees it' },
      { name: 'was_late', heading: 'Came late', description: 'Whether its day passed without it; the mark stays' },
    ],
    rows: records.filter((record) => record.kind === kind).map((record) => [
      { text: record.reference, ...hrefOf(record, planHref) },
      ...(isReturn ? [missionCell(record)] : []),
      { text: record.frameworkTitle },
      { text: record.covers },
      dateCell(record.dueOn),
      statusCell(record, today),
      { text: departmentsWords.wasLate[`${record.wasLate || isOverdue(record, record.stoppedOn ?? today)}`] },
    ]),
  };
}

function missionCell({ framework, mission, missionName }: SubmissionRecord): PublicCell {
  return mission === null ? { text: '' } : { text: missionName ?? '', href: missionsPaths.mission(framework, mission) };
}

function hrefOf({ kind, framework, isPublic }: SubmissionRecord, planHref: ((framework: string) => string | undefined) | undefined): Pick<PublicCell, 'href'> {
  const href = kind === 'delivery-plan' && isPublic ? planHref?.(framework) : undefined;
  return href ? { href } : {};
}

function statusCell(record: SubmissionRecord, today: string): PublicCell {
  const status = publicStatus(record.status, record.standingVersion);
  if (status === 'due' && isOverdue(record, record.stoppedOn ?? today)) return { text: departmentsWords.overdue, tag: 'govuk-tag--red' };
  if (status === 'due' && record.stoppedOn) return { text: departmentsWords.stopped, tag: 'govuk-tag--grey' };
  const ended = status === 'accepted' || status === 'published-unresolved';
  if (ended && !record.isPublic) return { text: departmentsWords.held, tag: 'govuk-tag--grey' };
  return { text: statusWords[status], tag: { due: 'govuk-tag--grey', 'with-the-council': 'govuk-tag--blue', accepted: 'govuk-tag--green', 'published-unresolved': 'govuk-tag--orange', 'not-submitted': 'govuk-tag--red', 'not-owed': 'govuk-tag--grey' }[status] };
}

function tagOf({ text, classes }: { text: string; classes: string }): PublicCell {
  return { text, tag: classes };
}

/** Where a plan is shown side by side with others: on the page of a mission that is the department's. */
export function planHrefOf(parts: readonly MissionPart[]): (framework: string) => string | undefined {
  return (framework) => {
    const part = parts.find((one) => one.framework === framework);
    return part && deliveryPlansPaths.crosswalk(framework, part.mission);
  };
}
