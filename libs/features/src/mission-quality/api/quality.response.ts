import { ApiProperty } from '@nestjs/swagger';
import { type QualityLine } from '../quality-lines.js';

export class AmbitionResponse {
  @ApiProperty({ example: 'whole mission' })
  aspect: string;

  @ApiProperty({ enum: ['not-ambitious-enough', 'right-level', 'too-ambitious', 'more-information-needed'] })
  verdict: string;

  @ApiProperty()
  reasons: string;
}

/** A mission's review by the version that holds. */
export class QualityResponse {
  @ApiProperty({ description: 'Slug of the framework' })
  framework: string;

  @ApiProperty({ description: 'Slug of the mission' })
  mission: string;

  @ApiProperty({ type: 'integer' })
  number: number;

  @ApiProperty()
  focusArea: string;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Null where nothing has been published' })
  version: number | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  effectiveOn: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Author of a review that is not the council’s own' })
  source: string | null;

  @ApiProperty({ type: 'integer', description: 'Terms of the text that nobody has defined: they keep the mission below on track' })
  openTermCount: number;

  @ApiProperty({ type: [String], description: 'Those that the review lists' })
  openTerms: string[];

  @ApiProperty({ type: 'integer' })
  uncoveredClauses: number;

  @ApiProperty({ type: String, nullable: true, enum: ['broad', 'narrow', 'more-information-needed'] })
  breadth: string | null;

  @ApiProperty({ type: [AmbitionResponse], description: 'Verdicts of people' })
  ambition: AmbitionResponse[];

  @ApiProperty({ type: String, nullable: true, description: 'Computed verdicts on the ambition of the headline targets, each with how many have it (“right-level: 3; too-ambitious: 1”), never merged with the others; null where nothing was computed' })
  ambitionComputed: string | null;

  @ApiProperty({ type: String, nullable: true, enum: ['reduces', 'does-not-reduce', 'partly', 'cannot-tell'] })
  alignment: string | null;

  @ApiProperty({ type: 'integer' })
  incentives: number;

  @ApiProperty({ type: 'integer' })
  incentivesOverdue: number;

  @ApiProperty({ type: [String], description: 'Metrics measured at another level than recommended' })
  geography: string[];
}

export function qualityResponse(line: QualityLine): QualityResponse {
  return Object.assign(new QualityResponse(), line);
}
