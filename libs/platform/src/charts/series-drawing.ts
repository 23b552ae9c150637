import { type TopLevelSpec } from 'vega-lite';
import { type ChartTime, decimalYearOf, PATH_NAME, SERIES_COLOURS, type SeriesChart } from './chart-shape.js';
import { placeLabels } from './end-labels.js';
import { linePieces } from './line-pieces.js';

const WIDTH = 520;
const HEIGHT = 260;
const INK = '#0b0c0c';
const PATH_COLOUR = '#595959';
const GRID = '#d2d5d6';
/** So many letters of names fit beside one another above the picture. */
const LEGEND_LETTERS = 55;
const FONT = 'Arial, sans-serif';

interface Row {
  name: string;
  /** Of a series with years without figures: each piece is a line of its own. */
  piece?: number;
  x: number;
  y: number;
  lower?: number;
  upper?: number;
  innerLower?: number;
  innerUpper?: number;
  text?: string;
  provisional?: boolean;
}

/** The chart in Vega-Lite's words: bands under lines under points under the target. */
export function drawingOf(chart: SeriesChart): TopLevelSpec {
  const pathName = chart.pathName ?? PATH_NAME;
  const pieces: Row[][] = chart.series.flatMap(({ name, points }) =>
    linePieces(points).map((some, piece) =>
      some.map(({ x, value, lower, upper, inner, provisional = false }) => ({ name, piece, x: decimalYearOf(x), y: value, lower, upper, innerLower: inner?.lower, innerUpper: inner?.upper, provisional })),
    ),
  );
  const figures = pieces.flat();
  const bands = figures.filter(hasInterval);
  const innerBands = figures.filter(({ innerLower }) => innerLower !== undefined);
  // a band of one point has no width
  const whiskers = pieces.flatMap((rows) => (rows.length === 1 ? rows.filter(hasInterval) : []));
  const path: Row[] = (chart.path ?? []).map(({ x, value }) => ({ name: pathName, x: decimalYearOf(x), y: value }));
  const marks = (chart.milestones ?? []).map(markRow);
  const targets = chart.target ? [markRow(chart.target)] : [];
  const every = [...figures, ...path, ...marks, ...targets];
  const xDomain = yearsAround(every.map(({ x }) => x));
  const yDomain = valuesAround(every.flatMap(({ y, lower, upper }) => [y, lower ?? y, upper ?? y]), chart.roundingUnit);
  const breaks = (chart.breaks ?? []).map(({ x, label }) => ({ x: decimalYearOf(x), text: label })).filter(({ x }) => x > xDomain[0] && x < xDomain[1]);
  const names = [...chart.series.map(({ name }) => name), ...(path.length > 0 ? [pathName] : [])];
  const single = chart.series.length === 1;
  const labels = single ? [] : placeLabels(lastOfEach([...figures, ...path]), yDomain, HEIGHT);
  const colour = {
    field: 'name',
    type: 'nominal' as const,
    scale: { domain: names, range: names.map((name, index) => (name === pathName ? PATH_COLOUR : (SERIES_COLOURS[index] ?? INK))) },
    legend: single && path.length > 0 ? legendOf(names) : null,
  };
  const dash = {
    field: 'name',
    type: 'nominal' as const,
    scale: { domain: names, range: names.map((name) => (name === pathName ? [6, 4] : [1, 0])) },
    legend: colour.legend,
  };
  const x = { field: 'x', type: 'quantitative' as const, scale: { domain: xDomain, nice: false, zero: false }, axis: yearAxis(xDomain) };
  const y = { field: 'y', type: 'quantitative' as const, scale: { domain: yDomain, nice: false, zero: false }, axis: valueAxis(chart.yTitle, chart.roundingUnit) };
  const detail = { field: 'piece', type: 'nominal' as const };
  return {
    width: WIDTH,
    height: HEIGHT,
    background: 'white',
    padding: 8,
    data: { values: [] },
    layer: [
      { data: { values: breaks }, mark: { type: 'rule', stroke: PATH_COLOUR, strokeWidth: 1.5, strokeDash: [2, 3] }, encoding: { x } },
      { data: { values: breaks }, mark: { type: 'text', align: 'left', baseline: 'top', dx: 5, fontSize: 13, fill: INK }, encoding: { x, y: { value: 2 }, text: { field: 'text' } } },
      { data: { values: bands }, mark: { type: 'area', opacity: 0.22 }, encoding: { x, y: { ...y, field: 'lower' }, y2: { field: 'upper' }, color: colour, detail } },
      { data: { values: innerBands }, mark: { type: 'area', opacity: 0.3 }, encoding: { x, y: { ...y, field: 'innerLower' }, y2: { field: 'innerUpper' }, color: colour, detail } },
      { data: { values: whiskers }, mark: { type: 'rule', strokeWidth: 6, opacity: 0.22 }, encoding: { x, y: { ...y, field: 'lower' }, y2: { field: 'upper' }, color: colour } },
      { data: { values: [...figures, ...path] }, mark: { type: 'line', strokeWidth: 2.5 }, encoding: { x, y, color: colour, strokeDash: dash, detail } },
      { data: { values: figures.filter(({ provisional }) => !provisional) }, mark: { type: 'point', filled: true, size: 40, opacity: 1 }, encoding: { x, y, color: colour } },
      { data: { values: figures.filter(({ provisional }) => provisional) }, mark: { type: 'point', fill: 'white', strokeWidth: 2, size: 50, opacity: 1 }, encoding: { x, y, color: colour } },
      { data: { values: marks }, mark: { type: 'point', filled: true, size: 55, stroke: PATH_COLOUR, fill: 'white', strokeWidth: 2, opacity: 1 }, encoding: { x, y } },
      { data: { values: marks }, mark: { type: 'text', align: 'left', dx: 6, dy: 15, fontSize: 13, fill: INK }, encoding: { x, y, text: { field: 'text' } } },
      { data: { values: targets }, mark: { type: 'point', shape: 'diamond', filled: true, size: 140, fill: INK, opacity: 1 }, encoding: { x, y } },
      { data: { values: targets }, mark: { type: 'text', align: 'right', dx: 8, dy: targetLabelAt(chart, figures, yDomain), fontSize: 14, fontWeight: 'bold', fill: INK }, encoding: { x, y, text: { field: 'text' } } },
      { data: { values: labels }, mark: { type: 'text', text: '■', align: 'left', dx: 10, fontSize: 14 }, encoding: { x, y, color: colour } },
      { data: { values: labels }, mark: { type: 'text', align: 'left', dx: 26, fontSize: 14, fill: INK }, encoding: { x, y, text: { field: 'text' } } },
    ],
    config: {
      aria: false,
      font: FONT,
      view: { stroke: null },
      legend: { labelFontSize: 14, labelColor: INK },
      axis: { labelFontSize: 14, titleFontSize: 14, titleFontWeight: 'normal', labelColor: INK, titleColor: INK },
    },
  };
}

