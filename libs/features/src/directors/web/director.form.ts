import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, MaxLength } from 'class-validator';
import { placeCodes } from '#domain/directors/director-blockers.js';
import { AsTyped } from '#features/submissions/submission.forms.js';
import { typedDateOf } from '#platform/pages/date-boxes.js';
import { type DirectorEntry } from '../directors.service.js';

const Short = (): PropertyDecorator => (target, name) => {
  AsTyped()(target, name);
  MaxLength(200, { message: 'This must be 200 characters or less' })(target, name);
};

const Box = (): PropertyDecorator => (target, name) => {
  IsOptional()(target, name);
  IsString()(target, name);
  MaxLength(20)(target, name);
};

/** What is missing is said by the domain’s blockers, with the field; the form only keeps the shape. */
export class DirectorForm {
  @Short() name = '';
  @IsOptional() @IsString() @MaxLength(50) userId = '';
  @AsTyped() @MaxLength(2000, { message: 'The codes must be 2,000 characters or less' }) places = '';
  @Short() contact = '';
  @Short() appointedBy = '';
  @Box() sinceDay = '';
  @Box() sinceMonth = '';
  @Box() sinceYear = '';
  @Box() untilDay = '';
  @Box() untilMonth = '';
  @Box() untilYear = '';

  /** As of which change the page was opened; 0 for a new entry. */
  @IsOptional() @Type(() => Number) @IsInt()
  rowVersion = 0;
}

export function entryOf(form: DirectorForm): DirectorEntry {
  const { name, userId, contact, appointedBy } = form;
  return {
    name, userId, contact, appointedBy, places: placeCodes(form.places),
    since: typedDateOf({ day: form.sinceDay, month: form.sinceMonth, year: form.sinceYear }),
    until: typedDateOf({ day: form.untilDay, month: form.untilMonth, year: form.untilYear }),
  };
}
