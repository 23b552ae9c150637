/** A time that returns or plans cover. Dates are ISO dates, both inclusive. */
export interface ReportingPeriod {
  /** "April to September 2026", "October 2025 to March 2026", "2026 to 2027". */
  label: string;
  from: string;
  to: string;
}

/**
 * The half of a financial year that ended last before a day, or one further back.
 * @param back 0 for the last one, 1 for the one before it, …
 */
export function halfYearEndedBefore(today: string, back = 0): ReportingPeriod {
  const [year, month] = yearAndMonth(today);
  // Halves counted from the year 0: even ones are April to September.
  const running = month >= 10 ? year * 2 + 1 : month >= 4 ? year * 2 : year * 2 - 1;
  const half = running - 1 - back;
  const start = Math.floor(half / 2);
  return half % 2 === 0
    ? { label: `April to September ${start}`, from: `${start}-04-01`, to: `${start}-09-30` }
    : { label: `October ${start} to March ${start + 1}`, from: `${start}-10-01`, to: `${start + 1}-03-31` };
}

/** The financial year that a day lies in, from April to March. */
export function financialYearOf(today: string): ReportingPeriod {
  const [year, month] = yearAndMonth(today);
  const start = month >= 4 ? year : year - 1;
  return { label: `${start} to ${start + 1}`, from: `${start}-04-01`, to: `${start + 1}-03-31` };
}

function yearAndMonth(date: string): [number, number] {
  const found = /^(\d{4})-(\d{2})-\d{2}$/.exec(date);
  if (!found) throw new RangeError(`Not an ISO date: ${date}`);
  return [Number(found[1]), Number(found[2])];
}
