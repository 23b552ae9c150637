import type { Fault, FaultPath } from './file-fault.js';
import type { MissionDraft } from './framework-draft.js';

/** Faults of the cut of a mission's text: the clauses must be its own words, and what names a clause must find it. */
export function clauseFaults(mission: MissionDraft, path: FaultPath): Fault[] {
  const keys = mission.clauses.map(({ key }) => key);
  const statement = plainBlanks(mission.statement);
  const faults: Fault[] = mission.clauses
    .map((clause, index) => ({ clause, at: [...path, 'clauses', index, 'text'] }))
    .filter(({ clause }) => !statement.includes(plainBlanks(clause.text)))
    .map(({ clause, at }) => ({
      code: 'clause-not-in-statement',
      path: at,
      message: `clause ${clause.key} is not part of the mission's statement, word for word`,
    }));
  const named: [string, FaultPath][] = [
    ...mission.openTerms.map(({ clause }, index): [string, FaultPath] => [clause, [...path, 'openTerms', index, 'clause']]),
    ...mission.targets.map(({ clause }, index): [string, FaultPath] => [clause, [...path, 'targets', index, 'clause']]),
  ];
  for (const [clause, at] of named) {
    if (keys.includes(clause)) continue;
    faults.push({ code: 'unknown-clause', path: at, message: `the mission has no clause ${clause}` });
  }
  return faults;
}

/** How lines are broken in the file says nothing. */
function plainBlanks(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
