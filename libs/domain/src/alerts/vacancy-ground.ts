import { dateInWords } from '#domain/judgements/figure-words.js';
import type { AlertFact } from './alert-fact.js';

/** Days that somebody leads, or that are recorded as a vacancy: from the first to the day before `to`. ISO dates. */
export interface LeadTerm {
  readonly from: string;
  readonly to: string | null;
}

export interface RecordedVacancy extends LeadTerm {
  readonly reason: string;
}

/** A mission that no department leads today. */
export interface Vacancy {
  /** The first day without a lead; undefined where the mission never had one. */
  readonly since: string | undefined;
  readonly reason: string | undefined;
  /** Who led until then: the place in the list of leads. */
  readonly lastLead: number | undefined;
}

/** @returns undefined while somebody leads */
export function vacancyOn(leads: readonly LeadTerm[], vacancies: readonly RecordedVacancy[], today: string): Vacancy | undefined {
  if (leads.some((term) => covers(term, today))) return undefined;
  const ended = leads.map(({ to }, index) => ({ to, index })).filter((term): term is { to: string; index: number } => term.to !== null && term.to <= today);
  const last = ended.sort((a, b) => (a.to < b.to ? -1 : 1)).at(-1);
  const recorded = vacancies.find((term) => covers(term, today));
  return { since: last?.to ?? recorded?.from, reason: recorded?.reason, lastLead: last?.index };
}

export function vacancySentence(focusArea: string, { since, reason }: Vacancy): string {
  const from = since === undefined ? 'No department has ever led' : `Since ${dateInWords(since)} no department leads`;
  const why = reason ? `The reason on record: ${reason.replace(/\.$/, '')}.` : 'No reason is on record.';
  return `${from} the mission ${focusArea}, so nobody answers for it. ${why}`;
}

export function vacancyFacts({ since }: Vacancy, lastLead: string | undefined): AlertFact[] {
  return [
    ...(since === undefined ? [] : [{ name: 'First day without a lead', value: dateInWords(since) }]),
    ...(lastLead === undefined ? [] : [{ name: 'Led until then', value: lastLead }]),
  ];
}

function covers({ from, to }: LeadTerm, day: string): boolean {
  return from <= day && (to === null || day < to);
}
