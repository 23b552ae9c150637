import fc from 'fast-check';
import { EVIDENCE_KINDS, EVIDENCE_STRENGTHS, type EvidenceKind, type EvidenceStrength, RISK_PROXIMITIES, type RiskProximity, STEP_OUTCOMES, type StepOutcomeKind } from '#domain/evidence-returns/evidence-return-choices.js';
import type { EvidenceReturnAnswers, RiskScore } from '#domain/evidence-returns/evidence-return-content.js';
import { DELIVERY_RATING_SLUGS } from '#domain/judgements/delivery-rating.js';

const keysOf = <Key extends string>(choices: Record<Key, unknown>): fc.Arbitrary<Key> => fc.constantFrom(...(Object.keys(choices) as Key[]));
/** Any text that a table can keep, with what spreadsheets stumble over more often than chance has it. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.string({ unit: fc.constantFrom('=', '+', '-', '@', "'", '"', '\t', '\r', '\n', ' ', '_', 'x', '0', 'D', ',', '<', '&', ']', '\u0007', '\u0085', 'é', '😀', '1'), maxLength: 30 }),
  fc.constantFrom('=SUM(A1)', '_x000D_', "'quoted'", '1', '1.50', '2026-12-15', 'TRUE', ' lead', 'trail ', '\r\n', '#REF!', '1e5', '00123', 'valueOf', '__proto__'),
);
const date = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10));
const score = fc.integer({ min: 1, max: 5 }) as fc.Arbitrary<RiskScore>;
const id = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 6, maxLength: 6 });
const listOf = <Item>(item: fc.Arbitrary<Item>, key: (item: Item) => string): fc.Arbitrary<Item[]> => fc.uniqueArray(item, { selector: key, maxLength: 4 });

/** Answers of every shape that a draft may hold. */
export const anyAnswers: fc.Arbitrary<EvidenceReturnAnswers> = fc.record({
  nil: fc.constant(false),
  figuresComment: text,
  narrative: text,
  rating: fc.option(fc.constantFrom(...DELIVERY_RATING_SLUGS), { nil: null }),
  ratingReason: text,
  nextSteps: text,
  departures: listOf(fc.record({ target: id, value: text, period: text, reason: text, source: text, unpublishedUntil: fc.option(date, { nil: null }), clearedBy: text }), ({ target }) => target),
  evidence: listOf(
    fc.record({ id, kind: keysOf<EvidenceKind>(EVIDENCE_KINDS), strength: keysOf<EvidenceStrength>(EVIDENCE_STRENGTHS), claim: text, source: text, page: text, link: text, attachment: fc.option(id, { nil: null }) }),
    (item) => item.id,
  ),
  risks: listOf(fc.record({ id, risk: text, impact: score, likelihood: score, proximity: keysOf<RiskProximity>(RISK_PROXIMITIES), owner: text, response: text }), (item) => item.id),
  lastSteps: listOf(
    fc.record({ step: id, promised: text, owner: text, dueOn: fc.option(date, { nil: null }), due: fc.boolean(), outcome: fc.option(keysOf<StepOutcomeKind>(STEP_OUTCOMES), { nil: null }), what: text }),
    ({ step }) => step,
  ),
  steps: listOf(fc.record({ id, action: text, owner: text, dueOn: date }), (item) => item.id),
});
