import { type ConsultationState } from '#domain/consultations/consultation-status.js';
import { londonDate } from '#platform/clock/clock.js';
import { longDate } from '#platform/pages/dates.js';
import { type Consultation } from '../consultation.entity.js';
import { consultationsPaths as paths } from '../consultations.paths.js';
import { consultationsWords } from '../consultations.words.js';
import { aboutConsultation, consultationTags } from './consultation.presenter.js';

const words = consultationsWords.list;

export interface ConsultationsListPage {
  title: string;
  words: typeof words;
  createHref: string | undefined;
  nothing: string | undefined;
  tables: { id: string; heading: string; rows: { href: string; title: string; reference: string; about: string; by: string; dates: string; tags: { text: string; classes: string }[] }[] }[];
}

const GROUPS: [keyof typeof words.groups, ConsultationState[]][] = [['open', ['open']], ['announced', ['announced']], ['closed', ['closed']], ['ended', ['responded', 'withdrawn']]];

/** @param mayOpen may the reader open one? */
export function consultationsListPage(consultations: readonly Consultation[], { today, mayOpen }: { today: string; mayOpen: boolean }): ConsultationsListPage {
  return {
    title: words.title,
    words,
    createHref: mayOpen ? paths.create : undefined,
    nothing: consultations.length === 0 ? words.nothing : undefined,
    tables: GROUPS.flatMap(([id, states]) => {
      const rows = consultations.filter(({ state }) => states.includes(state)).map((consultation) => ({
        href: paths.show(consultation.reference), title: consultation.title, reference: consultation.reference, about: aboutConsultation(consultation),
        by: consultation.organisation.name, dates: datesOf(consultation), tags: consultationTags(consultation, today),
      }));
      return rows.length === 0 ? [] : [{ id, heading: words.groups[id], rows }];
    }),
  };
}

function datesOf({ state, opensOn, closesOn, respondBy, endedAt }: Consultation): string {
  const { dates } = consultationsWords;
  const [from, to, ended] = [longDate(opensOn), longDate(closesOn), endedAt ? longDate(londonDate(endedAt)) : ''];
  switch (state) {
    case 'announced':
      return dates.announced(from, to);
    case 'open':
      return dates.open(to);
    case 'closed':
      return dates.closed(to, longDate(respondBy));
    case 'responded':
      return dates.ended(to, ended);
    case 'withdrawn':
      return dates.withdrawn(ended);
  }
}
