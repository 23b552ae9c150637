import type { Period } from '#domain/observations/period.js';
import type { ComputedJudgement } from './computed-judgement.js';
import { capitalised, dateInWords, duringPeriod, seriesInWords } from './figure-words.js';
import { reportUnjudged } from './judgement-report.js';
import type { SeriesPoint, TargetToJudge } from './target-to-judge.js';
import { awaitingFigures, type UnjudgedTarget } from './unjudged-target.js';

/**
 * A target that is done (1 or more) or not done (less). There is no path to it: before the deciding period it is *at
 * target* or *too early*, at it *achieved* or *missed*.
 */
export function judgeBinary(
  target: TargetToJudge,
  latest: SeriesPoint,
  when: { readonly decides: Period; readonly final: boolean; readonly overdue: boolean; readonly asOf: string },
): ComputedJudgement {
  return reportUnjudged(target, when.asOf, found(target, latest, when), [latest]);
}

function found(
  target: TargetToJudge,
  latest: SeriesPoint,
  { decides, final, overdue, asOf }: Parameters<typeof judgeBinary>[2],
): UnjudgedTarget {
  const done = latest.value >= 1;
  const state = `${seriesInWords(target)} was ${done ? 'done' : 'not done'} ${duringPeriod(latest.period)}`;
  if (overdue) return awaitingFigures(target, decides, asOf, `at the last count, ${state}`);
  const sentence = capitalised(state);
  if (final) return { verdict: done ? 'achieved' : 'missed', sentence: `${sentence}, which decides.` };
  if (done) return { verdict: 'at-target', sentence: `${sentence}; the final figure for ${decides.label} decides.` };
  const due = dateInWords(target.decides.releaseExpected);
  return {
    verdict: 'too-early',
    sentence: `${sentence}; it is judged by the figure for ${decides.label}, due on ${due}.`,
  };
}
