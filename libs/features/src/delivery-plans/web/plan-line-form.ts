import { FUNDING_KINDS, type PlanLine, type PlanList, PROGRAMME_KINDS } from '#domain/delivery-plans/plan-lists.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { deliveryPlansWords as words } from '../delivery-plans.words.js';
import { type PlanLineForm } from './plan.forms.js';
import { amountFrom, amountTyped, millionsFrom } from './typed-amount.js';
import { boxesOf, dateFrom } from './typed-date.js';

/** What the fields of a line's form hold, by name. */
export type LineValues = Record<string, string | string[]>;

type FromForm = { [List in PlanList]: (form: PlanLineForm) => Omit<PlanLine<List>, 'id'> };

/** For money and staff that are for no single mission. */
export const NO_MISSION = 'none';

const FROM_FORM: FromForm = {
  outcomes: ({ title, description }) => ({ title, description }),
  metrics: ({ metric, name, mission, aim, spendingReview }) => ({ metric: metric || null, name, mission, aim, spendingReview: spendingReview === 'yes' }),
  policies: (form) => {
    const { title, mission, owner, ownerJob, clauses } = form;
    return { title, mission, owner, ownerJob, clauses, startsOn: dateFrom({ ...form }, 'startsOn'), endsOn: dateFrom({ ...form }, 'endsOn') };
  },
  milestones: (form) => ({ policy: form.policy, title: form.title, dueOn: dateFrom({ ...form }, 'dueOn') }),
  programmes: ({ kind, title, who, mission, moneyMillions, otherwise }) => ({
    kind: oneOf(PROGRAMME_KINDS, kind), title, who, mission, otherwise, moneyMillions: amountOf('moneyMillions', millionsFrom(moneyMillions)),
  }),
  funding: ({ title, kind, mission, moneyMillions, source }) => ({
    title, source, kind: oneOf(FUNDING_KINDS, kind), mission: missionOrNone(mission), moneyMillions: amountOf('moneyMillions', millionsFrom(moneyMillions)),
  }),
  staffing: ({ team, mission, staff }) => ({ team, mission: missionOrNone(mission), staff: amountOf('staff', amountFrom(staff)) }),
  dependencies: (form) => ({ department: form.department, departmentName: '', mission: missionOrNone(form.mission), what: form.what, neededBy: dateFrom({ ...form }, 'neededBy') }),
};

/**
 * The line that a form holds. @param id '' for a new one
 * @throws ApplicationError 422 for an amount that is no number.
 */
export function lineFromForm<List extends PlanList>(list: List, form: PlanLineForm, id: string): PlanLine<List> {
  const fromForm = FROM_FORM[list] as (form: PlanLineForm) => object;
  return { ...fromForm(form), id } as PlanLine<List>;
}

const DATES: Partial<Record<PlanList, readonly string[]>> = { policies: ['startsOn', 'endsOn'], milestones: ['dueOn'], dependencies: ['neededBy'] };

/** What the form of a stored line shows; a date's boxes take the place of the date. */
export function valuesOfLine(list: PlanList, line: PlanLine): LineValues {
  const dates = DATES[list] ?? [];
  const entries = Object.entries(line).flatMap(([name, value]: [string, unknown]): [string, string | string[]][] => {
    if (dates.includes(name)) return Object.entries(boxesOf(String(value), name));
    if (name === 'mission') return [[name, value === null ? NO_MISSION : String(value)]];
    if (name === 'moneyMillions' || name === 'staff') return [[name, amountTyped(value as number | null)]];
    if (name === 'spendingReview') return [[name, value === true ? 'yes' : 'no']];
    return [[name, Array.isArray(value) ? value.map(String) : value === null ? '' : String(value)]];
  });
  return Object.fromEntries(entries);
}

function amountOf(field: 'moneyMillions' | 'staff', amount: number | null | undefined): number | null {
  if (amount !== undefined) return amount;
  throw ApplicationError.invalid([{ code: 'not-a-number', message: words.notNumber[field], field }]);
}

function oneOf<Kind extends string>(kinds: Record<Kind, string>, kind: string): Kind | '' {
  return kind in kinds ? (kind as Kind) : '';
}

/** Nothing chosen is no mission that the plan knows, so that it is refused beside its field. */
function missionOrNone(mission: string): string | null {
  return mission === NO_MISSION ? null : mission;
}
