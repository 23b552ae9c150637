import { type Request } from 'express';
import { type DecisionValues } from './decide-review.presenter.js';

declare module 'express-session' {
  interface SessionData {
    /** What was typed when templates were put in, by the review's id: shown once, on the form's next page. */
    typedDecisions: Record<string, DecisionValues>;
  }
}

export function keepTypedDecision(request: Request, reviewId: string, typed: DecisionValues): void {
  request.session.typedDecisions = { ...request.session.typedDecisions, [reviewId]: typed };
}

export function takeTypedDecision(request: Request, reviewId: string): DecisionValues | undefined {
  const typed = request.session.typedDecisions?.[reviewId];
  delete request.session.typedDecisions?.[reviewId];
  return typed;
}
