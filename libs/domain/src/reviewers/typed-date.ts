/** A date as typed into three boxes. */
export interface TypedDate {
  day: string;
  month: string;
  year: string;
}

/** @returns the ISO date; '' where nothing was typed; undefined where it is no date. */
export function readTypedDate({ day, month, year }: TypedDate): string | undefined {
  const parts = [year, month, day].map((part) => part.trim());
  if (parts.every((part) => part === '')) return '';
  if (!parts.every((part) => /^\d{1,4}$/.test(part)) || parts[0]?.length !== 4) return undefined;
  const date = parts.map((part, index) => part.padStart(index === 0 ? 4 : 2, '0')).join('-');
  const at = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date ? undefined : date;
}
