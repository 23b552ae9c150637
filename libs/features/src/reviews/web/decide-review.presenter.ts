import { type DecisionDraft } from '#domain/reviews/review-blockers.js';
import { REVIEW_DECISION_NAMES } from '#domain/reviews/review-status.js';
import { fieldId, type FormState } from '#platform/pages/form-state.js';
import { type ReviewHead } from '../review-detail.queries.js';
import { reviewsPaths } from '../reviews.paths.js';
import { reviewsWords } from '../reviews.words.js';
import { reviewFormPage, type ReviewFormPage } from './review-form.presenter.js';

/** As typed: a single tick is a text. */
export interface DecisionValues {
  decision: string;
  sections: string | string[];
  reasons: Record<string, unknown>;
  rowVersion: number;
}

interface SectionField {
  key: string;
  title: string;
  checked: boolean;
  reason: { id: string; name: string; label: string; value: string; errorMessage: { text: string } | undefined };
}

export interface DecideReviewPage extends ReviewFormPage<DecisionValues, typeof reviewsWords.decide> {
  options: { value: string; text: string; hint: { text: string }; checked: boolean }[];
  sections: SectionField[];
}

/** What the fields hold when nothing failed: the decision that waits for its check, or nothing. */
export function storedValues(rowVersion: number, draft: DecisionDraft | undefined): DecisionValues {
  return {
    decision: draft?.decision ?? '',
    sections: draft?.reasons.map(({ section }) => section) ?? [],
    reasons: Object.fromEntries(draft?.reasons.map(({ section, text }) => [section, text]) ?? []),
    rowVersion,
  };
}

export function decideReviewPage(head: ReviewHead, form: FormState<DecisionValues>): DecideReviewPage {
  const { decide } = reviewsWords;
  const { decision, reasons } = form.values;
  const ticked = [form.values.sections ?? []].flat();
  return {
    ...reviewFormPage(head, decide, form),
    options: REVIEW_DECISION_NAMES.map((value) => ({
      value,
      text: decide.options[value],
      hint: { text: decide.hints[value] },
      checked: value === decision,
    })),
    sections: head.delivery.sections.map(({ key, title }) => ({
      key,
      title,
      checked: ticked.includes(key),
      reason: {
        id: fieldId(`reasons.${key}`),
        name: `reasons[${key}]`,
        label: decide.reason(title),
        value: typeof reasons?.[key] === 'string' ? reasons[key] : '',
        errorMessage: form.errors[`reasons.${key}`],
      },
    })),
  };
}

interface CheckRow {
  key: { text: string };
  value: { text: string };
  actions: { items: { href: string; text: string; visuallyHiddenText: string }[] };
}

export interface CheckDecisionPage extends ReviewFormPage<{ rowVersion: number }, typeof reviewsWords.check> {
  rows: CheckRow[];
  button: string;
}

export function checkDecisionPage(head: ReviewHead, draft: DecisionDraft, form: FormState<{ rowVersion: number }>): CheckDecisionPage {
  const { check, decide } = reviewsWords;
  const titles = new Map(head.delivery.sections.map(({ key, title }) => [key, title]));
  const rows: [string, string][] = [
    [check.decision, decide.options[draft.decision]],
    ...draft.reasons.map(({ section, text }): [string, string] => [titles.get(section) ?? section, text]),
  ];
  const href = reviewsPaths.decide(head.review.id);
  return {
    ...reviewFormPage(head, check, form),
    backLink: { text: reviewsWords.backToDecision, href },
    rows: rows.map(([key, value]) => ({
      key: { text: key },
      value: { text: value },
      actions: { items: [{ href, text: check.change, visuallyHiddenText: key.toLowerCase() }] },
    })),
    button: check.buttons[draft.decision],
  };
}
