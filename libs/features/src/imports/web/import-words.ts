import { IMPORT_STATES, type ImportState } from '#domain/imports/import-state.js';
import { USUAL_HOUR } from '#domain/imports/publication-hour.js';
import { londonInstant } from '#platform/clock/clock.js';
import { longDateTime } from '#platform/pages/dates.js';
import { sizeInWords } from '#platform/pages/file-size.js';

/** In the shape of GOV.UK Frontend's tag. */
export interface Tag {
  text: string;
  classes: string;
}

const COLOURS: Readonly<Record<ImportState, string>> = {
  uploaded: 'govuk-tag--grey',
  checking: 'govuk-tag--blue',
  checked: 'govuk-tag--yellow',
  loading: 'govuk-tag--blue',
  loaded: 'govuk-tag--green',
  refused: 'govuk-tag--red',
  failed: 'govuk-tag--red',
  discarded: 'govuk-tag--grey',
};

export function stateTag(state: ImportState): Tag {
  return { text: IMPORT_STATES[state], classes: COLOURS[state] };
}

/** The instant of `2026-06-26` or `2026-06-26T09:30` in London. */
export function publicationInstant(text: string): Date {
  const [date = '', hour = USUAL_HOUR] = text.split('T');
  return londonInstant(date, hour);
}

export function publicationInWords(text: string): string {
  return longDateTime(publicationInstant(text));
}

export function counted(count: number): string {
  return count.toLocaleString('en-GB');
}

/** "34% of 12.4 MB, 120,000 rows". */
export function progressInWords(progress: { bytes: number; of: number; rows: number }): string {
  const share = progress.of === 0 ? 0 : Math.floor((100 * progress.bytes) / progress.of);
  return `${share}% of ${sizeInWords(progress.of)}, ${counted(progress.rows)} ${progress.rows === 1 ? 'row' : 'rows'}`;
}
