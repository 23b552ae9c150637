import { CLOSING_STATES } from '#domain/framework-closings/closing-workflow.js';
import { type ClosedMission, unansweredCount } from '#domain/framework-closings/last-edition-document.js';
import { MISSION_OUTCOMES } from '#domain/framework-closings/mission-outcome.js';
import { UNANSWERED_KINDS, type UnansweredThing } from '#domain/framework-closings/unanswered-thing.js';
import { DELIVERY_RATINGS } from '#domain/judgements/delivery-rating.js';
import { VERDICTS } from '#domain/judgements/verdict.js';
import { councilPaths } from '#features/council/council.paths.js';
import { frameworksPaths } from '#features/frameworks/frameworks.paths.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { type VerdictTag, verdictTag } from '#features/missions/verdict-tag.js';
import { londonDate } from '#platform/clock/clock.js';
import { csvwPath } from '#platform/csv/csvw.js';
import { longDate, longDateTime } from '#platform/pages/dates.js';
import { type FrameworkClosingEvent } from '../framework-closing-event.entity.js';
import { closingsPaths as paths } from '../framework-closings.paths.js';
import { type FoundEdition, type FrameworkToClose } from '../framework-closings.queries.js';
import { closingsWords } from '../framework-closings.words.js';
import { type UnansweredByMission } from '../unanswered.queries.js';
import { pageOf } from '../unanswered-links.js';

const words = closingsWords.show;

export interface ThingLine {
  kind: string;
  reference: string;
  href: string | undefined;
  what: string;
  owner: string;
  age: string;
  due: string;
}

interface MissionPart {
  id: string;
  title: string;
  href: string;
  /** Null before anything is announced. */
  outcome: { text: string; reason: string; successor: { text: string; href: string } | undefined } | null;
  /** As it stood at the closing; null before. */
  stood: { computed: { tag: VerdictTag; text: string } | undefined; department: string; council: string; targets: { title: string; tag: VerdictTag | undefined; text: string }[] } | null;
  things: ThingLine[];
}

export interface ClosingPage {
  title: string;
  breadcrumbs: { text: string; href?: string }[];
  words: typeof words;
  lead: string[];
  closed: boolean;
  facts: { key: { text: string }; value: { text: string } | { html: string } }[];
  decision: { text: string; href: string } | undefined;
  missions: MissionPart[];
  whole: ThingLine[];
  files: { text: string; href: string }[];
  checksum: string | undefined;
  audit: string | undefined;
  licence: string | undefined;
  history: string[];
  prepare: string | undefined;
}

type Facts = ClosingPage['facts'];

/** A framework before its closing: what nobody has answered, and what the announcement says. */
export function previewPage({ framework, closing, missions }: FrameworkToClose, unanswered: UnansweredByMission, events: readonly FrameworkClosingEvent[], prepares: boolean): ClosingPage {
  const announced = closing?.state === 'announced' ? closing : undefined;
  const count = [...unanswered.values()].reduce((sum, things) => sum + things.length, 0);
  return {
    ...shell(framework, words.titleOpen(framework.title), events),
    lead: [...(announced ? [words.announced(longDate(announced.closesOn)), words.announcedPreview] : [words.open]), words.count(count)],
    closed: false,
    facts: announced ? facts({ day: words.facts.closes, on: announced.closesOn, reason: announced.reason, by: announced.announcedByName ?? '', at: announced.announcedAt ?? new Date(0) }) : [],
    decision: announced && { text: announced.decision.title, href: councilPaths.decision(announced.decision.reference) },
    missions: missions.map((mission) => {
      const ending = announced?.endings.find(({ missionId }) => missionId === mission.id);
      return {
        id: mission.slug, title: `${mission.number}. ${mission.focusArea}`, href: missionsPaths.mission(framework.slug, mission.slug),
        outcome: ending
          ? { text: MISSION_OUTCOMES[ending.outcome], reason: ending.reason, successor: ending.successor ? { text: `${ending.successor.focusArea}, ${ending.successor.framework.title}`, href: missionsPaths.mission(ending.successor.framework.slug, ending.successor.slug) } : undefined }
          : null,
        stood: null,
        things: (unanswered.get(mission.id) ?? []).map(thingLine),
      };
    }),
    whole: (unanswered.get(null) ?? []).map(thingLine),
    files: [], checksum: undefined, audit: undefined, licence: undefined,
    prepare: prepares ? paths.prepare(framework.slug) : undefined,
  };
}

