import { type Refusal } from '#domain/workflow/transition-table.js';
import { type ReviewedClause } from './finding-faults.js';
import { type QualityFinding, type QualitySection, valueOf } from './quality-section.js';

/** A review that says nothing of these is no review. Perverse incentives and geography may have nothing to report. */
const NEEDED: readonly QualitySection[] = ['breadth', 'ambition', 'alignment'];

/** Of these a review gives one answer. */
const SINGLE: readonly QualitySection[] = ['breadth', 'alignment'];

/** What keeps a draft from being published; the field is the section. */
export function publishFaults(findings: readonly QualityFinding[], clauses: readonly ReviewedClause[]): Refusal[] {
  const of = (section: QualitySection): QualityFinding[] => findings.filter((finding) => finding.section === section);
  const listed = of('coverage').map((finding) => valueOf(finding, 'clause'));
  return [
    ...clauses
      .filter(({ key }) => !listed.includes(key))
      .map(({ key }): Refusal => ({ code: 'clause-not-listed', message: `Say of clause ${key} whether it has a metric or is uncovered`, field: 'coverage' })),
    ...twice(listed).map((key): Refusal => ({ code: 'clause-twice', message: `Clause ${key} is listed twice; keep one`, field: 'coverage' })),
    ...twice(of('terms').map((finding) => termKey(valueOf(finding, 'term')))).map((term): Refusal => ({ code: 'term-twice', message: `The term “${term}” is listed twice; keep one`, field: 'terms' })),
    ...NEEDED.filter((section) => of(section).length === 0).map((section): Refusal => ({ code: 'section-empty', message: MISSING[section] ?? '', field: section })),
    ...SINGLE.filter((section) => of(section).length > 1).map((section): Refusal => ({ code: 'one-answer', message: ONE_ANSWER[section] ?? '', field: section })),
  ];
}

/** Terms are the same whatever their case, quotation marks and blanks. */
export function termKey(term: string): string {
  return term.replaceAll(/[“”"‘’']/g, '').replaceAll(/\s+/g, ' ').trim().toLowerCase();
}

const MISSING: Partial<Record<QualitySection, string>> = {
  breadth: 'Say whether the mission is broad enough',
  ambition: 'Give a verdict on the mission’s ambition',
  alignment: 'Say whether hitting the target would reduce the disparity',
};

const ONE_ANSWER: Partial<Record<QualitySection, string>> = {
  breadth: 'There are two answers on breadth; keep one',
  alignment: 'There are two answers on alignment; keep one',
};

function twice(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
