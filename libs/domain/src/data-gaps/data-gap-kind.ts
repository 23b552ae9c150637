/** What the figures lack. */
export const DATA_GAP_KINDS = {
  missing: 'Missing',
  stale: 'Out of date',
  granularity: 'Too coarse',
  coverage: 'Areas left out',
  noise: 'Too noisy for its target',
} as const;

export type DataGapKind = keyof typeof DATA_GAP_KINDS;

/** Where a gap stands. "Overdue" is not a state but a fact: the date by which the figures are needed has passed. */
export const DATA_GAP_STATES = {
  open: 'Open',
  planned: 'Planned',
  closed: 'Closed',
  'not-to-be-closed': 'Not to be closed',
} as const;

export type DataGapState = keyof typeof DATA_GAP_STATES;

export function isDataGapKind(text: string): text is DataGapKind {
  return Object.hasOwn(DATA_GAP_KINDS, text);
}
