import { jobKind } from '#platform/queue/job-kind.js';

/** Reads an uploaded file and says what would be loaded; changes no figure. */
export const CHECK_IMPORT = jobKind<{ runId: string }>('check-import', 'heavy', 5);
