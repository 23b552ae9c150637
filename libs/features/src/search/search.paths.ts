export const searchPaths = {
  search: '/search',
  /** @param kind of what is found; all kinds without. @param page from 1 */
  asked: (question: string, kind?: string, page = 1) =>
    `/search?${new URLSearchParams({ q: question, ...(kind === undefined ? {} : { kind }), ...(page === 1 ? {} : { page: String(page) }) }).toString()}`,
};
