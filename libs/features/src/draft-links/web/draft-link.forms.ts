import { IsOptional, IsString, MaxLength } from 'class-validator';
import { AsTyped } from '#features/submissions/submission.forms.js';
import { type NewDraftLink } from '../draft-links.service.js';
import { draftLinksWords as words } from '../draft-links.words.js';
import { type VisitorsComment } from '../shown-drafts.service.js';

export class DraftLinkForm {
  @AsTyped()
  purpose = '';

  @IsString({ message: words.add.enterDays })
  @MaxLength(20, { message: words.add.enterDays })
  days = '';
}

export class VisitorsCommentForm {
  @AsTyped()
  name = '';

  @AsTyped()
  text = '';

  /** Key of the section; absent for the whole. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  section = '';
}

export function readLink({ purpose, days }: DraftLinkForm): NewDraftLink {
  return { purpose, days: /^\s*\d{1,3}\s*$/.test(days) ? Number(days) : Number.NaN };
}

export function readVisitorsComment({ name, text, section }: VisitorsCommentForm): VisitorsComment {
  return { name, text, section: section === '' ? null : section };
}
