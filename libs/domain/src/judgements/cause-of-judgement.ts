import { type CauseOfChange, causeOfChange } from './cause-of-change.js';
import type { ComputedJudgement } from './computed-judgement.js';

type Judged = Pick<ComputedJudgement, 'verdict' | 'causeHints' | 'inputs'>;

/**
 * Why a judgement is given: the first one of its target, or what is not as it was at the last one, also where the word
 * stays and only the figures behind it have moved. Where not even those have, only time has passed.
 */
export function causeOfJudgement(before: Judged | undefined, after: Judged): CauseOfChange | 'first' {
  if (!before) return 'first';
  // any other word makes the cause of a change be named; none of the two depends on what the word was
  const other = after.verdict === 'target-undefined' ? 'no-data' : 'target-undefined';
  const cause = causeOfChange({ ...before, verdict: before.verdict === after.verdict ? other : before.verdict }, after);
  if (cause !== 'revision' || before.verdict !== after.verdict) return cause ?? 'revision';
  return sameKeys(before.inputs, after.inputs) ? 'passed-date' : 'revision';
}

function sameKeys(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && [...a].sort().join('\n') === [...b].sort().join('\n');
}
