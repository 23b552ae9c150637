import { describe, expect, it } from '@jest/globals';
import type { GapFinding, GapReading } from './area-findings.js';
import { areaOf, AREAS_AS_OF, overAreas } from './area-cases.js';
import { pairsOf } from './area-pairs.js';
import type { AreasToJudge } from './areas-to-judge.js';
import { gapEndsOf } from './gap-finding.js';
import type { MeasuredGap } from './gap-rule.js';
import type { GapVerdict } from './gap-verdict.js';
import { gapReasons, gapSentence } from './gap-words.js';
import { year } from './judgement-arbitraries.js';
import type { AreaSeries, GapMeasure, TargetRule } from './target-to-judge.js';

type Shown = GapReading['shown'];

/** From 10 to `latest`, give or take 1.96 standard errors of 0.5 (of the 10: 9.8%). */
const reading = (shown: Shown, latest = 8, baseline = 10): GapReading => ({ baseline, latest, change: latest - baseline, standardError: 0.5, shown });
const finding = (measure: GapMeasure, corrected: Shown, more: Partial<GapFinding> = {}, latest = 8): GapFinding => ({
  measure,
  corrected: reading(corrected, latest),
  raw: reading(corrected, latest),
  ...more,
});

const AREAS: AreaSeries[] = [areaOf('A', { 2019: 50, 2024: 52 }), areaOf('B', { 2019: 60, 2024: 60 })];
const RULE: TargetRule & { kind: 'gap' } = { kind: 'gap', measure: 'p90-minus-p10' };

function judgedOf(areas: readonly AreaSeries[], rule: TargetRule = RULE): AreasToJudge {
  const target = overAreas(rule, areas);
  return { target, asOf: AREAS_AS_OF, areas, usable: areas, baseline: year(2019), period: year(2024), decides: year(2029), atEnd: false };
}

function measuredOf(main: GapFinding, more: Partial<MeasuredGap> = {}, areas: readonly AreaSeries[] = AREAS): MeasuredGap {
  const judged = judgedOf(areas);
  const pairs = pairsOf(judged.target, areas, [judged.baseline], judged.period);
  return { ends: gapEndsOf(pairs, { direction: 1 }), pairs, main, beside: [], left: [], ...more };
}

/** The end of the sentence, after the figures. */
function conclusion(measured: MeasuredGap, found: Partial<GapVerdict> = {}): string {
  const sentence = gapSentence(judgedOf(AREAS).target, measured, { verdict: 'no-detectable-change', heldOffTrack: false, ...found }, judgedOf(AREAS));
  return sentence.slice(sentence.indexOf('; ') + 2);
}

const P90 = 'p90-minus-p10';

