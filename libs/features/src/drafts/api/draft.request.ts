import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateNested, ValidateIf } from 'class-validator';
import { EVIDENCE_KINDS, EVIDENCE_STRENGTHS, type EvidenceKind, type EvidenceStrength, RISK_PROXIMITIES, type RiskProximity, STEP_OUTCOMES, type StepOutcomeKind } from '#domain/evidence-returns/evidence-return-choices.js';
import { type RiskScore } from '#domain/evidence-returns/evidence-return-content.js';
import { DELIVERY_RATING_SLUGS, type DeliveryRating } from '#domain/judgements/delivery-rating.js';
import { LONGEST_ANSWER } from '#domain/submissions/submission-status.js';

const MOST_OF_A_LIST = 100;
const LINE = 2000;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** As of which change the caller knows the return. */
export class SeenRequest {
  @ApiProperty({ type: 'integer', description: '`rowVersion` as it was read last: an older one is a conflict', example: 3 })
  @IsInt({ message: 'rowVersion must be the whole number that was read last' })
  rowVersion: number;
}

/** Which return to begin. */
export class BeginReturnRequest {
  @ApiProperty({ example: 'levelling-up-2022' })
  @IsString() @MaxLength(LINE)
  framework: string;

  @ApiProperty({ example: 'health' })
  @IsString() @MaxLength(LINE)
  mission: string;

  @ApiProperty({ format: 'date', example: '2026-10-01' })
  @Matches(DATE, { message: 'coversFrom must be a date like 2026-10-01' })
  coversFrom: string;

  @ApiProperty({ format: 'date', example: '2027-03-31' })
  @Matches(DATE, { message: 'coversTo must be a date like 2027-03-31' })
  coversTo: string;
}

export class DepartureRequest {
  @ApiProperty({ description: 'Slug of the headline target' })
  @IsString() @MaxLength(LINE)
  target: string;

  @ApiProperty({ example: '63.4%' })
  @IsString() @MaxLength(LINE)
  value: string;

  @ApiProperty({ example: '2025/26' })
  @IsString() @MaxLength(LINE)
  period: string;

  @ApiProperty()
  @IsString() @MaxLength(LONGEST_ANSWER)
  reason: string;

  @ApiProperty()
  @IsString() @MaxLength(LINE)
  source: string;

  @ApiPropertyOptional({ type: String, format: 'date', nullable: true, description: 'Null where it is published already' })
  @IsOptional() @IsString() @MaxLength(LINE)
  unpublishedUntil: string | null = null;

  @ApiPropertyOptional({ description: 'Head of Profession who cleared an unpublished figure' })
  @IsOptional() @IsString() @MaxLength(LINE)
  clearedBy: string = '';
}

export class EvidenceItemRequest {
  @ApiPropertyOptional({ description: 'As read; empty for a new one' })
  @IsOptional() @IsString() @MaxLength(LINE)
  id: string = '';

  @ApiProperty({ enum: Object.keys(EVIDENCE_KINDS) })
  @IsIn(Object.keys(EVIDENCE_KINDS), { message: `kind must be one of ${Object.keys(EVIDENCE_KINDS).join(', ')}` })
  kind: EvidenceKind;

  @ApiProperty({ enum: Object.keys(EVIDENCE_STRENGTHS) })
  @IsIn(Object.keys(EVIDENCE_STRENGTHS), { message: `strength must be one of ${Object.keys(EVIDENCE_STRENGTHS).join(', ')}` })
  strength: EvidenceStrength;

  @ApiProperty()
  @IsString() @MaxLength(LONGEST_ANSWER)
  claim: string;

  @ApiProperty()
  @IsString() @MaxLength(LINE)
  source: string;

  @ApiPropertyOptional({ example: 'page 14' })
  @IsOptional() @IsString() @MaxLength(LINE)
  page: string = '';

  @ApiPropertyOptional()
  @IsOptional() @IsString() @MaxLength(LINE)
  link: string = '';

  @ApiPropertyOptional({ type: String, nullable: true, description: 'Id of a file of the return' })
  @IsOptional() @IsString() @MaxLength(LINE)
  attachment: string | null = null;
}

export class RiskRequest {
  @ApiPropertyOptional()
  @IsOptional() @IsString() @MaxLength(LINE)
  id: string = '';

