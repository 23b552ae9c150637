import { areaFigures } from '#domain/judgements/area-figures.js';
import { parsePeriod } from '#domain/observations/period.js';
import { FIGURES_NEEDED, ambitionVerdict } from './ambition-rule.js';
import type { AmbitionFinding } from './ambition-finding.js';
import { ambitionSentence } from './ambition-sentence.js';
import { oneSeriesOf } from './area-series-of-rule.js';
import { everyAreaChance } from './every-area-ambition.js';
import { precedentOf } from './pace-windows.js';
import { type AmbitionRequest, earlyReason, isNominal, targetAmbition, withoutChance } from './target-ambition.js';
import { independentFigures, usualFigures, usualPace } from './usual-course.js';

const PLAIN = { to: (value: number): number => value, varianceOf: (_: number, se: number): number => se * se };

/** How ambitious a target is, whatever its rule. */
export function ambitionOf(request: AmbitionRequest): AmbitionFinding {
  const { target, asOf } = request;
  if (!target.areas) return targetAmbition(request);
  const early = earlyReason(target);
  if (early) return withoutChance(early, 0, target, asOf);
  if (target.rule.kind === 'every-area') return everyAreaAmbition(request);
  const single = oneSeriesOf(target, asOf);
  if (!single) return withoutChance('too-few-figures', 0, target, asOf);
  // a gap or a group has no peers but its own past
  return targetAmbition({ ...request, target: single, code: '', peers: [], sameLevel: [{ code: '', points: single.series }] });
}

/** The area in the middle stands for the usual course; what is asked is that none end worse than it began. */
function everyAreaAmbition({ target, asOf, choice }: AmbitionRequest): AmbitionFinding {
  const baseline = parsePeriod(target.baseline.periodKey);
  const decides = parsePeriod(target.decides.periodKey);
  const areas = areaFigures(target.areas?.list ?? [], asOf);
  if (!baseline || !decides || areas.length === 0) return withoutChance('no-figures', 0, target, asOf);
  const usual = areas.map(({ series }) => usualFigures(series, target, asOf));
  const figures = middleOf(usual.map((points) => independentFigures(points).length)) ?? 0;
  if (figures < FIGURES_NEEDED) return withoutChance('too-few-figures', figures, target, asOf);
  const chance = everyAreaChance(target, choice, asOf);
  if (!chance) return withoutChance('no-figures', figures, target, asOf);
  const years = decides.middle - Math.max(...areas.map(({ series }) => series.at(-1)?.period.middle ?? 0));
  const precedent = precedentOf(areas.map(({ code, series }) => ({ code, points: series })), target, PLAIN, years, asOf);
  const course = middleOf(usual.flatMap((points) => usualPace(points) ?? [])) ?? 0;
  const paces = { relative: false, usual: target.direction * course, needed: neededOfLast(areas, target, baseline.key, years), ...(precedent ? { precedent } : {}) };
  const found = { ...ambitionVerdict(chance, paces), chance: { least: chance.least, most: chance.most }, paces, figures, nominal: isNominal(target) };
  return { ...found, sentence: ambitionSentence(found, target, asOf) };
}

/** The pace that the area at the 95th percentile of what is left must keep up, for all but one in twenty to end no worse. */
function neededOfLast(areas: readonly { readonly series: AmbitionRequest['target']['series'] }[], target: AmbitionRequest['target'], baselineKey: string, years: number): number {
  const left = areas.flatMap(({ series }) => {
    const start = series.find(({ period }) => period.key === baselineKey);
    const last = series.at(-1);
    return start && last ? [(target.direction * (start.value - last.value)) / years] : [];
  });
  return left.sort((a, b) => a - b)[Math.floor(0.95 * (left.length - 1))] ?? 0;
}

function middleOf(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)];
}
