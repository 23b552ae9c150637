import { type Request } from 'express';
import { type DecisionDraft } from '#domain/reviews/review-blockers.js';

/** A decision that waits for its check, as of the review's version that its page showed. */
export interface KeptDecision {
  draft: DecisionDraft;
  rowVersion: number;
}

declare module 'express-session' {
  interface SessionData {
    /** By the review's id. A decision that nobody has confirmed is in no table. */
    decisionDrafts: Record<string, KeptDecision>;
  }
}

export function keepDecision(request: Request, reviewId: string, kept: KeptDecision): void {
  request.session.decisionDrafts = { ...request.session.decisionDrafts, [reviewId]: kept };
}

export function keptDecision(request: Request, reviewId: string): KeptDecision | undefined {
  return request.session.decisionDrafts?.[reviewId];
}

export function forgetDecision(request: Request, reviewId: string): void {
  delete request.session.decisionDrafts?.[reviewId];
}
