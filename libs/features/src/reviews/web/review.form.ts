import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsObject, IsString } from 'class-validator';
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
}

/** What was decided, and the sections that have a reason but no tick. Line breaks are `\n`. */
export interface ReadDecision {
  draft: DecisionDraft;
  unselected: string[];
}

export function readDecision({ decision, sections, reasons }: DecisionForm): ReadDecision {
  const textOf = (section: string): string => {
    const text = Object.hasOwn(reasons, section) ? reasons[section] : '';
    return typeof text === 'string' ? text.replaceAll('\r\n', '\n').trim() : '';
  };
  return {
    draft: { decision, reasons: sections.map((section) => ({ section, text: textOf(section) })) },
    unselected: Object.keys(reasons).filter((section) => !sections.includes(section) && textOf(section) !== ''),
  };
}
