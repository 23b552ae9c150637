import { jobKind } from '#platform/queue/job-kind.js';

/** Hands one written message over to the mail server. */
export const SEND_MAIL = jobKind<{ mailId: string }>('send-mail', 'mail', 12);
