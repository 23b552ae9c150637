import { metricBacktest, type MetricToTest } from '#domain/forecasts/metric-backtest.js';
import { answerEach } from '#platform/process/answer-each.js';

answerEach((metric: MetricToTest) => metricBacktest(metric));
