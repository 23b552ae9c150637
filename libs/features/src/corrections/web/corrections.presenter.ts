import { VERDICTS } from '#domain/judgements/verdict.js';
import { REPORT_KINDS } from '#domain/reports/report-status.js';
import { alertsPaths } from '#features/alerts/alerts.paths.js';
import { missionQualityPaths } from '#features/mission-quality/mission-quality.paths.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { placesPaths } from '#features/places/places.paths.js';
import { releasesPaths } from '#features/releases/releases.paths.js';
import { reportsPaths } from '#features/reports/reports.paths.js';
import { londonDate } from '#platform/clock/clock.js';
import { dateCell, type PublicTable } from '#platform/pages/public-table.js';
import { type CorrectionFacts, type CorrectionKind, type CorrectionRow } from '../corrections.queries.js';
import { correctionsWords as words } from '../corrections.words.js';

/** What it is about, with its page; what was wrong and what is right, in words. */
interface Told {
  about: string;
  href: string;
  wrong: string;
  right: string;
}

const TELL: { [Kind in CorrectionKind]: (facts: CorrectionFacts[Kind]) => Told } = {
  report: ({ reference, kind, framework, edition, note }) => ({
    about: `${REPORT_KINDS[kind]}: ${framework} (${reference}), edition ${edition}`, href: reportsPaths.edition(reference, edition), wrong: words.report.wrong(edition - 1), right: note ?? words.report.noNote,
  }),
  verdict: ({ framework, mission, target, title, before, after, sentence }) => ({
    about: title, href: missionsPaths.target(framework, mission, target), wrong: words.verdict.wrong(VERDICTS[before]), right: words.verdict.right(VERDICTS[after], sentence),
  }),
  alert: ({ reference, text }) => ({ about: reference, href: alertsPaths.show(reference), wrong: words.alert.wrong, right: text }),
  release: ({ id, publisher, metrics }) => ({
    about: words.release.about(id, publisher), href: releasesPaths.show(id), right: words.release.right,
    wrong: metrics.map(({ name, moved, withdrawn }) => [words.release.wrong(moved, name), ...(withdrawn > 0 ? [words.release.withdrawn(withdrawn)] : [])].join(', ')).join('; '),
  }),
  target: ({ framework, mission, target, title, version, setBy, reason }) => ({
    about: title, href: missionsPaths.target(framework, mission, target), wrong: words.target.wrong(version - 1), right: words.target.right(setBy, reason),
  }),
  wording: ({ framework, mission, name, before, after }) => ({ about: name, href: missionsPaths.mission(framework, mission), wrong: before, right: after }),
  quality: ({ framework, mission, name, version }) => ({
    about: name, href: missionQualityPaths.version(framework, mission, version), wrong: words.quality.wrong(version - 1), right: words.quality.right(version),
  }),
  reply: ({ code, name, withdrawn }) => ({ about: name, href: placesPaths.place(code), wrong: words.reply.wrong, right: withdrawn ? words.reply.withdrawn : words.reply.right }),
};

/** The log, for page and file alike. */
export function correctionsTable(rows: readonly CorrectionRow[]): PublicTable {
  return {
    key: 'log', heading: words.table, empty: words.empty,
    columns: [
      { name: 'since', heading: words.columns.on, description: 'Day in London from which what is right stands', datatype: 'date' },
      { name: 'kind', heading: words.columns.kind, description: Object.values(words.kinds).join('; ') },
      { name: 'about', heading: words.columns.about, description: 'What was corrected' },
      { name: 'address', description: 'Where it stands on this site' },
      { name: 'wrong', heading: words.columns.wrong, description: 'What stood before' },
      { name: 'right', heading: words.columns.right, description: 'What stands now, and why' },
    ],
    rows: rows.map((row) => {
      const { about, href, wrong, right } = told(row);
      return [dateCell(londonDate(row.at)), { text: words.kinds[row.kind] }, { text: about, href }, { text: href }, { text: wrong }, { text: right }];
    }),
  };
}

/** The facts of a row are those of its kind: the statement puts both together. */
function told({ kind, facts }: CorrectionRow): Told {
  const tell = TELL[kind] as (facts: unknown) => Told;
  return tell(facts);
}
