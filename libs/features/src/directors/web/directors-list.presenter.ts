import { isInOffice } from '#domain/directors/director-blockers.js';
import { proposalsPaths } from '#features/proposals/proposals.paths.js';
import { placesPaths } from '#features/places/places.paths.js';
import { longDate } from '#platform/pages/dates.js';
import { type Director } from '../director.entity.js';
import { directorsPaths } from '../directors.paths.js';
import { directorsWords } from '../directors.words.js';

const words = directorsWords.list;

interface DirectorRow {
  id: string;
  place: { text: string; href: string };
  name: string;
  contact: string;
  appointedBy: string;
  since: string;
  until: string;
  changeHref: string | undefined;
}

export interface DirectorsListPage {
  title: string;
  words: typeof words;
  addHref: string | undefined;
  proposalsHref: string;
  nothing: string | undefined;
  tables: { id: string; heading: string; rows: DirectorRow[] }[];
}

/** One line a director and place, by place; those who have left come after. @param names of places by code */
export function directorsListPage(directors: readonly Director[], names: ReadonlyMap<string, string>, { today, manages }: { today: string; manages: boolean }): DirectorsListPage {
  const rows = (some: readonly Director[]): DirectorRow[] =>
    some
      .flatMap((director) =>
        director.places.map((code) => ({
          id: `${director.id}-${code}`, place: { text: names.get(code) ?? code, href: placesPaths.place(code) }, name: director.name, contact: director.contact, appointedBy: director.appointedBy,
          since: longDate(director.since), until: director.until ? longDate(director.until) : words.noEnd, changeHref: manages ? directorsPaths.edit(director.id) : undefined,
        })),
      )
      .sort((a, b) => a.place.text.localeCompare(b.place.text, 'en-GB'));
  const current = directors.filter((director) => isInOffice(director, today) || director.since > today);
  const former = directors.filter((director) => !current.includes(director));
  const tables = [{ id: 'in-office', heading: words.inOffice, rows: rows(current) }, { id: 'before', heading: words.former, rows: rows(former) }];
  return {
    title: words.title,
    words,
    addHref: manages ? directorsPaths.create : undefined,
    proposalsHref: proposalsPaths.list,
    nothing: current.length === 0 ? words.nothing : undefined,
    tables: tables.filter((table) => table.rows.length > 0),
  };
}
