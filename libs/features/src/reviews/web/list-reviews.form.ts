import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, IsString, MaxLength } from 'class-validator';
import { QUEUE_DUE, QUEUE_STATES, type QueueFilter } from '#domain/reviews/queue-filter.js';
import { REVIEW_RISKS } from '#domain/reviews/review-risk.js';
import { SUBMISSION_KINDS } from '#domain/submissions/submission-status.js';
import { type SeenReview } from '../queue-claims.service.js';

const SHORT = 200;

/** The queue's address as the page asks: an empty choice is no filter, and so is one that nobody offers. */
export class QueueQuery {
  @IsOptional() @IsString() @MaxLength(SHORT)
  kind?: string;

  @IsOptional() @IsString() @MaxLength(SHORT)
  department?: string;

  @IsOptional() @IsString() @MaxLength(SHORT)
  mission?: string;

  @IsOptional() @IsString() @MaxLength(SHORT)
  state?: string;

  @IsOptional() @IsString() @MaxLength(SHORT)
  due?: string;

  @IsOptional() @IsString() @MaxLength(SHORT)
  risk?: string;

  @IsOptional() @IsString() @MaxLength(500)
  cursor?: string;
}

export function filterOf({ kind, department, mission, state, due, risk }: QueueQuery): QueueFilter {
  return {
    ...(isOneOf(SUBMISSION_KINDS, kind) ? { kind } : {}),
    ...(department ? { department } : {}),
    ...(mission ? { mission } : {}),
    ...(isOneOf(QUEUE_STATES, state) ? { state } : {}),
    ...(isOneOf(QUEUE_DUE, due) ? { due } : {}),
    ...(isOneOf(REVIEW_RISKS, risk) ? { risk } : {}),
  };
}

/** Several reviews, each as `<id>:<row version>`. One tick comes as a text, several as a list, none not at all. */
export class SeveralReviewsForm {
  @Transform(({ value }: { value: unknown }) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]))
  @IsArray()
  @ArrayMaxSize(500)
  @IsString({ each: true })
  reviews: string[] = [];
}

const SEEN = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):(\d{1,9})$/;

/** What is no such text is left out. */
export function seenReviews({ reviews }: SeveralReviewsForm): SeenReview[] {
  return reviews.flatMap((text) => {
    const [, id, rowVersion] = SEEN.exec(text) ?? [];
    return id ? [{ id, rowVersion: Number(rowVersion) }] : [];
  });
}

export function tickOf({ id, rowVersion }: SeenReview): string {
  return `${id}:${rowVersion}`;
}

function isOneOf<Choices extends object>(choices: Choices, name: string | undefined): name is Extract<keyof Choices, string> {
  return name !== undefined && Object.hasOwn(choices, name);
}
