export const pastDaysPaths = {
  /** @param page the address of the page of today @param day ISO date */
  page: (page: string, day: string) => `${page}/as-of/${day}`,
  /** Sends on to the nearest day on which something changed. */
  other: (page: string, day: string, which: string) => `${pastDaysPaths.page(page, day)}/${which}`,
};
