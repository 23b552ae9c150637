import { type Mission } from '#features/missions/mission.entity.js';
import { longDate } from '#platform/pages/dates.js';
import { missionQualityPaths } from './mission-quality.paths.js';
import { missionQualityWords } from './mission-quality.words.js';
import { alignmentInWords, ambitionInWords, breadthInWords, qualityLine } from './quality-lines.js';
import { type ReviewInForce } from './published-reviews.queries.js';

/** A mission's review in short, for its own page. */
export interface QualityOfMission {
  heading: string;
  facts: { key: string; text: string }[];
  notes: string[];
  link: { text: string; href: string };
}

/** @param mission with its framework @param today ISO date */
export function qualityOfMission(mission: Mission, version: ReviewInForce | null, today: string): QualityOfMission {
  const words = missionQualityWords.section;
  const link = { text: words.link, href: missionQualityPaths.mission(mission.framework.slug, mission.slug) };
  if (!version) return { heading: words.heading, facts: [], notes: [words.nothing], link };
  const { show, list } = missionQualityWords;
  const line = qualityLine(mission, version, today);
  const { source, number, effectiveOn } = version;
  return {
    heading: words.heading,
    facts: [
      { key: list.columns.ambition, text: line.ambition.map(ambitionInWords).join('; ') },
      ...(line.breadth ? [{ key: list.columns.breadth, text: breadthInWords(line.breadth) }] : []),
      ...(line.alignment ? [{ key: list.columns.alignment, text: alignmentInWords(line.alignment) }] : []),
      ...(line.openTerms.length > 0 ? [{ key: list.columns.open, text: line.openTerms.map((term) => `“${term}”`).join(', ') }] : []),
      ...(line.geography.length > 0 ? [{ key: list.columns.geography, text: line.geography.join('; ') }] : []),
    ],
    notes: [
      show.caps(line.openTermCount, line.uncoveredClauses),
      ...(line.incentivesOverdue > 0 ? [words.overdue(line.incentivesOverdue)] : []),
      source ? show.source(number, source.author, source.title, longDate(source.publishedOn)) : show.council(number, version.publisherName ?? '', longDate(effectiveOn)),
    ],
    link,
  };
}
