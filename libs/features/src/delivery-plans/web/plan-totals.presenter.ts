import { type DeliveryPlanContent } from '#domain/delivery-plans/delivery-plan-content.js';
import { differenceOf, isSameAmount, millionsInWords, staffInWords, sumOf } from '#domain/delivery-plans/plan-sums.js';
import { type FactRow } from '#features/submissions/submission-head.presenter.js';
import { deliveryPlansWords } from '../delivery-plans.words.js';

const words = deliveryPlansWords.total;

export interface TotalLines {
  rows: FactRow[];
  /** Set where both are there and the same. */
  agrees: string | undefined;
}

/** What is stated beside what the lines add up to, and how far they are apart. */
export function totalLines(of: 'funding' | 'staffing', { funding, staffing, statedMoneyMillions, statedStaff }: DeliveryPlanContent): TotalLines {
  const inWords = of === 'funding' ? millionsInWords : staffInWords;
  const stated = of === 'funding' ? statedMoneyMillions : statedStaff;
  const sum = sumOf(of === 'funding' ? funding.map(({ moneyMillions }) => moneyMillions) : staffing.map(({ staff }) => staff)) ?? 0;
  const row = (key: string, text: string): FactRow => ({ key: { text: key }, value: { text } });
  const same = stated !== null && isSameAmount(stated, sum);
  return {
    rows: [
      row(words.stated, stated === null ? words.notStated : inWords(stated)),
      row(words.sum, inWords(sum)),
      ...(stated === null || same ? [] : [row(words.difference, inWords(differenceOf(stated, sum)))]),
    ],
    agrees: same ? words.agrees : undefined,
  };
}
