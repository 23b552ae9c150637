/** @returns null for an empty text, undefined for one that is no number; commas between thousands, a pound sign and "million" are fine. */
export function millionsFrom(text: string): number | null | undefined {
  return amountFrom(text.trim().replace(/^£\s*/, '').replace(/\s*(m|million)$/i, ''));
}

/** The same without a unit. How fine it may be is for the plan's own rules to say. */
export function amountFrom(text: string): number | null | undefined {
  const bare = text.trim();
  if (bare === '') return null;
  if (!/^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(bare)) return undefined;
  return Number(bare.replaceAll(',', ''));
}

/** As it is typed: "1,250.5"; '' where there is none. */
export function amountTyped(amount: number | null): string {
  return amount === null ? '' : amount.toLocaleString('en-GB', { maximumFractionDigits: 3 });
}
