import { contributionTo, DELIVERY_PLAN_SECTIONS, type DeliveryPlanContent, isPlanned, missionTitle } from '#domain/delivery-plans/delivery-plan-content.js';
import { planSectionTexts } from '#domain/delivery-plans/plan-texts.js';
import { type AnswerRow } from '#features/submissions/answer-row.js';
import { deliveryPlansWords } from './delivery-plans.words.js';

const words = deliveryPlansWords.answers;

/**
 * The plan as a person reads it, line by line: each mission that it is about with what is planned, every line of its lists, and
 * last the sections that say nothing. A mission that the department leads stands here even where nothing is written for it.
 */
export function answerRows(content: DeliveryPlanContent): AnswerRow[] {
  const rows = planSectionTexts(content).map(({ key, title, text }) => ({ field: key, title, text }));
  const silent = content.missions.filter(({ slug, part }) => part === 'led' && !isPlanned(contributionTo(content.contributions, slug)) && !rows.some(({ field }) => field === `contributions.${slug}`));
  const at = rows.findIndex(({ field }) => !/^(summary$|outcomes\.|contributions\.)/.test(field));
  rows.splice(at === -1 ? rows.length : at, 0, ...silent.map(({ slug }) => ({ field: `contributions.${slug}`, title: missionTitle(content.missions, slug), text: '' })));
  const empty = DELIVERY_PLAN_SECTIONS.filter(({ key }) => key !== 'summary' && key !== 'contributions' && key !== 'attachments' && content[key].length === 0).map(({ title }) => title);
  return empty.length === 0 ? rows : [...rows, { field: 'nothing', title: words.empty, text: empty.join('\n') }];
}
