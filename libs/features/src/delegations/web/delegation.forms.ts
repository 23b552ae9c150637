import { Type } from 'class-transformer';
import { IsInt, IsObject, IsString, IsUUID, ValidateIf } from 'class-validator';
import { dateOfBoxes } from '#platform/pages/date-boxes.js';
import { type NewDelegation } from '../delegations.service.js';
import { delegationsWords as words } from '../delegations.words.js';

/** Three boxes of a date as a browser sends them: anything may be missing. */
type TypedBoxes = Record<string, unknown>;

/** What is missing or wrong is said by the service; the form only keeps the shape. */
export class DelegateForm {
  @ValidateIf(({ delegateId }: DelegateForm) => delegateId !== '')
  @IsUUID(undefined, { message: words.notOfDepartment })
  delegateId = '';

  @IsObject()
  from: TypedBoxes = {};

  @IsObject()
  to: TypedBoxes = {};

  @IsString({ message: 'Enter why you delegate' })
  reason = '';
}

export class EndDelegationForm {
  @Type(() => Number)
  @IsInt({ message: 'Open the page again' })
  rowVersion: number;
}

export function readDelegation({ delegateId, from, to, reason }: DelegateForm): NewDelegation {
  return { delegateId, fromOn: dateOf(from), toOn: dateOf(to), reason: reason.replaceAll('\r\n', '\n') };
}

function dateOf(boxes: TypedBoxes): string | null {
  const typed = (name: string): string => (typeof boxes[name] === 'string' ? boxes[name] : '');
  return dateOfBoxes({ day: typed('day'), month: typed('month'), year: typed('year') });
}
