import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, MaxLength } from 'class-validator';
import { type RecoveryAction } from '#domain/alerts/alert-blockers.js';
import { AsTyped } from '#features/submissions/submission.forms.js';
import { type DateBoxes, typedDateOf } from '#platform/pages/date-boxes.js';
import { alertLifeWords } from '../alert-life.words.js';
import { type CouncilDecision } from '../alerts.service.js';
import { alertsWords } from '../alerts.words.js';

const SHORT = 200;
const LONG = 3000;
const DECISIONS: (CouncilDecision | 'escalate')[] = ['accept', 'not-accept', 'escalate', 'close'];

const Short = (): PropertyDecorator => (target, name) => {
  IsOptional()(target, name);
  AsTyped()(target, name);
  MaxLength(SHORT, { message: alertsWords.answer.tooLong(SHORT) })(target, name);
};

const Long = (): PropertyDecorator => (target, name) => {
  IsOptional()(target, name);
  AsTyped()(target, name);
  MaxLength(LONG, { message: alertsWords.answer.tooLong(LONG) })(target, name);
};

/** What is missing is said by the domain's blockers, with the field; the forms only keep the shape. */
export class AcknowledgeForm {
  @IsString()
  @MaxLength(SHORT, { message: alertsWords.acknowledge.tooLong })
  ownerName = '';

  @IsString()
  @MaxLength(SHORT, { message: alertsWords.acknowledge.tooLong })
  ownerJob = '';

  @Type(() => Number)
  @IsInt()
  rowVersion: number;
}

/** One action of the plan, saved unfinished too; its dates in three boxes each. */
export class ActionForm {
  @Long() action = '';
  @Short() owner = '';
  @Short() dueDay = '';
  @Short() dueMonth = '';
  @Short() dueYear = '';
  @Long() expectedEffect = '';
  @Short() expectedChange = '';
  @Short() metric = '';
  @Short() releaseDay = '';
  @Short() releaseMonth = '';
  @Short() releaseYear = '';

  @Type(() => Number)
  @IsInt()
  rowVersion: number;
}

export class SummaryForm {
  @Long() summary = '';

  @Type(() => Number)
  @IsInt()
  rowVersion: number;
}

export class PublishPlanForm {
  @Type(() => Number)
  @IsInt()
  rowVersion: number;

  /** Where the alert stood on the page; whoever may not answer is told that first. */
  @Short() status = '';
}

/** A question, a request or a reply. */
export class TalkForm {
  @IsOptional()
  @AsTyped()
  @MaxLength(LONG, { message: alertLifeWords.talk.tooLong })
  reason = '';

  @Type(() => Number)
  @IsInt()
  rowVersion: number;
}

export class DecideForm {
  @IsIn(DECISIONS, { message: alertsWords.decide.choose })
  decision: CouncilDecision | 'escalate';

  @IsOptional()
  @IsString()
  @MaxLength(LONG, { message: alertsWords.decide.tooLong })
  reason = '';

  @Type(() => Number)
  @IsInt()
  rowVersion: number;
}

/** The line as it was typed, a date that is none too. */
export function actionOf(form: ActionForm): RecoveryAction {
  const { action, owner, expectedEffect, metric, expectedChange } = form;
  return { action, owner, dueOn: typedDateOf(boxes(form, 'due')), expectedEffect, expectedChange, metric, releaseExpectedOn: typedDateOf(boxes(form, 'release')) };
}

function boxes(form: ActionForm, prefix: 'due' | 'release'): DateBoxes {
  return { day: form[`${prefix}Day`], month: form[`${prefix}Month`], year: form[`${prefix}Year`] };
}
