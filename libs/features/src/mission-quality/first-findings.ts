import { type Actor } from '#domain/access/permissions.js';
import { type ReviewedClause } from '#domain/mission-quality/finding-faults.js';
import { type Clause, type Mission, type OpenTerm } from '#features/missions/mission.entity.js';
import { londonDate } from '#platform/clock/clock.js';
import { type QualityFindingRow } from './quality-finding.entity.js';

export type NewFinding = Omit<QualityFindingRow, 'id' | 'reviewId' | 'review'>;

export function reviewedClauses({ clauses }: Pick<Mission, 'clauses'>): ReviewedClause[] {
  return clauses.map(({ key, coveredBy }) => ({ key, hasMetric: coveredBy.length > 0 }));
}

/** What a mission's own text says of its terms and clauses, for a first draft to begin with. */
export function firstFindings(mission: Pick<Mission, 'openTerms' | 'clauses'>, { actor, at }: { actor: Actor; at: Date }): NewFinding[] {
  const signed = { pages: null, writtenBy: actor.id, writerName: `${actor.name}, taken over from the framework`, writtenAt: at };
  return [
    ...mission.openTerms.map((term, index): NewFinding => ({ section: 'terms', position: index + 1, values: termValues(term, at), ...signed })),
    ...mission.clauses.map((clause, index): NewFinding => ({ section: 'coverage', position: index + 1, values: coverageValues(clause), ...signed })),
  ];
}

function termValues({ term, clause, note, reading }: OpenTerm, at: Date): Record<string, string> {
  const defined = reading ? { definition: reading, definedBy: 'The framework, as a reading', definedOn: londonDate(at) } : { definition: '', definedBy: '', definedOn: '' };
  return { term, clause, unclear: note, ...defined };
}

function coverageValues({ key, coveredBy, note }: Clause): Record<string, string> {
  return { clause: key, state: coveredBy.length > 0 ? 'covered' : 'uncovered', note: note ?? (coveredBy.length > 0 ? '' : 'No metric goes with this clause.') };
}
