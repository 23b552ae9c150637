import { type EvidenceReturnContent, type EvidenceReturnSection, type FigureLine } from '#domain/evidence-returns/evidence-return-content.js';
import { DELIVERY_RATINGS } from '#domain/judgements/delivery-rating.js';
import { VERDICTS } from '#domain/judgements/verdict.js';
import { type AnswerRow } from '#features/submissions/answer-row.js';
import { evidenceReturnsWords as words } from './evidence-returns.words.js';

/** The department's answers as a person reads them, in the order of the task list. */
export function answerRows({ figuresComment, narrative, rating, ratingReason, nextSteps }: EvidenceReturnContent): AnswerRow[] {
  return [
    { field: 'figuresComment', title: words.answers.figuresComment, text: figuresComment },
    { field: 'narrative', title: words.answers.narrative, text: narrative },
    { field: 'rating', title: words.answers.rating, text: rating === null ? '' : `${DELIVERY_RATINGS[rating].words}. ${DELIVERY_RATINGS[rating].definition}` },
    { field: 'ratingReason', title: words.answers.ratingReason, text: ratingReason },
    { field: 'nextSteps', title: words.answers.nextSteps, text: nextSteps },
  ];
}

/** The answers and, as text, the figures: what two deliveries are compared by. */
export function comparedRows(content: EvidenceReturnContent): AnswerRow[] {
  const figures = content.figures.map((line) => ({ field: `figures.${line.target}`, title: `${words.figures.changed}: ${line.title}`, text: figureText(line) }));
  return [...figures, ...answerRows(content)];
}

/** The section where each answer is given. */
export const SECTION_OF_FIELD: Readonly<Record<string, EvidenceReturnSection>> = {
  figuresComment: 'figures',
  narrative: 'narrative',
  rating: 'rating',
  ratingReason: 'rating',
  nextSteps: 'next-steps',
};

function figureText({ latest, verdict }: FigureLine): string {
  const figure = latest ? `${latest.value} (${latest.period})` : words.figures.noFigure;
  return `${figure}; ${verdict ? VERDICTS[verdict] : words.figures.notJudged}`;
}
