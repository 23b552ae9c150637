import { type Request } from 'express';
import { type DeliveryPlanContent, sectionOfList } from '#domain/delivery-plans/delivery-plan-content.js';
import { type PlanLine, type PlanList, titleOfLine } from '#domain/delivery-plans/plan-lists.js';
import { type OpenRequest } from '#features/submissions/history.presenter.js';
import { seen, type SeenValues } from '#features/submissions/submission-head.presenter.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { deliveryPlansPaths as paths } from '../delivery-plans.paths.js';
import { deliveryPlansWords as words } from '../delivery-plans.words.js';
import { type PlanChoices } from '../plan-choices.queries.js';
import { type LineField, lineFields } from './plan-line-fields.js';
import { type LineValues, valuesOfLine } from './plan-line-form.js';
import { backToSection, type PlanDossier, type PlanWritingPage, requestsFor, writingPage } from './plan-page.presenter.js';

export interface LinePage extends PlanWritingPage {
  fields: LineField[];
  requests: OpenRequest[];
  cancelHref: string;
  removeHref: string | undefined;
  form: FormState<LineValues & SeenValues>;
}

interface AskedLine {
  list: PlanList;
  /** Undefined for a new line. */
  id: string | undefined;
  /** The policy that a new milestone is for; '' where none is said. */
  policy: string;
  choices: PlanChoices;
}

/** @throws ApplicationError 404 for a line that is not in the list. */
export function linePage(request: Request, dossier: PlanDossier, { list, id, policy, choices }: AskedLine): LinePage {
  const { content, submission } = dossier;
  const stored = id === undefined ? newValues(list, policy) : valuesOfLine(list, lineOf(content, list, id));
  const heading = id === undefined ? words.lists[list].add : words.lists[list].change;
  const back = backToSection(submission.id, sectionOfList(list));
  const page = writingPage(dossier, heading, back);
  const form = takeFormState<LineValues & SeenValues>(request, { ...stored, ...seen(dossier) } as LineValues & SeenValues);
  const name = id === undefined ? '' : titleOfLine(list, lineOf(content, list, id));
  return {
    ...page,
    title: name ? page.title.replace(heading, `${heading}: ${name}`) : page.title,
    fields: lineFields(list, { content, choices, form }),
    requests: requestsFor(dossier, sectionOfList(list)),
    cancelHref: back.href,
    removeHref: id === undefined ? undefined : paths.removeLine(submission.id, list, id),
    form,
  };
}

/** @throws ApplicationError 404 */
export function lineOf(content: DeliveryPlanContent, list: PlanList, id: string): PlanLine {
  const lines: readonly PlanLine[] = content[list];
  const line = lines.find((candidate) => candidate.id === id);
  if (!line) throw ApplicationError.notFound(words.aLine);
  return line;
}

/** Every choice is the writer's own; only "no" to the spending review is filled in. */
function newValues(list: PlanList, policy: string): LineValues {
  return { ...(list === 'metrics' ? { spendingReview: 'no' } : {}), ...(list === 'milestones' ? { policy } : {}) };
}
