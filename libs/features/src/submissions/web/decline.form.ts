import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsObject, IsString } from 'class-validator';
import { LONGEST_ANSWER, type GivenReason, type SubmissionSection } from '#domain/submissions/submission-status.js';
import { ApplicationError, type Reason } from '#platform/errors/application-error.js';
import { ReasonForm } from '../submission.forms.js';
import { submissionsWords as words } from '../submissions.words.js';

export class DeclineForm extends ReasonForm {
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

/**
 * What is declined: the whole where a reason is given for it, and each ticked section with its own.
 * @throws ApplicationError 422 for a reason without its tick, and for one that is too long.
 */
export function readReasons({ reason, sections, reasons }: DeclineForm, known: readonly SubmissionSection[]): GivenReason[] {
  const faults = known.flatMap(({ key, title }): Reason[] => {
    const text = textOf(reasons, key);
    if (text !== '' && !sections.includes(key)) return [{ code: 'reason-without-section', message: words.decline.unticked(title), field: 'sections' }];
    return text.length > LONGEST_ANSWER ? [{ code: 'too-long', message: words.reset.tooLong(title, LONGEST_ANSWER), field: `reasons.${key}` }] : [];
  });
  if (faults.length > 0) throw ApplicationError.invalid(faults);
  const named = [...new Set(sections)].map((section) => ({ section, text: textOf(reasons, section) }));
  return [...(reason === '' && named.length > 0 ? [] : [{ section: null, text: reason }]), ...named];
}

/** A text of a form whose fields are sections: '' where there is none. Line breaks are `\n`. */
export function textOf(fields: Readonly<Record<string, unknown>>, section: string): string {
  const text = Object.hasOwn(fields, section) ? fields[section] : '';
  return typeof text === 'string' ? text.replaceAll('\r\n', '\n').trim() : '';
}
