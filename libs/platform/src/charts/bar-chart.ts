import { type TopLevelSpec } from 'vega-lite';
import { SERIES_COLOURS } from './chart-shape.js';
import { drawnOnce } from './drawn-once.js';

/** A bar for each of a few steps in order, with a mark on it for what it is held against. */
export interface BarChart {
  /** What the picture shows, as a sentence of news. */
  readonly title: string;
  /** What is drawn. */
  readonly subtitle: string;
  /** Unit, printed above the axis. */
  readonly yTitle: string;
  readonly barName: string;
  readonly markName: string;
  /** In order; labels are unique and short. */
  readonly bars: readonly { readonly label: string; readonly value: number; readonly mark: number }[];
}

const WIDTH = 520;
const HEIGHT = 260;
const INK = '#0b0c0c';
const GRID = '#d2d5d6';

/** @returns SVG text for a page, as of `drawnOnce`. */
export function barChartSvg(chart: BarChart): Promise<string> {
  return drawnOnce(chart, barDrawing);
}

function barDrawing({ bars, yTitle, barName, markName }: BarChart): TopLevelSpec {
  const rows = bars.map(({ label, value, mark }) => ({ label, value, mark, barName, markName }));
  // A week without anything still has an axis.
  const highest = Math.max(1, ...rows.flatMap(({ value, mark }) => [value, mark]));
  const colour = (field: string): object => ({
    field, type: 'nominal', scale: { domain: [barName, markName], range: [SERIES_COLOURS[0] ?? INK, INK] },
    legend: { title: null, orient: 'top', symbolType: 'square', symbolOpacity: 1, offset: 32, columnPadding: 24, labelLimit: 0 },
  });
  const x = { field: 'label', type: 'ordinal' as const, sort: null, axis: { title: null, ticks: false, labelPadding: 8, labelAngle: -45, grid: false, domainColor: INK } };
  const y = {
    field: 'value', type: 'quantitative' as const, scale: { domain: [0, highest * 1.125], nice: false },
    axis: { title: yTitle, titleAngle: 0, titleAlign: 'left' as const, titleAnchor: 'end' as const, titleX: -30, titleY: -14, format: ',~f', tickCount: 6, domain: false, ticks: false, labelPadding: 8, gridColor: GRID },
  };
  return {
    width: WIDTH,
    height: HEIGHT,
    background: 'white',
    padding: 8,
    data: { values: rows },
    layer: [
      { mark: { type: 'bar', width: { band: 0.6 } }, encoding: { x, y, color: colour('barName') } },
      { mark: { type: 'tick', thickness: 4, width: { band: 0.9 } }, encoding: { x, y: { ...y, field: 'mark' }, color: colour('markName') } },
    ],
    config: {
      aria: false,
      font: 'Arial, sans-serif',
      view: { stroke: null },
      legend: { labelFontSize: 14, labelColor: INK },
      axis: { labelFontSize: 13, titleFontSize: 14, titleFontWeight: 'normal', labelColor: INK, titleColor: INK },
    },
  };
}