describe('the sentence of a gap', () => {
  it('names measure, areas, noise and both ends', () => {
    const same = finding(P90, 'narrower');
    const sentence = (measured: MeasuredGap): string => gapSentence(judgedOf(AREAS).target, measured, { verdict: 'on-track', heldOffTrack: false }, judgedOf(AREAS));
    expect(sentence(measuredOf(same))).toBe(
      'In 2024, the distance between the areas a tenth from the top and a tenth from the bottom for employment rate in the local authorities of the UK (2 areas) was 8.0 percentage points, against 10.0 percentage points in 2019; the gap is shown to be narrower by 20%, give or take 9.8%.',
    );
    expect(sentence(measuredOf({ ...same, raw: reading('narrower', 9) }))).toContain('(2 areas, sampling noise taken out) was 8.0');
    // √64 against √100
    expect(sentence(measuredOf({ ...finding('variance-between-areas', 'narrower'), corrected: reading('narrower', 64, 100), raw: reading('narrower', 64, 100) }))).toMatch(
      /the typical distance of areas from their average .* was 8\.0 percentage points, against 10\.0 percentage points in 2019; the gap is shown to be narrower by 20%, give or take 0\.5%\.$/,
    );
    expect(sentence(measuredOf({ ...finding('ratio', 'wider'), corrected: reading('wider', 1.5, 1.2), raw: reading('wider', 1.5, 1.2) }))).toContain('was 1.50, against 1.20 in 2019');
  });

  it.each<[string, MeasuredGap, Partial<GapVerdict>, string]>([
    ['wider', measuredOf(finding(P90, 'wider', {}, 12)), {}, 'the gap is shown to be wider by 20%, give or take 9.8%.'],
    ['no gap to compare with', measuredOf({ ...finding(P90, 'wider'), corrected: reading('wider', 12, 0), raw: reading('wider', 12, 0) }), {}, 'the gap is shown to be wider.'],
    ['too large to tell', measuredOf({ ...finding(P90, 'wider'), corrected: reading('wider', Infinity), raw: reading('wider', Infinity) }), {}, 'the gap is shown to be wider.'],
    ['the same', measuredOf(finding(P90, 'neither', {}, 10)), {}, 'the gap is the same.'],
    ['not shown', measuredOf(finding(P90, 'neither', {}, 9)), {}, 'it looks narrower by 10%, give or take 9.8%, so a change of the gap is not shown.'],
    ['not shown, wider', measuredOf(finding(P90, 'neither', {}, 10.9)), {}, 'it looks wider by 9.0%, give or take 9.8%, so a change of the gap is not shown.'],
    ['held off track', measuredOf(finding(P90, 'neither', {}, 10.9)), { heldOffTrack: true }, 'it looks wider by 9.0%, give or take 9.8%: not shown to be wider any more, but still more likely wider than not.'],
    ['shown without noise alone', measuredOf({ ...finding(P90, 'narrower'), raw: reading('neither') }), {}, 'it looks narrower by 20%, give or take 9.8%, but as published, noise included, a change is not shown.'],
    ['shown with noise alone', measuredOf({ ...finding(P90, 'neither'), raw: reading('narrower') }), {}, 'it looks narrower by 20%, give or take 9.8%; a change is shown only while its sampling noise is left in, so it is not shown.'],
    [
      'two areas, and nothing over all areas',
      measuredOf(finding('highest-minus-lowest', 'narrower'), { beside: [finding(P90, 'neither')] }),
      {},
      'it looks narrower by 20%, give or take 9.8%, but no measure over all areas shows the same, so a change of the gap is not shown.',
    ],
    ['two areas, and one measure over all', measuredOf(finding('highest-minus-lowest', 'narrower'), { beside: [finding(P90, 'neither'), finding('variance-between-areas', 'narrower')] }), {}, 'the gap is shown to be narrower by 20%, give or take 9.8%.'],
    ['nothing but noise', measuredOf(finding(P90, 'neither', { onlyNoise: true })), {}, 'the published errors are as large as the whole spread at one of the ends, so a change of the gap cannot be seen.'],
    [
      'opposite ways',
      measuredOf(finding(P90, 'narrower'), { beside: [finding('variance-between-areas', 'wider')] }),
      {},
      'gap unclear: the gap is shown to be narrower, but the variance between areas is shown to be wider.',
    ],
    [
      'opposite ways, two against one',
      measuredOf(finding(P90, 'narrower', { relative: reading('wider') }), { beside: [finding('variance-between-areas', 'wider')] }),
      {},
      'gap unclear: the gap is shown to be narrower, but the gap as a share of the average and the variance between areas are shown to be wider.',
    ],
    [
      'the ratio against the distance behind it',
      measuredOf(finding('ratio', 'narrower', { relative: reading('wider') })),
      {},
      'gap unclear: the gap is shown to be narrower, but the distance behind the gap is shown to be wider.',
    ],
  ])('%s', (_, measured, found, end) => {
    expect(conclusion(measured, found)).toBe(end);
  });

  const path = { asked: 5, value: 7.5 } as GapVerdict['path'];
  const NEEDED = 'the straight path to the target of 5.0 percentage points in 2029 needed 7.5 percentage points by then';
  it.each<[Partial<GapVerdict>, string]>([
    [{ verdict: 'achieved' }, 'this meets the target of 5.0 percentage points in 2029.'],
    [{ verdict: 'missed' }, 'this misses the target of 5.0 percentage points in 2029.'],
    [{ verdict: 'at-target' }, 'this is at or beyond the target of 5.0 percentage points in 2029, and the final figure decides.'],
    [{ verdict: 'deteriorating' }, 'the target of 5.0 percentage points in 2029 asks for a smaller gap, and it is shown to be wider.'],
    [{ verdict: 'off-track', heldOffTrack: true }, `${NEEDED}, so it is still more likely off track than not.`],
    [{ verdict: 'cannot-tell-yet' }, `${NEEDED}, and the error of the gap leaves open whether it is on track.`],
    [{ verdict: 'on-track' }, `${NEEDED}, so it is on track.`],
    [{ verdict: 'off-track' }, `${NEEDED}, so it is off track.`],
  ])('with a path: %j', (found, end) => {
    expect(conclusion(measuredOf(finding(P90, 'narrower')), { ...found, ...(path ? { path } : {}) })).toBe(end);
  });

  it('leaves the path aside where readings go opposite ways, or where there is nothing but noise', () => {
    const unclear = measuredOf(finding(P90, 'narrower'), { beside: [finding('variance-between-areas', 'wider')] });
    expect(conclusion(unclear, { verdict: 'on-track', ...(path ? { path } : {}) })).toMatch(/^gap unclear/);
    expect(conclusion(measuredOf(finding(P90, 'neither', { onlyNoise: true })), { verdict: 'on-track', ...(path ? { path } : {}) })).toMatch(/^the published errors/);
  });
});

