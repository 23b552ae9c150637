import { MONTHS } from './period-label.js';
import { FIRST_MONTH, type PeriodReading } from './year-kind.js';

const YEAR = '(\\d{4})';

/** A spelling and its reading in the current one; the empty text where it could mean two things. */
type Spelling = readonly [RegExp, (parts: string[], reading: PeriodReading | undefined) => string];

/** Older published spellings. Those that a metric's kind of year decides are refused where no kind is given. */
const SPELLINGS: readonly Spelling[] = [
  // `2008`
  [new RegExp(`^${YEAR}$`), ([year = ''], reading) => bareYear(year, reading)],
  // `2024-01`: the snapshot of that month, as in the broadband files; `2018-20`: a window of years; `2018-19`: one year of two names
  [new RegExp(`^${YEAR}-(\\d{2})$`), ([year = '', last = ''], reading) => dashed(year, last, reading)],
  // `2021/22`, `2021-2022`, `2021/2022`
  [new RegExp(`^${YEAR}/(\\d{2})$`), ([year = '', last = ''], reading) => (reading ? years(year, centuryOf(year, last), reading) : '')],
  [new RegExp(`^${YEAR}\\s*[-/]\\s*${YEAR}$`), ([year = '', last = ''], reading) => (reading ? years(year, last, reading) : '')],
  // `202122`, `201922`
  [new RegExp(`^${YEAR}(\\d{2})$`), ([year = '', last = ''], reading) => compact(year, last, reading)],
  // `01/2004 - 12/2004`, `04/2020-03/2021`
  [
    new RegExp(`^(\\d{2})/${YEAR}\\s*-\\s*(\\d{2})/${YEAR}$`),
    ([firstMonth = '', firstYear = '', lastMonth = '', lastYear = '']) => {
      const months = (Number(lastYear) - Number(firstYear)) * 12 + Number(lastMonth) - Number(firstMonth) + 1;
      return months > 0 ? `${firstYear}-${firstMonth}-01/P${months}M` : '';
    },
  ],
  // `As of 13 January 2023`
  [
    new RegExp(`^As of (\\d{1,2}) ([A-Z][a-z]+) ${YEAR}$`),
    ([day = '', month = '', year = '']) => `${year}-${monthNumber(month)}-${day.padStart(2, '0')}`,
  ],
  // `2021 May`
  [new RegExp(`^${YEAR} ([A-Z][a-z]+)$`), ([year = '', month = '']) => `${year}-${monthNumber(month)}-01`],
];

/** @returns the text in the current ONS spelling where it is one of the older ones, else the text itself, trimmed. */
export function normalisePeriodText(text: string, reading?: PeriodReading): string {
  const trimmed = text.trim().replaceAll('–', '-');
  for (const [pattern, read] of SPELLINGS) {
    const found = pattern.exec(trimmed);
    if (found) return read(found.slice(1), reading);
  }
  return trimmed;
}

/** A year of a series whose years do not begin in January has two names, so one of them alone says nothing. */
function bareYear(year: string, reading: PeriodReading | undefined): string {
  if (!reading || reading.yearKind === 'calendar') return `${year}-01-01/P1Y`;
  const month = reading.yearKind === 'snapshot' ? reading.snapshotMonth : undefined;
  return month ? `${year}-${String(month).padStart(2, '0')}-01` : '';
}

function dashed(year: string, last: string, reading: PeriodReading | undefined): string {
  const isMonth = /^(0[1-9]|1[0-2])$/.test(last);
  if (reading?.yearKind === 'snapshot') return isMonth ? `${year}-${last}-01` : '';
  if (reading && FIRST_MONTH[reading.yearKind] !== undefined) {
    const end = centuryOf(year, last);
    // `2010-11` is one year; `2010-12` could be December or two of them
    if (!isMonth || Number(end) - Number(year) === 1) return years(year, end, reading);
  }
  return isMonth ? monthSpelling(year, last) : windowOfYears(year, centuryOf(year, last));
}

/** `2004-12` is December 2004 and not 2004 to 2012: no published window is longer than five years. */
function monthSpelling(year: string, month: string): string {
  const windowEnd = Number(year.slice(0, 2) + month);
  const couldBeWindow = windowEnd > Number(year) && windowEnd - Number(year) <= 5;
  return couldBeWindow ? '' : `${year}-${month}-01`;
}

/** Six digits: one year from spring or autumn to the next, or, in a financial series, several of them together. */
function compact(year: string, last: string, reading: PeriodReading | undefined): string {
  if (!reading) return '';
  const end = centuryOf(year, last);
  return Number(end) - Number(year) === 1 || reading.yearKind === 'financial' ? years(year, end, reading) : '';
}

/**
 * `2019` to `2022` by the metric's kind of year: three financial years, four calendar years. Two calendar years in a row
 * are refused, for they are how others write one financial or school year.
 */
function years(first: string, last: string, { yearKind }: PeriodReading): string {
  const month = FIRST_MONTH[yearKind];
  if (month === undefined) return yearKind === 'calendar' ? windowOfYears(first, last) : '';
  const length = Number(last) - Number(first);
  return length >= 1 && length <= 5 ? `${first}-${month}-01/P${length}Y` : '';
}

/** `2018-20`: three calendar years or more; two would be ambiguous. */
function windowOfYears(first: string, last: string): string {
  const length = Number(last) - Number(first) + 1;
  return length >= 3 && length <= 5 ? `${first}-01-01/P${length}Y` : '';
}

/** `2019` and `22` give `2022`, `1999` and `00` give `2000`. */
function centuryOf(year: string, last: string): string {
  const same = Number(year.slice(0, 2) + last);
  return String(same < Number(year) && last < year.slice(2) && year.slice(2) >= '95' ? same + 100 : same).padStart(4, '0');
}

function monthNumber(name: string): string {
  const index = MONTHS.indexOf(name);
  return index < 0 ? '' : String(index + 1).padStart(2, '0');
}
