import { differenceInWords, listInWords } from './figure-words.js';
import type { TargetToJudge } from './target-to-judge.js';
import type { YearlyPace } from './yearly-pace.js';

const NUMBERS = ['', 'one', 'two', 'three', 'four', 'five'];

/** "its last five yearly changes average +0.9 percentage points (2020 and 2021, years out of the ordinary, left out)" */
export function changesInWords(target: TargetToJudge, pace: YearlyPace): string {
  return `${meanInWords(target, pace)}${leftOutInWords(pace)}`;
}

function leftOutInWords({ leftOut }: YearlyPace): string {
  if (leftOut.length === 0) return '';
  return ` (${listInWords(leftOut.map(String))}, ${leftOut.length === 1 ? 'a year' : 'years'} out of the ordinary, left out)`;
}

function meanInWords(target: TargetToJudge, { perYear, years }: YearlyPace): string {
  const size = differenceInWords(perYear, { unit: target.unit, decimals: target.decimals + 1 });
  const signed = /[1-9]/.test(size) ? `${perYear < 0 ? '−' : '+'}${size}` : size;
  const whole = Math.round(years);
  const number = Math.abs(years - whole) < 0.15 ? NUMBERS[whole] : undefined;
  if (number === 'one') return `its one yearly change is ${signed}`;
  return number
    ? `its last ${number} yearly changes average ${signed}`
    : `over the last ${years.toFixed(1)} years it changed by ${signed} a year`;
}
