import { type Request } from 'express';
import { STEP_OUTCOMES } from '#domain/evidence-returns/evidence-return-choices.js';
import { type NewRelease, type StepOutcome } from '#domain/evidence-returns/evidence-return-content.js';
import { requireMove } from '#features/submissions/move-pages.presenter.js';
import { backToSubmission, pageTitle, seen, type SeenValues, type SubmissionHead, submissionHead } from '#features/submissions/submission-head.presenter.js';
import { type Dossier } from '#features/submissions/submissions.queries.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { evidenceReturnsPaths as paths } from '../evidence-returns.paths.js';
import { evidenceReturnsWords } from '../evidence-returns.words.js';
import { type LastReturn } from '../last-returns.queries.js';
import { returnItemsWords } from '../return-items.words.js';
import { type ChoiceItem, choices } from './choices.presenter.js';
import { type ItemCard, lastStepCards } from './item-cards.presenter.js';
import { type RatingOption, ratingOptions } from './rating-options.presenter.js';

const words = evidenceReturnsWords.nil;

interface NilValues extends SeenValues {
  narrative: string;
  rating: string | null;
  ratingReason: string;
  /** `yes` where it is ticked. */
  confirm: string | undefined;
  lastSteps: { step: string; outcome: string; what: string }[];
}

/** One promise on the screen, with its answer's fields. */
interface NilStep {
  step: string;
  title: string;
  promise: ItemCard['rows'];
  /** Said of one that did not fall due. */
  hint: string | undefined;
  outcomes: ChoiceItem[];
  what: string;
}

export interface NilReturnPage {
  title: string;
  backLink: { text: string; href: string };
  head: SubmissionHead;
  heading: string;
  words: typeof evidenceReturnsWords;
  labels: typeof returnItemsWords.lastSteps;
  /** Why it cannot be one; then there is no form but what was typed into it. */
  refusals: string[];
  lead: string;
  options: RatingOption[];
  steps: NilStep[];
  /** Where a nil return is made a full one. */
  fullHref: string | undefined;
  form: FormState<NilValues>;
}

/** @throws ApplicationError 409 while nobody may write on it, 403 for whoever never may. */
export function nilReturnPage(request: Request, dossier: Dossier<'evidence-return'>, last: LastReturn | null, released: readonly NewRelease[]): NilReturnPage {
  requireMove(dossier, 'save');
  const { content, submission } = dossier;
  const form = takeFormState(request, valuesOf(dossier, last));
  const refusals = last ? released.map(words.published) : [words.withoutLast];
  const heading = refusals.length > 0 ? words.refusedTitle : words.title;
  return {
    title: pageTitle(heading, submission),
    backLink: backToSubmission(dossier),
    head: submissionHead(dossier),
    heading,
    words: evidenceReturnsWords,
    labels: returnItemsWords.lastSteps,
    refusals,
    lead: last ? words.lead(last.label) : '',
    options: ratingOptions(form.values.rating),
    steps: content.lastSteps.map((step, index) => nilStep(step, lastStepCards(submission.id, content)[index], form.values.lastSteps[index])),
    fullHref: content.nil ? paths.full(submission.id) : undefined,
    form,
  };
}

/** The last return's rating and reason stand there to be confirmed, until the department has given its own. */
function valuesOf(dossier: Dossier<'evidence-return'>, last: LastReturn | null): NilValues {
  const { nil, narrative, rating, ratingReason, lastSteps } = dossier.content;
  return {
    narrative,
    rating: rating ?? last?.content.rating ?? null,
    ratingReason: ratingReason === '' ? (last?.content.ratingReason ?? '') : ratingReason,
    confirm: nil && rating !== null ? 'yes' : undefined,
    lastSteps: lastSteps.map(({ step, outcome, what }) => ({ step, outcome: outcome ?? '', what })),
    ...seen(dossier),
  };
}

function nilStep({ step, due }: StepOutcome, card: ItemCard | undefined, said: NilValues['lastSteps'][number] | undefined): NilStep {
  const { labels, name } = returnItemsWords.lastSteps;
  return {
    step,
    title: card?.title ?? name(0),
    promise: (card?.rows ?? []).filter(({ key }) => key !== labels.outcome && key !== labels.what),
    hint: due ? undefined : words.notDueYet,
    outcomes: choices(Object.entries(STEP_OUTCOMES).map(([value, text]) => ({ value, text })), said?.outcome ?? ''),
    what: said?.what ?? '',
  };
}
