import { IsObject, IsOptional } from 'class-validator';
import { SeenForm } from '#features/submissions/submission.forms.js';

/** What is saved of a workbook, and which side stands where both changed. */
export class TakeWorkbookForm extends SeenForm {
  /** `file` or `online` by the key of each conflict. */
  @IsOptional()
  @IsObject({ message: 'Choose which stands' })
  choices?: Record<string, string>;
}
