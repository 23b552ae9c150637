/** Where the upload of a file stands. */
export const IMPORT_STATES = {
  uploaded: 'Waiting',
  checking: 'Being checked',
  checked: 'Checked',
  loading: 'Being loaded',
  loaded: 'Loaded',
  refused: 'Refused',
  failed: 'Failed',
  discarded: 'Discarded',
} as const;

export type ImportState = keyof typeof IMPORT_STATES;

/** States in which a job is on its way: the page looks again by itself. */
export const STATES_AT_WORK: readonly ImportState[] = ['uploaded', 'checking', 'loading'];
