import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsNumber, IsObject, ValidateIf, ValidateNested } from 'class-validator';
import { OptionalItems, OptionalText } from './answer-fields.js';
import { SeenRequest } from './draft.request.js';
import { ContributionRequest, DependencyRequest, FundingRequest, MetricRequest, MilestoneRequest, OutcomeRequest, PolicyRequest, ProgrammeRequest, StaffingRequest } from './plan-line.request.js';

/** A total that may be left out, or null until it is stated. */
function StatedTotal(description: string): PropertyDecorator {
  return (target, key) => {
    ApiPropertyOptional({ type: Number, nullable: true, description })(target, key);
    ValidateIf((_body: object, value: unknown) => value !== undefined && value !== null)(target, key);
    IsNumber({}, { message: '$property must be a number' })(target, key);
  };
}

/** Answers of a plan to be written; those left out stay as they are. A list is replaced whole. */
export class PlanAnswersRequest {
  @OptionalText('What the department will do this year for the missions')
  summary?: string;

  @OptionalItems(ContributionRequest)
  contributions?: ContributionRequest[];

  @OptionalItems(OutcomeRequest)
  outcomes?: OutcomeRequest[];

  @OptionalItems(MetricRequest)
  metrics?: MetricRequest[];

  @OptionalItems(PolicyRequest)
  policies?: PolicyRequest[];

  @OptionalItems(MilestoneRequest)
  milestones?: MilestoneRequest[];

  @OptionalItems(ProgrammeRequest)
  programmes?: ProgrammeRequest[];

  @OptionalItems(FundingRequest)
  funding?: FundingRequest[];

  @OptionalItems(StaffingRequest)
  staffing?: StaffingRequest[];

  @OptionalItems(DependencyRequest)
  dependencies?: DependencyRequest[];

  @StatedTotal('All money of the plan in £ million; its funding lines must add up to it')
  statedMoneyMillions?: number | null;

  @StatedTotal('All staff of the plan in full-time equivalents; its teams must add up to it')
  statedStaff?: number | null;
}

export class FillPlanRequest extends SeenRequest {
  @ApiProperty({ type: PlanAnswersRequest })
  @IsObject({ message: 'answers must be an object of the answers to write' }) @ValidateNested() @Type(() => PlanAnswersRequest)
  answers: PlanAnswersRequest;
}
