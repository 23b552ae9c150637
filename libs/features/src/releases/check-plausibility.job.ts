import { jobKind } from '#platform/queue/job-kind.js';

/** Works out what a release changed, and which of its figures want a look. */
export const CHECK_PLAUSIBILITY = jobKind<{ releaseId: number }>('check-plausibility', 'heavy');
