/** Pounds as pages print them: “£12,345”, with pence only where there are some. */
export function poundsInWords(pounds: number): string {
  return `£${pounds.toLocaleString('en-GB', { maximumFractionDigits: 2, minimumFractionDigits: Number.isInteger(pounds) ? 0 : 2 })}`;
}

/** A share of 0 to 1 as “12.5%”. */
export function percentInWords(share: number): string {
  return `${(share * 100).toLocaleString('en-GB', { maximumFractionDigits: 1 })}%`;
}
