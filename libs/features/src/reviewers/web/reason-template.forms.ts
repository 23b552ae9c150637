import { Type } from 'class-transformer';
import { IsIn, IsInt, IsString, MaxLength } from 'class-validator';
import { type ReasonTemplateDraft } from '#domain/reviewers/reason-template.js';

/** Longer than any text that the rules let through: what is too long is said by them, with the field. */
const ANY = 20_000;

export class TemplateForm {
  @IsString() @MaxLength(ANY)
  title = '';

  @IsString() @MaxLength(ANY)
  section = '';

  @IsString() @MaxLength(ANY)
  text = '';
}

export class RewriteTemplateForm extends TemplateForm {
  @Type(() => Number)
  @IsInt()
  rowVersion: number;
}

export class RetireTemplateForm {
  @IsIn(['yes', 'no'])
  retired: string;

  @Type(() => Number)
  @IsInt()
  rowVersion: number;
}

export function templateDraftOf({ title, section, text }: TemplateForm): ReasonTemplateDraft {
  return { title, section: section === '' ? null : section, text };
}
