import { ApiProperty } from '@nestjs/swagger';
import { type ComputedStanding } from '#features/judgements/mission-standing.js';
import { type Target } from '../target.entity.js';
import { ComputedTargetResponse, computedTargetResponse } from './judgement.response.js';

export class BaselineResponse {
  @ApiProperty({ example: '2018-09-01/P1Y', description: 'First day and length; a day alone for a snapshot' })
  period: string;

  @ApiProperty()
  reason: string;
}

export class DecisionResponse {
  @ApiProperty({ example: '2029-09-01/P1Y' })
  period: string;

  @ApiProperty({ format: 'date', description: 'The first day on which the deciding figure can be there' })
  releaseExpected: string;

  @ApiProperty({ required: false })
  note?: string;
}

/** A dated target as a rule over a metric, with its computed judgement. */
export class TargetResponse {
  @ApiProperty()
  slug: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ description: 'Key of the clause of the mission’s text' })
  clause: string;

  @ApiProperty({ enum: ['headline', 'supporting'] })
  role: string;

  @ApiProperty({ type: String, nullable: true, description: 'Slug of the metric' })
  metric: string | null;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'Its kind, and the fields of that kind' })
  rule: Record<string, unknown>;

  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true, description: '`one` area by code, the `sum` of some, or `every` area of some tiers' })
  areas: Record<string, unknown> | null;

  @ApiProperty({ type: BaselineResponse, nullable: true })
  baseline: BaselineResponse | null;

  @ApiProperty({ type: DecisionResponse, nullable: true })
  decides: DecisionResponse | null;

  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true }, description: '`derived` on the path, or an `interim-target` set by government' })
  milestones: Record<string, unknown>[];

  @ApiProperty({ type: String, nullable: true, description: 'Why figures there are do not measure it' })
  notComparable: string | null;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;

  @ApiProperty({ type: ComputedTargetResponse, nullable: true })
  computed: ComputedTargetResponse | null;
}

export function targetResponse(target: Target, computed: ComputedStanding | null | undefined): TargetResponse {
  return {
    slug: target.slug,
    title: target.title,
    clause: target.clauseKey,
    role: target.role,
    metric: target.metric?.slug ?? null,
    rule: target.rule,
    areas: target.areas && { ...target.areas },
    baseline: target.baseline,
    decides: target.decides,
    milestones: target.milestones.map((milestone) => ({ ...milestone })),
    notComparable: target.notComparable,
    note: target.note,
    computed: computedTargetResponse(computed),
  };
}
