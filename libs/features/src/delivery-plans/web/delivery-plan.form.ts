import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, ValidateNested } from 'class-validator';
import { Answer, AsTyped, SeenForm } from '#features/submissions/submission.forms.js';
import { deliveryPlansWords } from '../delivery-plans.words.js';

const words = deliveryPlansWords.fields;

/** What is typed for one mission. */
export class PlanLineForm {
  /** Slug of the mission. */
  @AsTyped()
  mission: string;

  @Answer(words.contribution)
  contribution: string;

  @Answer(words.policies)
  policies: string;

  /** £ million as typed: "1,250.5", or empty. */
  @AsTyped()
  moneyMillions: string;
}

export class DeliveryPlanForm extends SeenForm {
  @Answer(words.summary)
  summary: string;

  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => PlanLineForm)
  contributions: PlanLineForm[] = [];

  /** `later` goes back to the overview. */
  @IsOptional()
  @IsIn(['continue', 'later'])
  then?: 'continue' | 'later';
}
