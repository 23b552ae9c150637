import { parsePeriod } from '#domain/observations/period.js';
import { type Refusal } from '#domain/workflow/transition-table.js';
import { numberOf, type TypedReset, whyFaults } from './target-reset.js';

/** What a replacement may ask for, by the field that holds its number. */
export const REPLACEMENT_KINDS = { level: 'value', 'change-by': 'amount', 'change-by-percent': 'percent' } as const;

export type ReplacementKind = keyof typeof REPLACEMENT_KINDS;

/** A target as typed. */
export interface TypedReplacement extends TypedReset {
  readonly title: string;
  readonly kind: string;
}

const LONGEST_TITLE = 200;

/** @param baseline key of the period that changes are counted from @returns every fault, each with its field */
export function replacementFaults(typed: TypedReplacement, baseline: string | undefined): Refusal[] {
  const { title, metric, kind, value, period } = typed;
  const missing = (field: string, message: string): Refusal => ({ code: `${field}-missing`, message, field });
  return [
    ...(title.trim() === '' ? [missing('title', 'Enter a title')] : title.trim().length > LONGEST_TITLE ? [{ code: 'too-long', message: `Enter ${LONGEST_TITLE} characters or fewer`, field: 'title' }] : []),
    ...(metric === '' ? [missing('metric', 'Select the metric')] : []),
    ...(isReplacementKind(kind) ? [] : [missing('kind', 'Select what the new target asks for')]),
    ...(numberOf(value) === undefined ? [missing('value', 'Enter how much, as a number')] : []),
    ...(isAfter(period, baseline) ? [] : [missing('period', 'Select the period that decides')]),
    ...whyFaults(typed),
  ];
}

export function isReplacementKind(kind: string): kind is ReplacementKind {
  return Object.hasOwn(REPLACEMENT_KINDS, kind);
}

/** "Key stage 2: 85% by 2034" gives "key-stage-2-85-by-2034"; numbered where the mission has one. */
export function slugOf(title: string, taken: ReadonlySet<string>): string {
  const base = title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '').slice(0, 60).replace(/-$/, '') || 'target';
  const numbers = Array.from({ length: taken.size + 1 }, (_, index) => (index === 0 ? base : `${base}-${index + 1}`));
  return numbers.find((slug) => !taken.has(slug)) ?? base;
}

function isAfter(key: string, baseline: string | undefined): boolean {
  const [period, start] = [parsePeriod(key), baseline === undefined ? undefined : parsePeriod(baseline)];
  return period !== undefined && (!start || period.start > start.start);
}