/** Names in full, under one another where they are too long to stand side by side. */
function legendOf(names: readonly string[]): object {
  const columns = names.join('').length > LEGEND_LETTERS ? 1 : names.length;
  return { title: null, orient: 'top', symbolType: 'stroke', symbolSize: 900, symbolStrokeWidth: 3, symbolOpacity: 1, offset: 32, columnPadding: 24, columns, labelLimit: 0 };
}

function hasInterval({ lower, upper }: Row): boolean {
  return lower !== undefined && upper !== undefined;
}

function markRow({ x, value, label }: { x: ChartTime; value: number; label: string }): Row {
  return { name: label, x: decimalYearOf(x), y: value, text: label };
}

/** Pixels from a target to its label: above it, save where the last figures lie there. */
function targetLabelAt({ target }: SeriesChart, figures: readonly Row[], [least, most]: readonly [number, number]): number {
  const above = ((figures.at(-1)?.y ?? Number.NaN) - (target?.value ?? Number.NaN)) / (most - least);
  return above >= 0 && above < 0.15 ? 20 : -14;
}

/** Whole years; the axis writes each year's number in its middle, since "2019" is the year and not its first day. */
function yearsAround(times: readonly number[]): [number, number] {
  const first = Math.floor(Math.min(...times));
  return [first, Math.max(first + 1, Math.ceil(Math.max(...times) + 0.02))];
}

/** Share of the largest figure, and steps of rounding that an axis spans at least: on less, a change of nothing looks like a cliff. */
const LEAST_SHARE = 0.05;
const LEAST_STEPS = 4;

/** An eighth of room above and below, so that no mark is cut; never below zero where no figure is. */
function valuesAround(values: readonly number[], roundingUnit = 0): [number, number] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const range = most - least;
  const span = Math.max(range, LEAST_STEPS * roundingUnit, LEAST_SHARE * Math.max(Math.abs(least), Math.abs(most))) || 1;
  const room = (span - range) / 2 + span / 8;
  return [least >= 0 ? Math.max(0, least - room) : least - room, most + room];
}

function yearAxis([first, end]: readonly [number, number]): object {
  const step = [1, 2, 3, 5, 10].find((years) => (end - first) / years <= 9) ?? 20;
  const years = Array.from({ length: end - first }, (_, index) => first + index);
  return {
    title: null,
    values: years.filter((_, index) => index % step === 0).map((year) => year + 0.5),
    labelExpr: 'floor(datum.value)',
    ticks: false,
    labelPadding: 8,
    grid: false,
    domainColor: INK,
    labelAngle: 0,
  };
}

/** No tick between two figures that the producer could publish. */
function valueAxis(title: string, roundingUnit: number | undefined): object {
  return {
    ...(roundingUnit === undefined ? {} : { tickMinStep: roundingUnit }),
    title,
    titleAngle: 0,
    titleAlign: 'left',
    titleAnchor: 'end',
    titleX: -30,
    titleY: -14,
    format: ',~f',
    tickCount: 6,
    domain: false,
    ticks: false,
    labelPadding: 8,
    gridColor: GRID,
  };
}

function lastOfEach(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.name, row])).values()];
}
