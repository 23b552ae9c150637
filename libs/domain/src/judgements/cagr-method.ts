import { duringPeriod, exactShareInWords, figureInWords } from './figure-words.js';
import { finiteNumbers } from './finite-numbers.js';
import { changeInWords, growthInWords, growthRate, passesZero } from './growth-rate.js';
import { atLeast, type FiguresForMethod, hasGoneWrong, type MethodFinding } from './method-finding.js';
import { limitFactor, scoreOfGrowth, scoreOfRatio } from './open-sdg-score.js';
import { asksOnlyDirection } from './path.js';
import type { TargetToJudge } from './target-to-judge.js';
import { type Verdict, VERDICTS } from './verdict.js';

/**
 * Statistics Canada and Open SDG: observed growth Co = (v/v0)^(1/(t−t0)) − 1 against required Cr = (T/v0)^(1/(tT−t0)) − 1,
 * R = sign(v0)·d·Co/|Cr|: from 0.95 on track, from 0.60 slipping, from 0 off track, below deteriorating. Without a target
 * the growth itself, from +1.5 %, +0.5 % and 0 % a year, smaller near a natural limit.
 *
 * Open SDG puts 0.001 for a zero, which makes the word depend on the unit. Here there is no growth from zero or across
 * signs: the wrong way is still deteriorating, the right way cannot be told (but for a direction without a number, which
 * asks for no more than a fall by its whole size). A target of zero, which no growth reaches,
 * is half of what the figure is rounded to: the most that is published as zero.
 */
export function findByCagr(figures: FiguresForMethod): MethodFinding {
  const { target, found } = figures;
  const { baseline, latest } = found;
  const { value, period } = latest.point;
  const observed = growthRate(baseline.value, value, period.middle - baseline.at);
  if (asksOnlyDirection(target.rule)) {
    // beyond zero it has lost more than its whole size, whatever the years
    const growth = passesZero(baseline.value, value) ? -1 : observed;
    if (growth !== undefined) return byGrowth(figures, growth);
  }
  return observed === undefined ? withoutGrowth(figures) : byRatio(figures, observed);
}

function byRatio({ target, found, decides }: FiguresForMethod, observed: number): MethodFinding {
  const { baseline, latest, path } = found;
  const asked = path.target === 0 ? publishedAsZero(baseline.value, target.roundingUnit) : path.target;
  const required = growthRate(baseline.value, asked, decides.middle - baseline.at);
  const better = signedGrowth(baseline.value, target.direction) * observed;
  // no growth is required of a target that only holds, and none can be given across signs
  const ratio = required === undefined || required === 0 ? undefined : better / Math.abs(required);
  const wrong = hasGoneWrong(target, baseline.value, latest.point.value);
  const verdict = wrong ? 'deteriorating' : ratio === undefined ? 'cannot-tell-yet' : wordOf(ratio, [0.95, 0.6, 0]);
  const score = ratio === undefined ? Number.NaN : scoreOfRatio(ratio);
  const start = `since ${baseline.label} ${changeInWords(baseline.value, observed, false)}`;
  const aim = `to reach ${figureInWords(path.target, target, 1)} ${duringPeriod(decides)}`;
  const needed = Math.sign(baseline.value) * (required ?? 0);
  const against =
    ratio !== undefined
      ? `where ${growthInWords(needed)} was needed ${aim}, ${ratioInWords(ratio)}`
      : required === 0
        ? 'where none was asked for'
        : `and no rate of growth leads from there to ${figureInWords(path.target, target, 1)}`;
  return {
    verdict,
    clause: `${start}, ${against}, ${soItIs(verdict)}${scoreInWords(score)}`,
    numbers: finiteNumbers({
      observedGrowth: observed,
      requiredGrowth: required ?? Number.NaN,
      ratio: ratio ?? Number.NaN,
      score,
    }),
  };
}

function byGrowth({ target, found }: FiguresForMethod, observed: number): MethodFinding {
  const { baseline, latest } = found;
  const growth = signedGrowth(baseline.value, target.direction) * observed;
  const factor = limitFactor(baseline.value, target.naturalLimit);
  const wrong = hasGoneWrong(target, baseline.value, latest.point.value);
  const verdict = wrong ? 'deteriorating' : wordOf(growth, [0.015 * factor, 0.005 * factor, 0]);
  const score = scoreOfGrowth(growth, factor);
  const passed = passesZero(baseline.value, latest.point.value);
  const start = `since ${baseline.label} ${changeInWords(baseline.value, observed, passed)}`;
  const near = factor < 1 ? `, thresholds times ${factor.toFixed(2)} so near its limit` : '';
  return {
    verdict,
    clause: `${start} (on track from 1.5% for the better, slipping from 0.5%${near}), ${soItIs(verdict)}${scoreInWords(score)}`,
    numbers: finiteNumbers({ observedGrowth: observed, growth, limitFactor: factor, score }),
  };
}

/** From zero, or across signs. */
function withoutGrowth({ target, found }: FiguresForMethod): MethodFinding {
  const { baseline, latest } = found;
  const [from, to] = [baseline.value, latest.point.value];
  const words = `no rate of growth leads from ${figureInWords(from, target)} to ${figureInWords(to, target)}`;
  const still = target.direction * (to - from) <= 0;
  if (hasGoneWrong(target, from, to)) {
    return {
      verdict: 'deteriorating',
      clause: `${words}, but it is the wrong way, so it is deteriorating`,
      numbers: {},
    };
  }
  if (still)
    return {
      verdict: 'off-track',
      clause: `${words}, but nothing has moved, so it is off track`,
      numbers: {},
    };
  return { verdict: 'cannot-tell-yet', clause: `${words}, so this method cannot tell yet`, numbers: {} };
}

function wordOf(value: number, [high, middle, low]: readonly [number, number, number]): Verdict {
  if (atLeast(value, high)) return 'on-track';
  if (atLeast(value, middle)) return 'slipping';
  return atLeast(value, low) ? 'off-track' : 'deteriorating';
}

/** sign(v0)·d */
function signedGrowth(baseline: number, direction: TargetToJudge['direction']): number {
  return Math.sign(baseline) * direction;
}

function publishedAsZero(baseline: number, roundingUnit: number): number {
  const half = Math.abs(roundingUnit) / 2;
  return Math.abs(baseline) > half ? Math.sign(baseline) * half : 0;
}

function ratioInWords(ratio: number): string {
  return ratio < 0 ? 'the other way' : `${exactShareInWords(ratio)} of what was needed`;
}

function soItIs(verdict: Verdict): string {
  return verdict === 'cannot-tell-yet' ? 'so this method cannot tell yet' : `so it is ${VERDICTS[verdict]}`;
}

function scoreInWords(score: number): string {
  if (!Number.isFinite(score)) return '';
  return ` (score ${score < 0 ? '−' : ''}${Math.abs(score).toFixed(1)} of −5 to 5)`;
}
