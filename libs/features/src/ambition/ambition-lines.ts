import type { AmbitionReason, ComputedAmbition } from '#domain/ambition/ambition-finding.js';
import { AMBITION_VERDICTS } from '#domain/mission-quality/quality-section.js';
import { type MissionAmbition } from './ambition.service.js';

/** What a person said of a mission or a part of it. */
export interface GivenAmbition {
  aspect: string;
  verdict: string;
  reasons: string;
}

const BASES = { kept: 'releases of that day', cut: 'from today’s files cut at periods published by then', none: 'no figures by then' } as const;

/** Why figures may say something else than a person who knows more than figures, or reads other ones. */
const DIFFERENCES: Readonly<Record<AmbitionReason, string>> = {
  'likely-anyway': 'the usual course of the series alone would meet it; the experts weigh what the figures cannot show',
  'no-precedent': 'no place of the level has kept up such a pace by the figures at hand; the experts find one or look elsewhere',
  stretching: 'by the figures the usual course may meet it and may fail; the experts are surer than the series is',
  'wrong-way': 'the series was going the wrong way, which the method never calls business as usual',
  'has-precedent': 'the chance is small, but places of the level have kept up such a pace; the experts weigh what it would take',
  'nothing-to-compare': 'the chance is small and no window of a like place is there to set the pace against',
  'no-number': 'the text names no number that figures could meet; the experts judge its intent',
  'not-comparable': 'the figures at hand do not measure what the text speaks of; the experts used others',
  capacity: 'it hangs on who can negotiate and carry out, which the experts weighed and no series shows',
  'no-figures': 'no figure of the baseline is at hand that had been published by then; the experts had others',
  'too-few-figures': 'fewer than five independent figures on one footing had been published by then; the experts went by what else they knew',
  decided: 'it had been decided by then',
};

/** Of the headline targets: how many have each word, the most first. */
export function wordsOfMission({ targets }: MissionAmbition): { verdict: ComputedAmbition; count: number }[] {
  const counts = new Map<ComputedAmbition, number>();
  for (const { headline, finding } of targets) if (headline) counts.set(finding.verdict, (counts.get(finding.verdict) ?? 0) + 1);
  return [...counts].map(([verdict, count]) => ({ verdict, count })).sort((a, b) => b.count - a.count);
}

/** A mission in short, and what is told below it: each target with its sentence, and why the words differ. */
export interface AmbitionLines {
  short: string;
  below: string[];
}

export function ambitionLines(found: MissionAmbition, given: readonly GivenAmbition[]): AmbitionLines {
  const words = wordsOfMission(found);
  const computed = words.map(({ verdict, count }) => `${AMBITION_VERDICTS[verdict].toLowerCase()} ${count}`).join(', ') || 'no headline target';
  const said = given.map(({ aspect, verdict }) => `${wordOf(verdict).toLowerCase()} (${aspect})`).join('; ') || 'nothing';
  const reasons = [...new Set(found.targets.filter(({ headline, finding }) => headline && !given.some(({ verdict }) => verdict === finding.verdict)).map(({ finding }) => finding.reason))];
  const below = [
    ...found.targets.map(({ title, basis, finding }) => `${title}: ${AMBITION_VERDICTS[finding.verdict].toLowerCase()} [${BASES[basis]}]. ${finding.sentence}`),
    ...(given.length === 0 ? [] : reasons.map((reason) => `differs: ${DIFFERENCES[reason]}`)),
  ];
  return { short: `ambition: ${computed} | experts: ${said}`, below };
}

function wordOf(verdict: string): string {
  return Object.entries(AMBITION_VERDICTS).find(([key]) => key === verdict)?.[1] ?? verdict;
}
