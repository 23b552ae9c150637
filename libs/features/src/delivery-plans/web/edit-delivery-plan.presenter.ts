import { type Request } from 'express';
import { contributionTo, type DeliveryPlanContent, type PlannedMission } from '#domain/delivery-plans/delivery-plan-content.js';
import { openRequests, type OpenRequest } from '#features/submissions/history.presenter.js';
import { requireMove } from '#features/submissions/move-pages.presenter.js';
import { backToSubmission, pageTitle, seen, type SeenValues, type SubmissionHead, submissionHead } from '#features/submissions/submission-head.presenter.js';
import { type Dossier } from '#features/submissions/submissions.queries.js';
import { fieldId, type FormState, takeFormState } from '#platform/pages/form-state.js';
import { deliveryPlansWords as words } from '../delivery-plans.words.js';

/** One field of a line: its name in the form, its id, what it holds and what is wrong with it. */
export interface LineField {
  name: string;
  id: string;
  value: string;
  error: { text: string } | undefined;
}

export interface PlanLine {
  heading: string;
  part: string;
  missionName: string;
  mission: string;
  contribution: LineField;
  policies: LineField;
  money: LineField;
}

export interface EditDeliveryPlanPage {
  title: string;
  backLink: { text: string; href: string };
  head: SubmissionHead;
  words: typeof words;
  requests: OpenRequest[];
  form: FormState<TypedPlan & SeenValues>;
  lines: PlanLine[];
}

interface TypedPlan {
  summary: string;
  contributions: Partial<Record<'mission' | 'contribution' | 'policies' | 'moneyMillions', string>>[];
}

/** @throws ApplicationError 409 while nobody may write on it, 403 for whoever never may. */
export function editDeliveryPlanPage(request: Request, dossier: Dossier<'delivery-plan'>): EditDeliveryPlanPage {
  requireMove(dossier, 'save');
  const { submission, content, events, sections } = dossier;
  const form = takeFormState(request, { ...storedPlan(content), ...seen(dossier) });
  return {
    title: pageTitle(words.edit.title, submission),
    backLink: backToSubmission(dossier),
    head: submissionHead(dossier),
    words,
    requests: openRequests(events, sections),
    form,
    lines: content.missions.map((mission, index) => planLine(mission, index, form)),
  };
}

function storedPlan({ summary, contributions, missions }: DeliveryPlanContent): TypedPlan {
  return {
    summary,
    contributions: missions.map(({ slug }) => {
      const { moneyMillions, ...line } = contributionTo(contributions, slug);
      return { ...line, moneyMillions: moneyMillions === null ? '' : moneyMillions.toLocaleString('en-GB', { maximumFractionDigits: 3 }) };
    }),
  };
}

function planLine({ slug, number, focusArea, part }: PlannedMission, index: number, form: FormState<TypedPlan>): PlanLine {
  // What was typed comes back as it was sent, whatever somebody sent.
  const lines = Array.isArray(form.values.contributions) ? form.values.contributions : [];
  const typed = lines.find((line) => line.mission === slug) ?? {};
  const field = (key: 'contribution' | 'policies' | 'moneyMillions'): LineField => ({
    name: `contributions[${index}][${key}]`,
    id: fieldId(`contributions.${index}.${key}`),
    value: typed[key] ?? '',
    error: form.errors[`contributions.${index}.${key}`],
  });
  return {
    heading: `Mission ${number}: ${focusArea}`,
    part: words.edit.part[part],
    missionName: `contributions[${index}][mission]`,
    mission: slug,
    contribution: field('contribution'),
    policies: field('policies'),
    money: field('moneyMillions'),
  };
}
