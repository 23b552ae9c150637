import { LONGEST_ANSWER } from '#domain/submissions/submission-status.js';
import type { Refusal } from '#domain/workflow/transition-table.js';
import { contributionRefusals } from './contribution-refusals.js';
import type { DeliveryPlanAnswers, DeliveryPlanContent, PlannedContribution } from './delivery-plan-content.js';
import { lineRefusals, type LineSurroundings } from './plan-line-refusals.js';
import { MOST_LINES, PLAN_LISTS, type PlanLine, type PlanList } from './plan-lists.js';
import { thousandths } from './plan-sums.js';

/** Some answers as they are written at once: a list is whole, and a new line's id is empty or of the writer's own choice. */
export type WrittenPlanAnswers = Partial<Omit<DeliveryPlanAnswers, 'copiedFrom'>>;

const TOTALS = [['statedMoneyMillions', 'Total funding'], ['statedStaff', 'Total staff']] as const;

/**
 * What may not even lie in a draft: each reason with its field, of a list as `funding.0.source`. What is merely missing from a draft,
 * and totals that do not add up yet, are no such reason.
 * @param content the draft as it stands, with the department's missions
 */
export function planDraftRefusals(answers: WrittenPlanAnswers, content: Pick<DeliveryPlanContent, 'missions' | 'policies'>): Refusal[] {
  const around = { missions: content.missions, policies: answers.policies ?? content.policies };
  const { summary = '' } = answers;
  return [
    ...(summary.length > LONGEST_ANSWER ? [refusal('too-long', `Summary must be ${LONGEST_ANSWER.toLocaleString('en-GB')} characters or less`, 'summary')] : []),
    ...contributionsRefusals(answers.contributions ?? [], around),
    ...PLAN_LISTS.flatMap((list) => listRefusals(list, answers[list] ?? [], around)),
    ...TOTALS.flatMap(([field, name]) => totalRefusals(answers[field] ?? null, field, name)),
  ];
}

function contributionsRefusals(lines: readonly PlannedContribution[], { missions }: LineSurroundings): Refusal[] {
  return lines.flatMap((line, index) => {
    const at = `contributions.${index}`;
    const mission = missions.find(({ slug }) => slug === line.mission);
    if (!mission) return [refusal('mission-unknown', `The department has no part in the mission ${line.mission}`, `${at}.mission`)];
    const twice = lines.findIndex((other) => other.mission === line.mission) !== index;
    return [...(twice ? [refusal('twice', 'It stands in the list twice', at)] : []), ...within(at, contributionRefusals(line, mission))];
  });
}

function listRefusals(list: PlanList, lines: readonly PlanLine[], around: LineSurroundings): Refusal[] {
  if (lines.length > MOST_LINES) return [refusal('too-many-lines', `A list can have no more than ${MOST_LINES} lines`, list)];
  const ids = lines.map(({ id }) => id);
  return lines.flatMap((line, index) => [
    ...(line.id !== '' && ids.indexOf(line.id) !== index ? [refusal('twice', 'It stands in the list twice', `${list}.${index}`)] : []),
    ...within(`${list}.${index}`, [...idRefusals(line), ...lineRefusals(list, line, around).filter(({ essential }) => essential)]),
  ]);
}

/** Stands in addresses, where `add` adds a line, and in keys, where `total` is the total of the list. Empty for a new line. */
function idRefusals({ id }: PlanLine): Refusal[] {
  return /^(?!(?:add|total)$)[\w-]{0,40}$/.test(id) ? [] : [refusal('id-wrong', 'The key must be letters and digits, 40 at most', 'id')];
}

function totalRefusals(total: number | null, field: string, name: string): Refusal[] {
  if (total === null) return [];
  if (!Number.isFinite(total) || total < 0) return [refusal('total-wrong', `${name} must be 0 or more`, field)];
  return thousandths(total) === undefined ? [refusal('total-too-fine', `${name} must have 3 decimal places or fewer`, field)] : [];
}

function within(at: string, refusals: readonly Refusal[]): Refusal[] {
  return refusals.map(({ code, message, field }) => refusal(code, message, field === undefined ? at : `${at}.${field}`));
}

function refusal(code: string, message: string, field: string): Refusal {
  return { code, message, field };
}
