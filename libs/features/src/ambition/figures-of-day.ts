import { publicationLag, publishedBy } from '#domain/ambition/published-by.js';
import type { PeerSeries } from '#domain/forecasts/peer-panel.js';
import type { TargetToJudge } from '#domain/judgements/target-to-judge.js';

/** Where figures of a day of the past come from: releases kept of that day, or today's files cut at periods published by then. */
export type FiguresBasis = 'kept' | 'cut' | 'none';

export interface FiguresOfDay {
  basis: FiguresBasis;
  target: TargetToJudge;
}

/** @param then by the releases published by the day @param now by today's @param day ISO date */
export function figuresOfDay(then: TargetToJudge, now: TargetToJudge, day: string): FiguresOfDay {
  if (hasFigures(then)) return { basis: 'kept', target: then };
  const lag = publicationLag(now);
  const target: TargetToJudge = {
    ...now,
    series: publishedBy(now.series, day, lag),
    ...(now.areas ? { areas: { ...now.areas, list: now.areas.list.map((area) => ({ ...area, series: publishedBy(area.series, day, lag) })).filter(({ series }) => series.length > 0) } } : {}),
    ...(now.second ? { second: { ...now.second, series: publishedBy(now.second.series, day, lag) } } : {}),
  };
  return { basis: hasFigures(target) ? 'cut' : 'none', target };
}

/** The series of a metric in the same way. */
export function peersOfDay(series: ReadonlyMap<string, PeerSeries['points']>, { basis, target }: FiguresOfDay, day: string): PeerSeries[] {
  const lag = publicationLag(target);
  return [...series].map(([code, points]) => ({ code, points: basis === 'kept' ? points : publishedBy(points, day, lag) })).filter(({ points }) => points.length > 0);
}

function hasFigures({ series, areas }: TargetToJudge): boolean {
  return series.length > 0 || (areas?.list.some((area) => area.series.length > 0) ?? false);
}
