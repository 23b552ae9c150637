import { ApiProperty } from '@nestjs/swagger';
import { REVIEW_DECISIONS, REVIEW_STATUS } from '#domain/reviews/review-status.js';
import { type Review } from '../review.entity.js';

const PUBLIC_STATES = Object.keys(REVIEW_STATUS).filter((status) => status !== 'proposed');

/** The council’s work on one delivery. Reviewers and reasons stay inside; decisions do not. */
export class ReviewResponse {
  @ApiProperty({ description: 'Reference of the return or plan' })
  return: string;

  @ApiProperty({ type: 'integer', description: 'Number of the delivery' })
  version: number;

  @ApiProperty()
  department: string;

  @ApiProperty({ description: 'Slug of the framework' })
  framework: string;

  @ApiProperty({ type: String, nullable: true, description: 'Slug of the mission; null for a plan' })
  mission: string | null;

  @ApiProperty({ enum: PUBLIC_STATES })
  status: string;

  @ApiProperty({ format: 'date-time' })
  queuedAt: string;

  @ApiProperty({ format: 'date' })
  dueOn: string;

  @ApiProperty({ type: String, enum: Object.keys(REVIEW_DECISIONS), nullable: true })
  decision: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  decidedAt: string | null;
}

export function reviewResponse({ submission, versionNumber, status, queuedAt, dueOn, decision, decidedAt }: Review): ReviewResponse {
  return {
    return: submission.reference,
    version: versionNumber,
    department: submission.organisation.name,
    framework: submission.framework.slug,
    mission: submission.mission?.slug ?? null,
    // What reviewers propose to each other stays inside until it is decided.
    status: status === 'proposed' ? 'claimed' : status,
    queuedAt: queuedAt.toISOString(),
    dueOn,
    decision,
    decidedAt: decidedAt?.toISOString() ?? null,
  };
}
