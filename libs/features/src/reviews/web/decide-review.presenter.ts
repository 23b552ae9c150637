import { type DecisionDraft, decisionsOpen } from '#domain/reviews/review-blockers.js';
import { isAcceptance } from '#domain/reviews/review-status.js';
import { MOST_ROUNDS } from '#domain/submissions/submission-status.js';
import { fieldId, type FormState } from '#platform/pages/form-state.js';
import { type ReviewHead } from '../review-detail.queries.js';
import { titledReasons } from '../review-post.js';
import { reviewsPaths } from '../reviews.paths.js';
import { reviewsWords } from '../reviews.words.js';
import { insertButton, type TemplateSelect, templateSelect, type TemplateToInsert } from './decision-templates.presenter.js';
import { reviewFormPage, type ReviewFormPage } from './review-form.presenter.js';

/** As typed: a single tick is a text. */
export interface DecisionValues {
  decision: string;
  sections: string | string[];
  reasons: Record<string, unknown>;
  reservations: string;
  unresolved: string;
  rowVersion: number;
}

interface SectionField {
  key: string;
  title: string;
  checked: boolean;
  reason: { id: string; name: string; label: string; value: string; errorMessage: { text: string } | undefined };
  /** Undefined where the council keeps no template for it. */
  templates: TemplateSelect | undefined;
}

/** Words of the whole that go with a choice. */
interface OwnWordsField {
  name: 'reservations' | 'unresolved';
  label: string;
  hint: string;
  value: string;
  errorMessage: { text: string } | undefined;
}

export interface DecideReviewPage extends ReviewFormPage<DecisionValues, typeof reviewsWords.decide> {
  /** Which round it is and what remains. */
  round: string;
  needsSecond: boolean;
  options: { value: string; text: string; hint: { text: string }; checked: boolean; own: OwnWordsField | undefined }[];
  /** Empty where nothing may be sent back any more. */
  sections: SectionField[];
  /** Puts the chosen templates into the reasons; undefined where there is nothing to choose from. */
  insert: { action: string; text: string } | undefined;
}

/** What the fields hold when nothing failed: the decision that waits for its check, or nothing. */
export function storedValues(rowVersion: number, draft: DecisionDraft | undefined): DecisionValues {
  const named = draft?.reasons.flatMap(({ section, text }) => (section === null ? [] : [[section, text] as const])) ?? [];
  const whole = draft?.reasons.find(({ section }) => section === null)?.text ?? '';
  return {
    decision: draft?.decision ?? '',
    sections: named.map(([section]) => section),
    reasons: Object.fromEntries(named),
    reservations: draft?.decision === 'accepted-with-reservations' ? whole : '',
    unresolved: draft?.decision === 'published-unresolved' ? whole : '',
    rowVersion,
  };
}

export function decideReviewPage(head: ReviewHead, form: FormState<DecisionValues>, templates: readonly TemplateToInsert[] = []): DecideReviewPage {
  const { decide } = reviewsWords;
  const { decision, reasons } = form.values;
  const { roundsSentBack } = head.submission;
  const ticked = [form.values.sections ?? []].flat();
  const open = decisionsOpen(roundsSentBack);
  const own = (name: OwnWordsField['name']): OwnWordsField => ({
    name, label: decide[name], hint: decide[`${name}Hint`], value: form.values[name] ?? '', errorMessage: form.errors[name],
  });
  return {
    ...reviewFormPage(head, decide, form),
    round: decide.round(roundsSentBack, MOST_ROUNDS),
    needsSecond: head.review.needsSecond,
    options: open.map((value) => ({
      value,
      text: decide.options[value],
      hint: { text: decide.hints[value] },
      checked: value === decision,
      own: value === 'accepted-with-reservations' ? own('reservations') : value === 'published-unresolved' ? own('unresolved') : undefined,
    })),
    sections: (open.includes('changes-requested') ? head.delivery.sections : []).map(({ key, title }) => ({
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
      templates: templateSelect(key, title, templates),
    })),
    insert: insertButton(head.review.id, templates),
  };
}

interface CheckRow {
  key: { text: string };
  value: { text: string };
  actions: { items: { href: string; text: string; visuallyHiddenText: string }[] };
}

export interface CheckDecisionPage extends ReviewFormPage<{ rowVersion: number }, typeof reviewsWords.check> {
  rows: CheckRow[];
  /** What follows from it, one paragraph each. */
  follows: string[];
  final: string;
  button: string;
}

export function checkDecisionPage(head: ReviewHead, draft: DecisionDraft, form: FormState<{ rowVersion: number }>): CheckDecisionPage {
  const { check, decide } = reviewsWords;
  const { decision } = draft;
  const whole = decision === 'published-unresolved' ? check.unresolved : check.reservations;
  const rows: [string, string][] = [
    [check.decision, decide.options[decision]],
    ...titledReasons(head.submission.kind, draft.reasons).map(({ title, text }): [string, string] => [title || whole, text]),
  ];
  const href = reviewsPaths.decide(head.review.id);
  const second = head.review.needsSecond && isAcceptance(decision);
  const published = decision === 'accepted-with-reservations' || decision === 'published-unresolved';
  return {
    ...reviewFormPage(head, check, form),
    backLink: { text: reviewsWords.backToDecision, href },
    rows: rows.map(([key, value]) => ({
      key: { text: key },
      value: { text: value },
      actions: { items: [{ href, text: check.change, visuallyHiddenText: key.toLowerCase() }] },
    })),
    follows: [...(second ? [check.second] : [check.letter]), ...(published ? [check.public] : [])],
    final: second ? check.proposal : check.final,
    button: second ? check.propose : check.buttons[decision],
  };
}