describe('what stands beside a gap', () => {
  const reasons = (measured: MeasuredGap, rule: Partial<typeof RULE> = {}): string[] => gapReasons(measured, { period: year(2024), rule: { ...RULE, ...rule } });
  const UNWEIGHTED = 'No populations are loaded, so each area counts the same, however many people live there.';
  const finding2 = { size: 2, of: 10, members: [], chosenBy: ['2016', '2017', '2018'] };
  const top = { codes: new Set<string>(), ranked: [], periods: [], finding: finding2 };
  const CHOSEN = 'The top fifth are the 2 of 10 areas that were best by the mean of 2016, 2017 and 2018, before the baseline, and stay the same.';
  const ANEW = 'Too few areas have figures of three periods before the baseline, so the top fifth is chosen anew at both ends, and the sampling noise that such a choice collects is taken out.';
  const provisional = AREAS.map((area, index) => (index === 1 ? { ...area, series: area.series.map((point) => ({ ...point, provisional: true })) } : area));
  const withoutInterval = (area: AreaSeries): AreaSeries => ({ ...area, series: area.series.map(({ key, period, value }) => ({ key, period, value })) });

  it.each<[string, () => string[], string[]]>([
    ['no people', () => reasons(measuredOf(finding(P90, 'neither'))), [UNWEIGHTED]],
    ['people of one', () => reasons(measuredOf(finding(P90, 'neither'), {}, [{ ...AREAS[0], people: 9 } as AreaSeries, AREAS[1] as AreaSeries])), ['Populations are loaded for 1 of the 2 areas only, so each area counts the same, however many people live there.']],
    ['weighted, shown', () => reasons(measuredOf(finding(P90, 'neither'), { weighted: reading('wider') })), ['With areas weighted by their people the gap is shown to be wider.']],
    ['weighted, not shown', () => reasons(measuredOf(finding(P90, 'neither'), { weighted: reading('neither') })), ['With areas weighted by their people the gap shows no change beyond its error.']],
    ['two areas need no weights', () => reasons(measuredOf(finding('highest-minus-lowest', 'neither')), { measure: 'highest-minus-lowest' }), []],
    ['a top fifth chosen before', () => reasons(measuredOf(finding('top-against-rest', 'neither'), { top })), [CHOSEN, UNWEIGHTED]],
    ['a top fifth beside', () => reasons(measuredOf(finding(P90, 'neither'), { top, beside: [finding('top-against-rest', 'neither')] })), [CHOSEN, UNWEIGHTED]],
    ['a top fifth chosen anew', () => reasons(measuredOf(finding('top-against-rest', 'neither'))), [ANEW, UNWEIGHTED]],
    ['a top fifth that nothing uses', () => reasons(measuredOf(finding(P90, 'neither'), { top })), [UNWEIGHTED]],
    ['a provisional figure of one area', () => reasons(measuredOf(finding(P90, 'neither'), {}, provisional)), [UNWEIGHTED, 'Some figures for 2024 are provisional.']],
    ['a measure left out', () => reasons(measuredOf(finding(P90, 'neither'), { left: ['no score is loaded'] })), [UNWEIGHTED, 'A measure beside it cannot be computed: no score is loaded.']],
    [
      'one measure beside',
      () => reasons(measuredOf(finding(P90, 'neither'), { beside: [finding('variance-between-areas', 'narrower')] })),
      [UNWEIGHTED, 'Beside the gap itself, the variance between areas is shown to be narrower.'],
    ],
    [
      'two measures beside',
      () => reasons(measuredOf(finding(P90, 'neither'), { beside: [finding('variance-between-areas', 'wider'), finding('top-against-rest', 'wider')], top })),
      [CHOSEN, UNWEIGHTED, 'Beside the gap itself, the variance between areas and the distance between the top fifth of areas and the rest are shown to be wider.'],
    ],
    ['noise of the gap beside it', () => reasons(measuredOf({ ...finding(P90, 'neither'), raw: reading('wider') })), [UNWEIGHTED, 'Beside the gap itself, the gap with its sampling noise is shown to be wider.']],
    ['opposite ways say it in the sentence', () => reasons(measuredOf(finding(P90, 'narrower'), { beside: [finding('variance-between-areas', 'wider')] })), [UNWEIGHTED]],
    [
      'no interval at all',
      () => reasons(measuredOf(finding(P90, 'neither'), {}, AREAS.map(withoutInterval))),
      [UNWEIGHTED, 'No interval is published for these figures, so their sampling noise cannot be taken out; the error of the change is judged from how the areas differ among themselves.'],
    ],
    [
      'no interval for one area',
      () => reasons(measuredOf(finding(P90, 'neither'), {}, [AREAS[0] as AreaSeries, withoutInterval(AREAS[1] as AreaSeries)])),
      [UNWEIGHTED, 'For 1 of the 2 areas no interval is published that is wider than rounding, so their sampling noise cannot be taken out; the error of the change is judged from how the areas differ among themselves.'],
    ],
  ])('%s', (_, found, expected) => {
    expect(found()).toEqual(expected);
  });
});
