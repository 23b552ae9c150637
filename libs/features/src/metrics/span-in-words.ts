import { type Period } from '#domain/observations/period.js';

/** "2015 to 2023"; one period stands alone. */
export function spanInWords(first: Period | undefined, last: Period | undefined): string {
  if (!first || !last) return '';
  return first.key === last.key ? first.label : `${first.label} to ${last.label}`;
}
