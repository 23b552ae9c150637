import { textRefusals } from '#domain/workflow/text-refusals.js';
import type { Refusal } from '#domain/workflow/transition-table.js';
import { type InquiryOrigin, LONGEST_LINE, LONGEST_TEXT } from './inquiry-status.js';

/** An inquiry as the council opens it. Dates are ISO dates; null where what was typed is none. */
export interface NewInquiry {
  title: string;
  scope: string;
  /** Null until selected. */
  origin: InquiryOrigin | null;
  /** Of a commissioned one: who commissioned it, and when. */
  commissionedBy: string;
  commissionedOn: string | null;
  expectedEnd: string | null;
}

/** Every reason at once, each with its field. @param today ISO date */
export function inquiryRefusals({ title, scope, origin, commissionedBy, commissionedOn, expectedEnd }: NewInquiry, today: string): Refusal[] {
  return [
    ...textRefusals(title, 'title', 'Enter a title', LONGEST_LINE),
    ...textRefusals(scope, 'scope', 'Enter what the inquiry looks into', LONGEST_TEXT),
    ...(origin === null ? [{ code: 'origin-missing', message: 'Select whether the inquiry is commissioned', field: 'origin' }] : []),
    ...(origin === 'commissioned' ? commissionRefusals(commissionedBy, commissionedOn, today) : []),
    ...dateRefusals(expectedEnd, 'expectedEnd', 'Enter when the inquiry is expected to end, like 27 3 2027', (date) => (date <= today ? 'The expected end must be in the future' : null)),
  ];
}

function commissionRefusals(by: string, on: string | null, today: string): Refusal[] {
  return [
    ...textRefusals(by, 'commissionedBy', 'Enter who commissioned the inquiry', LONGEST_LINE),
    ...dateRefusals(on, 'commissionedOn', 'Enter when the inquiry was commissioned, like 27 3 2026', (date) => (date > today ? 'The day of the commission cannot be in the future' : null)),
  ];
}

function dateRefusals(date: string | null, field: string, missing: string, wrong: (date: string) => string | null): Refusal[] {
  const message = date === null ? missing : wrong(date);
  return message === null ? [] : [{ code: `${field}-wrong`, message, field }];
}
