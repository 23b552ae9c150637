import { jobKind } from '#platform/queue/job-kind.js';

/** Sets the department's own rating of an accepted return beside the computed verdict. */
export const RECORD_DEPARTMENT_JUDGEMENT = jobKind<{ submissionVersionId: string }>('record-department-judgement', 'now');
