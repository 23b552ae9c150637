const POUNDS = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP', maximumFractionDigits: 2, trailingZeroDisplay: 'stripIfInteger' });

/** "£1,100,000". @param amount decimal digits */
export function pounds(amount: string): string {
  return POUNDS.format(Number(amount));
}
