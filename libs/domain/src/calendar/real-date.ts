/** Is this a day of the calendar, in this century? What boxes held that make no date comes in the shape of one: `2027-02-31`, `0000-00-xx`. */
export function isRealDate(text: string): boolean {
  // two digits of a year are padded with zeros by the form
  if (!/^20\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
