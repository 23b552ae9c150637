import { type MissionFacts, unanswered } from './mission-facts.js';
import { type RecordFacts, unansweredLetters } from './record-facts.js';

/** A mission's part as the checks see it. */
export interface CheckedMission {
  slug: string;
  focusArea: string;
  /** Null until assembled. */
  facts: MissionFacts | null;
  text: string;
  ruralNote: string;
  /** What the council says of the consultation of devolved governments. */
  devolvedNote: string;
  /** Number of the text's version, and of the one whose fact-check is over. */
  version: number;
  checkedVersion: number | null;
}

export interface CheckedReport {
  /** The law asks for it: then the sections that the law names are required. */
  owed: boolean;
  introduction: string;
  /** ISO date by which the law wants it; null where none is known. */
  dueOn: string | null;
  /** Null until set. */
  publishAt: Date | null;
  /** The day as of which facts were assembled; null until they were. */
  asOf: string | null;
  /** What the council itself has on record; null until assembled. */
  record: RecordFacts | null;
  missions: readonly CheckedMission[];
}

export interface ReportFinding {
  level: 'error' | 'warning';
  code: string;
  /** Names the finding among all of a report: code, and mission where it is about one. */
  key: string;
  /** Slug of the mission. */
  mission: string | null;
  message: string;
}

interface Rule<Subject> {
  code: string;
  level: ReportFinding['level'];
  /** The finding's words, null where there is nothing to find. */
  finds: (subject: Subject, report: CheckedReport) => string | null;
}

const listed = (references: readonly { reference: string }[]): string => references.map(({ reference }) => reference).join(', ');

const RULES_OF_REPORT: readonly Rule<CheckedReport>[] = [
  { code: 'introduction-missing', level: 'error', finds: ({ introduction }) => (introduction.trim() === '' ? 'The introduction has not been written' : null) },
  { code: 'missions-missing', level: 'error', finds: ({ missions }) => (missions.length === 0 ? 'The framework has no missions' : null) },
  { code: 'publish-time-missing', level: 'error', finds: ({ publishAt }) => (publishAt === null ? 'No time of publication has been set' : null) },
  { code: 'due-date-missing', level: 'warning', finds: ({ owed, dueOn }) => (owed && dueOn === null ? 'The day by which the law wants the report is not recorded' : null) },
  { code: 'record-not-assembled', level: 'error', finds: ({ asOf, record }) => (asOf !== null && record === null ? 'The council’s own record: it has not been assembled. Assemble the facts anew' : null) },
  {
    code: 'letters-unanswered', level: 'warning',
    finds: ({ asOf, record }) => {
      const letters = record && asOf !== null ? unansweredLetters(record, asOf) : [];
      return letters.length === 0 ? null : `Letters: no answer has come to ${listed(letters)}`;
    },
  },
  {
    code: 'recommendations-overdue', level: 'warning',
    finds: ({ record }) => {
      const late = record?.recommendations.filter(({ overdue }) => overdue) ?? [];
      return late.length === 0 ? null : `Recommendations: overdue are ${listed(late)}`;
    },
  },
];

const RULES_OF_MISSION: readonly Rule<CheckedMission>[] = [
  { code: 'not-assembled', level: 'error', finds: ({ facts, focusArea }) => (facts === null ? `${focusArea}: progress has not been assembled` : null) },
  { code: 'text-missing', level: 'error', finds: ({ text, focusArea }) => (text.trim() === '' ? `${focusArea}: the council’s text has not been written` : null) },
  {
    code: 'fact-check-not-over', level: 'error',
    finds: ({ version, checkedVersion, focusArea }) => (checkedVersion === version ? null : `${focusArea}: the fact-check of this text is not over`),
  },
  { code: 'rural-note-missing', level: 'error', finds: ({ ruralNote, focusArea }, { owed }) => (owed && ruralNote.trim() === '' ? `${focusArea}: the note on rural areas is required in the report that the law asks for` : null) },
  {
    code: 'devolved-missing', level: 'error',
    finds: ({ facts, devolvedNote, focusArea }, { owed }) =>
      owed && concernsDevolved(facts) && devolvedNote.trim() === '' ? `${focusArea}: the section on the consultation of devolved governments is required in the report that the law asks for` : null,
  },
  { code: 'rural-note-empty', level: 'warning', finds: ({ ruralNote, focusArea }, { owed }) => (!owed && ruralNote.trim() === '' ? `${focusArea}: there is no note on rural areas` : null) },
  { code: 'no-accepted-return', level: 'warning', finds: ({ facts, focusArea }) => (facts?.done.length === 0 ? `${focusArea}: no evidence return of the period was accepted` : null) },
  {
    code: 'alerts-unanswered', level: 'warning',
    finds: ({ facts, focusArea }) => {
      const alerts = facts ? unanswered(facts) : [];
      return alerts.length === 0 ? null : `${focusArea}: open alerts without an answer: ${listed(alerts)}`;
    },
  },
  {
    code: 'devolved-not-consulted', level: 'warning',
    finds: ({ facts, devolvedNote, focusArea }, { owed }) =>
      !owed && concernsDevolved(facts) && facts?.consultations.length === 0 && devolvedNote.trim() === '' ? `${focusArea}: nothing is said of the consultation of devolved governments` : null,
  },
  {
    code: 'returns-overdue', level: 'warning',
    finds: ({ facts, focusArea }) => (facts && facts.overdue.length > 0 ? `${focusArea}: overdue returns: ${listed(facts.overdue)}` : null),
  },
];

/** What stands against publication, and what must be acknowledged by name first. Errors come first, in the order of the rules. */
export function reportFindings(report: CheckedReport): ReportFinding[] {
  const found = [
    ...RULES_OF_REPORT.flatMap((rule) => findingOf(rule, report, { report, mission: null })),
    ...report.missions.flatMap((mission) => RULES_OF_MISSION.flatMap((rule) => findingOf(rule, mission, { report, mission: mission.slug }))),
  ];
  return found.toSorted((one, other) => Number(one.level === 'warning') - Number(other.level === 'warning'));
}

function concernsDevolved(facts: MissionFacts | null): boolean {
  return facts !== null && facts.scope !== 'england';
}

function findingOf<Subject>({ code, level, finds }: Rule<Subject>, subject: Subject, { report, mission }: { report: CheckedReport; mission: string | null }): ReportFinding[] {
  const message = finds(subject, report);
  return message === null ? [] : [{ level, code, mission, message, key: mission === null ? code : `${code}:${mission}` }];
}

/** A warning is acknowledged in its very words: one that has changed since wants a new acknowledgement. */
export function isAcknowledged({ key, message }: ReportFinding, given: readonly { key: string; message: string }[]): boolean {
  return given.some((one) => one.key === key && one.message === message);
}

/** What still stands against publication: every error, and every warning that nobody has acknowledged. */
export function standingAgainst(report: CheckedReport, given: readonly { key: string; message: string }[]): ReportFinding[] {
  return reportFindings(report).filter((finding) => finding.level === 'error' || !isAcknowledged(finding, given));
}
