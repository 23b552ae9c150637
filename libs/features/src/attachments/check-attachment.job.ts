import { jobKind } from '#platform/queue/job-kind.js';

/** Asks the virus scanner about a file. Where it gives no answer the job asks again later, for as long as it takes. */
export const CHECK_ATTACHMENT = jobKind<{ attachmentId: string }>('check-attachment', 'heavy', 5);

/** How long until a scanner that gave no answer is asked again. Milliseconds; ten minutes. */
export const ASK_AGAIN_MS = 10 * 60 * 1000;
