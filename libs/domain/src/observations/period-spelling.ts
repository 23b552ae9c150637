import { MONTHS } from './period-label.js';

const YEAR = '(\\d{4})';

/** Older published spellings, each with its reading in the current one. Only those that can mean one thing are here. */
const SPELLINGS: readonly [RegExp, (parts: string[]) => string][] = [
  // `2008`: a calendar year
  [new RegExp(`^${YEAR}$`), ([year = '']) => `${year}-01-01/P1Y`],
  // `2024-01`: the snapshot of that month, as in the broadband files
  [new RegExp(`^${YEAR}-(0[1-9]|1[0-2])$`), ([year = '', month = '']) => monthSpelling(year, month)],
  // `2018-20`: three calendar years or more; two would be ambiguous
  [new RegExp(`^${YEAR}-(\\d{2})$`), ([year = '', last = '']) => yearsSpelling(year, year.slice(0, 2) + last)],
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
export function normalisePeriodText(text: string): string {
  const trimmed = text.trim();
  for (const [pattern, read] of SPELLINGS) {
    const found = pattern.exec(trimmed);
    if (found) return read(found.slice(1));
  }
  return trimmed;
}

/** `2004-12` is December 2004 and not 2004 to 2012: no published window is longer than five years. */
function monthSpelling(year: string, month: string): string {
  const windowEnd = Number(year.slice(0, 2) + month);
  const couldBeWindow = windowEnd > Number(year) && windowEnd - Number(year) <= 5;
  return couldBeWindow ? '' : `${year}-${month}-01`;
}

function yearsSpelling(first: string, last: string): string {
  const years = Number(last) - Number(first) + 1;
  return years >= 3 && years <= 5 ? `${first}-01-01/P${years}Y` : '';
}

function monthNumber(name: string): string {
  const index = MONTHS.indexOf(name);
  return index < 0 ? '' : String(index + 1).padStart(2, '0');
}
