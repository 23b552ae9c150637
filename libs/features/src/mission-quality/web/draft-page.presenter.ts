import { type Actor, may } from '#domain/access/permissions.js';
import { QUALITY_SECTIONS } from '#domain/mission-quality/quality-section.js';
import { type Mission } from '#features/missions/mission.entity.js';
import { londonDate } from '#platform/clock/clock.js';
import { longDate } from '#platform/pages/dates.js';
import { missionQualityPaths as paths } from '../mission-quality.paths.js';
import { missionQualityWords, SECTION_WORDS } from '../mission-quality.words.js';
import { type QualityReviewAction, type QualityReviewEvent } from '../quality-review-event.entity.js';
import { type QualityReview } from '../quality-review.entity.js';
import { type ReviewedMission } from '../quality-reviews.queries.js';
import { sectionsOf, type ShownSection } from './quality-page.presenter.js';

const words = missionQualityWords.draft;

interface Act {
  text: string;
  href: string;
}

export interface DraftPage {
  title: string;
  backLink: Act;
  words: typeof words;
  clauses: string[];
  sections: ShownSection[];
  acts: { words: typeof words; byFinding: Record<string, { change: string; remove: string }>; add: Record<string, Act> };
  publish: Act | undefined;
  historyHeading: string;
  history: string[];
}

const DONE: Readonly<Record<QualityReviewAction, string>> = { start: 'Started', add: 'Added', change: 'Changed', remove: 'Removed', publish: 'Published', load: 'Loaded' };

/** @param today ISO date */
export function draftPage(mission: Mission, draft: QualityReview, { actor, events, today }: { actor: Actor; events: readonly QualityReviewEvent[]; today: string }): DraftPage {
  return {
    title: words.title(mission.focusArea),
    backLink: { text: words.back, href: paths.council },
    words,
    clauses: mission.clauses.map(({ key, text }) => `Clause ${key}: ${text}`),
    sections: sectionsOf(mission, draft.findings, today),
    acts: {
      words,
      byFinding: Object.fromEntries(draft.findings.map(({ id }) => [id, { change: paths.change(mission.id, id), remove: paths.remove(mission.id, id) }])),
      add: Object.fromEntries(QUALITY_SECTIONS.map((section) => [section, { text: words.add(SECTION_WORDS[section].one), href: paths.add(mission.id, section) }])),
    },
    publish: may(actor, 'quality-review.publish') ? { text: words.publish, href: paths.publish(mission.id) } : undefined,
    historyHeading: missionQualityWords.show.history,
    history: events.map(({ action, section, actorName, at }) => `${DONE[action]}${section ? ` ${SECTION_WORDS[section].one}` : ''}: ${actorName}, ${longDate(londonDate(at))}`),
  };
}

export interface CouncilQualityPage {
  title: string;
  words: typeof missionQualityWords.council;
  rows: { mission: string; href: string; standing: string; draft: string; open: { href: string; label: string } | undefined; start: { href: string; label: string } }[];
}

export function councilQualityPage(missions: readonly ReviewedMission[]): CouncilQualityPage {
  const list = missionQualityWords.council;
  return {
    title: list.title,
    words: list,
    rows: missions.map(({ mission, inForce, draft }) => ({
      mission: `Mission ${mission.number}, ${mission.focusArea}`,
      href: paths.mission(mission.framework.slug, mission.slug),
      standing: inForce ? list.version(inForce.number, longDate(inForce.effectiveOn)) : list.none,
      draft: draft ? list.draft : list.none,
      open: draft ? { href: paths.draft(mission.id), label: list.openOf(mission.focusArea) } : undefined,
      start: { href: paths.start(mission.id), label: list.startOf(mission.focusArea) },
    })),
  };
}
