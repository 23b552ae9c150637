import { applyDecorators } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsObject, IsString, IsUUID } from 'class-validator';
import { type DecisionDraft } from '#domain/reviews/review-blockers.js';
import { REVIEW_DECISION_NAMES, type ReviewDecision } from '#domain/reviews/review-status.js';
import { reviewsWords } from '../reviews.words.js';

/** The review as it was when its page was opened. */
export class ReviewMoveForm {
  @Type(() => Number)
  @IsInt()
  rowVersion: number;
}

export class DecisionForm extends ReviewMoveForm {
  @IsIn(REVIEW_DECISION_NAMES, { message: reviewsWords.decide.chooseDecision })
  decision: ReviewDecision;

  /** One tick comes as a text, several as a list, none not at all. */
  @Transform(({ value }: { value: unknown }) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]))
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  sections: string[] = [];

  /** By section, whether ticked or not. */
  @IsObject()
  reasons: Record<string, unknown> = {};

  @IsString()
  reservations = '';

  @IsString()
  unresolved = '';
}

/** What was decided, the sections that have a reason but no tick, and words that belong to another choice. Line breaks are `\n`. */
export interface ReadDecision {
  draft: DecisionDraft;
  unselected: string[];
  stray: ('reservations' | 'unresolved')[];
}

export function readDecision({ decision, sections, reasons, reservations, unresolved }: DecisionForm): ReadDecision {
  const textOf = (section: string): string => {
    const text = Object.hasOwn(reasons, section) ? reasons[section] : '';
    return typeof text === 'string' ? asTyped(text) : '';
  };
  const whole = { reservations: asTyped(reservations), unresolved: asTyped(unresolved) };
  const own = OWN_WORDS[decision];
  return {
    draft: { decision, reasons: [...sections.map((section) => ({ section, text: textOf(section) })), ...(own ? [{ section: null, text: whole[own] }] : [])] },
    unselected: Object.keys(reasons).filter((section) => !sections.includes(section) && textOf(section) !== ''),
    stray: (['reservations', 'unresolved'] as const).filter((field) => field !== own && whole[field] !== ''),
  };
}

/** The field in which a decision says its own words. */
const OWN_WORDS: Partial<Record<ReviewDecision, 'reservations' | 'unresolved'>> = {
  'accepted-with-reservations': 'reservations',
  'published-unresolved': 'unresolved',
};

function asTyped(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}

/** A text of its own field, as typed. */
function AsTyped(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? asTyped(value) : '')),
    IsString(),
  );
}

export class HandOnForm extends ReviewMoveForm {
  @IsUUID(undefined, { message: reviewsWords.handOn.toMissing })
  to: string;

  @AsTyped()
  reason = '';
}

export class SecondForm extends ReviewMoveForm {
  @IsIn(['confirm', 'refuse'], { message: reviewsWords.second.choose })
  answer: 'confirm' | 'refuse';

  @AsTyped()
  reason = '';
}

export class QuestionForm extends ReviewMoveForm {
  /** A section's key; '' for the whole. */
  @AsTyped()
  section = '';

  @AsTyped()
  text = '';
}

/** Of a question's own row. */
export class WithdrawQuestionForm extends ReviewMoveForm {
  @AsTyped()
  reason = '';
}

export class AnswerQuestionForm extends ReviewMoveForm {
  @AsTyped()
  answer = '';
}

export class NoteForm {
  @AsTyped()
  text = '';
}
