/** A point in time: a decimal year (2019.5 is the middle of 2019) or an ISO date. */
export type ChartTime = number | string;

export interface ChartPoint {
  readonly x: ChartTime;
  /** The period in words, for the table beside the chart. */
  readonly label: string;
  readonly value: number;
  /** Published 95 % limits, in the unit of the value; both or neither. */
  readonly lower?: number;
  readonly upper?: number;
  /** Of a fan: limits of a narrower band within those, drawn darker. */
  readonly inner?: { readonly lower: number; readonly upper: number };
  /** It will still change: drawn hollow. */
  readonly provisional?: boolean;
}

export interface ChartSeries {
  readonly name: string;
  /** Oldest first. */
  readonly points: readonly ChartPoint[];
}

export interface ChartMark {
  readonly x: ChartTime;
  readonly value: number;
  readonly label: string;
}

/** A picture of one to four series over time. */
export interface SeriesChart {
  /** What the picture shows, as a sentence of news. */
  readonly title: string;
  /** What is drawn: measure, area, time. */
  readonly subtitle: string;
  /** Unit of the figures, printed above the axis. */
  readonly yTitle: string;
  /** Step to which the figures are published, in their unit: no axis is finer. */
  readonly roundingUnit?: number;
  readonly series: readonly ChartSeries[];
  /** The dashed line that a target asks for. */
  readonly path?: readonly { readonly x: ChartTime; readonly value: number }[];
  /** What the dashed line is called; "Path to the target" unless said. */
  readonly pathName?: string;
  readonly target?: ChartMark;
  readonly milestones?: readonly ChartMark[];
  /** Where figures stop being comparable with those before; one outside the drawn time is left out. */
  readonly breaks?: readonly { readonly x: ChartTime; readonly label: string }[];
}

/** More lines than this cannot be told apart. */
export const MOST_SERIES = 4;

/** Categorical palette of the UK Government Analysis Function, in its order. */
export const SERIES_COLOURS: readonly string[] = ['#12436D', '#28A197', '#801650', '#F46A25'];

export const PATH_NAME = 'Path to the target';

/** @returns a decimal year. @throws RangeError for a text that is no ISO date. */
export function decimalYearOf(time: ChartTime): number {
  if (typeof time === 'number') return time;
  const instant = Date.parse(`${time.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(instant)) throw new RangeError(`Not an ISO date: ${time}`);
  const year = new Date(instant).getUTCFullYear();
  const start = Date.UTC(year, 0, 1);
  return year + (instant - start) / (Date.UTC(year + 1, 0, 1) - start);
}
