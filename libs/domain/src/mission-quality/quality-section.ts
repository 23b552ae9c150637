/** What a quality review of a mission looks at, in the order of its page. */
export const QUALITY_SECTIONS = ['terms', 'coverage', 'breadth', 'ambition', 'alignment', 'incentives', 'geography'] as const;

export type QualitySection = (typeof QUALITY_SECTIONS)[number];

/** What a person says of a mission's ambition; the computed word that joins it has a field of its own. */
export const AMBITION_VERDICTS = {
  'not-ambitious-enough': 'Not ambitious enough',
  'right-level': 'Right level of ambition',
  'too-ambitious': 'Too ambitious',
  'more-information-needed': 'More information needed',
} as const;

export const COVERAGE_STATES = { covered: 'Has a metric', uncovered: 'Uncovered' } as const;

export const BREADTH_VERDICTS = {
  broad: 'Broad enough',
  narrow: 'Too narrow',
  'more-information-needed': 'More information needed',
} as const;

export const ALIGNMENT_ANSWERS = {
  reduces: 'Yes, it would reduce the disparity',
  'does-not-reduce': 'No, it would not reduce the disparity',
  partly: 'In part',
  'cannot-tell': 'Cannot tell yet',
} as const;

/** How a field of a finding is asked for: one line, prose, one of some, a clause of the mission's text, or a date. */
export interface FindingField {
  readonly name: string;
  readonly kind: 'line' | 'prose' | 'choice' | 'clause' | 'date';
  readonly required: boolean;
  readonly choices?: Readonly<Record<string, string>>;
}

const line = (name: string): FindingField => ({ name, kind: 'line', required: true });
const prose = (name: string): FindingField => ({ name, kind: 'prose', required: true });
const choice = (name: string, choices: Readonly<Record<string, string>>): FindingField => ({ name, kind: 'choice', required: true, choices });
const optional = (field: FindingField): FindingField => ({ ...field, required: false });
const CLAUSE: FindingField = { name: 'clause', kind: 'clause', required: true };

/** The fields of one finding, by its section. Every finding may also name the pages of its source. */
export const FINDING_FIELDS: Readonly<Record<QualitySection, readonly FindingField[]>> = {
  terms: [line('term'), CLAUSE, prose('unclear'), optional(prose('definition')), optional(line('definedBy')), { name: 'definedOn', kind: 'date', required: false }],
  coverage: [CLAUSE, choice('state', COVERAGE_STATES), optional(prose('note'))],
  breadth: [choice('scope', BREADTH_VERDICTS), optional(prose('leftOut')), prose('reasons')],
  ambition: [line('aspect'), choice('verdict', AMBITION_VERDICTS), prose('reasons')],
  alignment: [choice('answer', ALIGNMENT_ANSWERS), prose('reasons')],
  incentives: [prose('route'), line('balancingMetric'), { name: 'reviewOn', kind: 'date', required: true }, optional(prose('finding'))],
  geography: [line('measure'), line('measuredAt'), line('recommended'), prose('reason')],
};

/** One finding: its section and what was written in each field, by the field's name; a field that is left out is empty. */
export interface QualityFinding {
  readonly section: QualitySection;
  readonly values: Readonly<Record<string, string>>;
}

export function isQualitySection(text: string): text is QualitySection {
  return (QUALITY_SECTIONS as readonly string[]).includes(text);
}

/** The empty text for a field that nobody has filled in. */
export function valueOf({ values }: Pick<QualityFinding, 'values'>, field: string): string {
  return values[field] ?? '';
}
