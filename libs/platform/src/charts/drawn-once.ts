import { createHash } from 'node:crypto';
import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { accessibleSvg } from './accessible-svg.js';

/** Pictures kept, by their content; about 6 kB each. */
const MOST_KEPT = 400;
const kept = new Map<string, Promise<string>>();

/** What a picture says to those who only hear it. */
export interface NamedChart {
  readonly title: string;
  readonly subtitle: string;
}

/**
 * Draws a chart as SVG text for a page: no script, no style attribute and no id, so that it stands under a strict
 * Content-Security-Policy and beside others of its kind. The same content is drawn once.
 */
export function drawnOnce<Chart extends NamedChart>(chart: Chart, drawingOf: (chart: Chart) => TopLevelSpec): Promise<string> {
  const key = createHash('sha256').update(`${drawingOf.name} ${JSON.stringify(chart)}`).digest('base64');
  const picture = kept.get(key) ?? draw(chart, drawingOf(chart));
  // The one used last goes to the end; the first is the one nobody asked for longest.
  kept.delete(key);
  kept.set(key, picture);
  const oldest = kept.size > MOST_KEPT ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
  picture.catch(() => kept.delete(key));
  return picture;
}

async function draw({ title, subtitle }: NamedChart, drawing: TopLevelSpec): Promise<string> {
  const view = new View(parse(compile(drawing).spec), { renderer: 'none' });
  try {
    return accessibleSvg(await view.toSVG(), title, subtitle);
  } finally {
    view.finalize();
  }
}
