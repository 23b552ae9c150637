import { type EvidenceReturnContent, type FigureLine } from '#domain/evidence-returns/evidence-return-content.js';
import { departureText } from '#domain/evidence-returns/return-texts.js';
import { verdictTag, type VerdictTag } from '#features/missions/verdict-tag.js';
import { evidenceReturnsWords } from '../evidence-returns.words.js';

const words = evidenceReturnsWords.figures;

/** One figure with its period, or the word for none. */
interface FigureCell {
  value: string;
  period: string | undefined;
}

export interface FigureRow {
  title: string;
  measure: string;
  baseline: FigureCell;
  latest: FigureCell;
  asked: FigureCell;
  tag: VerdictTag;
  sentence: string | undefined;
  /** The department's own figure with its reason, beside Waymark's. */
  own: string | undefined;
}

export interface FiguresTable {
  words: typeof words;
  rows: FigureRow[];
}

/** The figures of the headline targets as a table, each with what the department sets beside it. */
export function figuresTable({ figures, departures }: Pick<EvidenceReturnContent, 'figures' | 'departures'>): FiguresTable {
  const own = new Map(departures.map((departure) => [departure.target, departureText(departure)]));
  return { words, rows: figures.map((line) => ({ ...figureRow(line), own: own.get(line.target) })) };
}

function figureRow({ title, measure, baseline, latest, asked, verdict, sentence }: FigureLine): Omit<FigureRow, 'own'> {
  return {
    title,
    measure: measure ?? words.noMetric,
    baseline: cell(baseline),
    latest: cell(latest),
    asked: cell(asked, words.noValue),
    tag: verdict ? verdictTag(verdict) : { text: words.notJudged, classes: 'govuk-tag--grey' },
    sentence: sentence ?? undefined,
  };
}

function cell(figure: FigureLine['latest'], none: string = words.noFigure): FigureCell {
  return figure ? { value: figure.value, period: figure.period } : { value: none, period: undefined };
}
