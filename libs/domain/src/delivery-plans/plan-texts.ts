import { type DeliveryPlanContent, totalMoney } from './delivery-plan-content.js';

/** One section as a person reads it: what two deliveries are compared by. */
export interface PlanSectionText {
  key: string;
  title: string;
  text: string;
}

/** What the department wrote, section by section; its lines stand one a mission. */
export function planSectionTexts({ summary, contributions, missions }: DeliveryPlanContent): PlanSectionText[] {
  const total = totalMoney(contributions);
  const lines = contributions.map(({ mission, contribution, policies, moneyMillions }) => ({
    key: `contributions.${mission}`,
    title: missionTitle(missions, mission),
    text: [contribution, policies, moneyMillions === null ? '' : `Money: ${millions(moneyMillions)}`].filter((line) => line.trim() !== '').join('\n\n'),
  }));
  const sum = total === undefined ? [] : [{ key: 'money', title: 'Money over all missions', text: millions(total) }];
  return [{ key: 'summary', title: 'Summary', text: summary }, ...lines, ...sum];
}

/** What the plan says that the department will do. */
export function planPromises({ contributions, missions }: DeliveryPlanContent): { title: string; text: string }[] {
  return contributions.map(({ mission, policies }) => ({ title: missionTitle(missions, mission), text: policies }));
}

function missionTitle(missions: DeliveryPlanContent['missions'], slug: string): string {
  const mission = missions.find((candidate) => candidate.slug === slug);
  return mission ? `Mission ${mission.number}: ${mission.focusArea}` : slug;
}

function millions(amount: number): string {
  return `£${amount.toLocaleString('en-GB', { maximumFractionDigits: 3 })} million`;
}
