import { jobKind } from '#platform/queue/job-kind.js';

/** Why missions are judged again. */
export type JudgingCause = 'release' | 'acceptance' | 'framework' | 'clock';

export interface JudgingRequest {
  cause: JudgingCause;
  releaseId?: number;
  missionId?: string;
}

/** Judges one mission, or all of them, by the figures and the day. */
export const JUDGE_MISSIONS = jobKind<JudgingRequest>('judge-missions', 'now');
