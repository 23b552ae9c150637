import { type Actor } from '#domain/access/permissions.js';
import { DATA_GAP_STATES } from '#domain/data-gaps/data-gap-kind.js';
import { positionsTowardsGap } from '#domain/data-gaps/data-gap-position.js';
import { DATA_GAP_WORKFLOW, type DataGapPosition } from '#domain/data-gaps/data-gap-workflow.js';
import { nextActions } from '#domain/workflow/transition-table.js';
import { leadOn } from '#features/missions/lead-on.js';
import { type Organisation } from '#features/organisations/organisation.entity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { boxesOf } from '#platform/pages/date-boxes.js';
import { type FormState } from '#platform/pages/form-state.js';
import { type DataGap } from '../data-gap.entity.js';
import { dataGapsPaths } from '../data-gaps.paths.js';
import { dataGapsWords, KIND_IN_HEADING } from '../data-gaps.words.js';
import { ownerOfGap } from '../gap-owner.js';

/** What every form page about a gap shows beside its form. */
export interface GapFormPage<Values, Words> {
  title: string;
  backLink: { text: string; href: string };
  about: { heading: string; sentence: string };
  words: Words;
  form: FormState<Values>;
}

export function presentGapForm<Values, Words>(gap: DataGap, page: { title: string; words: Words }, form: FormState<Values>): GapFormPage<Values, Words> {
  return {
    title: `${page.title}: ${gap.reference}`,
    backLink: { text: `Back to data gap ${gap.reference}`, href: dataGapsPaths.show(gap.reference) },
    about: { heading: `${gap.metric.name}: ${KIND_IN_HEADING[gap.kind]}`, sentence: gap.sentence },
    words: page.words,
    form,
  };
}

/** The form opens for those who can send it now; nobody fills a form in vain. */
export function requirePosition(actor: Actor, gap: DataGap, today: string, as: DataGapPosition): void {
  if (!positionsTowardsGap(actor, ownerOfGap(gap, today)?.id ?? null).includes(as)) {
    throw ApplicationError.forbidden('This data gap is for another organisation to close', 'not-yours');
  }
  if (gap.state === 'closed') throw ApplicationError.conflict(`The data gap stands at “${DATA_GAP_STATES[gap.state]}”, so this is not possible now`, 'not-from-here');
}

export interface EditValues {
  ownerId: string;
  ownerPerson: string;
  plan: string;
  resource: string;
  day: string;
  month: string;
  year: string;
  reason: string;
  rowVersion: number;
}

export function editValues(gap: DataGap): EditValues {
  return {
    ...{ ownerId: gap.ownerId ?? '', ownerPerson: gap.ownerPerson ?? '', plan: gap.plan ?? '', resource: gap.resource ?? '' },
    ...boxesOf(gap.dateNeeded), ...{ reason: '', rowVersion: gap.rowVersion },
  };
}

/** The lead first, who owns it where nobody else is chosen. */
export function ownerItems(gap: DataGap, organisations: readonly Organisation[], chosen: string, today: string): { value: string; text: string; selected: boolean }[] {
  const lead = leadOn(gap.mission, today)?.organisation.name ?? dataGapsWords.show.vacancy;
  const first = { value: '', text: dataGapsWords.edit.lead(lead), selected: chosen === '' };
  return [first, ...organisations.map(({ id, name }) => ({ value: id, text: name, selected: id === chosen }))];
}

/** What a keeper may decide from here, with what each means. */
export function decisionItems(gap: DataGap, chosen: string): { value: string; text: string; hint: { text: string }; checked: boolean }[] {
  const hints: Partial<Record<string, string>> = dataGapsWords.decide.hints;
  return nextActions(DATA_GAP_WORKFLOW, gap.state, ['keeper']).flatMap(({ action, label }) => {
    const text = hints[action];
    return text === undefined ? [] : [{ value: action, text: label, hint: { text }, checked: action === chosen }];
  });
}
