/** Sums of money and staff are made in whole thousandths, so that 0.1 and 0.2 are 0.3. */

/** @returns the number in whole thousandths; undefined where it has finer parts or is no number. */
export function thousandths(amount: number): number | undefined {
  const scaled = Math.round(amount * 1000);
  return Number.isFinite(amount) && Math.abs(scaled / 1000 - amount) < 1e-9 ? scaled : undefined;
}

/** The exact sum of the amounts that are given; undefined where none is. */
export function sumOf(amounts: readonly (number | null | undefined)[]): number | undefined {
  const given = amounts.flatMap((amount) => (amount === null || amount === undefined || !Number.isFinite(amount) ? [] : [amount]));
  return given.length === 0 ? undefined : given.reduce((total, amount) => total + Math.round(amount * 1000), 0) / 1000;
}

/** Are both the same to the thousandth? */
export function isSameAmount(one: number, other: number): boolean {
  return Math.round(one * 1000) === Math.round(other * 1000);
}

/** How far two amounts are apart, exact to the thousandth. */
export function differenceOf(one: number, other: number): number {
  return Math.abs(Math.round(one * 1000) - Math.round(other * 1000)) / 1000;
}

/** "£1,250.5 million" */
export function millionsInWords(amount: number): string {
  return `£${amount.toLocaleString('en-GB', { maximumFractionDigits: 3 })} million`;
}

/** "12.5 full-time equivalents" */
export function staffInWords(staff: number): string {
  return `${staff.toLocaleString('en-GB', { maximumFractionDigits: 3 })} full-time equivalent${staff === 1 ? '' : 's'}`;
}
