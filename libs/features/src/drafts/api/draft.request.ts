import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsObject, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateNested, ValidateIf } from 'class-validator';
import { EVIDENCE_KINDS, EVIDENCE_STRENGTHS, type EvidenceKind, type EvidenceStrength, RISK_PROXIMITIES, type RiskProximity, STEP_OUTCOMES, type StepOutcomeKind } from '#domain/evidence-returns/evidence-return-choices.js';
import { type RiskScore } from '#domain/evidence-returns/evidence-return-content.js';
import { DELIVERY_RATING_SLUGS, type DeliveryRating } from '#domain/judgements/delivery-rating.js';
import { LONGEST_ANSWER } from '#domain/submissions/submission-status.js';
import { MayBeLeftOut } from '#platform/api/left-out.decorator.js';

// Of a field's decorators the last is looked at first: what kind of value it is comes before how long it is.
const MOST_OF_A_LIST = 100;
const LINE = 2000;
const A_LIST = '$property must be a list';
/** A list within the list would else pass: its own elements are looked at in its place. */
const EACH_AN_OBJECT = 'each item of $property must be an object';
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
  @MaxLength(LINE) @IsString()
  framework: string;

  @ApiProperty({ example: 'health' })
  @MaxLength(LINE) @IsString()
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
  @MaxLength(LINE) @IsString()
  target: string;

  @ApiProperty({ example: '63.4%' })
  @MaxLength(LINE) @IsString()
  value: string;

  @ApiProperty({ example: '2025/26' })
  @MaxLength(LINE) @IsString()
  period: string;

  @ApiProperty()
  @MaxLength(LONGEST_ANSWER) @IsString()
  reason: string;

  @ApiProperty()
  @MaxLength(LINE) @IsString()
  source: string;

  @ApiPropertyOptional({ type: String, format: 'date', nullable: true, description: 'Null where it is published already' })
  @IsOptional() @MaxLength(LINE) @IsString()
  unpublishedUntil: string | null = null;

  @ApiPropertyOptional({ description: 'Head of Profession who cleared an unpublished figure' })
  @MayBeLeftOut() @MaxLength(LINE) @IsString()
  clearedBy: string = '';
}

export class EvidenceItemRequest {
  @ApiPropertyOptional({ description: 'As read; empty for a new one' })
  @MayBeLeftOut() @MaxLength(LINE) @IsString()
  id: string = '';

  @ApiProperty({ enum: Object.keys(EVIDENCE_KINDS) })
  @IsIn(Object.keys(EVIDENCE_KINDS), { message: `kind must be one of ${Object.keys(EVIDENCE_KINDS).join(', ')}` })
  kind: EvidenceKind;

  @ApiProperty({ enum: Object.keys(EVIDENCE_STRENGTHS) })
  @IsIn(Object.keys(EVIDENCE_STRENGTHS), { message: `strength must be one of ${Object.keys(EVIDENCE_STRENGTHS).join(', ')}` })
  strength: EvidenceStrength;

  @ApiProperty()
  @MaxLength(LONGEST_ANSWER) @IsString()
  claim: string;

  @ApiProperty()
  @MaxLength(LINE) @IsString()
  source: string;

  @ApiPropertyOptional({ example: 'page 14', description: 'Page, table or paragraph of the source. Needed for every kind but `event` and `opinion`' })
  @MayBeLeftOut() @MaxLength(LINE) @IsString()
  page: string = '';

  @ApiPropertyOptional()
  @MayBeLeftOut() @MaxLength(LINE) @IsString()
  link: string = '';

  @ApiPropertyOptional({ type: String, nullable: true, description: 'Id of a file of the return' })
  @IsOptional() @MaxLength(LINE) @IsString()
  attachment: string | null = null;
}

export class RiskRequest {
  @ApiPropertyOptional()
  @MayBeLeftOut() @MaxLength(LINE) @IsString()
  id: string = '';

  @ApiProperty()
  @MaxLength(LONGEST_ANSWER) @IsString()
  risk: string;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: 5 })
  @Max(5) @Min(1) @IsInt()
  impact: RiskScore;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: 5 })
  @Max(5) @Min(1) @IsInt()
  likelihood: RiskScore;

  @ApiProperty({ enum: Object.keys(RISK_PROXIMITIES) })
  @IsIn(Object.keys(RISK_PROXIMITIES), { message: `proximity must be one of ${Object.keys(RISK_PROXIMITIES).join(', ')}` })
  proximity: RiskProximity;

  @ApiProperty()
  @MaxLength(LINE) @IsString()
  owner: string;

  @ApiProperty()
  @MaxLength(LONGEST_ANSWER) @IsString()
  response: string;
}

