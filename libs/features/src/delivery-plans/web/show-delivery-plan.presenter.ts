import { DELIVERY_PLAN_SECTIONS, type DeliveryPlanContent, type DeliveryPlanSection, isEmptyPlan, isPlanned } from '#domain/delivery-plans/delivery-plan-content.js';
import { deliveryPlanBlockers } from '#domain/delivery-plans/submission-blockers.js';
import { type AnswerRow } from '#features/submissions/answer-row.js';
import { submissionOverview, type SubmissionOverview } from '#features/submissions/overview.presenter.js';
import { changedSinceDecline, resetTasks } from '#features/submissions/reset-sections.presenter.js';
import { answerRows } from '../delivery-plan-answers.js';
import { deliveryPlansPaths as paths } from '../delivery-plans.paths.js';
import { deliveryPlansWords as words } from '../delivery-plans.words.js';
import { type PlanDependencyRecord } from '../plan-dependencies.queries.js';
import { type AnsweredDependency, answeredDependencies } from './dependency-lines.presenter.js';
import { hrefOfSection, type PlanDossier } from './plan-page.presenter.js';

/** An item of GOV.UK Frontend's task list. */
interface TaskItem {
  title: { text: string };
  hint?: { text: string };
  href: string;
  status: { text: string } | { tag: { text: string; classes: string } };
}

export interface DeliveryPlanPage extends SubmissionOverview {
  words: typeof words;
  /** Undefined while nobody writes on it. */
  tasks: TaskItem[] | undefined;
  answers: AnswerRow[];
  files: { text: string; href: string } | undefined;
  /** Lines about where the words come from. */
  copied: string[];
  copyHref: string | undefined;
  since: { text: string; href: string } | undefined;
  /** What others have said to what the plan counts on them for. */
  dependencies: { heading: string; lines: AnsweredDependency[] } | undefined;
}

/** @param last is there a plan of an earlier year to begin with? */
export function deliveryPlanPage(dossier: PlanDossier, { last, asked }: { last: boolean; asked: PlanDependencyRecord }): DeliveryPlanPage {
  const overview = submissionOverview(dossier, answerRows);
  const { content, submission } = dossier;
  const { sinceLastYear, copiedFrom } = content;
  const lines = answeredDependencies(content, asked);
  return {
    ...overview,
    words,
    tasks: overview.editable ? tasksOf(dossier, overview) : undefined,
    answers: answerRows(content),
    files: content.attachments.length > 0 ? { text: words.files(content.attachments.length), href: paths.attachments(submission.id) } : undefined,
    copied: copiedFrom
      ? [words.copy.from(copiedFrom.coversLabel, copiedFrom.reference), ...(copiedFrom.leftOut.length > 0 ? [words.copy.fromLeftOut(copiedFrom.leftOut)] : [])]
      : [],
    copyHref: overview.editable && last && isEmptyPlan(content) ? paths.copy(submission.id) : undefined,
    since: sinceLastYear ? { text: words.since.open(sinceLastYear.coversLabel), href: paths.sinceLastYear(submission.id) } : undefined,
    dependencies: lines.length > 0 ? { heading: words.dependencies.onPlan, lines } : undefined,
  };
}

function tasksOf(dossier: PlanDossier, { requests }: SubmissionOverview): TaskItem[] {
  const settled = changedSinceDecline(dossier);
  const asked = requests.flatMap(({ reasons }) => reasons.flatMap(({ section }) => (section && !settled.has(section) ? [section] : [])));
  return resetTasks(taskList(dossier.submission.id, dossier.content, new Set(asked)), dossier, words.sections.status.notReady);
}

function taskList(id: string, content: DeliveryPlanContent, asked: ReadonlySet<string>): TaskItem[] {
  const { status } = words.sections;
  const blockers = deliveryPlanBlockers(content);
  const sections = DELIVERY_PLAN_SECTIONS.map(({ key, title }): TaskItem => {
    const lacks = blockers.some(({ section }) => section === key);
    return {
      title: { text: title },
      href: hrefOfSection(id, key),
      ...hintOf(key, content),
      status: asked.has(title) ? { tag: { text: status.asked, classes: 'govuk-tag--yellow' } } : statusOf(begun(key, content), lacks),
    };
  });
  const ready = blockers.length === 0;
  return [...sections, { title: { text: words.sections.check }, href: paths.check(id), status: ready ? { tag: { text: status.ready, classes: 'govuk-tag--green' } } : { text: status.notReady } }];
}

function statusOf(isBegun: boolean, lacks: boolean): TaskItem['status'] {
  const { status } = words.sections;
  if (!lacks) return { text: isBegun ? status.done : status.optional };
  return { tag: { text: isBegun ? status.begun : status.missing, classes: isBegun ? 'govuk-tag--light-blue' : 'govuk-tag--blue' } };
}

function begun(section: DeliveryPlanSection, content: DeliveryPlanContent): boolean {
  if (section === 'summary') return content.summary.trim() !== '';
  return section === 'contributions' ? content.contributions.some(isPlanned) : content[section].length > 0;
}

function hintOf(section: DeliveryPlanSection, content: DeliveryPlanContent): { hint?: { text: string } } {
  if (section === 'summary' || section === 'contributions') return {};
  const count = content[section].length;
  const { lines, files } = words.sections;
  return count === 0 ? {} : { hint: { text: section === 'attachments' ? files(count) : lines(count) } };
}
