import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString } from 'class-validator';
import { Answer, AsTyped, SeenForm } from '#features/submissions/submission.forms.js';
import { deliveryPlansWords } from '../delivery-plans.words.js';

const words = deliveryPlansWords.fields;

/** One box alone comes as a text, several as a list. */
function Boxes(): PropertyDecorator {
  return (target, key) => {
    Transform(({ value }: { value: unknown }) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]))(target, key);
    IsArray()(target, key);
    ArrayMaxSize(200)(target, key);
    IsString({ each: true })(target, key);
  };
}

/** What follows the save. */
export class PlanSectionForm extends SeenForm {
  /** `later` goes back to the overview. */
  @IsOptional()
  @IsIn(['continue', 'later'])
  then?: 'continue' | 'later';
}

export class PlanSummaryForm extends PlanSectionForm {
  @Answer(words.summary)
  summary = '';
}

/** What is typed for one mission. */
export class PlanContributionForm extends PlanSectionForm {
  @Answer(words.contribution)
  contribution = '';

  @Answer(words.policies)
  policies = '';

  /** £ million as typed: "1,250.5", or empty. */
  @AsTyped()
  moneyMillions = '';

  @Boxes()
  clauses: string[] = [];
}

export class PlanTotalForm extends PlanSectionForm {
  @AsTyped()
  total = '';
}

/**
 * A line of any list, as typed; each list's page has its own of these fields. What is missing is said by the domain, with the
 * field; the form only keeps the shape. Dates are in three boxes.
 */
export class PlanLineForm extends SeenForm {
  @AsTyped() title = '';
  @AsTyped() description = '';
  @AsTyped() metric = '';
  @AsTyped() name = '';
  @AsTyped() mission = '';
  @AsTyped() aim = '';
  @AsTyped() spendingReview = '';
  @AsTyped() owner = '';
  @AsTyped() ownerJob = '';
  @AsTyped() policy = '';
  @AsTyped() kind = '';
  @AsTyped() who = '';
  @AsTyped() moneyMillions = '';
  @AsTyped() otherwise = '';
  @AsTyped() source = '';
  @AsTyped() team = '';
  @AsTyped() staff = '';
  @AsTyped() department = '';
  @AsTyped() what = '';
  @AsTyped() startsOnDay = '';
  @AsTyped() startsOnMonth = '';
  @AsTyped() startsOnYear = '';
  @AsTyped() endsOnDay = '';
  @AsTyped() endsOnMonth = '';
  @AsTyped() endsOnYear = '';
  @AsTyped() dueOnDay = '';
  @AsTyped() dueOnMonth = '';
  @AsTyped() dueOnYear = '';
  @AsTyped() neededByDay = '';
  @AsTyped() neededByMonth = '';
  @AsTyped() neededByYear = '';

  @Boxes()
  clauses: string[] = [];
}

/** The answer of another department. */
export class DependencyAnswerForm {
  @AsTyped() answer = '';

  @Answer(words.reason)
  reason = '';

  @AsTyped() ownDateDay = '';
  @AsTyped() ownDateMonth = '';
  @AsTyped() ownDateYear = '';

  /** What was on the page when it was opened: other words by now are a conflict. */
  @AsTyped() seen = '';
}
