import { MOST_SERIES, type SeriesChart } from './chart-shape.js';
import { drawnOnce } from './drawn-once.js';
import { drawingOf } from './series-drawing.js';

/**
 * Draws series over time as SVG text for a page.
 * @throws RangeError for more than four series or none
 */
export function seriesChartSvg(chart: SeriesChart): Promise<string> {
  if (chart.series.length < 1 || chart.series.length > MOST_SERIES) {
    return Promise.reject(new RangeError(`A chart has 1 to ${MOST_SERIES} series, not ${chart.series.length}`));
  }
  return drawnOnce(chart, drawingOf);
}
