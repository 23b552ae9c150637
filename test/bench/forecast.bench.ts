import { forecastPanel } from '#domain/forecasts/forecast-model.js';
import { panelOf, type PeerSeries } from '#domain/forecasts/peer-panel.js';
import { figureScale } from '#domain/forecasts/figure-scale.js';
import { parsePeriod } from '#domain/observations/period.js';

const YEARS = 20;
const SCALES = [1000, 2000, 4000, 8000];
const ROUNDS = 3;
/** As many series as a metric of all local authorities has. */
const PEERS = 400;

/** Prints `forecast`: seconds to forecast 1,000 series of twenty years to seven years ahead; then of more, to show that the cost grows with the series. */
export function benchForecast(): Promise<void> {
  const costs = SCALES.map((count) => {
    const rounds = Array.from({ length: ROUNDS }, () => seconds(count)).sort((a, b) => a - b);
    const each = ((rounds[1] ?? 0) / count) * 1000;
    console.log(`forecast ${count} series: ${each.toFixed(3)} s for each 1,000`);
    return each;
  });
  console.log(`bench forecast ${(costs[0] ?? 0).toFixed(3)}`);
  return Promise.resolve();
}

function seconds(count: number): number {
  const metrics = Array.from({ length: Math.ceil(count / PEERS) }, (_, metric) => seriesOf(metric, Math.min(PEERS, count - metric * PEERS)));
  const begun = performance.now();
  for (const series of metrics) {
    forecastPanel(panelOf(series, figureScale({ unit: '%', roundingUnit: 0.1 }), 0.1), 'peers-mean-drift', [1, 2, 3, 4, 5, 6, 7]);
  }
  return (performance.now() - begun) / 1000;
}

function seriesOf(metric: number, count: number): PeerSeries[] {
  return Array.from({ length: count }, (_, area) => ({
    code: `E07${String(area).padStart(6, '0')}`,
    points: Array.from({ length: YEARS }, (_year, year) => {
      const period = parsePeriod(`${2004 + year}-01-01/P1Y`);
      if (!period) throw new Error('no period');
      const value = 50 + 10 * Math.sin(area) + 0.3 * year + Math.sin(metric + area * year);
      return { key: `${area}/${year}`, period, value, lower: value - 1.5, upper: value + 1.5 };
    }),
  }));
}
