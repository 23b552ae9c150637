import { createHash } from 'node:crypto';
import { parse, View } from 'vega';
import { compile } from 'vega-lite';
import { accessibleSvg } from './accessible-svg.js';
import { MOST_SERIES, type SeriesChart } from './chart-shape.js';
import { drawingOf } from './series-drawing.js';

/** Pictures kept, by their content; about 6 kB each. */
const MOST_KEPT = 400;
const kept = new Map<string, Promise<string>>();

/**
 * Draws a chart as SVG text for a page: no script, no style attribute and no id, so that it stands under a strict
 * Content-Security-Policy and beside others of its kind. The same content is drawn once.
 * @throws RangeError for more than four series or none
 */
export function seriesChartSvg(chart: SeriesChart): Promise<string> {
  if (chart.series.length < 1 || chart.series.length > MOST_SERIES) {
    return Promise.reject(new RangeError(`A chart has 1 to ${MOST_SERIES} series, not ${chart.series.length}`));
  }
  const key = createHash('sha256').update(JSON.stringify(chart)).digest('base64');
  const picture = kept.get(key) ?? draw(chart);
  // The one used last goes to the end; the first is the one nobody asked for longest.
  kept.delete(key);
  kept.set(key, picture);
  const oldest = kept.size > MOST_KEPT ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
  picture.catch(() => kept.delete(key));
  return picture;
}

async function draw(chart: SeriesChart): Promise<string> {
  const view = new View(parse(compile(drawingOf(chart)).spec), { renderer: 'none' });
  try {
    return accessibleSvg(await view.toSVG(), chart.title, chart.subtitle);
  } finally {
    view.finalize();
  }
}
