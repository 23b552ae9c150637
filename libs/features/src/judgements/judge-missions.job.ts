import { jobKind } from '#platform/queue/job-kind.js';

/** Why missions are judged again. */
export type JudgingCause = 'release' | 'acceptance' | 'framework' | 'clock';

/** Judges one mission, or all of them, by the figures and the day. */
export const JUDGE_MISSIONS = jobKind<{ cause: JudgingCause; releaseId?: number; missionId?: string }>('judge-missions', 'now');
