import { jobKind } from '#platform/queue/job-kind.js';

/** Loads an uploaded file as a release. */
export const LOAD_IMPORT = jobKind<{ runId: string }>('load-import', 'heavy', 5);
