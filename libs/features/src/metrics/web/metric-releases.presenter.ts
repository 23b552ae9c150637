import { differenceInWords } from '#domain/judgements/figure-words.js';
import { type ReleaseOfMetric } from '#features/releases/releases.queries.js';
import { londonDate } from '#platform/clock/clock.js';
import { type FigureTable } from '#platform/charts/chart-figure.js';
import { longDate } from '#platform/pages/dates.js';
import { type Metric } from '../metric.entity.js';
import { metricPageWords } from '../metric-page.words.js';

const words = metricPageWords.releases;

export interface ReleasesBlock {
  intro: string;
  warnings: string | undefined;
  empty: string | undefined;
  table: FigureTable | undefined;
}

/** @param releases newest first, none under embargo */
export function metricReleases(metric: Metric, releases: readonly ReleaseOfMetric[], openWarnings: number): ReleasesBlock {
  const { release, file, published, rows, provisional, revised } = words.head;
  return {
    intro: words.intro,
    warnings: openWarnings > 0 ? words.warnings(openWarnings) : undefined,
    empty: releases.length === 0 ? words.empty : undefined,
    table:
      releases.length === 0
        ? undefined
        : {
            caption: words.caption,
            head: [
              { text: release, numeric: false },
              { text: file, numeric: false },
              { text: published, numeric: false },
              { text: rows, numeric: true },
              { text: provisional, numeric: true },
              { text: revised, numeric: false },
            ],
            rows: releases.map((one, index) => ({
              heading: String(one.id),
              cells: [
                { text: one.fileName, numeric: false },
                { text: longDate(londonDate(one.knownAt)), numeric: false },
                { text: one.rows.toLocaleString('en-GB'), numeric: true },
                { text: one.provisional.toLocaleString('en-GB'), numeric: true },
                { text: changeInWords(metric, one, index === releases.length - 1), numeric: false },
              ],
            })),
          },
  };
}

function changeInWords(metric: Metric, { revision, startsNewSeries, wholeSeries }: ReleaseOfMetric, isFirst: boolean): string {
  if (startsNewSeries && !isFirst) return words.newSeries;
  if (!revision) return isFirst ? words.first : words.pending;
  const [moved = '', added = '', withdrawn = ''] = [revision.moved, revision.added, revision.withdrawn].map((count) => count.toLocaleString('en-GB'));
  return [
    ...(wholeSeries ? [words.wholeSeries] : []),
    words.changed(moved, added, withdrawn),
    ...(revision.largestMove === null ? [] : [words.largest(differenceInWords(revision.largestMove, metric))]),
  ].join(' ');
}
