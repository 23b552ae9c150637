import { stringify } from 'yaml';

interface SecondMission {
  slug: string;
  number: number;
  focusArea: string;
  department: string;
  metric: string;
  value: number;
}

/** The second framework's missions: the first has the slug, the name, the number and the metric of one in the first framework. */
const MISSIONS: readonly SecondMission[] = [
  { slug: 'education', number: 5, focusArea: 'Education', department: 'dfe', metric: 'key-stage-2', value: 80 },
  { slug: 'safer-streets', number: 2, focusArea: 'Safer streets', department: 'dhsc', metric: 'key-stage-2', value: 70 },
  { slug: 'healthy-start', number: 3, focusArea: 'A healthy start', department: 'dhsc', metric: 'key-stage-2', value: 99 },
];

export const SECOND_FRAMEWORK = 'plan-for-change-2024';

/** The file of a small second framework, as somebody would write it: three missions, two departments. */
export function secondFrameworkFile(): string {
  return stringify({
    framework: { slug: SECOND_FRAMEWORK, title: 'Plan for Change', summary: 'Three missions of the next government.', source: 'Command paper', publishedOn: '2024-12-05', startsOn: '2024-12-05', endsOn: '2029-12-31' },
    objectives: [{ slug: 'o', title: 'Opportunity' }],
    departments: [{ slug: 'dfe', name: 'Department for Education', shortName: 'DfE' }, { slug: 'dhsc', name: 'Department of Health and Social Care', shortName: 'DHSC' }],
    missions: MISSIONS.map(({ slug, number, focusArea, department, metric, value }) => {
      const statement = `${focusArea}: more children reach the expected standard.`;
      return {
        slug, number, focusArea, objective: 'o', statement, scope: 'england', maturity: 'agreed',
        leads: [{ department, from: '2024-12-05', to: null, basis: 'paper' }],
        clauses: [{ key: 'a', text: statement, coveredBy: [metric] }],
        headlineMetrics: [metric],
        targets: [
          {
            slug: 'expected-standard', title: `${value}% reach the expected standard`, clause: 'a', metric, role: 'headline', rule: { kind: 'level', value }, areas: { one: 'E92000001' },
            baseline: { period: '2018-09-01/P1Y', reason: 'The last year before.' }, decides: { period: '2028-09-01/P1Y', releaseExpected: '2029-12-15' },
          },
        ],
      };
    }),
  });
}
