import { dayFrom } from '#domain/observations/calendar-day.js';
import { londonInstant } from '#platform/clock/clock.js';
import { ApplicationError } from '#platform/errors/application-error.js';

/** How far a reading is. */
export interface ImportProgress {
  /** Read so far. */
  bytes: number;
  totalBytes: number;
  rows: number;
}

/** What a statistician confirms of a file, each with the reason that is kept. */
export interface Confirmations {
  /** Unit or measure are new: the series begins anew with this release. */
  unit?: string;
  /** The file's polarity contradicts the catalogue's direction, and the catalogue is right. */
  direction?: string;
}

export interface ImportRequest {
  path: string;
  /** The name to keep; that of the path unless given. */
  fileName?: string;
  /** Those of the metrics' sources unless given. */
  publisher?: string;
  /** ISO date; the newest published release of a cell counts. The same as `publishedAt` of that date. */
  publishedOn?: string;
  /** `2026-06-26` (half past nine in London) or `2026-06-26T09:30` in London. */
  publishedAt?: string;
  /** Slug of the one metric that the file must be for. */
  metric?: string;
  /** The file stands for whole series: earlier cells that it lacks are withdrawn. */
  wholeSeries?: boolean;
  /** Periods whose figures will still change, as the file spells them. */
  provisional?: readonly string[];
  /** The name of a layout, where the header alone must not decide. */
  layout?: string;
  /** A layout itself, as YAML. */
  layoutText?: string;
  /** The period of all rows, where the file has none. */
  period?: string;
  confirm?: Confirmations;
  /** Leaves rows at fault out, instead of refusing the file for them. */
  acceptRejects?: boolean;
  /** Reads and counts, and changes nothing. */
  dryRun?: boolean;
  onProgress?: (progress: ImportProgress) => void;
}

/** The day and the instant of publication, and who says so; null where nobody does. */
export interface Publication {
  publishedOn: string | null;
  publishedAt: Date | null;
  saidBy: 'request' | 'file-name' | null;
}

/** `pay_2024-12.csv`, `pay_2025-11-19_corrected.csv`: how publishers and archives name vintages. */
const VINTAGE = /_(20\d{2}-(?:0[1-9]|1[0-2]))(-\d{2})?(?=[_.])/;

const TIME_OF_RELEASE = '09:30';

/**
 * When a file was published. Where the request does not say, a vintage in the file's name does (its first day, where it names a
 * month): an old file loaded late must not pass for the newest.
 * @param file its name, and today's ISO date: a name that speaks of the future says nothing
 * @throws ApplicationError where the request names no real date, or confirms without a reason
 */
export function publicationOf({ publishedOn, publishedAt, confirm }: ImportRequest, file: { name: string; today: string }): Publication {
  for (const [what, reason] of Object.entries(confirm ?? {})) {
    if (typeof reason === 'string' && reason.trim() === '') {
      throw ApplicationError.invalid([{ code: 'no-reason', message: `say why the ${what} is confirmed`, field: `confirm.${what}` }]);
    }
  }
  const [field, text] = publishedAt === undefined ? ['publishedOn', publishedOn] : ['publishedAt', publishedAt];
  if (text === undefined) return publicationByName(file);
  const found = /^(\d{4}-\d{2}-\d{2})(?:T([01]\d|2[0-3]):([0-5]\d))?$/.exec(text);
  const [, date = '', hour, minute] = found ?? [];
  if (!dayFrom(date)) {
    throw ApplicationError.invalid([{ code: 'no-date', message: `${text} is not a date (YYYY-MM-DD, or YYYY-MM-DDTHH:MM for an hour in London)`, field }]);
  }
  return { publishedOn: date, publishedAt: londonInstant(date, hour === undefined ? TIME_OF_RELEASE : `${hour}:${minute}`), saidBy: 'request' };
}

function publicationByName({ name, today }: { name: string; today: string }): Publication {
  const [, month, day] = VINTAGE.exec(name) ?? [];
  const date = month === undefined ? undefined : `${month}${day ?? '-01'}`;
  if (date === undefined || !dayFrom(date) || date > today) return { publishedOn: null, publishedAt: null, saidBy: null };
  return { publishedOn: date, publishedAt: londonInstant(date, TIME_OF_RELEASE), saidBy: 'file-name' };
}