export class NextStepRequest {
  @ApiPropertyOptional()
  @MayBeLeftOut() @MaxLength(LINE) @IsString()
  id: string = '';

  @ApiProperty()
  @MaxLength(LONGEST_ANSWER) @IsString()
  action: string;

  @ApiProperty()
  @MaxLength(LINE) @IsString()
  owner: string;

  @ApiProperty({ format: 'date' })
  @Matches(DATE, { message: 'dueOn must be a date like 2027-03-31' })
  dueOn: string;
}

export class SaidOfStepRequest {
  @ApiProperty({ description: 'Id of the step in `content.lastSteps`' })
  @MaxLength(LINE) @IsString()
  step: string;

  @ApiProperty({ enum: Object.keys(STEP_OUTCOMES), nullable: true, type: String })
  @ValidateIf((said: SaidOfStepRequest) => said.outcome !== null)
  @IsIn(Object.keys(STEP_OUTCOMES), { message: `outcome must be one of ${Object.keys(STEP_OUTCOMES).join(', ')}` })
  outcome: StepOutcomeKind | null;

  @ApiProperty()
  @MaxLength(LONGEST_ANSWER) @IsString()
  what: string;
}

/** Answers to be written; those left out stay as they are. A list is replaced whole. */
export class ReturnAnswersRequest {
  @ApiPropertyOptional({ description: 'A nil return: nothing new was published since the last' })
  @MayBeLeftOut() @IsBoolean()
  nil?: boolean;

  @ApiPropertyOptional()
  @MayBeLeftOut() @MaxLength(LONGEST_ANSWER) @IsString()
  figuresComment?: string;

  @ApiPropertyOptional()
  @MayBeLeftOut() @MaxLength(LONGEST_ANSWER) @IsString()
  narrative?: string;

  @ApiPropertyOptional({ enum: DELIVERY_RATING_SLUGS, nullable: true, type: String })
  @IsOptional() @IsIn(DELIVERY_RATING_SLUGS, { message: `rating must be one of ${DELIVERY_RATING_SLUGS.join(', ')}` })
  rating?: DeliveryRating | null;

  @ApiPropertyOptional()
  @MayBeLeftOut() @MaxLength(LONGEST_ANSWER) @IsString()
  ratingReason?: string;

  @ApiPropertyOptional()
  @MayBeLeftOut() @MaxLength(LONGEST_ANSWER) @IsString()
  nextSteps?: string;

  @ApiPropertyOptional({ type: [DepartureRequest] })
  @MayBeLeftOut() @ArrayMaxSize(MOST_OF_A_LIST) @Type(() => DepartureRequest) @ValidateNested({ each: true }) @IsObject({ each: true, message: EACH_AN_OBJECT }) @IsArray({ message: A_LIST })
  departures?: DepartureRequest[];

  @ApiPropertyOptional({ type: [EvidenceItemRequest] })
  @MayBeLeftOut() @ArrayMaxSize(MOST_OF_A_LIST) @Type(() => EvidenceItemRequest) @ValidateNested({ each: true }) @IsObject({ each: true, message: EACH_AN_OBJECT }) @IsArray({ message: A_LIST })
  evidence?: EvidenceItemRequest[];

  @ApiPropertyOptional({ type: [RiskRequest] })
  @MayBeLeftOut() @ArrayMaxSize(MOST_OF_A_LIST) @Type(() => RiskRequest) @ValidateNested({ each: true }) @IsObject({ each: true, message: EACH_AN_OBJECT }) @IsArray({ message: A_LIST })
  risks?: RiskRequest[];

  @ApiPropertyOptional({ type: [NextStepRequest] })
  @MayBeLeftOut() @ArrayMaxSize(MOST_OF_A_LIST) @Type(() => NextStepRequest) @ValidateNested({ each: true }) @IsObject({ each: true, message: EACH_AN_OBJECT }) @IsArray({ message: A_LIST })
  steps?: NextStepRequest[];

  @ApiPropertyOptional({ type: [SaidOfStepRequest] })
  @MayBeLeftOut() @ArrayMaxSize(MOST_OF_A_LIST) @Type(() => SaidOfStepRequest) @ValidateNested({ each: true }) @IsObject({ each: true, message: EACH_AN_OBJECT }) @IsArray({ message: A_LIST })
  lastSteps?: SaidOfStepRequest[];
}

export class FillReturnRequest extends SeenRequest {
  @ApiProperty({ type: ReturnAnswersRequest })
  @IsObject({ message: 'answers must be an object of the answers to write' }) @ValidateNested() @Type(() => ReturnAnswersRequest)
  answers: ReturnAnswersRequest;
}
