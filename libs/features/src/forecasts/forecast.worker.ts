import { type ForecastRequest, forecastTarget } from '#domain/forecasts/target-forecast.js';
import { answerEach } from '#platform/process/answer-each.js';

answerEach((requests: readonly ForecastRequest[]) => requests.map(forecastTarget));
