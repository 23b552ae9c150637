import { type TopLevelSpec } from 'vega-lite';
import { SERIES_COLOURS } from './chart-shape.js';
import { drawnOnce } from './drawn-once.js';

/** One number against another, a point for each thing that has both. */
export interface ScatterChart {
  /** What the picture shows, as a sentence of news. */
  readonly title: string;
  /** What is drawn. */
  readonly subtitle: string;
  readonly xTitle: string;
  /** Printed above the axis. */
  readonly yTitle: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

const INK = '#0b0c0c';
const GRID = '#d2d5d6';

/** @returns SVG text for a page, as of `drawnOnce`. */
export function scatterChartSvg(chart: ScatterChart): Promise<string> {
  return drawnOnce(chart, scatterDrawing);
}

function scatterDrawing({ xTitle, yTitle, points }: ScatterChart): TopLevelSpec {
  return {
    width: 520,
    height: 300,
    background: 'white',
    padding: 8,
    data: { values: points.map(({ x, y }) => ({ x, y })) },
    mark: { type: 'point', filled: false, size: 60, strokeWidth: 2, color: SERIES_COLOURS[0] ?? INK },
    encoding: {
      x: { field: 'x', type: 'quantitative', axis: { title: xTitle, grid: false, domainColor: INK, tickCount: 6, labelPadding: 8, titlePadding: 8 } },
      y: {
        field: 'y', type: 'quantitative', scale: { zero: true },
        axis: { title: yTitle, titleAngle: 0, titleAlign: 'left', titleAnchor: 'end', titleX: -30, titleY: -14, format: ',~f', tickCount: 6, domain: false, ticks: false, labelPadding: 8, gridColor: GRID },
      },
    },
    config: {
      aria: false,
      font: 'Arial, sans-serif',
      view: { stroke: null },
      axis: { labelFontSize: 13, titleFontSize: 14, titleFontWeight: 'normal', labelColor: INK, titleColor: INK },
    },
  };
}
