/** An amount in pounds as published: null where the file gives none, which is not zero. */
export type Pounds = number | null;

/** Hundreds of millions, with pence, are far inside what a number can hold. */
const LARGEST = 1e12;

/**
 * Reads an amount: digits with or without thousands separators, pence and a pound sign. A blank or a lone dash is no amount.
 * @returns the fault in words where it is neither
 */
export function readPounds(cell: string): { readonly pounds: Pounds } | { readonly fault: string } {
  const text = cell.trim();
  if (/^[-–—]?$/.test(text)) return { pounds: null };
  const found = /^£?\s?(\d+|\d{1,3}(?:,\d{3})+)(\.\d{1,2})?$/.exec(text);
  if (!found) return { fault: 'it is not an amount in pounds' };
  const pounds = Number(`${(found[1] ?? '').replaceAll(',', '')}${found[2] ?? ''}`);
  return pounds < LARGEST ? { pounds } : { fault: 'it is more than a million million pounds' };
}

/** Day-to-day money, capital money and their total as a file gives them. */
export interface AwardMoney {
  readonly rdel: Pounds;
  readonly cdel: Pounds;
  readonly total: Pounds;
}

export const MONEY_WARNINGS = {
  'no-amounts': 'no amount is given',
  'no-total': 'there is no total',
  'no-parts': 'there is a total and no parts',
  'part-missing': 'one of the parts is missing',
  'total-zero-with-parts': 'the total is 0 and the parts are not',
  'parts-zero-with-total': 'the parts are 0 and the total is not',
  'total-differs': 'the total is not the sum of the parts',
} as const;

export type MoneyWarning = keyof typeof MONEY_WARNINGS;

/** How the published amounts fail to add up, or undefined where they do. Nothing is ever repaired by it. */
export function moneyWarning({ rdel, cdel, total }: AwardMoney): MoneyWarning | undefined {
  if (rdel === null && cdel === null) return total === null ? 'no-amounts' : 'no-parts';
  if (total === null) return 'no-total';
  if (rdel === null || cdel === null) return 'part-missing';
  const [parts, whole] = [pence(rdel) + pence(cdel), pence(total)];
  if (parts === whole) return undefined;
  if (whole === 0) return 'total-zero-with-parts';
  return parts === 0 ? 'parts-zero-with-total' : 'total-differs';
}

/** Whole, so that 0.1 and 0.2 make 0.3. */
function pence(pounds: number): number {
  return Math.round(pounds * 100);
}
