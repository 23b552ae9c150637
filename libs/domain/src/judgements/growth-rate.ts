/**
 * Compound annual growth, (end/start)^(1/years) − 1: 0.02 is two percent of its size a year. Of a negative start it is
 * growth in size: from −4 to −5 is positive.
 * @returns undefined from zero, across signs, over no time, and where the rate is beyond all numbers
 */
export function growthRate(start: number, end: number, years: number): number | undefined {
  if (start === 0 || years <= 0) return undefined;
  const times = end / start;
  if (times < 0) return undefined;
  const rate = times ** (1 / years) - 1;
  return Number.isFinite(rate) ? rate : undefined;
}

/** From one side of zero to the other: a fall of more than its whole size, for which there is no rate. */
export function passesZero(start: number, end: number): boolean {
  return Math.sign(start) * Math.sign(end) === -1;
}

/** "it changed by +1.2% a year", upwards positive, of the size that the figure had. */
export function changeInWords(start: number, rate: number, passed: boolean): string {
  return passed ? 'it has passed zero' : `it changed by ${growthInWords(Math.sign(start) * rate)}`;
}

/** "+1.2% a year" */
export function growthInWords(rate: number): string {
  const percent = (Math.abs(rate) * 100).toLocaleString('en-GB', {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const sign = percent === '0.0' ? '' : rate < 0 ? '−' : '+';
  return `${sign}${percent}% a year`;
}
