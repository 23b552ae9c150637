import { LONGEST_ANSWER } from '#domain/submissions/submission-status.js';
import type { Refusal } from '#domain/workflow/transition-table.js';
import { MOST_MONEY_MILLIONS, type PlannedContribution, type PlannedMission } from './delivery-plan-content.js';
import { inSentence } from './in-sentence.js';
import { thousandths } from './plan-sums.js';

/** What may not even lie in a draft of the line for one mission, each reason with its field. */
export function contributionRefusals(line: PlannedContribution, mission: PlannedMission): Refusal[] {
  const name = inSentence(mission.focusArea);
  const stray = (line.clauses ?? []).some((key) => !mission.clauses?.some((clause) => clause.key === key));
  return [
    ...tooLong('contribution', line.contribution, `Contribution to ${name}`),
    ...tooLong('policies', line.policies, `Policies for ${name}`),
    ...plannedMoneyRefusals(line.moneyMillions, mission),
    ...(stray ? [{ code: 'clause-unknown', message: 'Select clauses of the mission’s own text', field: 'clauses' }] : []),
  ];
}

/** @param money in £ million; null where none is named, undefined for what is no number */
export function plannedMoneyRefusals(money: number | null | undefined, { focusArea }: PlannedMission): Refusal[] {
  if (money === null) return [];
  const rule =
    money === undefined || !Number.isFinite(money) ? 'must be a number in £ million, like 12.5'
    : money < 0 ? 'must be 0 or more'
    : money > MOST_MONEY_MILLIONS ? `must be £${MOST_MONEY_MILLIONS.toLocaleString('en-GB')} million or less`
    : thousandths(money) === undefined ? 'must have 3 decimal places or fewer'
    : undefined;
  return rule === undefined ? [] : [{ code: 'money-wrong', message: `Planned money for ${focusArea} ${rule}`, field: 'moneyMillions' }];
}

function tooLong(field: string, text: string, name: string): Refusal[] {
  return text.length > LONGEST_ANSWER ? [{ code: 'too-long', message: `${name} must be ${LONGEST_ANSWER.toLocaleString('en-GB')} characters or less`, field }] : [];
}
