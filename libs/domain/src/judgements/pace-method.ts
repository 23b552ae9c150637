import { exactShareInWords, figureInWords } from './figure-words.js';
import { finiteNumbers } from './finite-numbers.js';
import { atLeast, type FiguresForMethod, type MethodFinding } from './method-finding.js';
import { changesInWords } from './pace-words.js';
import { asksOnlyDirection } from './path.js';
import type { TargetToJudge } from './target-to-judge.js';
import type { Verdict } from './verdict.js';
import { type YearlyPace, yearlyPace } from './yearly-pace.js';

/** Shares of the distance still to go by which the projection may miss. */
const ON_TRACK_UNDER = 0.05;
const OFF_TRACK_ABOVE = 0.2;

type Way = 'right' | 'still' | 'wrong';

/**
 * Destatis, "Sustainable Development in Germany, Indicator Report": s = mean of the last five yearly changes, held to
 * the deciding period; miss = d·(T − (v + s(tT − t)))/|T − v|, 1 where the figure stands still. Under 5 % on track, 5 to
 * 20 % slipping (its sun with clouds), more off track, the wrong way deteriorating. A direction without a number: mean
 * and latest change both better is on track, only the mean slipping, only the latest off track, neither deteriorating.
 */
export function findByPace({ target, found, decides, series }: FiguresForMethod): MethodFinding {
  const pace = yearlyPace(series, target);
  const { value, period } = found.latest.point;
  if (!pace) {
    const clause =
      'no two figures of it can be compared from year to year, so it has no pace and this method cannot tell yet';
    return { verdict: 'cannot-tell-yet', clause, numbers: {} };
  }
  const { perYear, years, used } = pace;
  const ahead = Math.max(0, decides.middle - period.middle);
  const projected = withinLimit(value + perYear * ahead, value, target);
  const numbers = { perYear, years, projected };
  const way = wayOf(target.direction * perYear, value);
  const begin = changesInWords(target, pace);
  if (asksOnlyDirection(target.rule)) {
    return { ...byDirection(target, pace, way, begin), numbers: finiteNumbers(numbers), used };
  }
  const asked = found.path.target;
  const miss = (target.direction * (asked - value - perYear * ahead)) / Math.abs(asked - value);
  const words = { projected: figureInWords(projected, target, 1), asked: figureInWords(asked, target, 1) };
  const verdict = way === 'wrong' ? 'deteriorating' : verdictOf(miss);
  const clause =
    way === 'wrong'
      ? `${begin}, the wrong way for the target of ${words.asked}, so it is deteriorating`
      : `${begin}; held to ${decides.label}, that pace brings it to ${words.projected}, ${outcome(verdict, miss, words.asked)}`;
  return { verdict, clause, numbers: finiteNumbers({ ...numbers, miss }), used };
}

function verdictOf(miss: number): Verdict {
  if (Number.isNaN(miss)) return 'cannot-tell-yet';
  if (!atLeast(miss, ON_TRACK_UNDER)) return 'on-track';
  return atLeast(OFF_TRACK_ABOVE, miss) ? 'slipping' : 'off-track';
}

function outcome(verdict: Verdict, miss: number, asked: string): string {
  if (Number.isNaN(miss)) return 'which tells nothing';
  if (miss <= 0) return `which meets the target of ${asked}, so it is on track`;
  const short = `short of the target of ${asked} by ${exactShareInWords(miss)} of the distance still to go`;
  if (verdict === 'on-track') return `${short}, near enough to be on track`;
  return verdict === 'slipping' ? `${short}: caution, it is slipping` : `${short}, so it is off track`;
}

function byDirection(
  { direction }: TargetToJudge,
  { last }: YearlyPace,
  mean: Way,
  begin: string,
): Pick<MethodFinding, 'verdict' | 'clause'> {
  const latest = direction * last > 0;
  if (mean === 'right') {
    return latest
      ? { verdict: 'on-track', clause: `${begin}, and the latest is for the better too, so it is on track` }
      : { verdict: 'slipping', clause: `${begin}, but the latest is not for the better: caution, it is slipping` };
  }
  if (latest)
    return { verdict: 'off-track', clause: `${begin}, and only the latest is for the better, so it is off track` };
  if (mean === 'still') return { verdict: 'off-track', clause: `${begin}, which is no progress, so it is off track` };
  return { verdict: 'deteriorating', clause: `${begin}, and the latest is not for the better, so it is deteriorating` };
}

/** A change so small that only binary fractions tell it from nothing is none. */
function wayOf(better: number, value: number): Way {
  if (Math.abs(better) <= 1e-12 * Math.abs(value)) return 'still';
  return better < 0 ? 'wrong' : 'right';
}

/** A pace does not carry a share beyond the whole. */
function withinLimit(projected: number, value: number, { naturalLimit, direction }: TargetToJudge): number {
  if (naturalLimit === undefined || direction * (value - naturalLimit) > 0) return projected;
  return direction > 0 ? Math.min(projected, naturalLimit) : Math.max(projected, naturalLimit);
}
