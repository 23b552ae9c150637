import { type DeliveredContent } from '#domain/reviews/delivery-facts.js';
import { type Verdict } from '#domain/judgements/verdict.js';
import { type MissionStanding } from '#features/judgements/mission-standing.js';
import { type VerdictTag, verdictTag } from '#features/missions/verdict-tag.js';
import { reviewsWords } from '../reviews.words.js';

/** One headline target: the figure as delivered and the verdicts then and now, in words. */
export interface FigureRow {
  title: string;
  measure: string;
  shown: string;
  asked: string;
  then: VerdictTag;
  now: VerdictTag;
  /** Why the figures say so now. */
  sentence: string;
  /** Where the department gives another figure: it, its source and why. */
  departure: { value: string; source: string; reason: string } | undefined;
}

/** The figures of a return as its signer saw them; a plan quotes none. */
export function figureRows(delivered: DeliveredContent, standing: MissionStanding | null): FigureRow[] {
  if (delivered.kind !== 'evidence-return') return [];
  return delivered.content.figures.map(({ target, title, measure, latest, asked, verdict }) => {
    const departure = delivered.content.departures.find((candidate) => candidate.target === target);
    const now = standing?.targets.find(({ slug }) => slug === target)?.computed ?? null;
    return {
      title,
      measure: measure ?? '',
      shown: inPeriod(latest),
      asked: inPeriod(asked),
      then: tagOf(verdict),
      now: tagOf(now?.verdict ?? null),
      sentence: now?.sentence ?? '',
      departure: departure && {
        value: reviewsWords.show.departs(`${departure.value} (${departure.period})`),
        source: departure.source,
        reason: departure.reason,
      },
    };
  });
}

function inPeriod(figure: { value: string; period: string } | null): string {
  return figure ? `${figure.value} (${figure.period})` : reviewsWords.show.noFigure;
}

function tagOf(verdict: Verdict | null): VerdictTag {
  return verdict ? verdictTag(verdict) : { text: reviewsWords.show.noVerdict, classes: 'govuk-tag--grey' };
}
