import { opensAlert } from '#domain/alerts/alert-opening.js';
import { type Episode, standingEpisode } from '#domain/alerts/alert-episode.js';
import { conflictsAmong, type ThreeWords } from '#domain/alerts/judgement-conflict.js';
import { type OpenParts } from '#domain/mission-quality/open-parts.js';
import { type Verdict } from '#domain/judgements/verdict.js';
import { type Mission } from '#features/missions/mission.entity.js';
import { type SaidStep } from './judged-steps.queries.js';
import { computedMission } from './mission-standing.js';

/** How the three judgements of a mission stood after somebody had spoken, or after a judging of its targets. */
export interface ConflictStep {
  /** Of a judging the first judgement that may open an alert, or the first of all. */
  id: string;
  words: ThreeWords;
  mayOpen: boolean;
  givenAt: Date;
}

/**
 * Since when there is a conflict, and by whose judgement; undefined where there is none now.
 * @param said oldest first
 * @param openOn what the mission's text left open at an instant
 */
export function standingConflict(mission: Mission, said: readonly SaidStep[], openOn: (at: Date) => OpenParts): (Episode<ConflictStep> & { words: ThreeWords }) | undefined {
  const steps = conflictSteps(mission, said, openOn);
  const episode = standingEpisode(steps, {
    holds: ({ words }) => conflictsAmong(words).length > 0,
    ends: ({ words }) => conflictsAmong(words).length === 0,
    mayOpen: ({ mayOpen }) => mayOpen,
  });
  return episode && { ...episode, words: steps.at(-1)?.words ?? {} };
}

/** Targets that are judged together count as one step: what stood between two of them stood at no time. */
function conflictSteps(mission: Mission, said: readonly SaidStep[], openOn: (at: Date) => OpenParts): ConflictStep[] {
  const targets = new Map<string, { verdict: Verdict; countsAs: Verdict }>();
  const steps: ConflictStep[] = [];
  let words: ThreeWords = {};
  said.forEach((row, index) => {
    if (row.kind === 'department') words = { ...words, department: row.rating ?? undefined };
    else if (row.kind === 'council') words = { ...words, council: row.verdict ?? undefined };
    else if (row.targetId && row.verdict) {
      targets.set(row.targetId, { verdict: row.verdict, countsAs: row.countsAs ?? row.verdict });
      if (mission.targets.some(({ id }) => targets.has(id))) words = { ...words, computed: computedMission(mission, targets, openOn(row.givenAt)).verdict };
    }
    const mayOpen = row.kind !== 'computed' || opensAlert(row.cause);
    const before = said[index - 1];
    const last = steps.at(-1);
    const together = last && row.kind === 'computed' && before?.kind === 'computed' && before.givenAt.getTime() === row.givenAt.getTime();
    if (!together) steps.push({ id: row.id, words, mayOpen, givenAt: row.givenAt });
    else steps[steps.length - 1] = { ...last, words, ...(mayOpen && !last.mayOpen ? { id: row.id, mayOpen } : {}) };
  });
  return steps;
}
