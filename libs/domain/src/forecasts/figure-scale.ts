/** How a metric's figures are measured, as far as the scale hangs on it. */
export interface MeasuredUnit {
  /** As in the published files: `%`, `£`, `£ million`, `Number`, `Rate per 1,000,000 population`, … */
  readonly unit: string;
  readonly roundingUnit: number;
}

/**
 * The scale on which a series is forecast: percentages on the logit, money and counts (also counts per so many people) on the
 * log, everything else as it is. What lies on a bound, or beyond it, is taken at half the rounding unit from it: a figure of
 * 100 % rounded to whole numbers may be 99.5.
 */
export interface FigureScale {
  readonly kind: 'logit' | 'log' | 'identity';
  to(value: number): number;
  /** The figure at a place of the scale: never outside the bounds of the unit. */
  from(place: number): number;
  /** Variance on the scale of a figure with this standard error (delta method). */
  varianceOf(value: number, se: number): number;
}

const IDENTITY: FigureScale = { kind: 'identity', to: (value) => value, from: (place) => place, varianceOf: (_, se) => se * se };

export function figureScale({ unit, roundingUnit }: MeasuredUnit): FigureScale {
  const least = Math.abs(roundingUnit) / 2;
  if (unit === '%') return logitScale(least);
  return unit.startsWith('£') || unit === 'Number' || /^rate per/i.test(unit) ? logScale(least) : IDENTITY;
}

function logitScale(least: number): FigureScale {
  const inside = (value: number): number => Math.min(100 - least, Math.max(least, value));
  return {
    kind: 'logit',
    to: (value) => Math.log(inside(value) / (100 - inside(value))),
    from: (place) => 100 / (1 + Math.exp(-place)),
    varianceOf: (value, se) => ((se * 100) / (inside(value) * (100 - inside(value)))) ** 2,
  };
}

function logScale(least: number): FigureScale {
  const above = (value: number): number => Math.max(least, value);
  return {
    kind: 'log',
    to: (value) => Math.log(above(value)),
    from: (place) => Math.exp(place),
    varianceOf: (value, se) => (se / above(value)) ** 2,
  };
}
