import type { Period } from '#domain/observations/period.js';
import type { GapReading } from './area-findings.js';
import type { AreasToJudge } from './areas-to-judge.js';
import { distancesInWords } from './distance-words.js';
import { capitalised, duringPeriod, listInWords, seriesInWords } from './figure-words.js';
import { changeShown, type GapRule, isUnclear, MEASURE_NAMES, type MeasuredGap, shownBy } from './gap-rule.js';
import type { GapVerdict } from './gap-verdict.js';
import { isPopulated } from './people-share.js';
import type { GapMeasure, TargetToJudge } from './target-to-judge.js';
import { VERDICTS } from './verdict.js';

/** One sentence: what the gap was at both ends, whether a change is shown, and what follows. */
export function gapSentence(target: TargetToJudge, measured: MeasuredGap, found: GapVerdict, judged: AreasToJudge): string {
  const { main, pairs } = measured;
  const { corrected, measure } = main;
  const what = measure === 'variance-between-areas' ? 'the typical distance of areas from their average' : MEASURE_NAMES[measure];
  const noise = corrected.latest === main.raw.latest ? '' : ', sampling noise taken out';
  const [latest, before] = gapsInWords([corrected.latest, corrected.baseline], measure, target);
  const figures = `for ${seriesInWords(target)} (${pairs.length} areas${noise}) was ${latest}, against ${before} ${duringPeriod(judged.baseline)}`;
  const end = found.path && !main.onlyNoise ? pathConclusion(target, measured, found, judged) : conclusion(measured, found);
  return `${capitalised(duringPeriod(judged.period))}, ${what} ${figures}; ${end}.`;
}

/** Sentences beside it. */
export function gapReasons(measured: MeasuredGap, { period, rule }: { period: Period; rule: GapRule }): string[] {
  const { pairs, top, weighted, left, main, beside } = measured;
  const populated = pairs.filter(({ area }) => isPopulated(area)).length;
  const rounded = pairs.filter(({ from, to }) => [from.points[0]?.basis, to.basis].includes('rounding')).length;
  const byTop = [main, ...beside].some(({ measure }) => measure === 'top-against-rest');
  const remarks: [boolean, string][] = [
    [top !== undefined && byTop, `The top fifth are the ${top?.finding.size} of ${top?.finding.of} areas that were best by the mean of ${listInWords(top?.finding.chosenBy ?? [])}, before the baseline, and stay the same.`],
    [top === undefined && byTop, 'Too few areas have figures of three periods before the baseline, so the top fifth is chosen anew at both ends, and the sampling noise that such a choice collects is taken out.'],
    [weighted !== undefined, `With areas weighted by their people the gap ${shownInWords(weighted)}.`],
    [!weighted && rule.measure !== 'highest-minus-lowest', `${populated === 0 ? 'No populations are loaded' : `Populations are loaded for ${populated} of the ${pairs.length} areas only`}, so each area counts the same, however many people live there.`],
    [pairs.some(({ to }) => to.point.provisional), `Some figures for ${period.label} are provisional.`],
  ];
  return [
    ...remarks.filter(([applies]) => applies).map(([, sentence]) => sentence),
    ...besideInWords(measured),
    ...left.map((why) => `A measure beside it cannot be computed: ${why}.`),
    ...noiseRemark(rounded, pairs.length),
  ];
}

function conclusion(measured: MeasuredGap, { heldOffTrack }: GapVerdict): string {
  const { main } = measured;
  const shown = shownBy(measured);
  if (isUnclear(shown)) return unclearInWords(shown);
  if (main.onlyNoise) return 'the published errors are as large as the whole spread at one of the ends, so a change of the gap cannot be seen';
  const change = changeShown(measured);
  const { corrected, raw } = main;
  const size = changeInWords(corrected, main.measure);
  if (change !== 'neither') return `the gap is shown to be ${change}${size && ` by ${size}`}`;
  if (corrected.change === 0) return 'the gap is the same';
  const looks = `it looks ${side(corrected)}${size && ` by ${size}`}`;
  if (heldOffTrack) return `${looks}: not shown to be wider any more, but still more likely wider than not`;
  if (main.measure === 'highest-minus-lowest' && corrected.shown !== 'neither' && raw.shown === corrected.shown) {
    return `${looks}, but no measure over all areas shows the same, so a change of the gap is not shown`;
  }
  if (corrected.shown !== 'neither') return `${looks}, but as published, noise included, a change is not shown`;
  if (raw.shown !== 'neither') return `${looks}; a change is shown only while its sampling noise is left in, so it is not shown`;
  return `${looks}, so a change of the gap is not shown`;
}

