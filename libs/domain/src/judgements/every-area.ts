import type { Period } from '#domain/observations/period.js';
import { baselineOf, measured } from './baseline-figure.js';
import { changeFromBaseline } from './change-from-baseline.js';
import type { AreaCounts } from './computed-judgement.js';
import { capitalised, duringPeriod, shareInWords } from './figure-words.js';
import { shareTrulyRisen, shownAmongMany } from './shrunk-changes.js';
import type { SeriesPoint, TargetToJudge } from './target-to-judge.js';
import type { UnjudgedTarget } from './unjudged-target.js';
import type { Verdict } from './verdict.js';

/** Share of areas that must truly have got better: at the upper bound or it is broken, at the lower or it is not kept. */
const SHARE_NEEDED = 0.95;
const FALSE_DISCOVERIES = 0.1;

/** One area with both of its figures. */
export interface UsableArea {
  readonly code: string;
  readonly baseline: SeriesPoint;
  readonly latest: SeriesPoint;
}

export interface EveryAreaFinding extends UnjudgedTarget {
  readonly reasons: readonly string[];
  readonly counts: Omit<AreaCounts, 'usable' | 'expected'>;
}

/**
 * "Every area gets better". Broken when one area is shown to have got worse, or when the share truly better is under
 * 95 % at its upper 90 % bound; kept when it is at least 95 % at its lower bound. Shares are of areas: no file of people
 * is at hand.
 * @param areas at least one, all at the same latest period
 */
export function everyAreaVerdict(
  target: TargetToJudge,
  areas: readonly UsableArea[],
  { period, decides }: { readonly period: Period; readonly decides: Period },
): EveryAreaFinding {
  const found = areas.map(({ baseline, latest }) => {
    const figure = measured(latest, target);
    const start = measured(baseline, target);
    return {
      ...changeFromBaseline(target.direction, baselineOf([baseline], target), figure),
      bases: [start.basis, figure.basis],
    };
  });
  const shown = shownAmongMany(found, FALSE_DISCOVERIES);
  const risen = found.filter(({ change }, index) => shown[index] && change > 0).length;
  const fallen = found.filter(({ change }, index) => shown[index] && change < 0).length;
  const cannotTell = found.length - risen - fallen;
  const { share, lower, upper } = shareTrulyRisen(found);
  const final = period.key === decides.key && areas.every(({ latest }) => latest.provisional !== true);
  const verdict = verdictOf(fallen > 0 || upper < SHARE_NEEDED, lower >= SHARE_NEEDED, final);
  const rounded = found.filter(({ bases }) => bases.includes('rounding')).length;
  const start = areas[0]?.baseline.period.label ?? 'the baseline';
  return {
    verdict,
    sentence: [
      `${capitalised(duringPeriod(period))}, of the ${found.length} areas with figures`,
      `(${target.areas?.expected ?? found.length} expected) ${risen} ${risen === 1 ? 'is' : 'are'} shown to have got better since ${start},`,
      `${fallen} to have got worse, and for ${cannotTell} it cannot be told;`,
      `the target asks for every one, and ${aboutShare(share)} have truly got better.`,
    ].join(' '),
    reasons: roundingRemark(rounded, found.length),
    counts: { risen, fallen, cannotTell, shareTrulyRisen: share, shareLower: lower, shareUpper: upper },
  };
}

function verdictOf(broken: boolean, kept: boolean, final: boolean): Verdict {
  if (broken) return final ? 'missed' : 'off-track';
  if (kept) return final ? 'achieved' : 'on-track';
  return 'cannot-tell-yet';
}

/** "about 51%", "under 1%" */
function aboutShare(share: number): string {
  return share < 0.005 ? 'under 1%' : `about ${shareInWords(share)}`;
}

function roundingRemark(rounded: number, all: number): string[] {
  if (rounded === 0) return [];
  if (rounded === all)
    return ['The producer publishes no interval for these figures, so only the error of rounding is allowed for.'];
  const where = `For ${rounded} of the ${all} areas`;
  return [
    `${where} no interval is published that is wider than the error of rounding, so only that is allowed for.`,
  ];
}