/** The last edition, from what was frozen and nothing newer. */
export function lastEditionPage({ edition, document }: FoundEdition, events: readonly FrameworkClosingEvent[]): ClosingPage {
  const { framework, decision } = document;
  const { slug } = framework;
  const closedOn = londonDate(new Date(document.closedAt));
  return {
    ...shell(framework, words.titleClosed(framework.title), events),
    lead: [words.closed(longDate(closedOn)), words.countThen(unansweredCount(document))],
    closed: true,
    facts: facts({ day: words.facts.day, on: closedOn, reason: document.reason, by: document.announcedBy, at: new Date(document.announcedAt) }),
    decision: { text: decision.title, href: councilPaths.decision(decision.reference) },
    missions: document.missions.map((mission) => closedPart(slug, mission)),
    whole: document.unanswered.map(thingLine),
    files: [
      { text: words.json, href: paths.json(slug) }, { text: words.checksumFile, href: paths.checksum(slug) },
      { text: words.csv, href: paths.csv(slug) }, { text: 'CSV on the web: what each column means', href: csvwPath(paths.csv(slug)) },
    ],
    checksum: words.checksumText(edition.checksum),
    audit: words.audit(document.audit.position, document.audit.head),
    licence: document.licence,
    prepare: undefined,
  };
}

function shell({ slug, title: framework }: { slug: string; title: string }, title: string, events: readonly FrameworkClosingEvent[]): Pick<ClosingPage, 'title' | 'breadcrumbs' | 'words' | 'history'> {
  const history = events.map(({ at, actorName, text }) => `${longDateTime(at)}, ${actorName}: ${text}`);
  return { title, breadcrumbs: [{ text: framework, href: frameworksPaths.framework(slug) }, { text: CLOSING_STATES.closed }], words, history };
}

function facts({ day, on, reason, by, at }: { day: string; on: string; reason: string; by: string; at: Date }): Facts {
  const row = (key: string, text: string): Facts[number] => ({ key: { text: key }, value: { text } });
  return [row(day, longDate(on)), row(words.facts.reason, reason), row(words.facts.announced, words.facts.by(by, longDateTime(at)))];
}

function closedPart(framework: string, mission: ClosedMission): MissionPart {
  const { outcome, reason, carriedOnIn, computed, department, council } = mission;
  return {
    id: mission.slug, title: `${mission.number}. ${mission.focusArea}`, href: missionsPaths.mission(framework, mission.slug),
    outcome: { text: outcome ? MISSION_OUTCOMES[outcome] : words.noOutcome, reason: reason ?? '', successor: carriedOnIn ? { text: carriedOnIn.title, href: missionsPaths.mission(carriedOnIn.framework, carriedOnIn.mission) } : undefined },
    stood: {
      computed: computed ? { tag: verdictTag(computed.verdict), text: computed.sentence } : undefined,
      department: department ? `${DELIVERY_RATINGS[department.rating].words}. ${department.sentence}` : words.none.department,
      council: council ? `${VERDICTS[council.verdict]}. ${council.sentence}` : words.none.council,
      targets: mission.targets.map(({ title, verdict, sentence }) => ({ title, tag: verdict ? verdictTag(verdict) : undefined, text: sentence ?? words.notJudged })),
    },
    things: mission.unanswered.map(thingLine),
  };
}

function thingLine(thing: UnansweredThing): ThingLine {
  const { kind, reference, what, owner, since, dueOn, ageDays } = thing;
  return {
    kind: UNANSWERED_KINDS[kind], reference, href: pageOf(thing), what, owner: owner ?? words.nobody,
    age: words.age(longDate(since), ageDays), due: dueOn === null ? words.noDay : longDate(dueOn),
  };
}

/** For templates and mails: how many things wait in each mission that has any. */
export function countsOf(missions: FrameworkToClose['missions'], unanswered: UnansweredByMission): { mission: string; count: number }[] {
  const named = missions.map(({ id, focusArea }) => ({ mission: focusArea, count: unanswered.get(id)?.length ?? 0 }));
  return [...named, { mission: words.whole, count: unanswered.get(null)?.length ?? 0 }].filter(({ count }) => count > 0);
}

