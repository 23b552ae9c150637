import { type DataGapKind } from '#domain/data-gaps/data-gap-kind.js';

/** What the figures of a metric lack for some areas, as found in one look through them. */
export interface FoundGap {
  metricId: number;
  /** The areas as one text; together with metric and kind it names the gap. */
  geography: string;
  geographyName: string;
  kind: DataGapKind;
  /** One sentence of plain English. */
  sentence: string;
  /** The mission that needs the figures. */
  missionId: string;
  /** Targets that the gap concerns; none where no target is judged by the metric. */
  targetIds: string[];
  /** The judgement that shows it. */
  judgementId: string | null;
  /** ISO date of the release that decides the first of its targets. */
  decidingRelease: string | undefined;
}

export function keyOfGap({ metricId, geography, kind }: Pick<FoundGap, 'metricId' | 'geography' | 'kind'>): string {
  return `${metricId} ${kind} ${geography}`;
}

/** One gap a metric, geography and kind; the first says why, the earliest deciding release counts, and all targets are named. */
export function mergeFindings(findings: readonly FoundGap[]): FoundGap[] {
  const merged = new Map<string, FoundGap>();
  for (const finding of findings) {
    const known = merged.get(keyOfGap(finding));
    if (!known) {
      merged.set(keyOfGap(finding), { ...finding, targetIds: [...finding.targetIds] });
      continue;
    }
    known.targetIds.push(...finding.targetIds.filter((id) => !known.targetIds.includes(id)));
    known.judgementId ??= finding.judgementId;
    known.decidingRelease = [known.decidingRelease, finding.decidingRelease].filter((date) => date !== undefined).sort()[0];
  }
  return [...merged.values()];
}

/** The geography of the general wish that councils find themselves in a headline. */
export const LOCAL_AUTHORITIES = 'local authorities';

/** A target's own areas say better that figures are too coarse than the general wish for local ones. */
export function withoutRepeats(findings: readonly FoundGap[]): FoundGap[] {
  const coarse = findings.filter(({ kind }) => kind === 'granularity');
  const said = new Set(coarse.filter(({ geography }) => geography !== LOCAL_AUTHORITIES).map(({ metricId }) => metricId));
  return findings.filter(({ kind, geography, metricId }) => kind !== 'granularity' || geography !== LOCAL_AUTHORITIES || !said.has(metricId));
}
