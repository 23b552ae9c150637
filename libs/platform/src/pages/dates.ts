const LONG_DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/London' });
const LONG_TIME = new Intl.DateTimeFormat('en-GB', { hour: 'numeric', minute: '2-digit', hour12: true, timeZone: 'Europe/London' });

/** "31 March 2026" of an ISO date. */
export function longDate(isoDate: string): string {
  return LONG_DATE.format(new Date(`${isoDate}T12:00:00Z`));
}

/** "31 March 2026 at 5:07pm" in London, as the GOV.UK style guide writes it. */
export function longDateTime(instant: Date): string {
  return `${LONG_DATE.format(instant)} at ${LONG_TIME.format(instant).replace(' ', '')}`;
}
