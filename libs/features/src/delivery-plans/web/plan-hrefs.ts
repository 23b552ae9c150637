import { sectionOfList } from '#domain/delivery-plans/delivery-plan-content.js';
import { PLAN_LISTS } from '#domain/delivery-plans/plan-lists.js';
import { deliveryPlansPaths as paths } from '../delivery-plans.paths.js';

/** Totals by the key of their text and by their field, with the page that states them. */
const TOTALS: Readonly<Record<string, 'funding' | 'staffing'>> = { 'funding.total': 'funding', 'staffing.total': 'staffing', statedMoneyMillions: 'funding', statedStaff: 'staffing' };

/** The page where an answer is changed, with the field where it is known: `contributions.health.policies`, `funding.k3d9.source`, `summary`. */
export function hrefOfField(id: string, field: string): string {
  const [first = '', second, third] = field.split('.');
  const anchor = third ? `#${third}` : '';
  if (first === 'contributions' && second) return `${paths.contribution(id, second)}${anchor}`;
  const total = TOTALS[field];
  if (total) return `${paths.total(id, total)}#total`;
  const list = PLAN_LISTS.find((candidate) => candidate === first);
  if (list && second) return `${paths.line(id, list, second)}${anchor}`;
  if (list) return paths.section(id, sectionOfList(list));
  if (first === 'attachments') return paths.attachments(id);
  if (first === 'money' || first === 'contributions') return paths.section(id, 'contributions');
  return first === 'summary' ? `${paths.summary(id)}#summary` : paths.show(id);
}
