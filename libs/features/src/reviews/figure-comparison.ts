import { type FigureLine } from '#domain/evidence-returns/evidence-return-content.js';
import { figureInWords, type FigureStyle } from '#domain/judgements/figure-words.js';
import { type SeriesPoint } from '#domain/judgements/target-to-judge.js';
import { type FigureToCompare } from '#domain/reviews/submission-checks.js';

/**
 * A delivered figure beside the newest observation of its series, both as words with units: what reads the same is the same.
 * A line without a figure is compared only where there was none to show, not where one is left out on purpose.
 * @param latest the last point of the one area's series; undefined for a rule over areas.
 * @returns nothing where there is nothing to compare.
 */
export function figureToCompare(line: FigureLine, metric: FigureStyle | null, latest: SeriesPoint | undefined): FigureToCompare[] {
  const nothingThen = line.verdict === null || line.verdict === 'no-data';
  if (!metric || (!line.latest && (!latest || !nothingThen))) return [];
  return [
    {
      title: line.measure ?? line.title,
      shown: line.latest ?? undefined,
      latest: latest && {
        value: figureInWords(latest.value, metric),
        period: `${latest.period.label}${latest.provisional ? ' (provisional)' : ''}`,
      },
    },
  ];
}
