import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { MOST_ACTIONS, type RecoveryAction, type RecoveryPlan } from '#domain/alerts/alert-blockers.js';
import { type CouncilDecision } from '../alerts.service.js';
import { alertsWords } from '../alerts.words.js';

const SHORT = 200;
const LONG = 3000;
const WORDS = { message: alertsWords.answer.tooLong(SHORT) };
const DECISIONS: CouncilDecision[] = ['accept', 'not-accept', 'escalate', 'close'];

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

/** One line of the plan; the date in three boxes. */
export class ActionForm {
  @IsString()
  @MaxLength(LONG, { message: alertsWords.answer.tooLong(LONG) })
  action = '';

  @IsString()
  @MaxLength(SHORT, WORDS)
  owner = '';

  @IsString()
  @MaxLength(20, { message: alertsWords.answer.tooLong(20) })
  day = '';

  @IsString()
  @MaxLength(20, { message: alertsWords.answer.tooLong(20) })
  month = '';

  @IsString()
  @MaxLength(20, { message: alertsWords.answer.tooLong(20) })
  year = '';

  @IsString()
  @MaxLength(LONG, { message: alertsWords.answer.tooLong(LONG) })
  expectedEffect = '';

  @IsString()
  @MaxLength(SHORT, WORDS)
  releaseThatShows = '';
}

export class AnswerForm {
  @IsString()
  @MaxLength(LONG, { message: alertsWords.answer.tooLong(LONG) })
  summary = '';

  @IsArray()
  @ArrayMaxSize(MOST_ACTIONS)
  @ValidateNested({ each: true })
  @Type(() => ActionForm)
  actions: ActionForm[] = [];

  @Type(() => Number)
  @IsInt()
  rowVersion: number;
}

export class DecideForm {
  @IsIn(DECISIONS, { message: alertsWords.decide.choose })
  decision: CouncilDecision;

  @IsOptional()
  @IsString()
  @MaxLength(LONG, { message: alertsWords.decide.tooLong })
  reason = '';

  @Type(() => Number)
  @IsInt()
  rowVersion: number;
}

/** The plan line by line, empty lines too, so that what is missing is found beside its field. */
export function planOf({ summary, actions }: AnswerForm): RecoveryPlan {
  return { summary: unixLines(summary), actions: actions.map(actionOf) };
}

function actionOf(form: ActionForm): RecoveryAction {
  return {
    action: unixLines(form.action),
    owner: form.owner.trim(),
    dueOn: dateOf(form),
    expectedEffect: unixLines(form.expectedEffect),
    releaseThatShows: form.releaseThatShows.trim(),
  };
}

/** ISO date; empty where no box is filled; what was typed where it is no date, for the domain to refuse. */
function dateOf({ day, month, year }: ActionForm): string {
  const parts = [year, month, day].map((part) => part.trim());
  if (parts.every((part) => part === '')) return '';
  return parts.map((part, index) => part.padStart(index === 0 ? 4 : 2, '0')).join('-');
}

/** Forms send `\r\n`. */
function unixLines(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}
