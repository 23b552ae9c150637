import { alternativesOf } from './area-alternatives.js';
import { type AreaPair, cellsOf, pairsOf } from './area-pairs.js';
import { roundingRemark } from './area-remarks.js';
import type { AreasFinding, AreasToJudge } from './areas-to-judge.js';
import { changeFromBaseline } from './change-from-baseline.js';
import type { AreaCounts } from './computed-judgement.js';
import { capitalised, duringPeriod, seriesInWords, shareInWords } from './figure-words.js';
import { peopleBehind } from './people-share.js';
import { shareTrulyRisen, shownAmongMany } from './shrunk-changes.js';
import type { AreaSeries, TargetToJudge } from './target-to-judge.js';
import type { Verdict } from './verdict.js';

/** Share of areas that must truly have got better: at the upper bound or it is broken, at the lower or it is not kept. */
const SHARE_NEEDED = 0.95;
const FALSE_DISCOVERIES = 0.1;

/** What the areas show, each by itself and all together. */
interface ChangesShown {
  readonly verdict: Verdict;
  readonly risen: readonly AreaSeries[];
  readonly fallen: readonly AreaSeries[];
  readonly rest: readonly AreaSeries[];
  readonly share: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * "Every area gets better". Broken when one area is shown to have got worse, or when the share truly better is under
 * 95 % at its upper 90 % bound; kept when it is at least 95 % at its lower bound. The share is of areas; how many people
 * live in them is said beside.
 */
export function judgeEveryArea(judged: AreasToJudge): AreasFinding {
  const { target, usable, baseline, period } = judged;
  const pairs = pairsOf(target, usable, [baseline], period);
  const found = changesShown(judged, pairs);
  const alternatives = alternativesOf(judged, found.verdict, (periods) => {
    const others = pairsOf(target, usable, periods, period);
    return others.length > 0 ? { value: meanOf(others), verdict: changesShown(judged, others).verdict } : undefined;
  });
  const { shareOf, remark } = peopleBehind(target);
  const [all, risen, fallen, rest] = [usable, found.risen, found.fallen, found.rest].map(shareOf);
  const rounded = pairs.filter(({ from, to }) => [from.points[0]?.basis, to.basis].includes('rounding')).length;
  return {
    verdict: found.verdict,
    sentence: sentenceOf(target, judged, found, [all, risen, fallen, rest]) + alternatives.sentence,
    reasons: [...roundingRemark(rounded, pairs.length), ...(remark === undefined ? [] : [remark])],
    cells: cellsOf(pairs),
    counts: {
      ...countsOf(found),
      ...(all === undefined ? {} : { shareOfPeople: all, peopleRisen: risen, peopleFallen: fallen, peopleCannotTell: rest }),
    },
    components: { alternatives: alternatives.list, dependsOnBaseline: alternatives.depends },
  };
}

function changesShown({ target, atEnd }: AreasToJudge, pairs: readonly AreaPair[]): ChangesShown {
  const found = pairs.map(({ from, to }) => changeFromBaseline(target.direction, from, to));
  const shown = shownAmongMany(found, FALSE_DISCOVERIES);
  const areasWhere = (holds: (index: number) => boolean): AreaSeries[] => pairs.filter((_, index) => holds(index)).map(({ area }) => area);
  const rises = (index: number): boolean => shown[index] === true && (found[index]?.change ?? 0) > 0;
  const falls = (index: number): boolean => shown[index] === true && (found[index]?.change ?? 0) < 0;
  const { share, lower, upper } = shareTrulyRisen(found);
  const fallen = areasWhere(falls);
  const final = atEnd && pairs.every(({ to }) => to.point.provisional !== true);
  return {
    verdict: verdictOf(fallen.length > 0 || upper < SHARE_NEEDED, lower >= SHARE_NEEDED, final),
    risen: areasWhere(rises),
    fallen,
    rest: areasWhere((index) => !rises(index) && !falls(index)),
    share,
    lower,
    upper,
  };
}

function countsOf({ risen, fallen, rest, share, lower, upper }: ChangesShown): Omit<AreaCounts, 'usable' | 'expected'> {
  return { risen: risen.length, fallen: fallen.length, cannotTell: rest.length, shareTrulyRisen: share, shareLower: lower, shareUpper: upper };
}

function sentenceOf(
  target: TargetToJudge,
  { usable, baseline, period }: AreasToJudge,
  shown: ChangesShown,
  people: readonly (number | undefined)[],
): string {
  const { risen, fallen, rest } = shown;
  const [all, rose, fell, neither] = people.map((part) => (part === undefined ? '' : ` (${shareInWords(part)} of the people)`));
  const living = people[0] === undefined ? '' : `, home to ${shareInWords(people[0])} of the people`;
  return [
    `${capitalised(duringPeriod(period))}, for ${seriesInWords(target)}, of the ${usable.length} areas with figures`,
    `(${target.areas?.expected ?? usable.length} expected${all === '' ? '' : living})`,
    `${risen.length}${rose} ${risen.length === 1 ? 'is' : 'are'} shown to have got better since ${baseline.label},`,
    `${fallen.length}${fell} to have got worse, and for ${rest.length}${neither} it cannot be told;`,
    `${decidingClause(shown)}.`,
  ].join(' ');
}

/** What the verdict hangs on: one that is shown to have fallen, or how many are likely to have risen. */
function decidingClause({ fallen, share, lower, upper }: ChangesShown): string {
  if (fallen.length > 0) return `the target asks for every one, and ${fallen.length === 1 ? 'the one that has' : 'those that have'} got worse ${fallen.length === 1 ? 'breaks' : 'break'} it`;
  const likely = `taken together, ${aboutShare(share)} are likely to have got better`;
  if (upper < SHARE_NEEDED) return `${likely} (at most ${shareInWords(upper)}), and at least ${shareInWords(SHARE_NEEDED)} must`;
  if (lower >= SHARE_NEEDED) return `${likely} (at least ${shareInWords(lower)}), and ${shareInWords(SHARE_NEEDED)} must`;
  return `${likely} (between ${shareInWords(lower)} and ${shareInWords(upper)}), and at least ${shareInWords(SHARE_NEEDED)} must`;
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

function meanOf(pairs: readonly AreaPair[]): number {
  return pairs.reduce((total, { from }) => total + from.value, 0) / pairs.length;
}
