import { dateInWords } from '#domain/judgements/figure-words.js';
import { type Area } from '#features/areas/area.entity.js';
import { consultationsPaths } from '#features/consultations/consultations.paths.js';
import { contributionsPaths } from '#features/contributions/contributions.paths.js';
import { type Metric } from '#features/metrics/metric.entity.js';
import { type Organisation } from '#features/organisations/organisation.entity.js';
import { preReleasePaths } from '#features/pre-release/pre-release.paths.js';
import { proposalsPaths } from '#features/proposals/proposals.paths.js';
import { londonDate } from '#platform/clock/clock.js';
import { type FormState } from '#platform/pages/form-state.js';
import { type PlaceReply } from '../place-reply.entity.js';
import { type ReplyDraft } from '../place-replies.service.js';
import { placesPaths } from '../places.paths.js';
import { placesWords } from '../places.words.js';

const words = placesWords.reply;

interface ReplyValues {
  metric: string;
  words: string;
}

export interface ReplyPage {
  title: string;
  caption: string;
  backLink: { text: string; href: string };
  words: typeof words;
  form: FormState<ReplyValues>;
  metrics: { value: string; text: string; selected: boolean }[];
  standing: { about: string; words: string; date: string; withdraw: string }[];
}

/** Metrics to choose from: those with a figure of the place, and others of the missions. */
export interface ReplyMetrics {
  here: readonly Metric[];
  others: readonly Metric[];
}

export function replyPage(area: Area, { here, others }: ReplyMetrics, standing: readonly PlaceReply[], form: FormState<ReplyValues>): ReplyPage {
  const sorted = (metrics: readonly Metric[]): Metric[] => metrics.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  const items = [
    { value: '', text: words.all },
    ...sorted(here).map(({ slug, name }) => ({ value: slug, text: name })),
    ...sorted(others).map(({ slug, name }) => ({ value: slug, text: words.without(name) })),
  ];
  return {
    title: words.title,
    caption: `${area.name} (${area.code})`,
    backLink: { text: `Back to ${area.name}`, href: placesPaths.place(area.code) },
    words,
    form,
    metrics: items.map((item) => ({ ...item, selected: item.value === form.values.metric })),
    standing: standing.map(({ id, metric, words: text, publishedAt }) => ({
      about: metric?.name ?? words.all,
      words: text ?? '',
      date: dateInWords(londonDate(publishedAt)),
      withdraw: placesPaths.withdrawReply(area.code, String(id)),
    })),
  };
}

export interface OwnPlacePage {
  title: string;
  intro: string;
  links: { text: string; href: string }[];
}

/** Where people of a place begin. */
export function ownPlacePage(code: string, name: string): OwnPlacePage {
  return {
    title: words.ownTitle(name),
    intro: words.ownIntro,
    links: [
      { text: words.ownFigures(name), href: placesPaths.place(code) },
      { text: words.title, href: placesPaths.reply(code) },
      { text: words.ownBriefing(name), href: placesPaths.briefing(code) },
      { text: words.ownPreRelease, href: preReleasePaths.own },
      { text: words.ownContributions, href: contributionsPaths.list },
      { text: words.ownConsultations, href: consultationsPaths.list },
      { text: words.ownProposal, href: proposalsPaths.submit },
    ],
  };
}

export interface CheckReplyPage {
  title: string;
  caption: string;
  backLink: { text: string; href: string };
  words: typeof words;
  rows: { key: { text: string }; value: { text: string; classes?: string }; actions?: { items: object[] } }[];
}

export function checkReplyPage(area: Area, organisation: Organisation, metric: Metric | undefined, draft: ReplyDraft): CheckReplyPage {
  const change = { actions: { items: [{ href: placesPaths.reply(area.code), text: words.change, visuallyHiddenText: words.words.toLowerCase() }] } };
  return {
    title: words.checkTitle,
    caption: `${area.name} (${area.code})`,
    backLink: { text: 'Back', href: placesPaths.reply(area.code) },
    words,
    rows: [
      { key: { text: words.about }, value: { text: metric?.name ?? words.all } },
      { key: { text: words.words }, value: { text: draft.words, classes: 'waymark-prose' }, ...change },
      { key: { text: words.publishedAs }, value: { text: organisation.name } },
    ],
  };
}
