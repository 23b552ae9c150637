import { jobKind } from '#platform/queue/job-kind.js';

/** The morning after a gap's figures were needed: calls for the alert, unless the date has been moved or the gap closed. */
export const WATCH_DATA_GAPS = jobKind<{ dataGapId: string; dateNeeded: string }>('watch-data-gaps', 'later');
