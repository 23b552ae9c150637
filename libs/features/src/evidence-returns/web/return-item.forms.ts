import { type EvidenceKind, type EvidenceStrength, type RiskProximity, type StepOutcomeKind } from '#domain/evidence-returns/evidence-return-choices.js';
import { type EvidenceItem, type FigureDeparture, type NextStep, type ReturnRisk, type RiskScore, type StepOutcome } from '#domain/evidence-returns/evidence-return-content.js';
import { AsTyped } from '#features/submissions/submission.forms.js';
import { typedDateOf } from '#platform/pages/date-boxes.js';
import { SectionForm } from './evidence-return.forms.js';

/** What is missing is said by the domain's blockers, with the field; these forms only keep the shape. */
export class EvidenceItemForm extends SectionForm {
  @AsTyped() kind = '';
  @AsTyped() strength = '';
  @AsTyped() claim = '';
  @AsTyped() source = '';
  @AsTyped() page = '';
  @AsTyped() link = '';
  @AsTyped() attachment = '';
}

export function evidenceItemOf({ kind, strength, claim, source, page, link, attachment }: EvidenceItemForm, id: string): EvidenceItem {
  return { id, kind: kind as EvidenceKind, strength: strength as EvidenceStrength, claim, source, page, link, attachment: attachment === '' ? null : attachment };
}

export class RiskForm extends SectionForm {
  @AsTyped() risk = '';
  @AsTyped() impact = '';
  @AsTyped() likelihood = '';
  @AsTyped() proximity = '';
  @AsTyped() owner = '';
  @AsTyped() response = '';
}

export function riskOf({ risk, impact, likelihood, proximity, owner, response }: RiskForm, id: string): ReturnRisk {
  return { id, risk, impact: Number(impact) as RiskScore, likelihood: Number(likelihood) as RiskScore, proximity: proximity as RiskProximity, owner, response };
}

/** The date in three boxes. */
export class StepForm extends SectionForm {
  @AsTyped() action = '';
  @AsTyped() owner = '';
  @AsTyped() day = '';
  @AsTyped() month = '';
  @AsTyped() year = '';
}

export function stepOf({ action, owner, ...boxes }: StepForm, id: string): NextStep {
  return { id, action, owner, dueOn: typedDateOf(boxes) };
}

export class StepOutcomeForm extends SectionForm {
  @AsTyped() outcome = '';
  @AsTyped() what = '';
}

export function outcomeOf({ outcome, what }: Pick<StepOutcomeForm, 'outcome' | 'what'>, step: string): Pick<StepOutcome, 'step' | 'outcome' | 'what'> {
  return { step, outcome: outcome === '' ? null : (outcome as StepOutcomeKind), what };
}

export class DepartureForm extends SectionForm {
  @AsTyped() value = '';
  @AsTyped() period = '';
  @AsTyped() reason = '';
  @AsTyped() source = '';
  @AsTyped() published = '';
  @AsTyped() day = '';
  @AsTyped() month = '';
  @AsTyped() year = '';
  @AsTyped() clearedBy = '';
}

/** What stands in the boxes of the other answer is left out. */
export function departureOf({ value, period, reason, source, published, clearedBy, ...boxes }: DepartureForm, target: string): FigureDeparture {
  const unpublished = published === 'no';
  return { target, value, period, reason, source, unpublishedUntil: unpublished ? typedDateOf(boxes) : null, clearedBy: unpublished ? clearedBy : '' };
}
