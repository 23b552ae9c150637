import { type Request } from 'express';
import { type Actor, may } from '#domain/access/permissions.js';
import { type DelegationState, delegationState } from '#domain/access/delegation-refusals.js';
import { type User } from '#features/access/user.entity.js';
import { boxesOf, type DateBoxes } from '#platform/pages/date-boxes.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { type Delegation } from '../delegation.entity.js';
import { delegationsPaths as paths } from '../delegations.paths.js';
import { delegationsWords as words } from '../delegations.words.js';

interface DelegationLine {
  who: string;
  days: string;
  reason: string;
  tag: { text: string; classes: string };
  /** Set where the reader may end it. */
  endHref: string | undefined;
}

export interface DelegationsPage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof words.list;
  tables: { id: string; heading: string; lines: DelegationLine[] }[];
  /** Set where the reader may delegate. */
  addHref: string | undefined;
}

export interface DelegatePage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof words.add;
  people: { value: string; text: string; selected: boolean }[];
  form: FormState<{ delegateId: string; from: DateBoxes; to: DateBoxes; reason: string }>;
}

export interface EndDelegationPage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof words.end;
  lead: string;
  form: FormState<{ rowVersion: number }>;
}

const BACK = { text: `Back to ${words.list.title.toLowerCase()}`, href: paths.list };
const STANDING: readonly DelegationState[] = ['coming', 'holds'];

/** @param today ISO date in London */
export function delegationsPage(actor: Actor, delegations: readonly Delegation[], today: string): DelegationsPage {
  const mayManage = may(actor, 'delegation.manage');
  const states = delegations.map((delegation) => ({ delegation, state: delegationState(delegation, today) }));
  const lines = (standing: boolean): DelegationLine[] =>
    states.filter(({ state }) => STANDING.includes(state) === standing).map(({ delegation, state }) => delegationLine(delegation, state, mayManage));
  const tables = [
    { id: 'standing', heading: words.list.standing, lines: lines(true) },
    { id: 'past', heading: words.list.past, lines: lines(false) },
  ];
  return {
    title: words.list.title,
    backLink: { text: words.list.back, href: '/work' },
    words: words.list,
    tables: tables.filter((table) => table.lines.length > 0),
    addHref: mayManage ? paths.add : undefined,
  };
}

export function delegatePage(request: Request, candidates: readonly User[], today: string): DelegatePage {
  const form = takeFormState(request, { delegateId: '', from: boxesOf(today), to: boxesOf(null), reason: '' });
  const { delegateId } = form.values;
  const none = { value: '', text: words.add.choose, selected: delegateId === '' };
  return {
    title: words.add.title,
    backLink: BACK,
    words: words.add,
    people: [none, ...candidates.map(({ id, name }) => ({ value: id, text: name, selected: id === delegateId }))],
    form,
  };
}

export function endDelegationPage(request: Request, { delegate, delegator, fromOn, toOn, rowVersion }: Delegation): EndDelegationPage {
  return {
    title: words.end.pageTitle(words.list.who(delegate.name, delegator.name), words.list.days(fromOn, toOn)),
    backLink: BACK,
    words: words.end,
    lead: words.end.lead(delegate.name, delegator.name, words.list.days(fromOn, toOn)),
    form: takeFormState(request, { rowVersion }),
  };
}

function delegationLine({ id, delegate, delegator, fromOn, toOn, reason }: Delegation, state: DelegationState, mayManage: boolean): DelegationLine {
  return {
    who: words.list.who(delegate.name, delegator.name),
    days: words.list.days(fromOn, toOn),
    reason,
    tag: words.states[state],
    endHref: mayManage && STANDING.includes(state) ? paths.end(id) : undefined,
  };
}
