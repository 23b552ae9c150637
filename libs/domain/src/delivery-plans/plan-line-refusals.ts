import { LONGEST_ANSWER } from '#domain/submissions/submission-status.js';
import type { Refusal } from '#domain/workflow/transition-table.js';
import { type DeliveryPlanAnswers, MOST_MONEY_MILLIONS, MOST_STAFF, type PlannedMission } from './delivery-plan-content.js';
import { LONGEST_TITLE, type PlanLine, type PlanList, type PlanLists } from './plan-lists.js';
import { thousandths } from './plan-sums.js';

/** What is wrong with a line. `essential`: it cannot even be saved; the rest may wait until the plan is sent. */
export interface LineRefusal extends Refusal {
  field: string;
  essential: boolean;
}

/** What a line is held against. */
export interface LineSurroundings {
  missions: readonly PlannedMission[];
  policies: DeliveryPlanAnswers['policies'];
}

type Rules = { [List in PlanList]: (line: PlanLine<List>, around: LineSurroundings) => LineRefusal[] };

const RULES: Rules = {
  outcomes: ({ title, description }) => [
    ...name('title', title, 'Enter the outcome', 'Outcome'),
    ...text('description', description, 'Description'),
  ],
  metrics: ({ name: called, metric, mission, aim }, around) => [
    ...(metric === null ? name('name', called, 'Select a metric, or enter the name of your own', 'Name of the metric') : []),
    ...missionNeeded(mission, around),
    ...needed('aim', aim, 'Enter what is aimed at'),
    ...text('aim', aim, 'What is aimed at'),
  ],
  policies: (line, around) => [
    ...name('title', line.title, 'Enter the name of the policy', 'Name of the policy'),
    ...missionNeeded(line.mission, around),
    ...needed('owner', line.owner, 'Enter the name of the owner'),
    ...long('owner', line.owner, 'Name of the owner', LONGEST_TITLE),
    ...needed('ownerJob', line.ownerJob, 'Enter the owner’s job'),
    ...long('ownerJob', line.ownerJob, 'Owner’s job', LONGEST_TITLE),
    ...date('startsOn', line.startsOn, 'Start date', 'Enter the start date'),
    ...date('endsOn', line.endsOn, 'End date', 'Enter the end date'),
    ...(isIsoDate(line.startsOn) && isIsoDate(line.endsOn) && line.endsOn < line.startsOn
      ? [refusal('end-before-start', 'End date must be the same as or after the start date', 'endsOn', true)]
      : []),
    ...clauses(line, around),
  ],
  milestones: ({ title, policy, dueOn }, { policies }) => [
    ...name('title', title, 'Enter the milestone', 'Milestone'),
    ...(policies.some(({ id }) => id === policy) ? [] : [refusal('policy-unknown', 'Select the policy that the milestone belongs to', 'policy', true)]),
    ...date('dueOn', dueOn, 'Date of the milestone', 'Enter the date of the milestone'),
  ],
  programmes: (line, around) => [
    ...(line.kind === '' ? [refusal('kind-missing', 'Select what it is', 'kind', true)] : []),
    ...name('title', line.title, 'Enter what is done or pledged', 'What is done or pledged'),
    ...needed('who', line.who, 'Enter who runs it or has pledged it'),
    ...long('who', line.who, 'Who runs it or has pledged it', LONGEST_TITLE),
    ...missionNeeded(line.mission, around),
    ...amount('moneyMillions', line.moneyMillions, 'Money', MOST_MONEY_MILLIONS),
    ...needed('otherwise', line.otherwise, 'Enter what happens if it does not come'),
    ...text('otherwise', line.otherwise, 'What happens if it does not come'),
  ],
  funding: (line, around) => [
    ...name('title', line.title, 'Enter what the money is for', 'What the money is for'),
    ...(line.kind === '' ? [refusal('kind-missing', 'Select resource or capital', 'kind', true)] : []),
    ...missionOrNone(line.mission, around),
    ...(line.moneyMillions === null ? [refusal('money-missing', 'Enter the money in £ million', 'moneyMillions', true)] : []),
    ...amount('moneyMillions', line.moneyMillions, 'Money', MOST_MONEY_MILLIONS),
    ...needed('source', line.source, 'Enter the fund or budget that it comes from'),
    ...long('source', line.source, 'Fund or budget', LONGEST_TITLE),
  ],
  staffing: (line, around) => [
    ...name('team', line.team, 'Enter the name of the team', 'Name of the team'),
    ...missionOrNone(line.mission, around),
    ...(line.staff === null ? [refusal('staff-missing', 'Enter the number of full-time equivalents', 'staff', true)] : []),
    ...amount('staff', line.staff, 'Full-time equivalents', MOST_STAFF),
  ],
  dependencies: (line, around) => [
    ...(line.department === '' ? [refusal('department-missing', 'Select a department', 'department', true)] : []),
    ...missionOrNone(line.mission, around),
    ...(line.what.trim() === '' ? [refusal('what-missing', 'Enter what you need from the other department', 'what', true)] : []),
    ...text('what', line.what, 'What you need'),
    ...date('neededBy', line.neededBy, 'Date by which you need it', 'Enter the date by which you need it'),
  ],
};

