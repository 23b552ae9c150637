import { LONGEST_ANSWER } from '#domain/submissions/submission-status.js';
import type { Refusal } from '#domain/workflow/transition-table.js';
import { inSentence } from './in-sentence.js';
import { lineRefusals } from './plan-line-refusals.js';
import { MOST_LINES, PLAN_LISTS, type PlanList, titleOfLine } from './plan-lists.js';
import { totalRefusals } from './plan-totals.js';
import {
  contributionTo,
  type DeliveryPlanContent,
  type DeliveryPlanSection,
  isPlanned,
  MOST_MONEY_MILLIONS,
  type PlannedContribution,
  type PlannedMission,
  sectionOfList,
} from './delivery-plan-content.js';

/** What stands against sending a plan for sign-off, with the field where it can be put right: `contributions.health.policies`, `funding.k3d9.source`. */
export interface DeliveryPlanBlocker extends Refusal {
  section: DeliveryPlanSection;
  field: string;
}

/**
 * Every reason at once; empty when the plan is complete. A mission that the department leads needs its contribution and the
 * policies behind it; for one that it contributes to, a line that is begun must say what the contribution is. Each line of a
 * list must be whole, and the totals must add up.
 */
export function deliveryPlanBlockers(content: DeliveryPlanContent): DeliveryPlanBlocker[] {
  const { summary, contributions, missions } = content;
  const blockers: DeliveryPlanBlocker[] = [];
  if (summary.trim() === '') {
    blockers.push({ code: 'summary-missing', message: 'Enter a summary of the plan', section: 'summary', field: 'summary' });
  }
  if (summary.length > LONGEST_ANSWER) blockers.push(tooLong('Summary', 'summary', 'summary'));
  for (const mission of missions) {
    const named = content.policies.some((policy) => policy.mission === mission.slug);
    blockers.push(...contributionBlockers(mission, contributionTo(contributions, mission.slug), named));
  }
  for (const { mission } of contributions) {
    if (missions.some(({ slug }) => slug === mission)) continue;
    blockers.push({ code: 'mission-unknown', message: `The department has no part in the mission ${mission}`, section: 'contributions', field: `contributions.${mission}` });
  }
  for (const list of PLAN_LISTS) blockers.push(...listBlockers(list, content));
  return [...blockers, ...totalRefusals(content)];
}

function listBlockers(list: PlanList, content: DeliveryPlanContent): DeliveryPlanBlocker[] {
  const section = sectionOfList(list);
  const lines = content[list];
  const tooMany = lines.length > MOST_LINES ? [{ code: 'too-many-lines', message: `There can be no more than ${MOST_LINES} lines`, section, field: list }] : [];
  return [
    ...tooMany,
    ...lines.flatMap((line) =>
      lineRefusals(list, line, content).map(({ code, message, field }) => ({ code, message: `${message}${named(titleOfLine(list, line))}`, section, field: `${list}.${line.id}.${field}` })),
    ),
  ];
}

/** @param named policies for the mission stand in their own section, so that the text may stay empty */
function contributionBlockers(mission: PlannedMission, line: PlannedContribution, named: boolean): DeliveryPlanBlocker[] {
  const blockers: DeliveryPlanBlocker[] = [];
  const name = inSentence(mission.focusArea);
  const at = (field: keyof PlannedContribution): Pick<DeliveryPlanBlocker, 'section' | 'field'> => ({
    section: 'contributions',
    field: `contributions.${mission.slug}.${field}`,
  });
  const needed = mission.part === 'led' || isPlanned(line);
  if (needed && line.contribution.trim() === '') {
    blockers.push({ code: 'contribution-missing', message: `Enter what the department will contribute to ${name}`, ...at('contribution') });
  }
  if (mission.part === 'led' && !named && line.policies.trim() === '') {
    blockers.push({ code: 'policies-missing', message: `Enter the policies for ${name}`, ...at('policies') });
  }
  if (line.contribution.length > LONGEST_ANSWER) blockers.push(tooLong(`Contribution to ${name}`, 'contributions', at('contribution').field));
  if (line.policies.length > LONGEST_ANSWER) blockers.push(tooLong(`Policies for ${name}`, 'contributions', at('policies').field));
  const money = line.moneyMillions;
  if (money !== null && (!Number.isFinite(money) || money < 0)) {
    blockers.push({ code: 'money-negative', message: `Money for ${name} must be 0 or more`, ...at('moneyMillions') });
  } else if (money !== null && money > MOST_MONEY_MILLIONS) {
    blockers.push({ code: 'money-too-large', message: `Money for ${name} must be £${MOST_MONEY_MILLIONS.toLocaleString('en-GB')} million or less`, ...at('moneyMillions') });
  }
  return blockers;
}

function tooLong(name: string, section: DeliveryPlanSection, field: string): DeliveryPlanBlocker {
  return { code: 'too-long', message: `${name} must be ${LONGEST_ANSWER.toLocaleString('en-GB')} characters or less`, section, field };
}

function named(title: string): string {
  return title.trim() === '' ? '' : ` (${title})`;
}
