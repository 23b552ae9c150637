import { ApiProperty } from '@nestjs/swagger';
import { type InterimReviewLine } from '../interim-review-line.js';

export class InterimTargetResponse {
  @ApiProperty({ description: 'Slug of the target' })
  target: string;

  @ApiProperty({ description: 'Period of the figure that decides', example: '2024-04-01/P1Y' })
  period: string;

  @ApiProperty({ description: 'In the terms of the target’s rule' })
  asked: number;

  @ApiProperty({ type: String, nullable: true, enum: ['met', 'missed'], description: 'Null while the figure is awaited' })
  outcome: string | null;

  @ApiProperty({ type: String, nullable: true })
  sentence: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'How the target itself stood by that release' })
  verdict: string | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'The release that decided' })
  release: number | null;

  @ApiProperty({ format: 'date' })
  waitingSince: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  expectedOn: string | null;
}

export class InterimReviewResponse {
  @ApiProperty({ example: 'IR-2026-7K3D' })
  reference: string;

  @ApiProperty({ description: 'Slug of the framework' })
  framework: string;

  @ApiProperty({ description: 'Slug of the mission' })
  mission: string;

  @ApiProperty({ format: 'date', description: 'The last day of the interim targets’ period' })
  interimOn: string;

  @ApiProperty({ enum: ['waiting', 'figures-in', 'closed'] })
  state: string;

  @ApiProperty({ type: String, nullable: true, description: 'Slug of the department that answers; null in a vacancy' })
  department: string | null;

  @ApiProperty({ format: 'date' })
  effectsDueOn: string;

  @ApiProperty({ type: String, nullable: true, description: 'Perverse and unintended effects, in the department’s words' })
  effectsText: string | null;

  @ApiProperty({ description: 'Its day had passed without an answer; the mark stays' })
  effectsOverdue: boolean;

  @ApiProperty({ type: String, nullable: true, enum: ['keep', 'reset', 'replace'] })
  recommendation: string | null;

  @ApiProperty({ type: String, nullable: true })
  reason: string | null;

  @ApiProperty({ type: [InterimTargetResponse] })
  targets: InterimTargetResponse[];
}

export function interimReviewResponse(line: InterimReviewLine): InterimReviewResponse {
  return Object.assign(new InterimReviewResponse(), line);
}
