import { type Request } from 'express';
import { sectionsOf } from '#domain/reviews/delivery-facts.js';
import { KeptTyping } from '#features/submissions/kept-typing.interceptor.js';
import { reviewsPaths } from '../reviews.paths.js';
import { reviewsWords } from '../reviews.words.js';
import { storedValues } from './decide-review.presenter.js';
import { keptDecision } from './decision-drafts.js';

const { decide } = reviewsWords;

const LABELS: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...sectionsOf('delivery-plan'), ...sectionsOf('evidence-return')].map(({ key, title }) => [key, decide.reason(title)])),
  reservations: decide.reservations,
  unresolved: decide.unresolved,
};

/** Gives a reviewer's words back where a decision came too late: from its form, or from the check page what waited for it. */
export function keptDecisionTyping(): KeptTyping {
  return new KeptTyping(LABELS, undefined, { typedIn: decisionTypedIn, openAt: ({ params }) => reviewsPaths.decide(String(params['id'])) });
}

/** The words alone: the ids of templates bear the names of the same sections. */
function decisionTypedIn(request: Request, input: unknown): object {
  const body = input as Record<string, unknown>;
  const kept = keptDecision(request, String(request.params['id']));
  const isCheck = body['reasons'] === undefined && body['reservations'] === undefined;
  const { reasons, reservations, unresolved } = isCheck && kept ? storedValues(kept.rowVersion, kept.draft) : body;
  return { reasons, reservations, unresolved };
}
