import { type PeerSeries } from '#domain/forecasts/peer-panel.js';

type Point = PeerSeries['points'][number];

/** Series of a metric as a thread can be sent them. */
export function sendableSeries(series: ReadonlyMap<string, readonly Point[]>): PeerSeries[] {
  return [...series].map(([code, points]) => ({ code, points: points.map(sendablePoint) }));
}

/** A figure without the row that it was read from. */
export function sendablePoint({ key, period, value, lower, upper, provisional }: Point): Point {
  return { key, period, value, ...(lower === undefined ? {} : { lower }), ...(upper === undefined ? {} : { upper }), ...(provisional ? { provisional } : {}) };
}
