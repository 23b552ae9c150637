import { IsIn, IsString, MaxLength } from 'class-validator';
import { dateOfBoxes } from '#platform/pages/date-boxes.js';
import { type GivenClearance } from '../clearance.service.js';
import { AsTyped, SeenForm } from '../submission.forms.js';
import { submissionsWords as words } from '../submissions.words.js';

const TOO_LONG = { message: words.clearance.enterDate };

/** Who cleared it, and the day in three boxes. */
export class ClearanceForm extends SeenForm {
  @AsTyped()
  minister = '';

  @IsString() @MaxLength(20, TOO_LONG)
  day = '';

  @IsString() @MaxLength(20, TOO_LONG)
  month = '';

  @IsString() @MaxLength(20, TOO_LONG)
  year = '';
}

export class ClearanceSettingForm {
  @IsIn(['yes', 'no'], { message: words.clearance.setting.choose })
  wanted: 'yes' | 'no';
}

export function readClearance({ minister, day, month, year }: ClearanceForm): GivenClearance {
  return { minister, clearedOn: dateOfBoxes({ day, month, year }) };
}