function pathConclusion(target: TargetToJudge, measured: MeasuredGap, { path, verdict, heldOffTrack }: GapVerdict, { decides }: AreasToJudge): string {
  const shown = shownBy(measured);
  if (isUnclear(shown)) return unclearInWords(shown);
  const { measure, corrected } = measured.main;
  const [goal, onPath] = gapsInWords([path?.asked ?? 0, path?.value ?? 0, corrected.latest, corrected.baseline], measure, target);
  const asked = `the target of ${goal} ${duringPeriod(decides)}`;
  if (verdict === 'achieved') return `this meets ${asked}`;
  if (verdict === 'missed') return `this misses ${asked}`;
  if (verdict === 'at-target') return `this is at or beyond ${asked}, and the final figure decides`;
  if (verdict === 'deteriorating') return `${asked} asks for a smaller gap, and it is shown to be wider`;
  const needed = `the straight path to ${asked} needed ${onPath} by then`;
  if (heldOffTrack) return `${needed}, so it is still more likely off track than not`;
  if (verdict === 'cannot-tell-yet') return `${needed}, and the error of the gap leaves open whether it is on track`;
  return `${needed}, so it is ${VERDICTS[verdict]}`;
}

function unclearInWords({ narrower, wider }: ReturnType<typeof shownBy>): string {
  const verb = (names: readonly string[]): string => (names.length === 1 ? 'is' : 'are');
  return `gap unclear: ${listInWords(narrower)} ${verb(narrower)} shown to be narrower, but ${listInWords(wider)} ${verb(wider)} shown to be wider`;
}

/** "5%, give or take 4%"; empty where there was no gap to compare with. */
function changeInWords({ baseline, latest, change, standardError }: GapReading, measure: GapMeasure): string {
  if (!(baseline > 0)) return '';
  const isSquare = measure === 'variance-between-areas';
  const share = isSquare ? Math.sqrt(latest / baseline) - 1 : change / baseline;
  const margin = (1.96 * standardError) / baseline / (isSquare ? 2 : 1);
  if (![share, margin].every(Number.isFinite)) return '';
  return `${percentInWords(Math.abs(share))}, give or take ${percentInWords(margin)}`;
}

function shownInWords(reading: GapReading | undefined): string {
  if (!reading || reading.shown === 'neither') return 'shows no change beyond its error';
  return `is shown to be ${reading.shown}`;
}

function side({ change }: Pick<GapReading, 'change'>): string {
  return change < 0 ? 'narrower' : 'wider';
}

/** A variance is told as the standard deviation, in the unit of the metric. */
function gapsInWords(values: readonly number[], measure: GapMeasure, target: TargetToJudge): string[] {
  if (measure === 'ratio') return values.map((value) => value.toFixed(2));
  return distancesInWords(measure === 'variance-between-areas' ? values.map(Math.sqrt) : values, target);
}

function percentInWords(share: number): string {
  const percent = share * 100;
  return `${percent >= 10 ? Math.round(percent) : percent.toFixed(1)}%`;
}

/** What is shown beside the gap itself, where that makes it no less clear. */
function besideInWords(measured: MeasuredGap): string[] {
  const shown = shownBy(measured);
  if (isUnclear(shown)) return [];
  return (['narrower', 'wider'] as const).flatMap((side) => {
    const names = shown[side].filter((name) => name !== 'the gap');
    return names.length === 0 ? [] : [`Beside the gap itself, ${listInWords(names)} ${names.length === 1 ? 'is' : 'are'} shown to be ${side}.`];
  });
}

function noiseRemark(rounded: number, all: number): string[] {
  if (rounded === 0) return [];
  const where = rounded === all ? 'No interval is published for these figures' : `For ${rounded} of the ${all} areas no interval is published that is wider than rounding`;
  return [`${where}, so their sampling noise cannot be taken out; the error of the change is judged from how the areas differ among themselves.`];
}
