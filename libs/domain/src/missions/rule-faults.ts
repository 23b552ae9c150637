import { AREA_TIERS, isAreaCode, isAreaTier } from '#domain/observations/area-level.js';
import type { Fault, FaultPath } from './file-fault.js';
import type { TargetDraft } from './framework-draft.js';

/** Measures of a gap between areas; the rule must say which is meant. */
export const GAP_MEASURES: readonly string[] = [
  'variance-between-areas',
  'p90-minus-p10',
  'top-against-rest',
  'ratio',
  'slope-over-deprivation',
  'highest-minus-lowest',
];

const COUNTRIES = ['UK', 'Great Britain', 'England and Wales', 'England', 'Wales', 'Scotland', 'Northern Ireland'];
const OVER_AREAS = ['every-area', 'gap', 'worst-areas'];

type Check = (value: unknown) => string | undefined;

const aNumber: Check = (value) => (typeof value === 'number' && Number.isFinite(value) ? undefined : 'must be a number');
const aChange: Check = (value) => aNumber(value) ?? (value === 0 ? 'must not be 0: a target that holds is a level' : undefined);
const aText: Check = (value) => (typeof value === 'string' && value.trim() !== '' ? undefined : 'must say why');
const anObject: Check = (value) => (typeof value === 'object' && value !== null ? undefined : 'must be given');
const aMeasure: Check = (value) => (GAP_MEASURES.includes(String(value)) ? undefined : `must be one of ${GAP_MEASURES.join(', ')}`);
const measures: Check = (value) =>
  value === undefined || (Array.isArray(value) && value.every((one) => !aMeasure(one))) ? undefined : 'must be a list of measures of a gap';
const better: Check = (value) => (value === 'better' ? undefined : 'must be "better"');

/** The fields of each kind of rule. */
const FIELDS_OF_KIND: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  level: { value: aNumber },
  'population-share': { value: aNumber },
  'change-by': { amount: aChange },
  'change-by-percent': { percent: aChange },
  direction: {},
  binary: {},
  undefined: { reason: aText },
  'every-area': { change: better },
  gap: { measure: aMeasure, beside: measures },
  'worst-areas': { group: anObject, change: anObject },
};

export function ruleFaults({ rule }: Pick<TargetDraft, 'rule'>, path: FaultPath): Fault[] {
  if (!Object.hasOwn(FIELDS_OF_KIND, rule.kind)) {
    const kinds = Object.keys(FIELDS_OF_KIND).join(', ');
    return [{ code: 'unknown-rule', path: [...path, 'kind'], message: `there is no rule ${rule.kind}; the kinds are ${kinds}` }];
  }
  const fields = FIELDS_OF_KIND[rule.kind] ?? {};
  const extra = Object.keys(rule).filter((field) => field !== 'kind' && !Object.hasOwn(fields, field));
  return [
    ...Object.entries(fields).flatMap(([field, check]) => {
      const fault = check(rule[field]);
      // a missing field is at fault where the rule stands
      const at = field in rule ? [...path, field] : path;
      return fault ? [{ code: 'rule-field', path: at, message: `a rule ${rule.kind}: ${field} ${fault}` }] : [];
    }),
    ...extra.map((field) => ({ code: 'rule-field', path: [...path, field], message: `a rule ${rule.kind} has no ${field}` })),
  ];
}

/** One area, the sum of some, or every area of some levels; rules over areas need the last, the others one of the first two. */
export function areaFaults({ areas, rule }: Pick<TargetDraft, 'areas' | 'rule'>, path: FaultPath): Fault[] {
  const fault = (message: string, ...field: string[]): Fault[] => [{ code: 'areas', path: [...path, ...field], message }];
  if (areas === null) return rule.kind === 'undefined' ? [] : fault('the target does not say for which area or areas it holds');
  const forms = ['one', 'sum', 'every'].filter((form) => form in areas);
  if (forms.length !== 1) return fault('areas are given as exactly one of one, sum and every');
  if (rule.kind !== 'undefined' && OVER_AREAS.includes(rule.kind) !== (forms[0] === 'every')) {
    return fault(forms[0] === 'every' ? `a rule ${rule.kind} is for one area` : `a rule ${rule.kind} is over areas: give every`);
  }
  if ('one' in areas) return isAreaCode(String(areas['one'])) ? [] : fault(`${String(areas['one'])} is no area code`, 'one');
  if ('sum' in areas) {
    const { sum, name } = areas;
    const codes = Array.isArray(sum) && sum.length > 1 && sum.every((code) => isAreaCode(String(code)));
    if (!codes) return fault('sum must be a list of two area codes or more', 'sum');
    if (new Set(sum).size < sum.length) return fault('sum names an area twice', 'sum');
    return typeof name === 'string' && name.trim() !== '' ? [] : fault('a sum of areas needs a name');
  }
  const { every, expected, country } = areas;
  if (!Array.isArray(every) || every.length === 0 || !every.every((tier) => isAreaTier(String(tier)))) {
    return fault(`every must be a list of ${AREA_TIERS.join(', ')}`, 'every');
  }
  if (!Number.isInteger(expected) || Number(expected) < 1) return fault('expected must say how many areas there should be');
  const known = country === undefined || COUNTRIES.includes(String(country));
  return known ? [] : fault(`country must be one of ${COUNTRIES.join(', ')}`, 'country');
}
