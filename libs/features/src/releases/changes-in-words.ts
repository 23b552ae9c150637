import { differenceInWords, figureInWords } from '#domain/judgements/figure-words.js';
import { VERDICTS } from '#domain/judgements/verdict.js';
import { periodOf } from '#features/observations/stored-period.js';
import { type FlippedVerdict, type RevisionOfMetric } from './revisions.queries.js';
import { releasesWords } from './releases.words.js';

const words = releasesWords.changes;

/** What a release changed, as lines for a terminal. */
export function changesInWords(revisions: readonly RevisionOfMetric[], flips: readonly FlippedVerdict[]): string[] {
  const verdicts = flips.length > 0 ? [releasesWords.flips.heading, ...flips.map(flipInWords)] : [releasesWords.flips.nothing];
  return [...revisions.flatMap((revision) => [...metricInWords(revision), '']), ...verdicts];
}

function metricInWords({ metric, counts, largest }: RevisionOfMetric): string[] {
  if (counts.comparedWith === null) return [metric.name, `  ${words.working}`];
  if (counts.comparedWith === 0) return [metric.name, `  ${counts.startsNewSeries ? words.newSeries : words.first}`];
  const { moved, added, withdrawn, unchanged, medianMove, largestMove, becameFinal, provisional } = counts;
  const row = (name: string, value: string | number | null): string => `  ${name.padEnd(18)} ${value ?? ''}`;
  const figure = (value: number | null): string => (value === null ? words.blank : figureInWords(value, metric));
  return [
    metric.name,
    row(words.columns.moved, moved),
    row(words.columns.added, added),
    row(words.columns.withdrawn, withdrawn),
    row(words.columns.unchanged, unchanged),
    ...(medianMove === null ? [] : [row(words.columns.median, differenceInWords(medianMove, metric))]),
    ...(largestMove === null ? [] : [row(words.columns.largest, differenceInWords(largestMove, metric))]),
    row(words.columns.final, becameFinal),
    row(words.columns.provisional, provisional),
    ...largest.map(({ area, start, months, before, after }) => `  ${area.name}, ${periodOf(start, months).label}: ${figure(before)} → ${figure(after)}`),
  ];
}

function flipInWords({ target, mission, before, after, cause }: FlippedVerdict): string {
  return `  ${mission.focusArea}, ${target.title}: ${VERDICTS[before]} → ${VERDICTS[after]} (${cause})`;
}
