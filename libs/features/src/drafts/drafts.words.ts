/** The words of what a department's own system is told. */
export const draftWords = {
  notYourMission: 'Another department leads this mission, or will when the return is due',
  noCalendar: 'The framework has no reporting calendar for returns: they are opened for you',
  noSuchPeriod: (last: readonly string[]): string => `The reporting calendar has no such period${last.length === 0 ? '' : `; the last that can be begun are ${last.join(', ')}`}`,
};
