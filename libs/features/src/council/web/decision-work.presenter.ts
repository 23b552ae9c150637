import { type Actor, may } from '#domain/access/permissions.js';
import { DECISION_SUBJECTS, outcomeOf, type Part } from '#domain/council/council-decision.js';
import { DECISION_WORKFLOW } from '#domain/council/decision-workflow.js';
import { nextActions } from '#domain/workflow/transition-table.js';
import { type FormState } from '#platform/pages/form-state.js';
import { type CouncilDecision } from '../council-decision.entity.js';
import { type WholeDecision } from '../council-decisions.queries.js';
import { positionsOf, ruleOf } from '../council-decisions.service.js';
import { councilPaths } from '../council.paths.js';
import { councilWords } from '../council.words.js';
import { aboutOf, type DecisionBody, decisionBody, missionOf } from './decisions.presenter.js';

const words = councilWords.work;
const BACK = { text: words.title, href: councilPaths.work };

export interface WorkPage {
  title: string;
  words: typeof words;
  links: { propose: string; public: string; keep: string | undefined };
  lines: { what: string; href: string; about: string; state: string; proposed: string }[];
}

export function workPage(decisions: CouncilDecision[], actor: Actor): WorkPage {
  return {
    title: words.title,
    words,
    links: { propose: councilPaths.propose, public: councilPaths.decisions, keep: may(actor, 'council.keep') ? councilPaths.keep : undefined },
    lines: decisions.map((decision) => ({
      what: decision.title, href: councilPaths.follow(decision.reference), about: aboutOf(decision), state: words.states[decision.state], proposed: decision.proposedByName,
    })),
  };
}

export interface FollowPage extends DecisionBody {
  title: string;
  backLink: { text: string; href: string };
  words: typeof councilWords.decision;
  state: string;
  mission: { href: string; text: string } | undefined;
  acts: { text: string; href: string }[];
}

/** For members: a decision as it stands, and what the reader may do next. */
export function followPage(whole: WholeDecision, actor: Actor): FollowPage {
  const { decision, parts } = whole;
  const { reference, state } = decision;
  const own = parts.find(({ personId }) => personId === actor.id);
  const vote = state === 'open' && own && !own.byItself ? [{ text: own.part ? words.changeVote : words.vote, href: councilPaths.vote(reference) }] : [];
  const moves = nextActions(DECISION_WORKFLOW, state, positionsOf(actor, decision)).map(({ action, label }) => ({ text: label, href: councilPaths[action](reference) }));
  const read = state === 'closed' ? [{ text: words.publicPage, href: councilPaths.decision(reference) }] : [];
  return {
    title: councilWords.decision.workTitle(decision.title), backLink: BACK, words: councilWords.decision, state: words.states[state], mission: missionOf(decision),
    acts: [...vote, ...moves, ...read], ...decisionBody(whole),
  };
}

export interface ProposeDecisionPage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof councilWords.propose;
  subjects: { value: string; text: string; checked: boolean }[];
  missions: { value: string; text: string; selected: boolean }[];
  form: FormState<{ subject: string; mission: string; about: string; title: string; text: string }>;
}

export function proposeDecisionPage(missions: { id: string; focusArea: string; framework: string }[], form: ProposeDecisionPage['form']): ProposeDecisionPage {
  return {
    title: councilWords.propose.title,
    backLink: BACK,
    words: councilWords.propose,
    subjects: Object.entries(DECISION_SUBJECTS).map(([value, text]) => ({ value, text, checked: value === form.values.subject })),
    missions: [
      { value: '', text: councilWords.propose.noMission, selected: form.values.mission === '' },
      ...missions.map(({ id, focusArea, framework }) => ({ value: id, text: `${focusArea}, ${framework}`, selected: id === form.values.mission })),
    ],
    form,
  };
}

type Move = 'open' | 'close' | 'withdraw';

export interface MoveDecisionPage {
  title: string;
  backLink: { text: string; href: string };
  caption: string;
  intro: string;
  /** How it would come out, where it is to be closed. */
  now: { heading: string; text: string } | undefined;
  minute: { label: string; hint: string } | undefined;
  button: string;
  form: FormState<{ rowVersion: number; minute: string }>;
}

export function moveDecisionPage({ decision, parts }: WholeDecision, move: Move, form: MoveDecisionPage['form']): MoveDecisionPage {
  const { title, intro, button } = councilWords[move];
  const { close, decisions, decision: said } = councilWords;
  const { adopted, reason, present, needed } = outcomeOf(ruleOf(decision), parts.map(({ part }) => part));
  const outcome = `${adopted ? decisions.adopted : decisions.notAdopted}. ${decisions.reasons[reason]} ${said.quorumText(present, needed, parts.length)}.`;
  return {
    title: `${title}: ${decision.title}`,
    backLink: { text: decision.title, href: councilPaths.follow(decision.reference) },
    caption: aboutOf(decision),
    intro,
    now: move === 'close' ? { heading: close.now, text: outcome } : undefined,
    minute: move === 'close' ? { label: close.minute, hint: close.minuteHint } : undefined,
    button,
    form,
  };
}

export interface VotePage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof councilWords.vote;
  text: string;
  choices: { value: string; text: string; checked: boolean }[];
  form: FormState<{ part: string; words: string; rowVersion: number | undefined }>;
}

export function votePage({ decision }: WholeDecision, form: VotePage['form']): VotePage {
  const { vote } = councilWords;
  return {
    title: `${vote.title}: ${decision.title}`,
    backLink: { text: decision.title, href: councilPaths.follow(decision.reference) },
    words: vote,
    text: decision.text,
    choices: (Object.entries(vote.choices) as [Part, string][]).map(([value, text]) => ({ value, text, checked: value === form.values.part })),
    form,
  };
}
