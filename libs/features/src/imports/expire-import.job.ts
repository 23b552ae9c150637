import { jobKind } from '#platform/queue/job-kind.js';

/** Discards an upload that nobody has come back to, and its file with it. */
export const EXPIRE_IMPORT = jobKind<{ runId: string }>('expire-import', 'later');

/** How long a file waits for somebody to come back to it. Milliseconds; two weeks. */
export const KEPT_MS = 14 * 24 * 60 * 60 * 1000;
