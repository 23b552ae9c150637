import { describe, expect, it } from '@jest/globals';
import type { Assessment } from './assessment.js';
import { measured } from './baseline-figure.js';
import { pointOf, targetOf, year } from './judgement-arbitraries.js';
import { moneyRemarks, remarksOn } from './judgement-remarks.js';
import type { StandardErrorBasis } from './standard-error.js';
import type { TargetToJudge } from './target-to-judge.js';

const RULE = { kind: 'level', value: 60 } as const;

interface Case {
  target?: Partial<TargetToJudge>;
  bases?: [StandardErrorBasis, StandardErrorBasis];
  method?: Assessment['method'];
  provisional?: boolean;
  held?: boolean;
  backLoaded?: boolean;
  slipping?: boolean;
  withoutBaseline?: boolean;
}

/** Baseline 2019, latest 2024, both with a published interval where no case says otherwise. */
function remarks({ target = {}, bases = ['interval', 'interval'], method = 'interim-path', provisional, held = false, backLoaded, slipping = false, withoutBaseline }: Case): string[] {
  const whole = targetOf(RULE, [pointOf(2019, 50, 1), pointOf(2024, 55, 1)], target);
  const [from, to] = [pointOf(2019, 50, 1), { ...pointOf(2024, 55, 1), ...(provisional === undefined ? {} : { provisional }) }];
  const found = {
    verdict: 'on-track',
    method,
    baseline: { points: withoutBaseline ? [] : [{ ...measured(from, whole), basis: bases[0] }], value: 50, at: year(2019).middle, se: 0.5, label: '2019' },
    latest: { ...measured(to, whole), basis: bases[1] },
    heldOffTrack: held,
    numbers: backLoaded === undefined ? {} : { backLoaded },
  } as unknown as Assessment;
  return remarksOn(whole, found, slipping);
}

const UNEVEN = 'A published interval is not even on both sides; the longer side is taken as the error.';
const ROUNDED = 'The producer publishes no interval for this figure, so only the error of rounding is allowed for.';
const REVISED = 'The producer publishes no interval for this figure; its error is taken from how earlier figures were revised.';
const NO_ERROR = 'The method that the metric names takes no account of the error of the figures.';

describe('what stands beside a verdict', () => {
  it.each<[string, Case, string[]]>([
    ['nothing to remark', {}, []],
    ['slow and unclear', { slipping: true }, ['More than half of the time has passed without a detectable change, so this counts as slipping.']],
    ['a provisional figure', { provisional: true }, ['The figure for 2024 is provisional.']],
    ['a final figure', { provisional: false }, []],
    ['off track before', { held: true }, ['The target was off track before, and leaves that only when the chance of being off track is under a half.']],
    ['a back-loaded path', { backLoaded: true }, ['The path is back-loaded: more than half of the journey is left to the last third of the time.']],
    ['an even path', { backLoaded: false }, []],
    ['an uneven interval at the baseline alone', { bases: ['unequal-interval', 'interval'] }, [UNEVEN]],
    ['an uneven interval of the latest alone', { bases: ['interval', 'unequal-interval'] }, [UNEVEN]],
    ['an uneven interval where errors do not count', { bases: ['interval', 'unequal-interval'], method: 'cagr' }, [NO_ERROR]],
    ['rounding alone', { bases: ['interval', 'rounding'] }, [ROUNDED]],
    ['rounding of the baseline alone', { bases: ['rounding', 'interval'] }, []],
    ['past revisions', { bases: ['interval', 'revisions'] }, [REVISED]],
    ['past revisions of the baseline alone', { bases: ['revisions', 'interval'] }, []],
    ['rounding where errors do not count', { bases: ['interval', 'rounding'], method: 'un-progress' }, [NO_ERROR]],
    ['revisions where errors do not count', { bases: ['interval', 'revisions'], method: 'pace' }, [NO_ERROR]],
    ['a direction', { bases: ['interval', 'rounding'], method: 'direction-only' }, [ROUNDED]],
    ['the start of a standard', { target: { firstPeriodsOfStandard: ['2019-01-01/P1Y'] } }, ['The baseline, 2019, is the first period of a standard, which is seldom like those that follow.']],
    ['the start of a standard in another year', { target: { firstPeriodsOfStandard: ['2020-01-01/P1Y'] } }, []],
    ['shocks, of which one touches the baseline', { target: { shockYears: [2019, 2021] } }, ['The baseline, 2019, touches 2019, when figures were out of the ordinary.']],
    ['shocks elsewhere', { target: { shockYears: [2020, 2021] } }, []],
    ['no baseline', { withoutBaseline: true, target: { shockYears: [2019], firstPeriodsOfStandard: ['2019-01-01/P1Y'] } }, []],
    [
      'several at once, in the order of their weight',
      { slipping: true, provisional: true, bases: ['unequal-interval', 'rounding'] },
      ['More than half of the time has passed without a detectable change, so this counts as slipping.', 'The figure for 2024 is provisional.', UNEVEN, ROUNDED],
    ],
  ])('%s', (_, asked, expected) => {
    expect(remarks(asked)).toEqual(expected);
  });
});

describe('money of the day', () => {
  const LEVEL = { rule: RULE };
  it.each<[string, Parameters<typeof moneyRemarks>[0], string[]]>([
    ['is no question where the metric is none', LEVEL, []],
    ['is said with what is missing', { ...LEVEL, money: { basis: 'nominal' } }, ['The figures are in money of the day; no deflator is loaded, so a rise may be prices alone.']],
    ['is said with a deflator at hand', { ...LEVEL, money: { basis: 'nominal', deflator: [] } }, ['The figures are in money of the day, so a rise may be prices alone.']],
    ['is not said of real money', { ...LEVEL, money: { basis: 'real' } }, []],
    ['is not said where real money was asked for', { ...LEVEL, money: { basis: 'nominal', wanted: 'real' } }, []],
    ['is not said of a ratio, where prices cancel out', { rule: { kind: 'ratio', value: 1.2 }, money: { basis: 'nominal' } }, []],
  ])('%s', (_, asked, expected) => {
    expect(moneyRemarks(asked)).toEqual(expected);
  });
});
