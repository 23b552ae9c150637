import { jobKind } from '#platform/queue/job-kind.js';

/** Makes the PDF of a published edition, where there is a browser. Nothing waits for it. */
export const MAKE_REPORT_PDF = jobKind<{ editionId: string }>('make-report-pdf', 'heavy', 3);
