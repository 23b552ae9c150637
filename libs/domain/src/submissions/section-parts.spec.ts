import { describe, expect, it } from '@jest/globals';
import { DELIVERY_PLAN_SECTIONS, readDeliveryPlan } from '#domain/delivery-plans/delivery-plan-content.js';
import { EVIDENCE_RETURN_SECTIONS, readEvidenceReturn } from '#domain/evidence-returns/evidence-return-content.js';
import { sectionPart, sectionsOfFields } from './section-parts.js';
import type { SubmissionKind } from './submission-status.js';

describe('the parts of a submission', () => {
  it.each<[SubmissionKind, readonly { key: string }[], object]>([
    ['evidence-return', EVIDENCE_RETURN_SECTIONS, readEvidenceReturn({})],
    ['delivery-plan', DELIVERY_PLAN_SECTIONS, readDeliveryPlan({})],
  ])('of a %s are there for each of its sections, with fields that its content has', (kind, sections, content) => {
    for (const { key } of sections) {
      const part = sectionPart(kind, content as never, key) ?? {};
      expect(Object.keys(part).length).toBeGreaterThan(0);
      for (const field of Object.keys(part)) expect([key, field, field in content]).toEqual([key, field, true]);
    }
  });

  it.each(['weather', '', 'toString', '__proto__'])('has no part called “%s”', (section) => {
    expect(sectionPart('evidence-return', readEvidenceReturn({}), section)).toBeUndefined();
  });

  it.each<[SubmissionKind, string[], string[]]>([
    ['evidence-return', ['ratingReason', 'narrative', 'rating'], ['narrative', 'rating']],
    ['evidence-return', ['nil', 'figures'], []],
    ['delivery-plan', ['milestones', 'statedStaff'], ['policies', 'staffing']],
  ])('finds where fields of a %s stand: %j in %j', (kind, fields, sections) => {
    expect(sectionsOfFields(kind, fields)).toEqual(sections);
  });
});
