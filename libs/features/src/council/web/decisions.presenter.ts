import { DECISION_SUBJECTS, outcomeOf, type Part } from '#domain/council/council-decision.js';
import { londonDate } from '#platform/clock/clock.js';
import { longDate, longDateTime } from '#platform/pages/dates.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { type CouncilDecision } from '../council-decision.entity.js';
import { type WholeDecision } from '../council-decisions.queries.js';
import { ruleOf } from '../council-decisions.service.js';
import { councilPaths } from '../council.paths.js';
import { councilWords } from '../council.words.js';

const { decisions: listWords, decision: words } = councilWords;

interface Tag {
  text: string;
  classes: string;
}

export interface DecisionsPage {
  title: string;
  words: typeof listWords;
  councilHref: string;
  lines: { when: string; what: string; href: string; about: string; outcome: Tag }[];
}

export function decisionsPage(decisions: CouncilDecision[]): DecisionsPage {
  return {
    title: listWords.title,
    words: listWords,
    councilHref: councilPaths.council,
    lines: decisions.map((decision) => ({
      when: decision.closedAt ? longDate(londonDate(decision.closedAt)) : '',
      what: decision.title,
      href: councilPaths.decision(decision.reference),
      about: aboutOf(decision),
      outcome: outcomeTag(decision),
    })),
  };
}

export interface DecisionBody {
  rows: { key: { text: string }; value: { text: string } | { html: string } }[];
  outcome: Tag | undefined;
  text: string;
  parts: { who: string; part: string }[];
  recusals: { who: string; why: string }[];
  dissents: { heading: string; text: string }[];
  minute: string | null;
}

export interface DecisionPage extends DecisionBody {
  title: string;
  backLink: { text: string; href: string };
  words: typeof words;
  mission: { href: string; text: string } | undefined;
}

export function decisionPage(whole: WholeDecision): DecisionPage {
  const { decision } = whole;
  return {
    title: words.title(decision.title),
    backLink: { text: words.back, href: councilPaths.decisions },
    words,
    mission: missionOf(decision),
    ...decisionBody(whole),
  };
}

/** What is said of a decision in any state. */
export function decisionBody({ decision, parts }: WholeDecision): DecisionBody {
  const { reference, proposedByName, proposedAt, closedAt, closedByName, state } = decision;
  const { present, needed } = outcomeOf(ruleOf(decision), parts.map(({ part }) => part));
  const rows: [string, string][] = [
    [words.reference, reference],
    [words.about, aboutOf(decision)],
    [words.proposed, words.by(proposedByName, longDate(londonDate(proposedAt)))],
    ...(parts.length > 0 ? [[words.quorum, words.quorumText(present, needed, parts.length)] as [string, string]] : []),
    ...(decision.outcomeReason ? [[words.outcome, listWords.reasons[decision.outcomeReason]] as [string, string]] : []),
    ...(closedAt ? [[words.closed, words.by(closedByName ?? '', longDateTime(closedAt))] as [string, string]] : []),
  ];
  return {
    rows: rows.map(([key, value]) => ({ key: { text: key }, value: { text: value } })),
    outcome: state === 'closed' ? outcomeTag(decision) : undefined,
    text: decision.text,
    parts: parts.map(({ personName, part }) => ({ who: personName, part: partWord(part, state === 'closed') })),
    recusals: parts.filter(({ part }) => part === 'recused').map(({ personName, words: why }) => ({ who: personName, why })),
    dissents: parts.filter(({ part, words: said }) => part !== 'recused' && said !== '').map(({ personName, words: said }) => ({ heading: words.dissentOf(personName), text: said })),
    minute: decision.minute,
  };
}

export function missionOf({ mission }: CouncilDecision): DecisionPage['mission'] {
  return mission ? { href: missionsPaths.mission(mission.framework.slug, mission.slug), text: `Mission ${mission.number}, ${mission.focusArea}` } : undefined;
}

export function aboutOf({ subject, about, mission }: CouncilDecision): string {
  return [DECISION_SUBJECTS[subject], about, mission?.focusArea ?? ''].filter((part) => part !== '').join(': ');
}

function outcomeTag({ adopted }: CouncilDecision): Tag {
  return adopted ? { text: listWords.adopted, classes: 'govuk-tag--green' } : { text: listWords.notAdopted, classes: 'govuk-tag--red' };
}

function partWord(part: Part | null, closed: boolean): string {
  return part ? words.parts[part] : closed ? words.absent : words.notYet;
}
