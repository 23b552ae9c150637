import { type CrosswalkRow } from '#domain/delivery-plans/mission-crosswalk.js';
import { FUNDING_KINDS, PROGRAMME_KINDS } from '#domain/delivery-plans/plan-lists.js';
import { type CsvCell } from '#platform/csv/csv-answer.js';
import { type CsvwColumn, type CsvwTable } from '#platform/csv/csvw.js';
import { crosswalkWords as words } from './crosswalk.words.js';

/** One line of the file. */
interface CrosswalkLine {
  what: string;
  title: string;
  detail: string;
  kind: string;
  who: string;
  starts: string;
  ends: string;
  money: number | null;
  staff: number | null;
  state: string;
  clauses: string;
}

const EMPTY: CrosswalkLine = { what: '', title: '', detail: '', kind: '', who: '', starts: '', ends: '', money: null, staff: null, state: '', clauses: '' };

type Column = CsvwColumn & { readonly cell: (row: CrosswalkRow, line: CrosswalkLine, at: number) => CsvCell };

const text = (name: string, description: string, cell: Column['cell'], required = false): Column => ({ name, description, datatype: 'string', required, cell });
const orNull = (value: string): string | null => (value === '' ? null : value);

const COLUMNS: readonly Column[] = [
  text('plan', 'Reference of the delivery plan', ({ plan }) => plan.reference, true),
  { name: 'line', description: 'Number of the line within the plan', datatype: 'integer', required: true, cell: (_, __, at) => at },
  text('department', 'Short name of the department', ({ plan }) => plan.department.slug, true),
  text('department_name', 'Name of the department', ({ plan }) => plan.department.name, true),
  text('part', 'led or contributing', ({ part }) => part, true),
  text('covers', 'The time that the plan is for', ({ plan }) => plan.coversLabel, true),
  text('standing', 'accepted, published-unresolved or delivered', ({ plan }) => plan.standing, true),
  text('what', 'contribution, policy, milestone, programme, money, staff, metric or dependency', (_, { what }) => what, true),
  text('title', 'Name of it', (_, { title }) => orNull(title)),
  text('detail', 'What it says', (_, { detail }) => orNull(detail)),
  text('kind', 'Kind of programme or of money; of a metric whether it is one of the spending review too', (_, { kind }) => orNull(kind)),
  text('who', 'Owner with job, who has pledged it, or the department that is counted on', (_, { who }) => orNull(who)),
  { name: 'starts_on', description: 'First day', datatype: 'date', cell: (_, { starts }) => orNull(starts) },
  { name: 'ends_on', description: 'Last day, date of a milestone, or date by which it is needed', datatype: 'date', cell: (_, { ends }) => orNull(ends) },
  { name: 'money_gbp_million', description: 'Planned or pledged money in £ million', datatype: 'number', cell: (_, { money }) => money },
  { name: 'staff_fte', description: 'Full-time equivalents', datatype: 'number', cell: (_, { staff }) => staff },
  text('state', 'Of a dependency: unconfirmed, confirmed or disputed', (_, { state }) => orNull(state)),
  text('clauses', 'Keys of the parts of the mission’s text that it serves, with semicolons between them', (_, { clauses }) => orNull(clauses)),
];

export const CROSSWALK_COLUMNS = COLUMNS.map(({ name }) => name);

/** Every line of a mission's crosswalk as cells, plan after plan. */
export function crosswalkCells(rows: readonly CrosswalkRow[]): CsvCell[][] {
  return rows.flatMap((row) => linesOf(row).map((line, index) => COLUMNS.map(({ cell }) => cell(row, line, index + 1))));
}

/** @param modified ISO date */
export function crosswalkTable(url: string, mission: string, modified: string): CsvwTable {
  return {
    url,
    title: words.csvTitle(mission),
    description: words.csvDescription,
    licence: 'Open Government Licence v3.0',
    publisher: 'Waymark',
    modified,
    columns: COLUMNS.map(({ name, description, datatype, required = false }) => ({ name, description, datatype, required })),
    primaryKey: ['plan', 'line'],
  };
}

function linesOf({ contribution, policies, programmes, metrics, money, staff, dependencies }: CrosswalkRow): CrosswalkLine[] {
  const sums = (['resource', 'capital', 'unsplit'] as const).flatMap((kind) => (money[kind] === undefined ? [] : [{ ...EMPTY, what: 'money', kind: kind === 'unsplit' ? '' : FUNDING_KINDS[kind], money: money[kind] }]));
  return [
    { ...EMPTY, what: 'contribution', detail: [contribution.contribution, contribution.policies].filter(Boolean).join('\n'), clauses: (contribution.clauses ?? []).join(';') },
    ...policies.flatMap(({ title, owner, ownerJob, startsOn, endsOn, clauses, dated }) => [
      { ...EMPTY, what: 'policy', title, who: words.owner(owner, ownerJob), starts: startsOn, ends: endsOn, clauses: clauses.join(';') },
      ...dated.map((milestone) => ({ ...EMPTY, what: 'milestone', title: milestone.title, detail: title, ends: milestone.dueOn })),
    ]),
    ...programmes.map(({ kind, title, who, moneyMillions, otherwise }) => ({ ...EMPTY, what: 'programme', title, who, kind: kind === '' ? '' : PROGRAMME_KINDS[kind], money: moneyMillions, detail: words.otherwise(otherwise) })),
    ...sums,
    ...(staff === undefined ? [] : [{ ...EMPTY, what: 'staff', staff }]),
    ...metrics.map(({ name, aim, spendingReview }) => ({ ...EMPTY, what: 'metric', title: name, detail: aim, kind: spendingReview ? words.spendingReview : '' })),
    ...dependencies.map(({ departmentName, what, neededBy, standing }) => ({ ...EMPTY, what: 'dependency', who: departmentName, detail: what, ends: neededBy, state: standing.state })),
  ];
}
