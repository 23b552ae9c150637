/** The words around pages as they stood on a day. */
export const pastDaysWords = {
  noDay: 'That is no day. Write it like 2026-11-23: year, month, day',
  toCome: 'That day is still to come. A page can be read as it stood on a day that has passed, or today',
  beforeFramework: 'That day is before the framework was set out, so there was nothing to show',
  title: (title: string, day: string) => `${title}, as it stood on ${day}`,
  heading: (day: string) => `As it stood on ${day}`,
  text: (day: string) => `This is what everybody could read here at the end of ${day}. Nothing that came later is on it. Some of it may have changed since.`,
  textToday: 'This is what everybody can read here today. From tomorrow on, this address keeps it as it stood at the end of the day.',
  today: 'Read the page as it stands now',
  previous: 'The day before on which something changed',
  next: 'The next day on which something changed',
  link: 'Link to this page as it stands today',
};
