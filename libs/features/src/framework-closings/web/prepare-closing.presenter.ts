import { type Actor, may } from '#domain/access/permissions.js';
import { CLOSING_STATES, CLOSING_WORKFLOW } from '#domain/framework-closings/closing-workflow.js';
import { MISSION_OUTCOMES } from '#domain/framework-closings/mission-outcome.js';
import { nextActions } from '#domain/workflow/transition-table.js';
import { councilPaths } from '#features/council/council.paths.js';
import { frameworksPaths } from '#features/frameworks/frameworks.paths.js';
import { longDate } from '#platform/pages/dates.js';
import { closingsPaths as paths } from '../framework-closings.paths.js';
import { type FrameworkToClose } from '../framework-closings.queries.js';
import { closingsWords } from '../framework-closings.words.js';

const words = closingsWords.prepare;

export interface PreparePage {
  title: string;
  caption: string;
  breadcrumbs: { text: string; href?: string }[];
  words: typeof words;
  state: string;
  /** Where the council has adopted no decision yet. */
  propose: string | undefined;
  facts: { key: { text: string }; value: { text: string } }[];
  dayLink: { text: string; href: string } | undefined;
  missions: { title: string; outcome: string; reason: string; href: string | undefined; visually: string }[];
  acts: { text: string; href: string }[];
  preview: { text: string; href: string };
  notChair: string | undefined;
}

/** @param decisions how many adopted decisions to close it there are */
export function preparePage({ framework, closing, missions }: FrameworkToClose, decisions: number, actor: Actor): PreparePage {
  const { slug, title } = framework;
  const chair = may(actor, 'council.chair');
  const writes = chair && (closing === null ? decisions > 0 : closing.state === 'preparing');
  const moves = closing && chair ? nextActions(CLOSING_WORKFLOW, closing.state, ['chair']) : [];
  const row = (key: string, text: string): PreparePage['facts'][number] => ({ key: { text: key }, value: { text } });
  return {
    title: `${words.title}: ${title}`, caption: words.caption, words,
    breadcrumbs: [{ text: title, href: frameworksPaths.framework(slug) }, { text: words.title }],
    state: closing ? CLOSING_STATES[closing.state] : '',
    propose: closing === null && decisions === 0 ? councilPaths.proposeAbout('framework-closing', title) : undefined,
    facts: closing ? [row(words.state, CLOSING_STATES[closing.state]), row(closingsWords.show.facts.closes, longDate(closing.closesOn)), row(closingsWords.show.facts.reason, closing.reason), row(closingsWords.show.facts.decision, closing.decision.title)] : [],
    dayLink: writes ? { text: closing ? `${words.change}: ${words.day}` : words.dayLink, href: paths.edit(slug) } : undefined,
    missions: closing
      ? missions.map((mission) => {
          const ending = closing.endings.find(({ missionId }) => missionId === mission.id);
          const on = ending?.successor ? `: ${ending.successor.focusArea}, ${ending.successor.framework.title}` : '';
          return { title: `${mission.number}. ${mission.focusArea}`, outcome: ending ? `${MISSION_OUTCOMES[ending.outcome]}${on}` : words.open, reason: ending?.reason ?? '', href: writes ? paths.ending(slug, mission.slug) : undefined, visually: words.visually(mission.focusArea) };
        })
      : [],
    acts: moves.map(({ action, label }) => ({ text: label, href: action === 'announce' ? paths.announce(slug) : paths.takeBack(slug) })),
    preview: { text: closing?.state === 'closed' ? words.edition : words.preview, href: paths.show(slug) },
    notChair: chair ? undefined : words.notChair,
  };
}
