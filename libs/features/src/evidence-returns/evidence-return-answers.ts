import { type EvidenceReturnContent, type FigureLine, type GivenContribution } from '#domain/evidence-returns/evidence-return-content.js';
import { departureText, evidenceText, outcomeText, riskText, stepText } from '#domain/evidence-returns/return-texts.js';
import { risksByScore } from '#domain/evidence-returns/risk-score.js';
import { DELIVERY_RATINGS } from '#domain/judgements/delivery-rating.js';
import { VERDICTS } from '#domain/judgements/verdict.js';
import { type AnswerRow } from '#features/submissions/answer-row.js';
import { evidenceReturnsWords as words } from './evidence-returns.words.js';

/** The department's answers as a person reads them, in the order of the task list; of a list one row an item. */
export function answerRows(content: EvidenceReturnContent): AnswerRow[] {
  const { narrative, lastSteps } = content;
  const said = numbered('lastSteps', lastSteps, ({ step }) => step, outcomeText);
  if (content.nil) {
    return [
      { field: 'nil', title: words.answers.nil, text: words.nil.is },
      { field: 'narrative', title: words.answers.statement, text: narrative },
      ...ratingRows(content),
      ...said,
    ];
  }
  const { figuresComment, departures, evidence, risks, nextSteps, steps, attachments, contributions } = content;
  return [
    { field: 'figuresComment', title: words.answers.figuresComment, text: figuresComment },
    ...departures.map((departure) => ({
      field: `departures.${departure.target}`,
      title: words.ownFigure(content.figures.find(({ target }) => target === departure.target)?.title ?? departure.target),
      text: departureText(departure),
    })),
    { field: 'narrative', title: words.answers.narrative, text: narrative },
    ...orEmpty('evidence', numbered('evidence', evidence, ({ id }) => id, (item) => evidenceText(item, attachments))),
    ...ratingRows(content),
    ...orEmpty('risks', numbered('risks', risksByScore(risks), ({ id }) => id, riskText)),
    ...said,
    ...(nextSteps.trim() === '' && steps.length > 0 ? [] : [{ field: 'nextSteps', title: words.answers.nextSteps, text: nextSteps }]),
    ...numbered('steps', steps, ({ id }) => id, stepText),
    ...numbered('contributions', contributions, ({ id }) => id, contributionText),
    ...numbered('attachments', attachments, ({ id }) => id, ({ title, name }) => `${title} (${name})`),
  ];
}

/** The answers and, as text, the figures: what two deliveries are compared by. */
export function comparedRows(content: EvidenceReturnContent): AnswerRow[] {
  const figures = content.figures.map((line) => ({ field: `figures.${line.target}`, title: `${words.figures.changed}: ${line.title}`, text: figureText(line) }));
  return [...figures, ...answerRows(content)];
}

function ratingRows({ rating, ratingReason }: EvidenceReturnContent): AnswerRow[] {
  return [
    { field: 'rating', title: words.answers.rating, text: rating === null ? '' : `${DELIVERY_RATINGS[rating].words}. ${DELIVERY_RATINGS[rating].definition}` },
    { field: 'ratingReason', title: words.answers.ratingReason, text: ratingReason },
  ];
}

function numbered<Item>(list: keyof typeof words.itemNames, items: readonly Item[], idOf: (item: Item) => string, textOf: (item: Item) => string): AnswerRow[] {
  return items.map((item, index) => ({ field: `${list}.${idOf(item)}`, title: words.numbered(words.itemNames[list], index), text: textOf(item) }));
}

function contributionText(contribution: GivenContribution): string {
  const { organisation, question, answer } = contribution;
  return [`${organisation}: ${question}`, answer, contributionState(contribution)].filter(Boolean).join('\n');
}

/** What became of the question, and whether the return takes the answer over. */
export function contributionState({ status, quoted }: GivenContribution): string {
  return words.contribution[status === 'given' ? (quoted ? 'quoted' : 'notQuoted') : status];
}

function orEmpty(list: 'evidence' | 'risks', rows: AnswerRow[]): AnswerRow[] {
  return rows.length > 0 ? rows : [{ field: list, title: words.answers[list], text: '' }];
}

function figureText({ latest, verdict }: FigureLine): string {
  const figure = latest ? `${latest.value} (${latest.period})` : words.figures.noFigure;
  return `${figure}; ${verdict ? VERDICTS[verdict] : words.figures.notJudged}`;
}