  @ApiProperty()
  @IsString() @MaxLength(LONGEST_ANSWER)
  risk: string;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: 5 })
  @IsInt() @Min(1) @Max(5)
  impact: RiskScore;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: 5 })
  @IsInt() @Min(1) @Max(5)
  likelihood: RiskScore;

  @ApiProperty({ enum: Object.keys(RISK_PROXIMITIES) })
  @IsIn(Object.keys(RISK_PROXIMITIES), { message: `proximity must be one of ${Object.keys(RISK_PROXIMITIES).join(', ')}` })
  proximity: RiskProximity;

  @ApiProperty()
  @IsString() @MaxLength(LINE)
  owner: string;

  @ApiProperty()
  @IsString() @MaxLength(LONGEST_ANSWER)
  response: string;
}

export class NextStepRequest {
  @ApiPropertyOptional()
  @IsOptional() @IsString() @MaxLength(LINE)
  id: string = '';

  @ApiProperty()
  @IsString() @MaxLength(LONGEST_ANSWER)
  action: string;

  @ApiProperty()
  @IsString() @MaxLength(LINE)
  owner: string;

  @ApiProperty({ format: 'date' })
  @Matches(DATE, { message: 'dueOn must be a date like 2027-03-31' })
  dueOn: string;
}

export class SaidOfStepRequest {
  @ApiProperty({ description: 'Id of the step in `content.lastSteps`' })
  @IsString() @MaxLength(LINE)
  step: string;

  @ApiProperty({ enum: Object.keys(STEP_OUTCOMES), nullable: true, type: String })
  @ValidateIf((said: SaidOfStepRequest) => said.outcome !== null)
  @IsIn(Object.keys(STEP_OUTCOMES), { message: `outcome must be one of ${Object.keys(STEP_OUTCOMES).join(', ')}` })
  outcome: StepOutcomeKind | null;

  @ApiProperty()
  @IsString() @MaxLength(LONGEST_ANSWER)
  what: string;
}

/** Answers to be written; those left out stay as they are. A list is replaced whole. */
export class ReturnAnswersRequest {
  @ApiPropertyOptional({ description: 'A nil return: nothing new was published since the last' })
  @IsOptional() @IsBoolean()
  nil?: boolean;

  @ApiPropertyOptional()
  @IsOptional() @IsString() @MaxLength(LONGEST_ANSWER)
  figuresComment?: string;

  @ApiPropertyOptional()
  @IsOptional() @IsString() @MaxLength(LONGEST_ANSWER)
  narrative?: string;

  @ApiPropertyOptional({ enum: DELIVERY_RATING_SLUGS, nullable: true, type: String })
  @IsOptional() @IsIn(DELIVERY_RATING_SLUGS, { message: `rating must be one of ${DELIVERY_RATING_SLUGS.join(', ')}` })
  rating?: DeliveryRating | null;

  @ApiPropertyOptional()
  @IsOptional() @IsString() @MaxLength(LONGEST_ANSWER)
  ratingReason?: string;

  @ApiPropertyOptional()
  @IsOptional() @IsString() @MaxLength(LONGEST_ANSWER)
  nextSteps?: string;

  @ApiPropertyOptional({ type: [DepartureRequest] })
  @IsOptional() @IsArray() @ArrayMaxSize(MOST_OF_A_LIST) @ValidateNested({ each: true }) @Type(() => DepartureRequest)
  departures?: DepartureRequest[];

  @ApiPropertyOptional({ type: [EvidenceItemRequest] })
  @IsOptional() @IsArray() @ArrayMaxSize(MOST_OF_A_LIST) @ValidateNested({ each: true }) @Type(() => EvidenceItemRequest)
  evidence?: EvidenceItemRequest[];

  @ApiPropertyOptional({ type: [RiskRequest] })
  @IsOptional() @IsArray() @ArrayMaxSize(MOST_OF_A_LIST) @ValidateNested({ each: true }) @Type(() => RiskRequest)
  risks?: RiskRequest[];

  @ApiPropertyOptional({ type: [NextStepRequest] })
  @IsOptional() @IsArray() @ArrayMaxSize(MOST_OF_A_LIST) @ValidateNested({ each: true }) @Type(() => NextStepRequest)
  steps?: NextStepRequest[];

  @ApiPropertyOptional({ type: [SaidOfStepRequest] })
  @IsOptional() @IsArray() @ArrayMaxSize(MOST_OF_A_LIST) @ValidateNested({ each: true }) @Type(() => SaidOfStepRequest)
  lastSteps?: SaidOfStepRequest[];
}

export class FillReturnRequest extends SeenRequest {
  @ApiProperty({ type: ReturnAnswersRequest })
  @ValidateNested() @Type(() => ReturnAnswersRequest)
  answers: ReturnAnswersRequest;
}
