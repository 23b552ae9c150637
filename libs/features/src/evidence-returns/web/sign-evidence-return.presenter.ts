import { type Request } from 'express';
import { type RatingConflict, ratingConflicts } from '#domain/evidence-returns/rating-conflicts.js';
import { type Dossier } from '#features/submissions/submissions.queries.js';
import { signOffPage, type SignOffPage } from '#features/submissions/sign-off.presenter.js';
import { answerRows, comparedRows } from '../evidence-return-answers.js';
import { evidenceReturnsWords } from '../evidence-returns.words.js';
import { figuresTable, type FiguresTable } from './figures-table.presenter.js';

export interface SignEvidenceReturnPage extends SignOffPage {
  figures: FiguresTable;
  conflicts: RatingConflict[];
}

/** What the SRO signs, what changed, where the figures contradict it, and what becomes public. */
export function signEvidenceReturnPage(request: Request, dossier: Dossier<'evidence-return'>, actorId: string): SignEvidenceReturnPage {
  const { content } = dossier;
  const told = { actorId, rows: comparedRows, shown: answerRows, becomesPublic: evidenceReturnsWords.becomesPublic };
  return {
    ...signOffPage(request, dossier, told),
    figures: figuresTable(content.figures),
    conflicts: ratingConflicts(content.rating, content.figures),
  };
}
