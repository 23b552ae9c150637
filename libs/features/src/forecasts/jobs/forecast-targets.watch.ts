import { type Watch, Watches } from '#platform/watches/watch.js';
import { ForecastingService } from '../forecasting.service.js';

/** Forecasts follow judgements: whatever was judged anew has its forecast within a minute. */
@Watches('forecast-targets')
export class ForecastTargetsWatch implements Watch {
  constructor(private readonly forecasting: ForecastingService) {}

  run(now: Date): Promise<number> {
    return this.forecasting.makeDue(now);
  }
}
