import { planBlockers, reasonBlockers } from '#domain/data-gaps/data-gap-workflow.js';
import { dayFrom } from '#domain/observations/calendar-day.js';
import { type Organisation } from '#features/organisations/organisation.entity.js';
import { type Reason } from '#platform/errors/application-error.js';
import { longDate } from '#platform/pages/dates.js';
import { type DataGap } from './data-gap.entity.js';

/** What the owner of a gap may write. */
export interface PlanEdit {
  plan: string;
  resource: string;
}

/** What a keeper of the register may write. */
export interface GapEdit extends PlanEdit {
  /** Empty: the department that leads the mission. */
  ownerId: string;
  ownerPerson: string;
  /** ISO date, as typed. */
  dateNeeded: string;
}

/**
 * Every reason against what was written, with its field; `reason` is asked for only where the date is moved. A day that has
 * passed is none to move it to: the gap would be overdue, and its alert raised, as soon as it is saved.
 * @param today ISO date in London
 */
export function editReasons(gap: Pick<DataGap, 'dateNeeded'>, edit: PlanEdit & Partial<GapEdit> & { reason?: string }, today: string): Reason[] {
  const { dateNeeded = gap.dateNeeded, reason = '' } = edit;
  const unplanned = textOrNull(edit.plan) === null && textOrNull(edit.resource) === null;
  const real = dayFrom(dateNeeded) !== undefined && /^20\d\d-/.test(dateNeeded);
  const moved = real && dateNeeded !== gap.dateNeeded;
  return [
    ...(unplanned ? [] : planBlockers(edit)),
    ...(real ? [] : [{ code: 'date-wrong', message: 'The date needed must be a real date, like 30 9 2027', field: 'dateNeeded' }]),
    ...(moved && dateNeeded < today ? [{ code: 'date-past', message: `The date needed must be today, ${longDate(today)}, or later`, field: 'dateNeeded' }] : []),
    ...(moved ? reasonBlockers(reason, 'why the date needed is moved') : []),
  ];
}

interface GapAfter extends Partial<Pick<DataGap, 'ownerPerson' | 'dateNeeded'>>, Pick<DataGap, 'plan' | 'resource'> {
  owner: Organisation | null;
}

/** What changed, from what to what, a line each for the public timeline. */
export function changesOfGap(before: DataGap, after: GapAfter): { field: string; text: string }[] {
  const { ownerPerson = before.ownerPerson, dateNeeded = before.dateNeeded } = after;
  const lines: [string, string, string | null, string | null][] = [
    ['owner', 'Owner', before.owner?.name ?? LEAD, after.owner?.name ?? LEAD],
    ['ownerPerson', 'Named person', before.ownerPerson, ownerPerson],
    ['plan', 'Plan', before.plan, after.plan],
    ['resource', 'Resource', before.resource, after.resource],
    ['dateNeeded', 'Needed by', longDate(before.dateNeeded), longDate(dateNeeded)],
  ];
  return lines.flatMap(([field, name, from, to]) => (from === to ? [] : [{ field, text: `${name}: ${to ?? NOTHING} (before: ${from ?? NOTHING})` }]));
}

const LEAD = 'the department that leads the mission';
const NOTHING = 'nothing';

/** Text with unix line ends and no blanks around it; null where nothing is left. */
export function textOrNull(text: string): string | null {
  const trimmed = text.replaceAll('\r\n', '\n').trim();
  return trimmed === '' ? null : trimmed;
}
