import { dayFrom } from '#domain/observations/calendar-day.js';
import type { Period } from '#domain/observations/period.js';
import { dayInWords } from '#domain/observations/period-label.js';

/** How the figures of a metric are printed. */
export interface FigureStyle {
  /** The unit as in the published files. */
  readonly unit: string;
  /** Decimals as published. */
  readonly decimals: number;
}

/** Units that the files abbreviate. */
const WRITTEN_OUT: Readonly<Record<string, string>> = { yrs: 'years', mins: 'minutes' };

const WITH_ARTICLE = /^(United Kingdom|(North|South) (East|West)|(East|West) Midlands|East of England)$/;

/**
 * A figure with its unit: "62%", "£613.50", "£13,447 million", "62.9 years", "7.45 out of 10", "11 per 1,000,000 population".
 * @param extraDecimals for computed values of a metric published in whole numbers ("78.6%" beside "90%")
 */
export function figureInWords(value: number, style: FigureStyle, extraDecimals = 0): string {
  return withUnit(digits(value, style.decimals, extraDecimals), style.unit);
}

/** A unit that stands by itself, as at an axis: "per cent", "years". */
export function unitInWords(unit: string): string {
  return unit === '%' ? 'per cent' : (WRITTEN_OUT[unit] ?? unit);
}

/** A difference, without sign: "16.6 percentage points", "2.3 years". */
export function differenceInWords(difference: number, style: FigureStyle): string {
  const text = digits(Math.abs(difference), style.decimals, 1);
  if (style.unit === '%') return `${text} percentage points`;
  return style.unit.startsWith('Score out of') ? `${text} points` : withUnit(text, style.unit);
}

/** "in school year 2024/25", "in the year to 15 November 2016", "on 30 April 2025" */
export function duringPeriod({ label }: Period): string {
  if (label.startsWith('year to ')) return `in the ${label}`;
  return /^\d{1,2} [A-Z]\w+ \d{4}$/.test(label) ? `on ${label}` : `in ${label}`;
}

/** "male healthy life expectancy in the United Kingdom"; abbreviations and Titles Like This keep their capitals. */
export function seriesInWords({ metricName, areaName }: { metricName: string; areaName: string }): string {
  const plain = /^[A-Z][a-z]/.test(metricName) && !/\s[A-Z][a-z]/.test(metricName);
  const name = plain ? metricName.charAt(0).toLowerCase() + metricName.slice(1) : metricName;
  return `${name} in ${WITH_ARTICLE.test(areaName) ? 'the ' : ''}${areaName}`;
}

/** "25%", for a share from 0 to 1; "under 1%" rather than "0%". */
export function shareInWords(share: number): string {
  if (!Number.isFinite(share * 100)) return 'many times';
  const percent = Math.round(share * 100);
  return percent === 0 && share > 0 ? 'under 1%' : `${percent}%`;
}

/** The same to a tenth, where a bound lies close by: "20.5%", but "20%". */
export function exactShareInWords(share: number): string {
  const percent = (share * 100).toLocaleString('en-GB', { maximumFractionDigits: 1, useGrouping: false });
  if (!Number.isFinite(share)) return 'many times';
  return percent === '0' && share > 0 ? 'under 0.1%' : `${percent}%`;
}

/** "30 September 2030"; a text that is no ISO date is given back. */
export function dateInWords(iso: string): string {
  const day = dayFrom(iso);
  return day ? dayInWords(day) : iso;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "a, b and c" */
export function listInWords(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

function withUnit(text: string, unit: string): string {
  if (unit === '%') return `${text}%`;
  if (unit.startsWith('£')) {
    const minus = text.startsWith('−') ? '−' : '';
    return `${minus}£${text.slice(minus.length)}${unit.slice(1)}`;
  }
  const plain = unit.replace(/^(Rate|Score) /, '');
  return unit === '' ? text : `${text} ${WRITTEN_OUT[plain] ?? plain}`;
}

/** Only figures published in whole numbers gain a decimal: "£35.123" reads like a mistake. */
function digits(value: number, decimals: number, extra: number): string {
  // only figures of some 300 digits get here
  if (!Number.isFinite(value)) return 'a number beyond all bounds';
  const least = Math.min(20, Math.max(0, Math.trunc(decimals)));
  const text = value.toLocaleString('en-GB', {
    minimumFractionDigits: least,
    maximumFractionDigits: least > 0 ? least : extra,
  });
  return (/[1-9]/.test(text) ? text : text.replace('-', '')).replace('-', '−');
}
