/** What a claim rests on. */
export const EVIDENCE_KINDS = {
  'official-statistic': 'Official statistic',
  evaluation: 'Evaluation',
  event: 'Event or decision on record',
  'management-information': 'Management information',
  opinion: 'Opinion or testimony',
} as const;

export type EvidenceKind = keyof typeof EVIDENCE_KINDS;

/** How far a piece of evidence carries its claim, by the department's own word. */
export const EVIDENCE_STRENGTHS = {
  strong: { words: 'Strong', definition: 'Published, tested by others, and about this very claim.' },
  moderate: { words: 'Moderate', definition: 'Published or open to checking, but partial, recent, or about something close by.' },
  weak: { words: 'Weak', definition: 'Not published, early, or resting on few cases.' },
} as const;

export type EvidenceStrength = keyof typeof EVIDENCE_STRENGTHS;

/** When a risk would strike. */
export const RISK_PROXIMITIES = {
  now: 'Already happening',
  'three-months': 'Within three months',
  'one-year': 'Within a year',
  later: 'Later than a year',
} as const;

export type RiskProximity = keyof typeof RISK_PROXIMITIES;

/** What became of a promised step. */
export const STEP_OUTCOMES = {
  done: 'Done',
  'under-way': 'Under way, on time',
  late: 'Under way, late',
  dropped: 'Dropped',
} as const;

export type StepOutcomeKind = keyof typeof STEP_OUTCOMES;
