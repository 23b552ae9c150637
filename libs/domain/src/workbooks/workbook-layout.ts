import { MOST_WORDS } from '#domain/evidence-returns/answer-limits.js';
import type { EvidenceReturnAnswers } from '#domain/evidence-returns/evidence-return-content.js';

/** Grows whenever a sheet or column is added or taken away: older workbooks are refused by name. */
export const WORKBOOK_LAYOUT = 1;

/** How a cell is written and read. */
export type CellKind = 'key' | 'text' | 'choice' | 'score' | 'date' | 'shown';

export interface WorkbookColumn {
  /** Field of the item; of a shown one only a name. */
  field: string;
  title: string;
  kind: CellKind;
  /** In characters. */
  width: number;
}

export type WorkbookList = 'departures' | 'evidence' | 'risks' | 'lastSteps' | 'steps';

export interface ListSheet {
  list: WorkbookList;
  name: string;
  columns: readonly WorkbookColumn[];
  /** Are rows added and taken away? Else there is one for each thing asked. */
  open: boolean;
}

const column = (field: string, title: string, kind: CellKind, width = 20): WorkbookColumn => ({ field, title, kind, width });
const key = (field: string, title = 'Id (leave empty in a new row)'): WorkbookColumn => column(field, title, 'key', 16);

export const SHEETS = { readMe: 'Read me', answers: 'Answers', figures: 'Figures' } as const;

export const LIST_SHEETS: readonly ListSheet[] = [
  {
    list: 'departures', name: 'Departures', open: true,
    columns: [
      key('target', 'Target (as on the sheet Figures)'), column('value', 'Your figure, with its unit', 'text'), column('period', 'Period', 'text'),
      column('reason', 'Why you depart from Waymark’s figure', 'text', 50), column('source', 'Source', 'text', 40),
      column('unpublishedUntil', 'Source published on (if not yet)', 'date', 16), column('clearedBy', 'Cleared by (if not yet published)', 'text'),
    ],
  },
  {
    list: 'evidence', name: 'Evidence', open: true,
    columns: [
      key('id'), column('kind', 'Kind', 'choice'), column('strength', 'Strength', 'choice', 12), column('claim', 'Claim', 'text', 50), column('source', 'Source, with its publisher', 'text', 40),
      column('page', 'Page', 'text', 12), column('link', 'Link', 'text', 30), column('attachment', 'Id of the attached file', 'text', 16),
    ],
  },
  {
    list: 'risks', name: 'Risks', open: true,
    columns: [
      key('id'), column('risk', 'Risk', 'text', 50), column('impact', 'Impact (1 to 5)', 'score', 10), column('likelihood', 'Likelihood (1 to 5)', 'score', 10),
      column('proximity', 'When it would strike', 'choice'), column('owner', 'Owner', 'text'), column('response', 'What is done about it', 'text', 50),
    ],
  },
  {
    list: 'lastSteps', name: 'Last steps', open: false,
    columns: [
      key('step', 'Id'), column('promised', 'What was promised (read only)', 'shown', 50), column('owner', 'Owner (read only)', 'shown'), column('dueOn', 'Due (read only)', 'shown', 14),
      column('outcome', 'What became of it', 'choice'), column('what', 'What happened', 'text', 50),
    ],
  },
  {
    list: 'steps', name: 'Next steps', open: true,
    columns: [key('id'), column('action', 'What is done next', 'text', 50), column('owner', 'Owner', 'text'), column('dueOn', 'By when', 'date', 14)],
  },
];

export const ANSWER_COLUMNS = ['Section', 'Question', 'Answer', 'Word limit'] as const;
/** Place of the answer among them. */
export const ANSWER_COLUMN = 2;

export type AnswerField = keyof Pick<EvidenceReturnAnswers, 'figuresComment' | 'narrative' | 'rating' | 'ratingReason' | 'nextSteps'>;

export const ANSWER_ROWS: readonly { field: AnswerField; section: string; question: string; most: number | null }[] = [
  { field: 'figuresComment', section: 'Figures', question: 'Comment on the figures (optional)', most: MOST_WORDS.figuresComment },
  { field: 'narrative', section: 'Narrative', question: 'What was done in this time, and what came of it?', most: MOST_WORDS.narrative },
  { field: 'rating', section: 'Own rating', question: 'How likely is it that the mission’s targets are met? (Green, Amber-green, Amber, Amber-red or Red)', most: null },
  { field: 'ratingReason', section: 'Own rating', question: 'Why this rating?', most: MOST_WORDS.ratingReason },
  { field: 'nextSteps', section: 'Next steps', question: 'What will you do next, and by when?', most: MOST_WORDS.nextSteps },
];

/** Lines of the first sheet by which a workbook is known again. */
export const KNOWN_BY = { layout: 'Layout of this workbook', reference: 'Reference', rowVersion: 'As of change' } as const;

/** "C", "AA" of a place from 0. */
export function columnLetter(place: number): string {
  const rest = Math.floor(place / 26);
  return `${rest === 0 ? '' : columnLetter(rest - 1)}${String.fromCharCode(65 + (place % 26))}`;
}
