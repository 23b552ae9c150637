import { jobKind } from '#platform/queue/job-kind.js';

/** The hour of a release has come: says so to the audit chain, which renews the public pages, and has the missions judged. */
export const PUBLISH_RELEASE = jobKind<{ releaseId: number }>('publish-release', 'later');
