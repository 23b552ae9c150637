import { type AreasAtOneEnd, extremeOf, groupMeanOf, meanOf, noiseVarianceOf, quantileOf, varianceOf } from './area-estimates.js';
import { slopeIndexOf, topAndRestOf } from './area-inequality.js';
import { absolute, combined, distanceBetween, type Estimate, over } from './estimate.js';
import type { GapMeasure } from './target-to-judge.js';

/** The areas at one end with what a gap can be made of. */
export interface GapAreas extends AreasAtOneEnd {
  /** se² of each area's figure. */
  readonly errorVariances: readonly number[];
  /** Whether each area belongs to the top fifth of the years before the baseline; absent where those years are. */
  readonly top?: readonly boolean[];
  /** Share of the areas that are less deprived, 0 to 1, for each area. */
  readonly deprivationRanks?: readonly number[];
  /** +1 when higher is better. */
  readonly direction: 1 | -1;
}

/** A gap at one end. */
export interface GapAtOneEnd {
  readonly raw: Estimate;
  /** With sampling noise taken out. */
  readonly corrected: Estimate;
  /** Corrected, as a share of the mean area (its square for a variance); of a ratio, the distance that belongs to it. */
  readonly relative?: Estimate;
  /** The errors explain the whole spread: how far the areas truly are apart cannot be seen. */
  readonly onlyNoise: boolean;
}

const TOP_SHARE = 0.2;

/**
 * Noise is taken out in the way that keeps the second moment right (Louis 1984, Ghosh 1992): the variance between areas
 * less their mean se², and for distances between areas every area moved towards the mean by √(that variance/the raw one).
 * The mean of a group that was chosen by other years' figures holds no such noise, and a slope neither: there raw and
 * corrected are the same.
 * @returns undefined where the measure has no meaning for the figures: a ratio across zero, a slope without ranks
 */
export function gapAt(measure: GapMeasure, areas: GapAreas): GapAtOneEnd | undefined {
  const { top, deprivationRanks } = areas;
  if (measure === 'slope-over-deprivation') {
    return deprivationRanks && free(areas, absolute(slopeIndexOf(areas, deprivationRanks)));
  }
  if (measure === 'top-against-rest' && top) {
    const mean = (wanted: boolean): Estimate => groupMeanOf(areas, (index) => top[index] === wanted);
    return free(areas, distanceBetween(mean(true), mean(false)));
  }
  const variance = varianceOf(areas);
  const noise = noiseVarianceOf(areas.weights, areas.errorVariances);
  const onlyNoise = variance.value <= noise;
  if (measure === 'variance-between-areas') {
    const corrected = combined(Math.max(0, variance.value - noise), [variance, 1]);
    return { raw: variance, corrected, onlyNoise, ...shareOfMean(areas, corrected, 2) };
  }
  const mean = meanOf(areas);
  const shrunk = (figure: Estimate): Estimate => shrunkTowards(mean, figure, variance, noise);
  const [high, low] = endsOf(measure, areas);
  const distance = distanceBetween(shrunk(high), shrunk(low));
  if (measure !== 'ratio') {
    return { raw: distanceBetween(high, low), corrected: distance, onlyNoise, ...shareOfMean(areas, distance) };
  }
  if (!isOneSided(areas)) return undefined;
  const ratio = (a: Estimate, b: Estimate): Estimate => (mean.value < 0 ? over(b, a) : over(a, b));
  return { raw: ratio(high, low), corrected: ratio(shrunk(high), shrunk(low)), relative: distance, onlyNoise };
}

/** A gap that holds no noise of the choice of its areas. */
function free(areas: GapAreas, gap: Estimate): GapAtOneEnd {
  return { raw: gap, corrected: gap, onlyNoise: false, ...shareOfMean(areas, gap) };
}

/** What lies at both sides of the gap; of a ratio, the areas a tenth from the top and a tenth from the bottom. */
function endsOf(measure: GapMeasure, areas: GapAreas): readonly [Estimate, Estimate] {
  if (measure === 'highest-minus-lowest') return [extremeOf(areas, 1), extremeOf(areas, -1)];
  if (measure === 'top-against-rest') return topAndRestOf(areas, TOP_SHARE, areas.direction);
  return [quantileOf(areas, 0.9), quantileOf(areas, 0.1)];
}

/** Towards the mean by k = √(1 − noise/variance). k itself hangs on the variance: dk/dV = N/(2kV²). */
function shrunkTowards(mean: Estimate, figure: Estimate, variance: Estimate, noise: number): Estimate {
  const keep = variance.value > noise ? Math.sqrt(1 - noise / variance.value) : 0;
  const bend = keep > 0 ? noise / (2 * keep * variance.value ** 2) : 0;
  const distance = figure.value - mean.value;
  return combined(mean.value + keep * distance, [mean, 1 - keep], [figure, keep], [variance, bend * distance]);
}

/** Only where all figures lie on one side of zero: a share of a mean near zero says nothing. */
function shareOfMean(areas: GapAreas, gap: Estimate, power = 1): { readonly relative?: Estimate } {
  if (!isOneSided(areas)) return {};
  const size = absolute(meanOf(areas));
  const relative = over(gap, size);
  return { relative: power === 2 ? over(relative, size) : relative };
}

function isOneSided({ values }: GapAreas): boolean {
  return values.every((value) => value > 0) || values.every((value) => value < 0);
}
