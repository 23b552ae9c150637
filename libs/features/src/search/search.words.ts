import { LONGEST_QUESTION } from '#domain/search/search-question.js';

/** The words of the search. */
export const searchWords = {
  title: 'Search',
  found: (count: number, question: string) => `${count === 0 ? 'Nothing' : count === 1 ? '1 result' : `${count} results`} found for “${question}”`,
  kindFound: (kind: string, count: number, question: string, page: number) => `${kind}: ${count} found for “${question}”${page > 1 ? `, page ${page}` : ''}`,
  label: 'Search for',
  hint: 'Words of a mission, a target or a document, a place by name or code, or a reference such as AL-2026-7K3D. Put "quotation marks" around words that belong together.',
  button: 'Search',
  intro: 'Missions, targets, metrics, places, departments, alerts, inquiries, recommendations, reports, letters and what departments have published. Only what is public is found.',
  cut: `Your search was longer than ${LONGEST_QUESTION} characters. The rest was left out.`,
  all: (count: number, kind: string) => `All ${count}: ${kind.toLowerCase()}`,
  back: 'Back to all kinds of results',
  more: 'Next page',
  less: 'Previous page',
  pages: 'Pages of results',
  ended: 'There are no results on this page.',
  nothing: {
    heading: 'Nothing was found',
    common: 'These words are in nearly every text. Add a word that says more.',
    tips: ['check the spelling', 'use fewer words, or more general ones', 'look for a place by its name, its former name or its nine-character code'],
    tipsIntro: 'You can:',
    elsewhere: 'Or look in these lists:',
  },
  place: { ended: (day: string) => `Until ${day}`, code: (code: string) => `Code ${code}` },
};
