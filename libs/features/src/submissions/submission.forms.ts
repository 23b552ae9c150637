import { applyDecorators } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';
import { IsInt, IsString, MaxLength } from 'class-validator';
import { LONGEST_ANSWER } from '#domain/submissions/submission-status.js';

/** A text as typed, without the blanks around it and with the browser's line breaks as one character each. */
export function AsTyped(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : value)),
    IsString({ message: 'Enter a text' }),
  );
}

/** An answer of at most 5,000 characters. @param name how the message calls it: "Narrative" */
export function Answer(name: string): PropertyDecorator {
  return applyDecorators(
    AsTyped(),
    MaxLength(LONGEST_ANSWER, { message: `${name} must be ${LONGEST_ANSWER.toLocaleString('en-GB')} characters or less` }),
  );
}

/** A form that confirms something of what was on the page. */
export class SeenForm {
  /** As of which change the page was opened. */
  @Type(() => Number)
  @IsInt({ message: 'Open the page again' })
  rowVersion: number;
}

/** A form that gives a reason with a move. */
export class ReasonForm extends SeenForm {
  @Answer('Reason')
  reason: string;
}
