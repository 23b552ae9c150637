import { FUNDING_KINDS, type PlanList, PROGRAMME_KINDS } from '#domain/delivery-plans/plan-lists.js';
import { type DeliveryPlanContent, missionTitle } from '#domain/delivery-plans/delivery-plan-content.js';
import { type FormState } from '#platform/pages/form-state.js';
import { deliveryPlansWords as words } from '../delivery-plans.words.js';
import { type PlanChoices } from '../plan-choices.queries.js';
import { type LineValues, NO_MISSION } from './plan-line-form.js';

/** A field with the parameters of GOV.UK Frontend's macro of its kind. */
export interface LineField {
  macro: 'input' | 'textarea' | 'select' | 'radios' | 'checkboxes' | 'date';
  params: Record<string, unknown>;
}

type Kind = 'line' | 'text' | 'money' | 'staff' | 'date' | 'mission' | 'missionOrNone' | 'programmeKind' | 'fundingKind' | 'metric' | 'department' | 'policy' | 'yesNo' | 'clauses';

const FIELDS: Record<PlanList, Record<string, Kind>> = {
  outcomes: { title: 'line', description: 'text' },
  metrics: { metric: 'metric', name: 'line', mission: 'mission', aim: 'line', spendingReview: 'yesNo' },
  policies: { title: 'line', mission: 'mission', owner: 'line', ownerJob: 'line', startsOn: 'date', endsOn: 'date', clauses: 'clauses' },
  milestones: { policy: 'policy', title: 'line', dueOn: 'date' },
  programmes: { kind: 'programmeKind', title: 'line', who: 'line', mission: 'mission', moneyMillions: 'money', otherwise: 'text' },
  funding: { title: 'line', kind: 'fundingKind', mission: 'missionOrNone', moneyMillions: 'money', source: 'line' },
  staffing: { team: 'line', mission: 'missionOrNone', staff: 'staff' },
  dependencies: { department: 'department', mission: 'missionOrNone', what: 'text', neededBy: 'date' },
};

interface Around {
  content: DeliveryPlanContent;
  choices: PlanChoices;
  form: FormState<LineValues & object>;
}

/** The fields of a list's form in their order, with what they hold and what is wrong with each. */
export function lineFields(list: PlanList, around: Around): LineField[] {
  return Object.entries(FIELDS[list]).flatMap(([name, kind]) => {
    const label = words.lists[list].fields[name];
    return label ? fieldOf({ name, kind, label, ...around }) : [];
  });
}

interface OneField extends Around {
  name: string;
  kind: Kind;
  label: { label: string; hint?: string };
}

function fieldOf(field: OneField): LineField[] {
  const { name, kind, label, content, choices, form } = field;
  const value = textOf(form.values[name]);
  const shown = { ...(label.hint ? { hint: { text: label.hint } } : {}), errorMessage: form.errors[name] };
  const base = { id: name, name, label: { text: label.label, classes: 'govuk-label--s' }, value, ...shown };
  const select = (items: readonly (readonly [string, string])[]): LineField[] => [
    { macro: 'select', params: { ...base, items: items.map(([slug, text]) => ({ value: slug, text, selected: slug === value })) } },
  ];
  const missions = content.missions.map(({ slug }) => [slug, missionTitle(content.missions, slug)] as const);
  switch (kind) {
    case 'line':
      return [{ macro: 'input', params: base }];
    case 'text':
      return [{ macro: 'textarea', params: { ...base, rows: 5, maxlength: 5000 } }];
    case 'money':
      return [{ macro: 'input', params: { ...base, classes: 'govuk-input--width-10', inputmode: 'decimal', spellcheck: false, prefix: { text: '£' }, suffix: { text: 'million' } } }];
    case 'staff':
      return [{ macro: 'input', params: { ...base, classes: 'govuk-input--width-10', inputmode: 'decimal', spellcheck: false } }];
    case 'date':
      return [dateField(field)];
    case 'mission':
      return select([['', words.choose.mission], ...missions]);
    case 'missionOrNone':
      return select([['', words.choose.mission], [NO_MISSION, words.choose.noMission], ...missions]);
    case 'metric':
      return select([['', words.choose.metric], ...choices.metrics.map(({ slug, name: text }) => [slug, text] as const)]);
    case 'department':
      return select([['', words.choose.department], ...choices.departments.map(({ slug, name: text }) => [slug, text] as const)]);
    case 'policy':
      return select([['', words.choose.policy], ...content.policies.map(({ id, title }) => [id, title] as const)]);
    case 'programmeKind':
      return [radios(field, Object.entries(PROGRAMME_KINDS))];
    case 'fundingKind':
      return [radios(field, Object.entries(FUNDING_KINDS))];
    case 'yesNo':
      return [radios(field, [['yes', words.yes], ['no', words.no]])];
    case 'clauses':
      return clauseBoxes(field);
  }
}

function radios({ name, label, form }: OneField, items: readonly (readonly [string, string])[]): LineField {
  const value = textOf(form.values[name]);
  return {
    macro: 'radios',
    params: {
      idPrefix: name, name,
      fieldset: { legend: { text: label.label, classes: 'govuk-fieldset__legend--s' } },
      ...(label.hint ? { hint: { text: label.hint } } : {}),
      items: items.map(([slug, text]) => ({ value: slug, text, checked: slug === value })),
      errorMessage: form.errors[name],
    },
  };
}

function dateField({ name, label, form }: OneField): LineField {
  const box = (part: 'Day' | 'Month' | 'Year', width: number): object => ({
    id: part === 'Day' ? name : `${name}${part}`, name: `${name}${part}`, label: part, value: textOf(form.values[`${name}${part}`]), classes: `govuk-input--width-${width}`,
  });
  return {
    macro: 'date',
    params: {
      id: `${name}-boxes`,
      fieldset: { legend: { text: label.label, classes: 'govuk-fieldset__legend--s' } },
      ...(label.hint ? { hint: { text: label.hint } } : {}),
      items: [box('Day', 2), box('Month', 2), box('Year', 4)],
      errorMessage: form.errors[name],
    },
  };
}

/** The clauses of the mission that is chosen, or of the only one: before there is a mission there is nothing to choose from. */
function clauseBoxes({ name, label, content, form }: OneField): LineField[] {
  const chosen = textOf(form.values['mission']) || (content.missions.length === 1 ? content.missions[0]?.slug : '');
  const clauses = content.missions.find(({ slug }) => slug === chosen)?.clauses ?? [];
  return clauses.length === 0 ? [] : [{ macro: 'checkboxes', params: clauseParams({ name, label, clauses, value: form.values[name], error: form.errors[name] }) }];
}

/** Checkboxes for the clauses of one mission's text. */
export function clauseParams(asked: {
  name: string;
  label: { label: string; hint?: string };
  clauses: readonly { key: string; text: string }[];
  value: unknown;
  error?: { text: string } | undefined;
}): Record<string, unknown> {
  const { name, label, clauses, value, error } = asked;
  const checked = Array.isArray(value) ? value : [value];
  return {
    idPrefix: name, name,
    fieldset: { legend: { text: label.label, classes: 'govuk-fieldset__legend--s' } },
    ...(label.hint ? { hint: { text: label.hint } } : {}),
    items: clauses.map(({ key, text }) => ({ value: key, text, checked: checked.includes(key) })),
    errorMessage: error,
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
