import { isCouncilRole } from '#domain/access/council-grants.js';
import { ROLES } from '#domain/access/roles.js';
import { longDate, longDateTime } from '#platform/pages/dates.js';
import { pounds } from '../budget-amount.js';
import { type CouncilMember } from '../council-member.entity.js';
import { councilPaths } from '../council.paths.js';
import { type CouncilRegister } from '../council-register.queries.js';
import { councilWords } from '../council.words.js';

const words = councilWords.page;

export interface CouncilPage {
  title: string;
  words: typeof words;
  quorum: string;
  members: { name: string; role: string; office: string; appointedBy: string; from: string; until: string; interests: string[] }[];
  ended: { name: string; appointedBy: string; from: string; until: string; ended: string; why: string }[];
  budgets: { year: string; givenBy: string; amount: string; spent: string; staff: string; note: string }[];
  changes: { when: string; what: string; who: string }[];
  links: { href: string; text: string }[];
}

/** @param today ISO date */
export function councilPage({ people, terms, interests, budgets, quorum, changes }: CouncilRegister, today: string): CouncilPage {
  const { members } = words;
  const running = terms.filter((term) => !isOver(term, today));
  return {
    title: words.title,
    words,
    quorum: words.quorum.rule(quorum.leastNumber, quorum.leastShare),
    members: people.map(({ id, name, roles, homeOrganisation }) => {
      const term = running.find(({ personId }) => personId === id);
      const declared = interests.filter(({ personId }) => personId === id).map(({ subject, what }) => `${subject}: ${what}`);
      return {
        name,
        role: roles.filter(isCouncilRole).map((role) => ROLES[role]).join(', '),
        office: homeOrganisation ? members.from(homeOrganisation.name) : '',
        appointedBy: term?.appointedBy ?? members.notStated,
        from: term ? longDate(term.from) : members.notStated,
        until: term ? (term.until ? longDate(term.until) : members.noEnd) : members.notStated,
        interests: declared.length > 0 ? declared : [members.noInterests],
      };
    }),
    ended: terms
      .filter((term) => isOver(term, today))
      .map(({ person, appointedBy, from, until, endedOn, endedWhy }) => ({
        name: person.name, appointedBy, from: longDate(from), until: until ? longDate(until) : members.noEnd, ended: longDate(endedOn ?? until ?? from), why: endedWhy,
      })),
    budgets: budgets.map(({ year, givenBy, amount, spent, staff, note }) => ({
      year: words.budget.yearOf(year), givenBy, amount: pounds(amount), spent: spent === null ? words.budget.notStated : pounds(spent),
      staff: staff === null ? words.budget.notStated : Number(staff).toLocaleString('en-GB'), note,
    })),
    changes: changes.map(({ what, changedByName, changedAt }) => ({ when: longDateTime(changedAt), what, who: changedByName })),
    links: [
      { href: councilPaths.decisions, text: words.links.decisions },
      { href: '/council/grants', text: words.links.grants },
      { href: '/council/interests', text: words.links.interests },
    ],
  };
}

/** From the day on which it ended; a term with a last day is over the day after. */
function isOver({ endedOn, until }: CouncilMember, today: string): boolean {
  return (endedOn !== null && endedOn <= today) || (until !== null && until < today);
}
