import { quantileSorted } from 'simple-statistics';
import { figureScale } from '#domain/forecasts/figure-scale.js';
import { calibrated, chanceOfBetter, type ForecastChoice } from '#domain/forecasts/forecast-choice.js';
import { forecastPanel } from '#domain/forecasts/forecast-model.js';
import { panelAt, panelOf } from '#domain/forecasts/peer-panel.js';
import { areaFigures, pointAt } from '#domain/judgements/area-figures.js';
import { normalCdf } from '#domain/judgements/normal-distribution.js';
import type { TargetToJudge } from '#domain/judgements/target-to-judge.js';
import { parsePeriod } from '#domain/observations/period.js';

/** Share of the areas that must truly get better, as in the verdict on every area. */
const SHARE_NEEDED = 0.95;

/** The chance that at least 95 % of the areas end better than their baseline. */
export interface EveryAreaChance {
  /** Where areas go their ways apart, and where one shock moves them all. */
  readonly least: number;
  readonly most: number;
  /** Mean chance of an area. */
  readonly share: number;
  readonly areas: number;
}

/**
 * Areas share shocks, and nobody knows how far: apart, the number that rise is near normal (mean Σp, variance Σp(1 − p)); all moved by
 * one, the areas of the lowest chances fail first, and the rule is kept as often as the area at the 5th percentile rises.
 * @returns undefined where no area can be forecast
 */
export function everyAreaChance(target: TargetToJudge, choice: ForecastChoice, asOf: string): EveryAreaChance | undefined {
  const baseline = parsePeriod(target.baseline.periodKey);
  const decides = parsePeriod(target.decides.periodKey);
  if (!target.areas || !baseline || !decides) return undefined;
  const areas = areaFigures(target.areas.list, asOf);
  const scale = figureScale(target);
  const panel = panelOf(areas.map(({ code, series }) => ({ code, points: series })), scale, target.roundingUnit);
  const counts = panel.periods.map((_, index) => panel.values.filter((own) => !Number.isNaN(own[index] ?? Number.NaN)).length);
  const origin = counts.findLastIndex((count) => count >= 0.8 * Math.max(...counts));
  const latest = panel.periods[origin];
  if (!latest || decides.middle - latest.middle < 0.01) return undefined;
  const years = decides.middle - latest.middle;
  const known = panelAt(panel, origin, target.shockYears ?? []);
  const predictions = forecastPanel(known, choice.model, [years]);
  const chances = known.rows.flatMap((row, index) => {
    const start = pointAt(areas[row]?.series ?? [], baseline);
    const prediction = predictions[index]?.[0];
    return start && prediction ? [chanceOfBetter(calibrated(prediction, Math.round(years), choice), scale.to(start.value), target.direction, choice)] : [];
  });
  return chances.length === 0 ? undefined : { ...chanceOfShare(chances), areas: chances.length };
}

/** @param chances of each area; at least one */
export function chanceOfShare(chances: readonly number[]): Omit<EveryAreaChance, 'areas'> {
  const mean = chances.reduce((sum, chance) => sum + chance, 0);
  const variance = chances.reduce((sum, chance) => sum + chance * (1 - chance), 0);
  const wanted = Math.ceil(SHARE_NEEDED * chances.length - 1e-9);
  const apart = variance > 0 ? normalCdf((mean - (wanted - 0.5)) / Math.sqrt(variance)) : mean >= wanted ? 1 : 0;
  const together = quantileSorted([...chances].sort((a, b) => a - b), 1 - SHARE_NEEDED);
  return { least: Math.min(apart, together), most: Math.max(apart, together), share: mean / chances.length };
}
