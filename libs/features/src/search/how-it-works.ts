import { calibrationPaths } from '#features/calibration/calibration.paths.js';
import { calibrationWords } from '#features/calibration/calibration.words.js';
import { type StatementPage } from '#features/statements/statement.js';
import { statementsPaths } from '#features/statements/statements.paths.js';
import { accessibilityStatement, methodStatement, privacyStatement } from '#features/statements/statements.words.js';
import { type GivenDocument } from './search.queries.js';

/** The pages that say how Waymark works: their words are in no table. */
export const HOW_IT_WORKS: readonly GivenDocument[] = [
  statement(statementsPaths.method, methodStatement(undefined)),
  statement(statementsPaths.accessibility, accessibilityStatement),
  statement(statementsPaths.privacy, privacyStatement),
  { kind: 'pages', title: 'Cookies', href: statementsPaths.cookies, body: 'Which cookies Waymark sets, what for and how long they stay.' },
  { kind: 'pages', title: calibrationWords.title, href: calibrationPaths.list, body: [calibrationWords.intro, calibrationWords.howRating, calibrationWords.howDecided, calibrationWords.howLimits].join(' ') },
];

function statement(href: string, { title, lead, sections }: StatementPage): GivenDocument {
  const words = sections.flatMap(({ heading, paragraphs = [], list = [], table }) => [heading, ...paragraphs, ...list, ...(table ? table.rows.flat() : [])]);
  return { kind: 'pages', title, href, body: [lead, ...words].join(' ') };
}
