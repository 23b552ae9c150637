import { contributionTo, type DeliveryPlanContent, isPlanned, totalMoney } from '#domain/delivery-plans/delivery-plan-content.js';
import { type AnswerRow } from '#features/submissions/answer-row.js';
import { deliveryPlansWords } from './delivery-plans.words.js';

const words = deliveryPlansWords.answers;

/** The plan as a person reads it: each mission that it is about with what is planned, and the money of all. */
export function answerRows({ summary, contributions, missions }: DeliveryPlanContent): AnswerRow[] {
  const total = totalMoney(contributions);
  const lines = missions.flatMap(({ slug, focusArea, part }) => {
    const line = contributionTo(contributions, slug);
    if (part === 'contributing' && !isPlanned(line)) return [];
    const { contribution, policies, moneyMillions } = line;
    return [
      { field: `contributions.${slug}.contribution`, title: words.contribution(focusArea), text: contribution },
      { field: `contributions.${slug}.policies`, title: words.policies(focusArea), text: policies },
      { field: `contributions.${slug}.moneyMillions`, title: words.money(focusArea), text: moneyMillions === null ? '' : words.millions(moneyMillions) },
    ];
  });
  return [
    { field: 'summary', title: words.summary, text: summary },
    ...lines,
    ...(total === undefined ? [] : [{ field: 'total', title: words.total, text: words.millions(total) }]),
  ];
}
