import { type DeliveryPlanAnswers, isPlanned, MOST_MONEY_MILLIONS, type PlannedMission } from '#domain/delivery-plans/delivery-plan-content.js';
import { ApplicationError, type Reason } from '#platform/errors/application-error.js';
import { deliveryPlansWords as words } from '../delivery-plans.words.js';

interface TypedPlan {
  summary: string;
  contributions: { mission: string; contribution: string; policies: string; moneyMillions: string }[];
}

/**
 * The answers that a form holds. Lines of missions that the department has no part in are left out, and so are empty ones.
 * @throws ApplicationError 422 naming every sum that is none.
 */
export function planAnswersFromForm({ summary, contributions }: TypedPlan, missions: readonly PlannedMission[]): DeliveryPlanAnswers {
  const reasons: Reason[] = [];
  const lines = contributions.flatMap(({ mission: slug, contribution, policies, moneyMillions }, index) => {
    const mission = missions.find((candidate) => candidate.slug === slug);
    if (!mission) return [];
    const money = millionsFrom(moneyMillions);
    const wrong = moneyRefusal(money, mission.focusArea);
    if (wrong) reasons.push({ ...wrong, field: `contributions.${index}.moneyMillions` });
    const line = { mission: slug, contribution, policies, moneyMillions: money === undefined ? null : money };
    return isPlanned(line) ? [line] : [];
  });
  if (reasons.length > 0) throw ApplicationError.invalid(reasons);
  return { summary, contributions: lines };
}

/** @returns null for an empty text, undefined for one that is no number; commas between thousands and a pound sign are fine. */
export function millionsFrom(text: string): number | null | undefined {
  const bare = text.replace(/^£\s*/, '').replace(/\s*(m|million)$/i, '');
  if (bare === '') return null;
  if (!/^-?(\d+|\d{1,3}(,\d{3})+)(\.\d{1,3})?$/.test(bare)) return undefined;
  return Number(bare.replaceAll(',', ''));
}

function moneyRefusal(money: number | null | undefined, mission: string): Reason | undefined {
  if (money === undefined) return { code: 'money-not-number', message: words.moneyNotNumber(mission) };
  if (money === null) return undefined;
  if (money < 0) return { code: 'money-negative', message: words.moneyNegative(mission) };
  return money > MOST_MONEY_MILLIONS ? { code: 'money-too-large', message: words.moneyTooLarge(mission, MOST_MONEY_MILLIONS) } : undefined;
}
