import { type AnswerRow } from '#features/submissions/answer-row.js';
import { submissionOverview, type SubmissionOverview } from '#features/submissions/overview.presenter.js';
import { type Dossier } from '#features/submissions/submissions.queries.js';
import { answerRows } from '../delivery-plan-answers.js';
import { deliveryPlansPaths } from '../delivery-plans.paths.js';
import { deliveryPlansWords as words } from '../delivery-plans.words.js';

export interface DeliveryPlanPage extends SubmissionOverview {
  answers: AnswerRow[];
}

export function deliveryPlanPage(dossier: Dossier<'delivery-plan'>): DeliveryPlanPage {
  const overview = submissionOverview(dossier, answerRows);
  const write = { text: words.edit.open, href: deliveryPlansPaths.edit(dossier.submission.id), primary: true };
  return { ...overview, moves: overview.editable ? [write, ...overview.moves] : overview.moves, answers: answerRows(dossier.content) };
}
