import { type CycleRules, RHYTHMS } from '#domain/calendar/reporting-rules.js';
import { type Nation, NATIONS } from '#domain/calendar/working-calendar.js';
import { SUBMISSION_KINDS } from '#domain/submissions/submission-status.js';
import { londonDate } from '#platform/clock/clock.js';
import { longDate } from '#platform/pages/dates.js';
import { calendarPaths } from '../calendar.paths.js';
import { type FrameworkCalendar } from '../calendar.queries.js';
import { calendarWords } from '../calendar.words.js';
import { type ReportingCycleRow } from '../reporting-cycle.entity.js';

const words = calendarWords.rules;

interface Fact {
  key: { text: string };
  value: { text: string };
}

export interface RulesPage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof words;
  unset: string | undefined;
  sections: { heading: string; rows: Fact[]; change: { text: string; href: string } | undefined }[];
  /** Where no cycle has opened: whether anything was opened by hand. */
  noCycles: string;
  cycles: { what: string; covers: string; opened: string; due: string; result: string; withoutLead: string | undefined }[];
}

/** @param names of missions by slug @param opened returns and plans, whoever opened them @param changes may the reader change it? */
export function rulesPage({ framework, rules }: FrameworkCalendar, cycles: readonly ReportingCycleRow[], { names, opened, changes }: { names: ReadonlyMap<string, string>; opened: number; changes: boolean }): RulesPage {
  const { slug } = framework;
  const section = (heading: string, rows: Fact[], href: string): RulesPage['sections'][number] => ({ heading, rows, change: changes ? { text: words.change, href } : undefined });
  return {
    title: words.title(framework.title),
    backLink: { text: calendarWords.list.title, href: calendarPaths.calendar },
    words,
    unset: rules ? undefined : words.unset,
    sections: [
      section(words.general, rules ? generalFacts(rules) : [], calendarPaths.rules(slug)),
      ...(rules
        ? [
            section(words.returns, cycleFacts(rules.returns, 'returns'), calendarPaths.returnRules(slug)),
            section(words.plans, cycleFacts(rules.plans, 'plans'), calendarPaths.planRules(slug)),
          ]
        : []),
    ].filter(({ rows, change }) => rows.length > 0 || change !== undefined),
    noCycles: opened === 0 ? words.noCycles : words.byHand(opened),
    cycles: cycles.map((cycle) => cycleRow(cycle, names)),
  };
}

function generalFacts({ nation, startsOn, avoidsRecess }: { nation: Nation; startsOn: string; avoidsRecess: boolean }): Fact[] {
  return [fact(words.facts.nation, NATIONS[nation]), fact(words.facts.startsOn, longDate(startsOn)), fact(words.facts.recess, avoidsRecess ? words.moved : words.stay)];
}

function cycleFacts(rules: CycleRules | null, part: 'returns' | 'plans'): Fact[] {
  if (!rules) return [fact(words.facts.rhythm, words.notAsked)];
  const anchor = words.anchor[part];
  return [
    fact(words.facts.rhythm, RHYTHMS[rules.rhythm].name),
    fact(words.facts.firstMonth, monthName(rules.firstMonth)),
    fact(words.facts.opens, words.opens(rules.opens, anchor)),
    fact(words.facts.due, words.due(rules.due, anchor)),
    fact(words.facts.closes, words.closes(rules.closes)),
    ...(part === 'returns' ? [fact(words.facts.afterRelease, words.afterRelease(rules.afterRelease))] : []),
  ];
}

function cycleRow({ kind, coversLabel, openedAt, dueOn, opened, withoutLead }: ReportingCycleRow, names: ReadonlyMap<string, string>): RulesPage['cycles'][number] {
  return {
    what: `${SUBMISSION_KINDS[kind]}s`,
    covers: coversLabel,
    opened: longDate(londonDate(openedAt)),
    due: longDate(dueOn),
    result: words.openedCount(opened),
    withoutLead: withoutLead.length === 0 ? undefined : words.withoutLead(withoutLead.map((slug) => names.get(slug) ?? slug).join(', ')),
  };
}

export function monthName(month: number): string {
  return new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2027, month - 1, 1)));
}

function fact(key: string, value: string): Fact {
  return { key: { text: key }, value: { text: value } };
}
