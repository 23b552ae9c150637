import { forecastMetric, type MetricToForecast } from '#domain/forecasts/metric-forecast.js';
import { answerEach } from '#platform/process/answer-each.js';

answerEach((metric: MetricToForecast) => forecastMetric(metric));
