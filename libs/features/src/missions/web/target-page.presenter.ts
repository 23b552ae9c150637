import { CAUSES_OF_CHANGE } from '#domain/judgements/cause-of-change.js';
import { capitalised } from '#domain/judgements/figure-words.js';
import { type ForecastSection } from '#features/forecasts/forecast-section.presenter.js';
import { frameworksPaths } from '#features/frameworks/frameworks.paths.js';
import { type ResetFact } from '#features/hearing-packs/hearing-facts.js';
import { type ComputedStanding } from '#features/judgements/mission-standing.js';
import { linkToToday, type PastBanner } from '#features/past-days/past-banner.presenter.js';
import { pastDaysPaths } from '#features/past-days/past-days.paths.js';
import { pastDaysWords } from '#features/past-days/past-days.words.js';
import { londonDate } from '#platform/clock/clock.js';
import { longDate } from '#platform/pages/dates.js';
import { type Mission } from '../mission.entity.js';
import { missionsPaths } from '../missions.paths.js';
import { missionsWords } from '../missions.words.js';
import { type Target } from '../target.entity.js';
import { type VerdictTag, verdictTag } from '../verdict-tag.js';
import { type TargetSection } from './target-section.presenter.js';

export interface TargetPage {
  title: string;
  caption: string;
  breadcrumbs: { text: string; href?: string }[];
  words: typeof missionsWords.target;
  heading: string;
  past: PastBanner | undefined;
  target: TargetSection;
  forecast: ForecastSection;
  clause: string | undefined;
  versions: { from: string; setBy: string; reason: string }[];
  /** Newest first. */
  verdicts: { given: string; tag: VerdictTag; sentence: string; cause: string; first: VerdictTag | undefined }[];
  today: { href: string; text: string } | undefined;
}

export interface TargetPageParts {
  /** With its framework. */
  mission: Mission;
  target: Target;
  section: TargetSection;
  forecast: ForecastSection;
  resets: readonly ResetFact[];
  /** Newest first. */
  history: readonly ComputedStanding[];
  past?: { banner: PastBanner; day: string };
  /** ISO date. */
  today: string;
}

export function targetPage({ mission, target, section, forecast, resets, history, past, today }: TargetPageParts): TargetPage {
  const { framework } = mission;
  const of = (address: string): string => (past ? pastDaysPaths.page(address, past.day) : address);
  const title = `${target.title}: ${mission.focusArea}, ${framework.title}`;
  return {
    title: past ? pastDaysWords.title(title, longDate(past.day)) : title,
    caption: missionsWords.target.caption(mission.number, mission.focusArea),
    breadcrumbs: [
      { text: 'Missions', href: frameworksPaths.home },
      { text: framework.title, href: of(frameworksPaths.framework(framework.slug)) },
      { text: mission.focusArea, href: of(missionsPaths.mission(framework.slug, mission.slug)) },
      { text: target.title },
    ],
    words: missionsWords.target,
    heading: target.title,
    past: past?.banner,
    target: section,
    forecast,
    clause: mission.clauses.find(({ key }) => key === target.clauseKey)?.text,
    versions: [
      { from: longDate(framework.publishedOn), setBy: framework.source, reason: missionsWords.target.firstVersion },
      ...resets.filter(({ slug }) => slug === target.slug).map(({ from, setBy, reason }) => ({ from: longDate(from), setBy, reason })),
    ],
    verdicts: history.map(({ givenAt, verdict, sentence, cause, components }) => ({
      given: longDate(londonDate(givenAt)),
      tag: verdictTag(verdict),
      sentence,
      cause: causeInWords(cause),
      first: components.firstPublished && verdictTag(components.firstPublished.verdict),
    })),
    today: past ? undefined : linkToToday(missionsPaths.targetPage(framework.slug, mission.slug, target.slug), today),
  };
}

function causeInWords(cause: string): string {
  const text = (CAUSES_OF_CHANGE as Readonly<Record<string, string>>)[cause] ?? missionsWords.target.firstCause;
  return capitalised(text);
}
