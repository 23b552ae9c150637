import { daysOfMonth, monthAfter } from '#domain/public-changes/change-month.js';
import { CHANGE_KINDS } from '#domain/public-changes/public-change.js';
import { subscriptionsPaths } from '#features/subscriptions/subscriptions.paths.js';
import { londonDate } from '#platform/clock/clock.js';
import { longDateTime } from '#platform/pages/dates.js';
import { type ChangesAsked, type ChangesFound } from '../public-changes.queries.js';
import { changesHref, publicChangesPaths as paths } from '../public-changes.paths.js';
import { publicChangesWords } from '../public-changes.words.js';

const words = publicChangesWords.list;
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'Europe/London' });

interface Option {
  value: string;
  text: string;
  selected: boolean;
}

export interface ChangesPage {
  title: string;
  heading: string;
  words: typeof words;
  warning: string | undefined;
  count: string;
  days: { kind: string; title: string; href: string; sentence: string; when: string; about: string }[];
  /** None before the month in which the service began. */
  previous: { href: string; text: string } | undefined;
  /** None after the month that it is now. */
  next: { href: string; text: string } | undefined;
  filter: { action: string; isSet: boolean; missions: Option[]; departments: Option[]; place: string };
  csvHref: string;
  feed: { href: string; title: string };
  subscribeHref: string;
}

/** @param month `2026-11` @param thisMonth the month that it is now @param isPlain whether the page was asked for without a month */
export function changesPage({ changes, registers, names, unknown }: ChangesFound, { month, thisMonth, isPlain, asked }: { month: string; thisMonth: string; isPlain: boolean; asked: ChangesAsked }): ChangesPage {
  const inWords = monthInWords(month);
  const query = { mission: asked.mission, department: asked.department, place: asked.place };
  const options = (listed: { value: string; text: string }[], chosen: string | undefined): Option[] => [
    { value: '', text: words.filter.any, selected: chosen === undefined },
    ...listed.map(({ value, text }) => ({ value, text, selected: value === chosen })),
  ];
  const missions = [...registers.missions.values()];
  const to = (other: string): { href: string; text: string } => ({ href: changesHref(paths.month(other), query), text: monthInWords(other) });
  return {
    title: isPlain ? words.thisMonth : words.title(inWords),
    heading: words.title(inWords),
    words,
    warning: unknown ? words.unknown : undefined,
    count: changes.length === 0 ? words.nothing : words.count(changes.length),
    days: changes.map(({ at, kind, title, sentence, path, missions: about }) => ({
      kind: CHANGE_KINDS[kind], title, href: path, sentence, when: longDateTime(at),
      about: about.length > 1 ? words.missions(registers.missionNumbers(about)) : '',
    })),
    previous: registers.begins && month > londonDate(registers.begins).slice(0, 7) ? to(monthAfter(month, -1)) : undefined,
    next: month < thisMonth ? to(monthAfter(month, 1)) : undefined,
    filter: {
      action: isPlain ? paths.list : paths.month(month),
      isSet: Object.values(query).some((value) => value !== undefined),
      missions: options(missions.map(({ framework, slug, id }) => ({ value: `${framework}/${slug}`, text: registers.missionName(id) })), asked.mission),
      departments: options([...registers.bodies.values()].filter(({ kind }) => kind === 'department').map(({ slug, name }) => ({ value: slug, text: name })), asked.department),
      place: asked.place ?? '',
    },
    csvHref: changesHref(paths.csv, { month, ...query }),
    feed: feedFor(asked, names),
    subscribeHref: subscriptionsPaths.subscribe,
  };
}

export function monthInWords(month: string): string {
  return MONTH.format(new Date(`${daysOfMonth(month).from}T12:00:00Z`));
}

/** The feed of what is filtered by; feeds know one filter each. */
function feedFor(asked: ChangesAsked, names: ChangesFound['names']): ChangesPage['feed'] {
  const set = Object.values(asked).filter((value) => value !== undefined).length;
  const [framework = '', mission = ''] = (asked.mission ?? '').split('/');
  if (set === 1 && names.mission !== undefined) return { href: paths.missionFeed(framework, mission), title: names.mission };
  if (set === 1 && names.department !== undefined) return { href: paths.departmentFeed(asked.department ?? ''), title: names.department };
  if (set === 1 && names.place !== undefined) return { href: paths.placeFeed(asked.place ?? ''), title: names.place };
  return { href: paths.allFeed, title: publicChangesWords.feeds.all };
}
