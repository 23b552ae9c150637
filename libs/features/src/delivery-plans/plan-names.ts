import { In } from 'typeorm';
import { type WrittenPlanAnswers } from '#domain/delivery-plans/plan-draft-refusals.js';
import { type PlanDependency, type PlanMetric } from '#domain/delivery-plans/plan-lists.js';
import { type Refusal } from '#domain/workflow/transition-table.js';
import { Metric } from '#features/metrics/metric.entity.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { type Submission } from '#features/submissions/submission.entity.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { deliveryPlansWords as words } from './delivery-plans.words.js';

/** Answers with the names of today for what they only name by slug, and what no register has: `metrics.0.metric`. */
export interface NamedAnswers {
  answers: WrittenPlanAnswers;
  refusals: Refusal[];
}

/** Names metrics of the catalogue and other departments in the lists that are written. */
export async function namedLines(tx: Transaction, submission: Pick<Submission, 'organisationId'>, answers: WrittenPlanAnswers): Promise<NamedAnswers> {
  const metrics = answers.metrics && (await catalogued(tx, answers.metrics));
  const dependencies = answers.dependencies && (await addressed(tx, submission, answers.dependencies));
  return {
    answers: { ...answers, ...(metrics ? { metrics: metrics.lines } : {}), ...(dependencies ? { dependencies: dependencies.lines } : {}) },
    refusals: [...(metrics?.refusals ?? []), ...(dependencies?.refusals ?? [])],
  };
}

/** Metrics by the catalogue's names; a measure of the department's own keeps what it is called. */
export async function catalogued(tx: Transaction, lines: readonly PlanMetric[]): Promise<{ lines: PlanMetric[]; refusals: Refusal[] }> {
  const slugs = lines.flatMap(({ metric }) => metric ?? []);
  const known = new Map((slugs.length === 0 ? [] : await tx.repository(Metric).find({ select: { slug: true, name: true }, where: { slug: In(slugs) } })).map(({ slug, name }) => [slug, name]));
  return {
    lines: lines.map((line) => (line.metric === null ? line : { ...line, name: known.get(line.metric) ?? line.name })),
    refusals: lines.flatMap(({ metric }, index) => (metric === null || known.has(metric) ? [] : [{ code: 'metric-unknown', message: words.metricUnknown, field: `metrics.${index}.metric` }])),
  };
}

/** Departments by their names; the plan's own cannot be counted on. One that is not chosen yet is the line's own rule to refuse. */
export async function addressed(tx: Transaction, { organisationId }: Pick<Submission, 'organisationId'>, lines: readonly PlanDependency[]): Promise<{ lines: PlanDependency[]; refusals: Refusal[] }> {
  const slugs = lines.map(({ department }) => department).filter((slug) => slug !== '');
  const found = slugs.length === 0 ? [] : await tx.repository(Organisation).findBy({ slug: In(slugs), kind: 'department' });
  const known = new Map(found.filter(({ id }) => id !== organisationId).map(({ slug, name }) => [slug, name]));
  return {
    lines: lines.map((line) => ({ ...line, departmentName: known.get(line.department) ?? '' })),
    refusals: lines.flatMap(({ department }, index) => (department === '' || known.has(department) ? [] : [{ code: 'department-unknown', message: words.departmentUnknown, field: `dependencies.${index}.department` }])),
  };
}
