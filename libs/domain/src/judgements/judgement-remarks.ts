import type { Assessment } from './assessment.js';
import { listInWords } from './figure-words.js';
import { touchesYear } from './prepared-series.js';
import type { TargetToJudge } from './target-to-judge.js';

/** What a careful reader wants to know beside the verdict, one sentence each. */
export function remarksOn(target: TargetToJudge, found: Assessment, countsAsSlipping: boolean): string[] {
  const { baseline, latest, numbers } = found;
  const first = baseline.points[0]?.point.period;
  const shocks = (target.shockYears ?? []).filter((year) => first && touchesYear(first, [year]));
  const unequal = [latest, ...baseline.points].some(({ basis }) => basis === 'unequal-interval');
  const { firstPeriodsOfStandard = [] } = target;
  const withError = !['pace', 'cagr', 'un-progress'].includes(found.method);
  const remarks: [boolean, string][] = [
    [
      countsAsSlipping,
      'More than half of the time has passed without a detectable change, so this counts as slipping.',
    ],
    [latest.point.provisional === true, `The figure for ${latest.point.period.label} is provisional.`],
    [
      found.heldOffTrack,
      'The target was off track before, and leaves that only when the chance of being off track is under a half.',
    ],
    [
      numbers.backLoaded === true,
      'The path is back-loaded: more than half of the journey is left to the last third of the time.',
    ],
    [withError && unequal, 'A published interval is not even on both sides; the longer side is taken as the error.'],
    [
      withError && latest.basis === 'rounding',
      'The producer publishes no interval for this figure, so only the error of rounding is allowed for.',
    ],
    [
      withError && latest.basis === 'revisions',
      'The producer publishes no interval for this figure; its error is taken from how earlier figures were revised.',
    ],
    [!withError, 'The method that the metric names takes no account of the error of the figures.'],
    [
      first !== undefined && firstPeriodsOfStandard.includes(first.key),
      `The baseline, ${first?.label ?? ''}, is the first period of a standard, which is seldom like those that follow.`,
    ],
    [
      shocks.length > 0,
      `The baseline, ${first?.label ?? ''}, touches ${listInWords(shocks.map(String))}, when figures were out of the ordinary.`,
    ],
  ];
  return remarks.filter(([applies]) => applies).map(([, sentence]) => sentence);
}

/** Money of the day, beside any verdict on it. */
export function moneyRemarks({ money, rule }: Pick<TargetToJudge, 'money' | 'rule'>): string[] {
  if (money?.basis !== 'nominal' || money.wanted === 'real' || rule.kind === 'ratio') return [];
  const missing = money.deflator ? '' : '; no deflator is loaded';
  return [`The figures are in money of the day${missing}, so a rise may be prices alone.`];
}
