import { csvwPath } from '#platform/csv/csvw.js';

const figuresCsv = (code: string): string => `/places/${code}/figures.csv`;

export const placesPaths = {
  list: '/places',
  place: (code: string) => `/places/${code}`,
  figuresCsv,
  briefing: (code: string) => `/places/${code}/briefing`,
  /** Where directors begin. */
  briefings: '/briefings',
  figuresMetadata: (code: string) => csvwPath(figuresCsv(code)),
  /** Where people who may reply begin. */
  own: '/my-place',
  reply: (code: string) => `/places/${code}/reply`,
  checkReply: (code: string) => `/places/${code}/reply/check`,
  withdrawReply: (code: string, id: string) => `/places/${code}/replies/${id}/withdraw`,
};
