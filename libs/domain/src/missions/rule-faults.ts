import { AREA_TIERS, isAreaCode, isAreaTier } from '#domain/observations/area-level.js';
import { GAP_MEASURES } from '#domain/judgements/target-to-judge.js';
import type { Fault, FaultPath } from './file-fault.js';
import type { TargetDraft } from './framework-draft.js';

const COUNTRIES = ['UK', 'Great Britain', 'England and Wales', 'England', 'Wales', 'Scotland', 'Northern Ireland'];
const OVER_AREAS = ['every-area', 'gap', 'worst-areas', 'top-areas'];

type Check = (value: unknown) => string | undefined;

const aNumber: Check = (value) => (typeof value === 'number' && Number.isFinite(value) ? undefined : 'must be a number');
const aChange: Check = (value) => aNumber(value) ?? (value === 0 ? 'must not be 0: a target that holds is a level' : undefined);
const aText: Check = (value) => (typeof value === 'string' && value.trim() !== '' ? undefined : 'must say why');
const optional = (check: Check): Check => (value) => (value === undefined ? undefined : check(value));
const aPercent: Check = (value) => (typeof value === 'number' && value > 0 && value <= 100 ? undefined : 'must be above 0 and at most 100');
const aGroup: Check = (value) => {
  if (typeof value !== 'object' || value === null) return 'must say which areas: share, by, years';
  const { share, by, years } = value as Record<string, unknown>;
  if (aPercent(share)) return 'needs a share of the areas, in percent';
  if (by !== 'mean-before-baseline') return 'by must be mean-before-baseline';
  return Number.isInteger(years) && Number(years) >= 1 ? undefined : 'needs a number of years';
};
const aGroupChange: Check = (value) => {
  const { kind, ...rest } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  if (kind === 'change-by') return aChange(rest['amount']) && 'change-by needs an amount other than 0';
  if (kind === 'change-by-percent') return aChange(rest['percent']) && 'change-by-percent needs a percent other than 0';
  if (kind === 'level') return aNumber(rest['value']) && 'level needs a value';
  return kind === 'improve-most' ? undefined : 'kind must be one of change-by, change-by-percent, level, improve-most';
};
const aMeasure: Check = (value) => (GAP_MEASURES.some((measure) => measure === value) ? undefined : `must be one of ${GAP_MEASURES.join(', ')}`);
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
  ratio: { value: aNumber, denominator: aText },
  'closer-to-comparator': { comparator: aText, byPercent: optional(aPercent) },
  'share-below-threshold': { threshold: aNumber, value: optional(aNumber) },
  gap: { measure: aMeasure, beside: measures, byPercent: optional(aPercent) },
  'worst-areas': { group: aGroup, change: aGroupChange },
  'top-areas': { group: aGroup, change: aGroupChange },
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
