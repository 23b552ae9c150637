import { DATA_GAP_KINDS, type DataGapKind } from '#domain/data-gaps/data-gap-kind.js';
import { dataGapsPaths } from '#features/data-gaps/data-gaps.paths.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { longDate } from '#platform/pages/dates.js';
import { metricPageWords as words } from '../metric-page.words.js';

/** A part of a mission's text that the metric measures; null where the mission names it as a headline and no clause does. */
export interface ClauseMeasured {
  framework: string;
  mission: string;
  focusArea: string;
  headline: boolean;
  clause: string | null;
}

/** What the figures of the metric lack, as the register says. */
export interface GapOfMetric {
  reference: string;
  kind: DataGapKind;
  sentence: string;
  /** ISO date. */
  dateNeeded: string;
}

export interface PurposeBlock {
  empty: string | undefined;
  lines: { mission: string; href: string; role: string; clause: string | undefined }[];
}

export interface GapsBlock {
  empty: string | undefined;
  lines: { href: string; text: string; sentence: string; needed: string }[];
}

/** Why this metric and no other: the words of which missions it stands for. */
export function purposeBlock(measured: readonly ClauseMeasured[]): PurposeBlock {
  return {
    empty: measured.length === 0 ? words.why.empty : undefined,
    lines: measured.map(({ framework, mission, focusArea, headline, clause }) => ({
      mission: focusArea,
      href: missionsPaths.mission(framework, mission),
      role: headline ? words.why.headline : words.why.supporting,
      clause: clause ?? undefined,
    })),
  };
}

export function gapsBlock(gaps: readonly GapOfMetric[]): GapsBlock {
  return {
    empty: gaps.length === 0 ? words.gaps.empty : undefined,
    lines: gaps.map(({ reference, kind, sentence, dateNeeded }) => ({
      href: dataGapsPaths.show(reference), text: words.gaps.line(DATA_GAP_KINDS[kind], reference), sentence, needed: words.gaps.needed(longDate(dateNeeded)),
    })),
  };
}
