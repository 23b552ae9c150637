import { isCouncilRole } from '#domain/access/council-grants.js';
import { type Role, ROLES } from '#domain/access/roles.js';
import { type Organisation } from '#features/organisations/organisation.entity.js';
import { type FormState } from '#platform/pages/form-state.js';
import { longDate } from '#platform/pages/dates.js';
import { londonDate } from '#platform/clock/clock.js';
import { accessPaths } from '../access.paths.js';
import { accessWords } from '../access.words.js';
import { type User } from '../user.entity.js';
import { DIRECT_ROLES } from './people.forms.js';

const words = accessWords.people;

export interface PeoplePage {
  title: string;
  words: typeof words;
  links: { add: string; register: string };
  people: { name: string; email: string; organisation: string; roles: string; disabled: boolean; href: string }[];
}

export function peoplePage(people: User[]): PeoplePage {
  return {
    title: words.title,
    words,
    links: { add: accessPaths.addPerson, register: accessPaths.grants },
    people: people.map(({ id, name, email, organisation, roles, disabledAt }) => ({
      name, email, organisation: organisation.name, roles: namesOf(roles), disabled: disabledAt !== null, href: accessPaths.person(id),
    })),
  };
}

interface Choice {
  value: string;
  text: string;
  checked: boolean;
}

export interface PersonPage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof words.person;
  rows: { key: { text: string }; value: { text: string } }[];
  roles: Choice[];
  seenRoles: string;
  /** The page that disables or enables the account. */
  account: { href: string; text: string };
  proposeHref: string;
  details: { href: string; text: string };
  form: FormState<{ roles: string[] }>;
}

export function personPage(person: User, form: PersonPage['form']): PersonPage {
  const disabled = person.disabledAt;
  const home = person.homeOrganisation ? ` (${words.form.home.toLowerCase()} ${person.homeOrganisation.name})` : '';
  const rows: [string, string][] = [
    [words.person.email, person.email],
    [words.person.organisation, `${person.organisation.name}${home}`],
    [words.person.state, disabled ? `${words.disabled}, ${longDate(londonDate(disabled))}` : words.person.open],
    [words.person.councilRoles, namesOf(person.roles.filter(isCouncilRole))],
  ];
  return {
    title: person.name,
    backLink: { text: words.title, href: accessPaths.people },
    words: words.person,
    rows: rows.map(([key, value]) => ({ key: { text: key }, value: { text: value } })),
    roles: choicesOf(form.values.roles),
    seenRoles: person.roles.join(' '),
    account: disabled ? { href: accessPaths.enablePerson(person.id), text: words.person.enable } : { href: accessPaths.disablePerson(person.id), text: words.person.disable },
    proposeHref: accessPaths.proposeGrant,
    details: { href: accessPaths.personDetails(person.id), text: words.details.link },
    form,
  };
}

export interface AccountPage {
  title: string;
  backLink: { text: string; href: string };
  text: string;
  button: string;
  danger: boolean;
  seenRoles: string;
  form: FormState<object>;
}

export function accountPage(person: User, form: AccountPage['form'], action: 'disable' | 'enable'): AccountPage {
  const { person: labels } = words;
  return {
    title: `${action === 'disable' ? labels.disableTitle : labels.enableTitle}: ${person.name}`,
    backLink: { text: person.name, href: accessPaths.person(person.id) },
    text: action === 'disable' ? labels.disableText : `${person.email}, ${namesOf(person.roles)}`,
    button: action === 'disable' ? labels.disable : labels.enable,
    danger: action === 'disable',
    seenRoles: person.roles.join(' '),
    form,
  };
}

export interface AddPersonPage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof words.form;
  organisations: { value: string; text: string; selected: boolean }[];
  homes: { value: string; text: string; selected: boolean }[];
  roles: Choice[];
  form: FormState<{ name: string; email: string; organisation: string; home: string; roles: string[] }>;
}

export function addPersonPage(organisations: Pick<Organisation, 'slug' | 'name'>[], form: AddPersonPage['form']): AddPersonPage {
  const items = (first: string, chosen: string): AddPersonPage['organisations'] => [
    { value: '', text: first, selected: chosen === '' },
    ...organisations.map(({ slug, name }) => ({ value: slug, text: name, selected: slug === chosen })),
  ];
  return {
    title: words.form.title,
    backLink: { text: words.title, href: accessPaths.people },
    words: words.form,
    organisations: items(words.form.organisationChoose, form.values.organisation),
    homes: items(words.form.homeNone, form.values.home),
    roles: choicesOf(form.values.roles),
    form,
  };
}

function choicesOf(chosen: readonly string[] | string): Choice[] {
  const held = [chosen].flat();
  return DIRECT_ROLES.map((role) => ({ value: role, text: ROLES[role], checked: held.includes(role) }));
}

function namesOf(roles: readonly Role[]): string {
  return roles.map((role) => ROLES[role]).join(', ') || words.noRole;
}
