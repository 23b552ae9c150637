import { inSentence } from './in-sentence.js';
import type { DeliveryPlanAnswers, DeliveryPlanSection, PlannedMission } from './delivery-plan-content.js';
import { differenceOf, isSameAmount, millionsInWords, staffInWords, sumOf, thousandths } from './plan-sums.js';

/** A total that does not add up, with the field that states it. */
export interface TotalRefusal {
  code: string;
  message: string;
  section: DeliveryPlanSection;
  field: string;
}

type Totals = Pick<DeliveryPlanAnswers, 'funding' | 'staffing' | 'statedMoneyMillions' | 'statedStaff' | 'contributions'> & { missions: readonly PlannedMission[] };

/**
 * Every total that is not the sum of its lines, in exact thousandths, naming both sums and the difference: the plan's money and
 * staff as stated, the money for each mission that has funding lines of its own, and all missions together against the total.
 */
export function totalRefusals(plan: Totals): TotalRefusal[] {
  const money = plan.funding.map(({ moneyMillions }) => moneyMillions);
  const staff = plan.staffing.map((line) => line.staff);
  const byMission = plan.missions.flatMap((mission) => missionRefusals(mission, plan));
  return [
    ...stated({ total: plan.statedMoneyMillions, lines: money, field: 'statedMoneyMillions', section: 'funding', of: 'funding', words: millionsInWords }),
    ...stated({ total: plan.statedStaff, lines: staff, field: 'statedStaff', section: 'staffing', of: 'staffing', words: staffInWords }),
    ...(byMission.length > 0 ? byMission : missionsTogether(plan)),
  ];
}

/** Missions cannot be promised more money together than the plan has: each line of funding is for one of them, or for none. */
function missionsTogether({ funding, contributions, statedMoneyMillions }: Totals): TotalRefusal[] {
  const planned = sumOf(contributions.map(({ moneyMillions }) => moneyMillions)) ?? 0;
  const total = statedMoneyMillions ?? sumOf(funding.map(({ moneyMillions }) => moneyMillions)) ?? 0;
  if (funding.length === 0 || !Number.isFinite(total) || planned <= total || isSameAmount(planned, total)) return [];
  const message = `Planned money over all missions is ${millionsInWords(planned)}, but total funding is ${millionsInWords(total)}: ${millionsInWords(differenceOf(planned, total))} too much`;
  return [{ code: 'missions-exceed-total', message, section: 'funding', field: 'statedMoneyMillions' }];
}

interface StatedTotal {
  total: number | null;
  lines: readonly (number | null)[];
  field: 'statedMoneyMillions' | 'statedStaff';
  section: DeliveryPlanSection;
  of: 'funding' | 'staffing';
  words: (amount: number) => string;
}

function stated({ total, lines, field, section, of, words }: StatedTotal): TotalRefusal[] {
  if (total === null) {
    return lines.length === 0 ? [] : [{ code: `${of}-total-missing`, message: `Enter the total of the ${of} lines`, section, field }];
  }
  if (!Number.isFinite(total) || total < 0) return [{ code: `${of}-total-negative`, message: `Total ${of} must be 0 or more`, section, field }];
  if (thousandths(total) === undefined) return [{ code: `${of}-total-too-fine`, message: `Total ${of} must have 3 decimal places or fewer`, section, field }];
  const sum = sumOf(lines) ?? 0;
  if (isSameAmount(sum, total)) return [];
  const message = `Total ${of} is stated as ${words(total)}, but its lines add up to ${words(sum)}: a difference of ${words(differenceOf(sum, total))}`;
  return [{ code: `${of}-total-differs`, message, section, field }];
}

function missionRefusals({ slug, focusArea }: PlannedMission, { funding, contributions }: Totals): TotalRefusal[] {
  const lines = funding.filter(({ mission }) => mission === slug);
  if (lines.length === 0) return [];
  const sum = sumOf(lines.map(({ moneyMillions }) => moneyMillions)) ?? 0;
  const planned = contributions.find(({ mission }) => mission === slug)?.moneyMillions ?? null;
  if (planned !== null && (!Number.isFinite(planned) || isSameAmount(planned, sum))) return [];
  const at = { section: 'contributions' as const, field: `contributions.${slug}.moneyMillions` };
  const name = inSentence(focusArea);
  if (planned === null) {
    return [{ code: 'mission-money-missing', message: `Enter the planned money for ${name}: its funding lines add up to ${millionsInWords(sum)}`, ...at }];
  }
  const message = `Planned money for ${name} is ${millionsInWords(planned)}, but its funding lines add up to ${millionsInWords(sum)}: a difference of ${millionsInWords(differenceOf(sum, planned))}`;
  return [{ code: 'mission-money-differs', message, ...at }];
}
