import { type ForecastModel, forecastPanel } from './forecast-model.js';
import { panelAt, type PeerPanel } from './peer-panel.js';
import { type Prediction } from './prediction.js';

/** A forecast of a figure that was hidden from it. */
export interface Trial {
  /** Calendar year in which the last period shown ended. */
  readonly originYear: number;
  /** Periods from the last shown to the hidden one. */
  readonly horizon: number;
  readonly prediction: Prediction;
  /** On the scale of the forecast, like the prediction. */
  readonly last: number;
  readonly hidden: number;
}

export interface OriginRules {
  /** A series shorter than this is not tested, and an origin shows at least `leastShown` figures of it. */
  readonly leastPeriods: number;
  readonly leastShown: number;
  readonly horizons: number;
  readonly shockYears: readonly number[];
}

export const ORIGIN_RULES: OriginRules = { leastPeriods: 8, leastShown: 5, horizons: 7, shockYears: [2020, 2021] };

/** Forecasts from every origin that a panel offers, each by what had been published of all series up to it. */
export function rollingTrials(panel: PeerPanel, model: ForecastModel, { leastShown, horizons, shockYears }: OriginRules): Trial[] {
  const trials: Trial[] = [];
  for (let origin = leastShown - 1; origin < panel.periods.length - 1; origin++) {
    const known = shownEnough(panelAt(panel, origin, shockYears), panel, origin, leastShown);
    const from = panel.periods[origin];
    if (!from || known.rows.length === 0) continue;
    const ahead = panel.periods.slice(origin + 1, origin + 1 + horizons);
    const forecasts = forecastPanel(known, model, ahead.map(({ middle }) => middle - from.middle));
    forecasts.forEach((predictions, index) => {
      const own = panel.values[known.rows[index] ?? -1];
      const last = own?.[origin];
      if (!predictions || last === undefined) return;
      predictions.forEach((prediction, step) => {
        const hidden = own?.[origin + 1 + step] ?? Number.NaN;
        if (!Number.isNaN(hidden)) trials.push({ originYear: Number(from.end.slice(0, 4)), horizon: step + 1, prediction, last, hidden });
      });
    });
  }
  return trials;
}

/** Series of which enough was shown, counted with the figures that stand as dummies. */
function shownEnough(known: ReturnType<typeof panelAt>, panel: PeerPanel, origin: number, least: number): ReturnType<typeof panelAt> {
  const enough = known.rows.map((row) => [...(panel.values[row]?.subarray(0, origin + 1) ?? [])].filter((value) => !Number.isNaN(value)).length >= least);
  const of = <Item>(items: readonly Item[]): Item[] => items.filter((_, index) => enough[index]);
  return { ...known, rows: of(known.rows), codes: of(known.codes), values: of(known.values), variances: of(known.variances) };
}
