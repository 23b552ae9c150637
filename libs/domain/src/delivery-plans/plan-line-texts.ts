import { dateInWords } from '#domain/judgements/figure-words.js';
import { type DeliveryPlanContent, missionTitle } from './delivery-plan-content.js';
import { isIsoDate } from './plan-line-refusals.js';
import { FUNDING_KINDS, type PlanLine, type PlanList, PROGRAMME_KINDS, titleOfLine } from './plan-lists.js';
import { millionsInWords, staffInWords } from './plan-sums.js';

type Texts = { [List in Exclude<PlanList, 'milestones'>]: (line: PlanLine<List>, content: DeliveryPlanContent) => string[] };

const TEXTS: Texts = {
  outcomes: ({ description }) => [description],
  metrics: ({ metric, mission, aim, spendingReview }, content) => [
    missionTitle(content.missions, mission),
    aim,
    `${metric === null ? 'Measure of the department’s own' : 'Metric of the catalogue'}${spendingReview ? '; also a metric of the spending review' : '; not a metric of the spending review'}`,
  ],
  policies: ({ id, mission, owner, ownerJob, startsOn, endsOn, clauses }, content) => [
    missionTitle(content.missions, mission),
    labelled('Owner', [owner, ownerJob].filter((part) => part.trim() !== '').join(', ')),
    startsOn || endsOn ? `From ${dayOf(startsOn)} to ${dayOf(endsOn)}` : '',
    labelled('Serves', clauseTexts(content, mission, clauses).join('; ')),
    ...milestonesOf(content, id).map(({ title, dueOn }) => `Milestone, ${dayOf(dueOn)}: ${title}`),
  ],
  programmes: ({ kind, who, mission, moneyMillions, otherwise }, content) => [
    kind === '' ? '' : PROGRAMME_KINDS[kind],
    missionTitle(content.missions, mission),
    labelled('From', who),
    moneyMillions === null ? 'No money named' : millionsInWords(moneyMillions),
    labelled('If it does not come', otherwise),
  ],
  funding: ({ kind, mission, moneyMillions, source }, content) => [
    [kind === '' ? '' : FUNDING_KINDS[kind], moneyMillions === null ? '' : millionsInWords(moneyMillions)].filter(Boolean).join(', '),
    mission === null ? 'For no single mission' : missionTitle(content.missions, mission),
    labelled('From', source),
  ],
  staffing: ({ mission, staff }, content) => [
    staff === null ? '' : staffInWords(staff),
    mission === null ? 'For no single mission' : missionTitle(content.missions, mission),
  ],
  dependencies: ({ mission, what, neededBy }, content) => [
    what,
    mission === null ? 'For no single mission' : missionTitle(content.missions, mission),
    neededBy ? `Needed by ${dayOf(neededBy)}` : '',
  ],
};

const NOUNS: Record<keyof Texts, string> = {
  outcomes: 'Outcome', metrics: 'Metric', policies: 'Policy', programmes: 'Programme or pledge', funding: 'Funding', staffing: 'Staff', dependencies: 'Depends on',
};

/** The lists whose lines are read one by one; milestones are read with their policies. */
export const READ_LISTS = ['outcomes', 'metrics', 'policies', 'programmes', 'funding', 'staffing', 'dependencies'] as const satisfies readonly PlanList[];

export type ReadList = (typeof READ_LISTS)[number];

/** One line as a person reads it: "Policy: Tutoring", and what it says. */
export function lineText(list: ReadList, line: PlanLine, content: DeliveryPlanContent): { title: string; text: string } {
  const texts = TEXTS[list] as (line: PlanLine, content: DeliveryPlanContent) => string[];
  return { title: `${NOUNS[list]}: ${titleOfLine(list, line)}`, text: texts(line, content).filter((part) => part.trim() !== '').join('\n') };
}

/** The words of some clauses of a mission's text. */
export function clauseTexts({ missions }: Pick<DeliveryPlanContent, 'missions'>, mission: string, keys: readonly string[]): string[] {
  const known = missions.find(({ slug }) => slug === mission)?.clauses ?? [];
  return keys.map((key) => known.find((clause) => clause.key === key)?.text ?? key);
}

/** A policy's milestones by date; those without one come last. */
export function milestonesOf({ milestones }: Pick<DeliveryPlanContent, 'milestones'>, policy: string): DeliveryPlanContent['milestones'] {
  const rank = ({ dueOn }: { dueOn: string }): string => dueOn || '9999';
  return milestones.filter((milestone) => milestone.policy === policy).sort((left, right) => (rank(left) < rank(right) ? -1 : rank(left) > rank(right) ? 1 : 0));
}

/** "31 March 2027"; says so where there is none yet. */
export function dayOf(date: string): string {
  return isIsoDate(date) ? dateInWords(date) : 'a date not given';
}

function labelled(label: string, text: string): string {
  return text.trim() === '' ? '' : `${label}: ${text}`;
}
