import { type Request } from 'express';
import { contributionTo, type DeliveryPlanContent, missionTitle, type PlannedMission } from '#domain/delivery-plans/delivery-plan-content.js';
import { millionsInWords, sumOf } from '#domain/delivery-plans/plan-sums.js';
import { type OpenRequest } from '#features/submissions/history.presenter.js';
import { seen, type SeenValues } from '#features/submissions/submission-head.presenter.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { deliveryPlansWords as words } from '../delivery-plans.words.js';
import { clauseParams } from './plan-line-fields.js';
import { backToSection, type PlanDossier, type PlanWritingPage, requestsFor, writingPage } from './plan-page.presenter.js';
import { amountTyped } from './typed-amount.js';

interface ContributionValues extends SeenValues {
  contribution: string;
  policies: string;
  moneyMillions: string;
  clauses: string[];
}

export interface ContributionPage extends PlanWritingPage {
  part: string;
  /** What the funding lines of the mission add up to; undefined where there are none. */
  fundingLines: string | undefined;
  /** Parameters of the checkboxes; undefined where the mission's text has no clauses. */
  clauses: Record<string, unknown> | undefined;
  requests: OpenRequest[];
  form: FormState<ContributionValues>;
}

/** @throws ApplicationError 404 for a mission that the department has no part in. */
export function contributionPage(request: Request, dossier: PlanDossier, slug: string): ContributionPage {
  const { content, submission } = dossier;
  const mission = missionOf(content, slug);
  const page = writingPage(dossier, words.contribution.title(missionTitle(content.missions, slug)), backToSection(submission.id, 'contributions'));
  const { contribution, policies, moneyMillions, clauses = [] } = contributionTo(content.contributions, slug);
  const form = takeFormState(request, { contribution, policies, moneyMillions: amountTyped(moneyMillions), clauses, ...seen(dossier) });
  const sum = sumOf(content.funding.filter((line) => line.mission === slug).map((line) => line.moneyMillions));
  const known = mission.clauses ?? [];
  return {
    ...page,
    part: words.section.part[mission.part],
    fundingLines: sum === undefined ? undefined : words.contribution.fundingLines(millionsInWords(sum)),
    clauses: known.length === 0 ? undefined : clauseParams({ name: 'clauses', label: { label: words.contribution.clauses, hint: words.contribution.clausesHint }, clauses: known, value: form.values.clauses }),
    requests: requestsFor(dossier, 'contributions'),
    form,
  };
}

/** @throws ApplicationError 404 */
export function missionOf({ missions }: DeliveryPlanContent, slug: string): PlannedMission {
  const mission = missions.find((candidate) => candidate.slug === slug);
  if (!mission) throw ApplicationError.notFound(words.aMission);
  return mission;
}
