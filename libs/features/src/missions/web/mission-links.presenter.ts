import { crosswalkWords } from '#features/delivery-plans/crosswalk.words.js';
import { deliveryPlansPaths } from '#features/delivery-plans/delivery-plans.paths.js';
import { fundingPaths } from '#features/funding/funding.paths.js';
import { hearingPacksPaths } from '#features/hearing-packs/hearing-packs.paths.js';
import { hearingPacksWords } from '#features/hearing-packs/hearing-packs.words.js';
import { inquiriesPaths } from '#features/inquiries/inquiries.paths.js';
import { interimReviewsPaths } from '#features/interim-reviews/interim-reviews.paths.js';
import { lettersPaths } from '#features/letters/letters.paths.js';
import { linkToToday } from '#features/past-days/past-banner.presenter.js';
import { recommendationsPaths } from '#features/recommendations/recommendations.paths.js';
import { type Mission } from '../mission.entity.js';
import { missionsPaths } from '../missions.paths.js';
import { missionsWords } from '../missions.words.js';
import { type AboutKind, type AboutLine } from './about-mission.queries.js';

interface Link {
  text: string;
  href: string;
}

/** Where more is about the mission. */
export interface MissionLinks {
  heading: string;
  /** Whole pages about the mission. */
  pages: Link[];
  /** Single things by their kinds; kinds without any are absent. */
  groups: { title: string; list: Link[]; more: string | undefined }[];
}

/** More of a kind than anybody reads here. */
const MOST_LISTED = 5;
const LONGEST_TITLE = 120;

const PATHS: Record<AboutKind, (reference: string) => string> = {
  inquiry: inquiriesPaths.show,
  recommendation: recommendationsPaths.show,
  'interim-review': interimReviewsPaths.show,
  letter: lettersPaths.show,
  fund: fundingPaths.fund,
};

/** @param past ISO date of an old day's page, which lists nothing that could have come later @param today ISO date */
export function missionLinks({ framework, slug }: Mission, { about = [], past, today }: { about?: readonly AboutLine[] | undefined; past: string | undefined; today: string }): MissionLinks {
  const words = missionsWords.about;
  const pack = hearingPacksPaths.pack(framework.slug, slug);
  if (past !== undefined) return { heading: words.heading, pages: [{ text: words.packOfDay, href: `${pack}?on=${past}` }], groups: [] };
  return {
    heading: words.heading,
    pages: [
      { text: crosswalkWords.link, href: deliveryPlansPaths.crosswalk(framework.slug, slug) },
      { text: hearingPacksWords.link, href: pack },
      linkToToday(missionsPaths.mission(framework.slug, slug), today),
    ],
    groups: (Object.keys(PATHS) as AboutKind[]).flatMap((kind) => {
      const lines = about.filter((line) => line.kind === kind);
      if (lines.length === 0) return [];
      const list = lines.slice(0, MOST_LISTED).map(({ reference, title }) => ({ href: PATHS[kind](reference), text: title === '' ? words.kinds[kind](reference) : kind === 'fund' ? title : `${reference}: ${shortened(title)}` }));
      return [{ title: words.groups[kind], list, more: lines.length > MOST_LISTED ? words.more(lines.length - MOST_LISTED) : undefined }];
    }),
  };
}

function shortened(title: string): string {
  return title.length <= LONGEST_TITLE ? title : `${title.slice(0, LONGEST_TITLE).trimEnd()}…`;
}
