import { ApiProperty } from '@nestjs/swagger';
import { DELIVERY_RATINGS, type DeliveryRating } from '#domain/judgements/delivery-rating.js';
import { METHOD_VERSION } from '#domain/judgements/computed-judgement.js';
import { type Verdict, VERDICT_SLUGS, VERDICTS } from '#domain/judgements/verdict.js';
import { type ComputedStanding, type MissionStanding } from '#features/judgements/mission-standing.js';

const VERDICT = { enum: VERDICT_SLUGS as string[], enumName: 'Verdict' };

/** The judgement of a mission computed from those of its targets. */
export class ComputedMissionResponse {
  @ApiProperty(VERDICT)
  verdict: Verdict;

  @ApiProperty({ example: 'off track' })
  words: string;

  @ApiProperty({ example: 'off track on 2 of 5' })
  summary: string;

  @ApiProperty({ description: 'Why, in plain English' })
  sentence: string;

  @ApiProperty({ type: [String], description: 'Slugs of the targets that it stands on' })
  decidedBy: string[];

  @ApiProperty({ format: 'date' })
  asOf: string;

  @ApiProperty({ example: METHOD_VERSION })
  methodVersion: string;
}

/** The lead department's own rating, from a return that the council accepted. */
export class DepartmentJudgementResponse {
  @ApiProperty({ enum: Object.keys(DELIVERY_RATINGS), enumName: 'DeliveryRating' })
  rating: DeliveryRating;

  @ApiProperty()
  words: string;

  @ApiProperty()
  sentence: string;

  @ApiProperty()
  department: string;

  @ApiProperty({ description: 'Reference of the return' })
  return: string;

  @ApiProperty({ format: 'date-time' })
  givenAt: string;
}

/** The independent council's judgement. */
export class CouncilJudgementResponse {
  @ApiProperty(VERDICT)
  verdict: Verdict;

  @ApiProperty()
  words: string;

  @ApiProperty()
  sentence: string;

  @ApiProperty()
  givenBy: string;

  @ApiProperty({ type: String, nullable: true, description: 'Reference of the council’s decision that it rests on; null where a member gave it for the council' })
  decision: string | null;

  @ApiProperty({ format: 'date-time' })
  givenAt: string;
}

/** Three judgements side by side, never merged; null where there is none yet. */
export class JudgementsResponse {
  @ApiProperty({ type: ComputedMissionResponse, nullable: true })
  computed: ComputedMissionResponse | null;

  @ApiProperty({ type: DepartmentJudgementResponse, nullable: true })
  department: DepartmentJudgementResponse | null;

  @ApiProperty({ type: CouncilJudgementResponse, nullable: true })
  council: CouncilJudgementResponse | null;

  @ApiProperty({ description: 'The department’s rating and the computed verdict are two steps apart or more' })
  conflict: boolean;
}

/** The computed judgement of one target with the numbers that it is made of. */
export class ComputedTargetResponse {
  @ApiProperty(VERDICT)
  verdict: Verdict;

  @ApiProperty()
  words: string;

  @ApiProperty({ ...VERDICT, description: 'The word that the mission ranks it by' })
  countsAs: Verdict;

  @ApiProperty({ description: 'Why, in plain English' })
  sentence: string;

  @ApiProperty({ type: [String] })
  remarks: string[];

  @ApiProperty({ example: 'interim-path' })
  method: string;

  @ApiProperty()
  methodVersion: string;

  @ApiProperty({ format: 'date' })
  asOf: string;

  @ApiProperty({ format: 'date-time' })
  givenAt: string;

  @ApiProperty({ description: 'Why it is not what it was before', example: 'new-period' })
  cause: string;

  @ApiProperty({ type: 'integer', isArray: true, description: 'Releases that its figures come from' })
  releases: number[];

  @ApiProperty({ type: [String], description: 'Figures used: metric/area/period/release' })
  inputs: string[];

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'Every number behind the verdict; one that played no part is absent' })
  components: Record<string, unknown>;
}

export function judgementsResponse(standing: MissionStanding | null | undefined): JudgementsResponse {
  if (!standing) return { computed: null, department: null, council: null, conflict: false };
  const { computed, department, council, conflict } = standing;
  return {
    computed: computed && {
      verdict: computed.verdict,
      words: VERDICTS[computed.verdict],
      summary: computed.summary,
      sentence: computed.sentence,
      decidedBy: [...computed.decidedBy],
      asOf: computed.asOf,
      methodVersion: METHOD_VERSION,
    },
    department: department && {
      rating: department.rating,
      words: DELIVERY_RATINGS[department.rating].words,
      sentence: department.sentence,
      department: department.organisation,
      return: department.submissionReference,
      givenAt: department.givenAt.toISOString(),
    },
    council: council && {
      verdict: council.verdict,
      words: VERDICTS[council.verdict],
      sentence: council.sentence,
      givenBy: council.givenByName,
      decision: council.decision?.reference ?? null,
      givenAt: council.givenAt.toISOString(),
    },
    conflict,
  };
}

export function computedTargetResponse(computed: ComputedStanding | null | undefined): ComputedTargetResponse | null {
  if (!computed) return null;
  const { causeHints: _, reasons, alertWithheld: __, ...components } = computed.components;
  return {
    verdict: computed.verdict,
    words: VERDICTS[computed.verdict],
    countsAs: computed.countsAs,
    sentence: computed.sentence,
    remarks: [...reasons],
    method: computed.method,
    methodVersion: computed.methodVersion,
    asOf: computed.asOf,
    givenAt: computed.givenAt.toISOString(),
    cause: computed.cause,
    releases: [...computed.releaseIds],
    inputs: [...computed.inputs],
    components,
  };
}
