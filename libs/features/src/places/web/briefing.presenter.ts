import { VERDICTS } from '#domain/judgements/verdict.js';
import { type Area } from '#features/areas/area.entity.js';
import { type Consultation } from '#features/consultations/consultation.entity.js';
import { consultationsPaths } from '#features/consultations/consultations.paths.js';
import { dataGapsPaths } from '#features/data-gaps/data-gaps.paths.js';
import { type Director } from '#features/directors/director.entity.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { type Proposal } from '#features/proposals/proposal.entity.js';
import { proposalsPaths } from '#features/proposals/proposals.paths.js';
import { PROPOSAL_OUTCOMES, PROPOSAL_STATES } from '#domain/proposals/proposal-status.js';
import { longDate } from '#platform/pages/dates.js';
import { briefingWords as words } from '../briefing.words.js';
import { type AwardsOfPlace, type GapOfPlace, type MetricVerdict, type ReturnNamingPlace } from '../briefing.queries.js';
import { type PlaceReply } from '../place-reply.entity.js';
import { placesPaths } from '../places.paths.js';
import { type FigureRow } from './place-figures.presenter.js';
import { type Link, replyBlocks } from './place-page.presenter.js';

/** Everything that a briefing is made of. */
export interface BriefingParts {
  area: Area;
  today: string;
  rows: readonly FigureRow[];
  verdicts: readonly MetricVerdict[];
  gaps: readonly GapOfPlace[];
  replies: readonly PlaceReply[];
  returns: readonly ReturnNamingPlace[];
  proposals: readonly Proposal[];
  consultations: readonly Consultation[];
  awards: readonly AwardsOfPlace[];
  directors: readonly Director[];
}

export interface BriefingPage {
  title: string;
  backLink: Link;
  words: typeof words;
  intro: string;
  directors: string[];
  figures: { metric: Link; latest: string; period: string; change: string; verdicts: Link[] }[];
  gaps: Link[];
  replies: ReturnType<typeof replyBlocks>;
  returns: { heading: string; href: string; quotes: string[] }[];
  proposals: { text: string; href: string; state: string }[];
  awards: string[];
  consultations: Link[];
}

export function briefingPage(parts: BriefingParts): BriefingPage {
  const { area, today } = parts;
  return {
    title: words.title(`${area.name} (${area.code})`),
    backLink: { text: `Back to ${area.name}`, href: placesPaths.place(area.code) },
    words,
    intro: words.intro(longDate(today)),
    directors: parts.directors.map(({ name, contact, since, appointedBy }) => words.director(name, contact, longDate(since), appointedBy)),
    figures: parts.rows.map(({ slug, metric, latest, period, change }) => ({ metric, latest, period, change, verdicts: parts.verdicts.filter((verdict) => verdict.metric === slug).flatMap(verdictLink) })),
    gaps: parts.gaps.map(({ reference, metric, sentence, dateNeeded }) => ({ text: words.gap(metric, sentence, longDate(dateNeeded)), href: dataGapsPaths.show(reference) })),
    replies: replyBlocks([...parts.replies]),
    returns: parts.returns.flatMap((found) => {
      const quotes = passagesNaming(found, area.name);
      const { department, coversLabel, reference, framework, mission } = found;
      return quotes.length === 0 ? [] : [{ heading: `${mission.name}: ${words.returnBy(department, coversLabel, reference)}`, href: missionsPaths.mission(framework, mission.slug), quotes }];
    }),
    proposals: parts.proposals.map(({ title, reference, state, outcome }) => ({ text: title, href: proposalsPaths.show(reference), state: outcome ? PROPOSAL_OUTCOMES[outcome] : PROPOSAL_STATES[state] })),
    awards: parts.awards.map(({ fund, awards, total, file }) => words.award(fund, awards, total === null ? '' : total.toLocaleString('en-GB', { style: 'currency', currency: 'GBP', maximumFractionDigits: 0 }), file)),
    consultations: parts.consultations.map(({ title, reference, organisation, closesOn }) => ({ text: words.consultation(title, organisation.name, longDate(closesOn)), href: consultationsPaths.show(reference) })),
  };
}

/** Whole paragraphs, claims and quoted contributions of a return that name the place: whole, never a part of one. */
export function passagesNaming({ content }: Pick<ReturnNamingPlace, 'content'>, name: string): string[] {
  const { narrative, ratingReason, nextSteps, figuresComment, evidence, contributions } = content;
  const paragraphs = [figuresComment, narrative, ratingReason, nextSteps].flatMap((text) => text.split('\n'));
  const claims = evidence.map(({ claim, source, page }) => `${claim} (${source}, ${page})`);
  const given = contributions.map(({ organisation, answer }) => `${organisation}: ${answer}`);
  const named = new RegExp(`(^|[^\\p{L}])${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}([^\\p{L}]|$)`, 'iu');
  return [...paragraphs, ...claims, ...given].map((text) => text.trim()).filter((text) => named.test(text));
}

function verdictLink({ framework, mission, target, verdict }: MetricVerdict): Link[] {
  return verdict ? [{ text: `${mission.name}: ${VERDICTS[verdict]}`, href: missionsPaths.target(framework, mission.slug, target.slug) }] : [];
}
