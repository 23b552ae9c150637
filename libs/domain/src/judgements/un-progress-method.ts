import { exactShareInWords, figureInWords } from './figure-words.js';
import { finiteNumbers } from './finite-numbers.js';
import { changeInWords, growthRate, passesZero } from './growth-rate.js';
import { atLeast, type FiguresForMethod, type MethodFinding } from './method-finding.js';
import { asksOnlyDirection } from './path.js';
import { type Verdict, VERDICTS } from './verdict.js';

/**
 * United Nations, SDG Progress Chart 2023 and 2024, technical note: growth since the baseline held to the deciding
 * period, vE = v(1 + Co)^(tT − t), and r = (vE − v0)/(T − v0): from 0.95 on track ("met or on track"), from 0.10
 * slipping ("fair progress, acceleration needed"), below off track ("stagnation or regression"). Without a target the
 * growth for the better itself, from 2 % and 0.5 % a year.
 *
 * There is no growth from zero or across signs: the wrong way is off track all the same, the right way cannot be told
 * short of 0.95. A target that the baseline met already is off track once it is lost, where the formula would count the loss as gain.
 */
export function findByUnProgress(figures: FiguresForMethod): MethodFinding {
  const { target, found } = figures;
  const { baseline, latest } = found;
  const { value, period } = latest.point;
  const growth = growthRate(baseline.value, value, period.middle - baseline.at);
  if (asksOnlyDirection(target.rule)) {
    // beyond zero it has lost more than its whole size, whatever the years
    const observed = passesZero(baseline.value, value) ? -1 : growth;
    return observed === undefined ? withoutGrowth(figures) : byGrowth(figures, observed);
  }
  if (target.direction * (found.path.target - baseline.value) <= 0) return heldAndLost(figures);
  return growth === undefined ? withoutGrowth(figures) : byProjection(figures, growth);
}

function byGrowth({ target, found: { baseline, latest } }: FiguresForMethod, observed: number): MethodFinding {
  const growth = target.direction * Math.sign(baseline.value) * observed;
  const verdict = wordOf(growth, 0.02, 0.005);
  const change = changeInWords(baseline.value, observed, passesZero(baseline.value, latest.point.value));
  const clause = `since ${baseline.label} ${change} (on track from 2% for the better, slipping from 0.5%), so it is ${VERDICTS[verdict]}`;
  return { verdict, clause, numbers: { observedGrowth: observed, growth } };
}

function byProjection({ target, found, decides }: FiguresForMethod, growth: number): MethodFinding {
  const { baseline, latest, path } = found;
  const ahead = Math.max(0, decides.middle - latest.point.period.middle);
  const projected = latest.point.value * (1 + growth) ** ahead;
  const ratio = (projected - baseline.value) / (path.target - baseline.value);
  const verdict = Number.isNaN(ratio) ? 'cannot-tell-yet' : wordOf(ratio, 0.95, 0.1);
  const come = ratio > 0 ? exactShareInWords(ratio) : 'none';
  const clause =
    `since ${baseline.label} ${changeInWords(baseline.value, growth, false)}; held to ${decides.label}, that growth brings ` +
    `it to ${figureInWords(projected, target)}, ${come} of the way to the target of ${figureInWords(path.target, target, 1)}, ` +
    `so it is ${VERDICTS[verdict]}`;
  return { verdict, clause, numbers: finiteNumbers({ observedGrowth: growth, projected, ratio }) };
}

function heldAndLost({ target, found }: FiguresForMethod): MethodFinding {
  const asked = figureInWords(found.path.target, target, 1);
  const clause = `the target of ${asked}, met in the baseline, has been lost, so it is off track`;
  return { verdict: 'off-track', clause, numbers: {} };
}

/** From zero, or across signs: no rate can be held, but what has been reached already can be told. */
function withoutGrowth({ target, found }: FiguresForMethod): MethodFinding {
  const [from, to] = [found.baseline.value, found.latest.point.value];
  const words = `no rate of growth leads from ${figureInWords(from, target)} to ${figureInWords(to, target)}`;
  if (target.direction * (to - from) <= 0) {
    return {
      verdict: 'off-track',
      clause: `${words}, but it is no progress, so it is off track`,
      numbers: {},
    };
  }
  const ratio = asksOnlyDirection(target.rule) ? Number.NaN : (to - from) / (found.path.target - from);
  const numbers = finiteNumbers({ ratio });
  if (atLeast(ratio, 0.95)) {
    const clause = `${words}, but it has come ${exactShareInWords(ratio)} of the way already, so it is on track`;
    return { verdict: 'on-track', clause, numbers };
  }
  return { verdict: 'cannot-tell-yet', clause: `${words}, so this method cannot tell yet`, numbers };
}

function wordOf(value: number, high: number, middle: number): Verdict {
  if (atLeast(value, high)) return 'on-track';
  return atLeast(value, middle) ? 'slipping' : 'off-track';
}
