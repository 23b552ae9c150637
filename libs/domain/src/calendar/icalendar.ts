/** A whole day, or several, in somebody's diary. */
export interface DiaryDay {
  /** Stays the same for ever, so that a diary that reads again changes its entry and adds none. */
  uid: string;
  /** How often it was changed: grows, never falls. */
  sequence: number;
  /** First and last day; ISO dates. */
  firstDay: string;
  lastDay: string;
  summary: string;
  description: string;
  /** Whole address. */
  url?: string;
}

/** Most bytes of a line before it is folded (RFC 5545, 3.1). */
const LONGEST_LINE = 75;

/** A calendar by RFC 5545: lines folded at 75 bytes and ended by CRLF. @param stamp when it was made */
export function icalendar({ name, days, stamp }: { name: string; days: readonly DiaryDay[]; stamp: Date }): string {
  const made = `${stamp.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Waymark//Reporting calendar//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    ...days.flatMap((day) => eventOf(day, made)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** The end of a day's event is the first day after it (3.6.1). */
function eventOf({ uid, sequence, firstDay, lastDay, summary, description, url }: DiaryDay, made: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${made}`,
    `SEQUENCE:${sequence}`,
    `DTSTART;VALUE=DATE:${firstDay.replaceAll('-', '')}`,
    `DTEND;VALUE=DATE:${dayAfter(lastDay).replaceAll('-', '')}`,
    `SUMMARY:${escaped(summary)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${escaped(description)}`]),
    ...(url === undefined ? [] : [`URL:${url}`]),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** Text as a value: backslash, semicolon, comma and line breaks are marked (3.3.11); other control characters are none. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/(?!\t)\p{Cc}/gu, '');
}

/** A line longer than 75 bytes goes on in the next after a blank; no character is cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const sign of line) {
    const size = new TextEncoder().encode(sign).length;
    if (bytes + size > LONGEST_LINE) {
      parts.push(part);
      part = ' ';
      bytes = 1;
    }
    part += sign;
    bytes += size;
  }
  return [...parts, part].join('\r\n');
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
