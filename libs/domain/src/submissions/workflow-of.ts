import { DELIVERY_PLAN_WORKFLOW } from '#domain/delivery-plans/delivery-plan-workflow.js';
import { EVIDENCE_RETURN_WORKFLOW } from '#domain/evidence-returns/evidence-return-workflow.js';
import type { SubmissionKind } from './submission-status.js';
import type { SubmissionWorkflow } from './submission-workflow.js';

const WORKFLOWS: Record<SubmissionKind, SubmissionWorkflow> = {
  'evidence-return': EVIDENCE_RETURN_WORKFLOW,
  'delivery-plan': DELIVERY_PLAN_WORKFLOW,
};

/** The transition table of a kind: the machine is one, the tables are two. */
export function workflowOf(kind: SubmissionKind): SubmissionWorkflow {
  return WORKFLOWS[kind];
}
