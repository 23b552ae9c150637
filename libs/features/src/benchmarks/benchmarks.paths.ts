import { csvwPath } from '#platform/csv/csvw.js';

const figuresCsv = (code: string, metric: string): string => `/places/${code}/benchmark/${metric}/figures.csv`;

export const benchmarksPaths = {
  place: (code: string) => `/places/${code}/benchmark`,
  metric: (code: string, metric: string) => `/places/${code}/benchmark/${metric}`,
  figuresCsv,
  figuresMetadata: (code: string, metric: string) => csvwPath(figuresCsv(code, metric)),
};

/** The way to it from the page of a place. */
export function linkToBenchmark(code: string): { href: string; text: string } {
  return { href: benchmarksPaths.place(code), text: 'Compare this place with those most like it' };
}
