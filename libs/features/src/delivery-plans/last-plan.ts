import { type EntityManager } from 'typeorm';
import { type DeliveryPlanContent, readDeliveryPlan } from '#domain/delivery-plans/delivery-plan-content.js';
import { type CopySource } from '#domain/delivery-plans/copied-plan.js';
import { type Submission } from '#features/submissions/submission.entity.js';

/** A department's plan of an earlier year: the version that was accepted, else the one that stands. */
export interface LastPlan {
  source: CopySource;
  content: DeliveryPlanContent;
}

/** The newest earlier plan of the same department and framework that was accepted or delivered; null for a department's first. */
export async function lastPlanBefore(manager: EntityManager, { frameworkId, organisationId, coversFrom }: Pick<Submission, 'frameworkId' | 'organisationId' | 'coversFrom'>): Promise<LastPlan | null> {
  const rows: { reference: string; coversLabel: string; version: number; content: Partial<DeliveryPlanContent> }[] = await manager.query(
    `SELECT s.reference, s.covers_label AS "coversLabel", v.number AS version, v.content
       FROM submissions s
       JOIN submission_versions v ON v.submission_id = s.id AND v.number = COALESCE(s.accepted_version, s.standing_version)
      WHERE s.kind = 'delivery-plan' AND s.framework_id = $1 AND s.organisation_id = $2 AND s.covers_from < $3
      ORDER BY s.covers_from DESC LIMIT 1`,
    [frameworkId, organisationId, coversFrom],
  );
  const [row] = rows;
  if (!row) return null;
  const { content, ...source } = row;
  return { source, content: readDeliveryPlan(content) };
}
