import { COUNCIL_ROLES, ROLES } from '#domain/access/roles.js';
import { type GrantState } from '#domain/access/council-grants.js';
import { londonDate } from '#platform/clock/clock.js';
import { longDate } from '#platform/pages/dates.js';
import { type FormState } from '#platform/pages/form-state.js';
import { accessPaths } from '../access.paths.js';
import { accessWords } from '../access.words.js';
import { type CouncilGrant } from '../council-grant.entity.js';
import { type User } from '../user.entity.js';

const words = accessWords.grants;

const TAGS: Record<GrantState, string> = { proposed: 'govuk-tag--yellow', confirmed: 'govuk-tag--green', refused: 'govuk-tag--red', withdrawn: 'govuk-tag--grey' };

interface GrantLine {
  date: string;
  what: string;
  person: string;
  offices: string;
  why: string;
  proposed: string;
  decided: string;
  decidedOn: string;
  refusal: string;
  tag: { text: string; classes: string };
}

export interface RegisterPage {
  title: string;
  words: typeof words.register;
  lines: GrantLine[];
  councilHref: string;
}

export function grantsPage(grants: CouncilGrant[]): RegisterPage {
  return { title: words.register.title, words: words.register, lines: grants.map(lineOf), councilHref: '/council' };
}

export interface WaitingPage {
  title: string;
  words: typeof words.waiting & { columns: typeof words.register.columns };
  links: { propose: string; register: string };
  lines: (GrantLine & { bars: string[]; acts: { href: string; text: string; hidden: string }[] })[];
}

/** @param waiting each with the reasons why the reader may not decide on it */
export function waitingPage(waiting: { grant: CouncilGrant; bars: string[] }[], readerId: string): WaitingPage {
  return {
    title: words.waiting.title,
    words: { ...words.waiting, columns: words.register.columns },
    links: { propose: accessPaths.proposeGrant, register: accessPaths.grants },
    lines: waiting.map(({ grant, bars }) => {
      const hidden = `: ${whatOf(grant)}, ${grant.personName}`;
      const decides = bars.length > 0 ? [] : [{ href: accessPaths.decideGrant(grant.id), text: words.waiting.confirm, hidden }, { href: accessPaths.refuseGrant(grant.id), text: words.waiting.refuse, hidden }];
      const own = grant.proposedBy === readerId ? [{ href: accessPaths.withdrawGrant(grant.id), text: words.waiting.withdraw, hidden }] : [];
      return { ...lineOf(grant), bars, acts: [...decides, ...own] };
    }),
  };
}

export interface ProposePage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof words.propose;
  kinds: { value: string; text: string; checked: boolean }[];
  roles: { value: string; text: string; checked: boolean }[];
  people: { value: string; text: string; selected: boolean }[];
  form: FormState<{ kind: string; person: string; role: string; reason: string }>;
}

export function proposePage(people: User[], form: ProposePage['form']): ProposePage {
  return {
    title: words.propose.title,
    backLink: { text: words.waiting.title, href: accessPaths.waitingGrants },
    words: words.propose,
    kinds: Object.entries(words.propose.kinds).map(([value, text]) => ({ value, text, checked: value === form.values.kind })),
    roles: COUNCIL_ROLES.map((value) => ({ value, text: ROLES[value], checked: value === form.values.role })),
    people: [
      { value: '', text: words.propose.personChoose, selected: form.values.person === '' },
      ...people.map(({ id, name, organisation }) => ({ value: id, text: `${name}, ${organisation.name}`, selected: id === form.values.person })),
    ],
    form,
  };
}

export type GrantMove = 'confirm' | 'refuse' | 'withdraw';

export interface MovePage {
  title: string;
  backLink: { text: string; href: string };
  intro: string;
  rows: { key: { text: string }; value: { text: string } }[];
  button: string;
  /** The words of the field for a reason, where one is asked for. */
  reason: { label: string; hint: string } | undefined;
  barred: string | undefined;
  bars: string[];
  form: FormState<{ rowVersion: number; reason: string }>;
}

export function movePage(grant: CouncilGrant, move: GrantMove, { bars, form }: { bars: string[]; form: MovePage['form'] }): MovePage {
  const { columns } = words.register;
  const line = lineOf(grant);
  const rows: [string, string][] = [[columns.what, line.what], [columns.person, `${line.person} (${line.offices})`], [columns.why, line.why], [columns.proposed, `${line.proposed}, ${line.date}`]];
  const { decide, withdraw } = words;
  const moveWords = {
    confirm: { title: decide.title, intro: decide.intro, button: decide.button },
    refuse: { title: decide.refuseTitle, intro: decide.refuseIntro, button: decide.refuseButton },
    withdraw,
  }[move];
  return {
    title: `${moveWords.title}: ${line.person}`,
    backLink: { text: words.waiting.title, href: accessPaths.waitingGrants },
    intro: moveWords.intro,
    rows: rows.map(([key, value]) => ({ key: { text: key }, value: { text: value } })),
    button: moveWords.button,
    reason: move === 'refuse' ? { label: decide.reason, hint: decide.reasonHint } : undefined,
    barred: bars.length > 0 ? decide.barred : undefined,
    bars,
    form,
  };
}

function whatOf({ kind, role }: CouncilGrant): string {
  return `${words.register.kinds[kind]}: ${ROLES[role]}`;
}

function lineOf(grant: CouncilGrant): GrantLine {
  const { register } = words;
  const proposed = { 'two-people': grant.proposedByName ?? '', 'command-line': register.commandLine, 'before-register': register.beforeRegister }[grant.source];
  return {
    date: longDate(londonDate(grant.proposedAt)),
    what: whatOf(grant),
    person: grant.personName,
    offices: grant.personOffices,
    why: grant.reason,
    proposed,
    decided: grant.source === 'two-people' ? (grant.decidedByName ?? '') : proposed,
    decidedOn: grant.decidedAt ? longDate(londonDate(grant.decidedAt)) : '',
    refusal: grant.decisionReason,
    tag: { text: register.states[grant.state], classes: TAGS[grant.state] },
  };
}
