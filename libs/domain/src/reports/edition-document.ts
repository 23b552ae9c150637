import { type MissionFacts, readMissionFacts } from './mission-facts.js';
import type { RecordFacts } from './record-facts.js';
import type { ReportKind } from './report-status.js';

/** A department's right of reply, beside the text and never merged. */
export interface PrintedReply {
  /** Null in a vacancy. */
  organisation: string | null;
  /** Null where there is no reply. */
  text: string | null;
  sentAt: string | null;
  openedOn: string;
  closedOn: string;
}

export interface EditionMission extends MissionFacts {
  text: string;
  ruralNote: string;
  devolvedNote: string;
  /** Who wrote the versions of the text, each once. */
  authors: string[];
  factCheck: PrintedReply;
}

/** A recommendation that a report makes. */
export interface EditionRecommendation {
  reference: string;
  text: string;
  addressee: string;
  /** Slug; null where it is about none. */
  mission: string | null;
  answerDueOn: string;
}

/** The second tells of the council's own record too. */
export const EDITION_SCHEMAS = ['waymark-report-edition/1', 'waymark-report-edition/2'] as const;

export type EditionSchema = (typeof EDITION_SCHEMAS)[number];

/** One edition, whole: its canonical JSON is what the checksum is over. Instants are ISO instants. */
export interface EditionDocument {
  schema: EditionSchema;
  reference: string;
  edition: number;
  kind: ReportKind;
  title: string;
  framework: { slug: string; title: string };
  /** Who owes the statutory report, and by which law; null where the framework does not say. */
  duty: { owedBy: string; basis: string } | null;
  period: { from: string; to: string };
  /** The day as of which facts were assembled. */
  asOf: string;
  publishedAt: string;
  /** What a correction corrects; null of the first edition. */
  note: string | null;
  /** Head of the audit chain when the edition was frozen. */
  audit: { position: number; head: string };
  introduction: { text: string; authors: string[] };
  missions: EditionMission[];
  recommendations: EditionRecommendation[];
  /** Null of an edition of the first schema. */
  record: RecordFacts | null;
  /** Warnings that were acknowledged. */
  acknowledged: { warning: string; by: string; at: string; reason: string }[];
  licence: string;
  attribution: string;
}

/** An edition as it was frozen, of whichever schema. @param body its JSON */
export function readEdition(body: string): EditionDocument {
  const kept = JSON.parse(body) as EditionDocument;
  return { ...kept, record: kept.record ?? null, recommendations: kept.recommendations ?? [], missions: kept.missions.map((mission) => ({ ...mission, ...readMissionFacts(mission) })) };
}
