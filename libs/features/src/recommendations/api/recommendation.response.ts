import { ApiProperty } from '@nestjs/swagger';
import { RECOMMENDATION_SOURCES, RECOMMENDATION_STATES } from '#domain/recommendations/recommendation-status.js';
import { isLate } from '../recommendation-rows.js';
import { type Recommendation } from '../recommendation.entity.js';

const DAY_OR_NULL = { type: String, format: 'date', nullable: true };
const INSTANT_OR_NULL = { type: String, format: 'date-time', nullable: true };
const TEXT_OR_NULL = { type: String, nullable: true };

/** What the council recommends, to whom, and what became of it. */
export class RecommendationResponse {
  @ApiProperty()
  reference: string;

  @ApiProperty({ enum: Object.keys(RECOMMENDATION_STATES) })
  state: string;

  @ApiProperty({ description: 'The answer, or what was promised, is late' })
  overdue: boolean;

  @ApiProperty({ enum: Object.keys(RECOMMENDATION_SOURCES) })
  source: string;

  @ApiProperty({ description: 'Reference of what it comes from' })
  sourceReference: string;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'Slug of the framework' })
  framework: string | null;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'Slug of the mission' })
  mission: string | null;

  @ApiProperty({ description: 'Slug of the department or body that is to answer' })
  addressee: string;

  @ApiProperty()
  addresseeName: string;

  @ApiProperty()
  text: string;

  @ApiProperty({ format: 'date-time' })
  madeAt: string;

  @ApiProperty({ format: 'date' })
  answerDueOn: string;

  @ApiProperty(INSTANT_OR_NULL)
  answeredAt: string | null;

  @ApiProperty({ ...INSTANT_OR_NULL, description: 'When the answer was marked overdue; the mark stays' })
  overdueAt: string | null;

  @ApiProperty(TEXT_OR_NULL)
  answer: string | null;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'What will be done' })
  promise: string | null;

  @ApiProperty(DAY_OR_NULL)
  promisedOn: string | null;

  @ApiProperty(INSTANT_OR_NULL)
  endedAt: string | null;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'The council’s reason for done, not done or withdrawn' })
  endReason: string | null;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'How it was shown' })
  shown: string | null;
}

/** @param today ISO date in London */
export function recommendationResponse(row: Recommendation, today: string): RecommendationResponse {
  const { reference, state, sourceKind, sourceReference, mission, addressee, text, answerDueOn, answer, promise, promisedOn, endReason, shown } = row;
  return {
    reference, state, overdue: isLate(row, today), source: sourceKind, sourceReference, framework: mission?.framework.slug ?? null, mission: mission?.slug ?? null,
    addressee: addressee.slug, addresseeName: addressee.name, text, madeAt: row.madeAt.toISOString(), answerDueOn, answeredAt: row.answeredAt?.toISOString() ?? null,
    overdueAt: row.overdueAt?.toISOString() ?? null, answer, promise, promisedOn, endedAt: row.endedAt?.toISOString() ?? null, endReason, shown,
  };
}