/** Every reason against one line, with the field where it can be put right. */
export function lineRefusals<List extends PlanList>(list: List, line: PlanLists[List][number], around: LineSurroundings): LineRefusal[] {
  const rule = RULES[list] as (line: PlanLists[List][number], around: LineSurroundings) => LineRefusal[];
  return rule(line, around);
}

/** A day of the calendar as `2026-09-30`. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

function refusal(code: string, message: string, field: string, essential = false): LineRefusal {
  return { code, message, field, essential };
}

function needed(field: string, value: string, message: string): LineRefusal[] {
  return value.trim() === '' ? [refusal(`${field}-missing`, message, field)] : [];
}

function name(field: string, value: string, message: string, called: string): LineRefusal[] {
  return value.trim() === '' ? [refusal(`${field}-missing`, message, field, true)] : long(field, value, called, LONGEST_TITLE);
}

function text(field: string, value: string, called: string): LineRefusal[] {
  return long(field, value, called, LONGEST_ANSWER);
}

function long(field: string, value: string, called: string, most: number): LineRefusal[] {
  return value.length > most ? [refusal('too-long', `${called} must be ${most.toLocaleString('en-GB')} characters or less`, field, true)] : [];
}

function date(field: string, value: string, called: string, message: string): LineRefusal[] {
  if (value === '') return [refusal(`${field}-missing`, message, field)];
  return isIsoDate(value) ? [] : [refusal('date-wrong', `${called} must be a real date`, field, true)];
}

function amount(field: string, value: number | null, called: string, most: number): LineRefusal[] {
  if (value === null) return [];
  if (!Number.isFinite(value) || value < 0) return [refusal('amount-negative', `${called} must be 0 or more`, field, true)];
  if (value > most) return [refusal('amount-too-large', `${called} must be ${most.toLocaleString('en-GB')} or less`, field, true)];
  return thousandths(value) === undefined ? [refusal('amount-too-fine', `${called} must have 3 decimal places or fewer`, field, true)] : [];
}

function missionNeeded(mission: string, around: LineSurroundings): LineRefusal[] {
  return missionOrNone(mission, around);
}

function missionOrNone(mission: string | null, { missions }: LineSurroundings): LineRefusal[] {
  if (mission === null || missions.some(({ slug }) => slug === mission)) return [];
  if (mission === '') return [refusal('mission-missing', 'Select a mission', 'mission', true)];
  return [refusal('mission-unknown', `The department has no part in the mission ${mission}`, 'mission', true)];
}

function clauses({ mission, clauses: named }: PlanLine<'policies'>, { missions }: LineSurroundings): LineRefusal[] {
  const known = missions.find(({ slug }) => slug === mission)?.clauses ?? [];
  const stray = named.filter((key) => !known.some((clause) => clause.key === key));
  return stray.length === 0 ? [] : [refusal('clause-unknown', 'Select clauses of the policy’s own mission', 'clauses', true)];
}
