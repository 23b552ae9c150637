import { VERDICTS } from '#domain/judgements/verdict.js';
import { type EditionDocument, type EditionMission } from '#domain/reports/edition-document.js';
import { REPORT_KINDS } from '#domain/reports/report-status.js';
import { reportsPaths as paths } from '../reports.paths.js';
import { reportsWords } from '../reports.words.js';

const words = reportsWords.beside;

interface Side {
  heading: string;
  href: string;
}

export interface BesidePage {
  title: string;
  breadcrumbs: { text: string; href?: string }[];
  words: typeof words;
  sides: [Side, Side];
  missions: { id: string; title: string; differs: string; rows: { name: string; cells: [string, string] }[] }[];
}

/** Two editions of reports of two kinds on one period, mission by mission. */
export function besidePage(one: EditionDocument, other: EditionDocument): BesidePage {
  const slugs = [...new Set([...one.missions, ...other.missions].toSorted((left, right) => left.number - right.number).map(({ slug }) => slug))];
  return {
    title: words.title(one.framework.title),
    breadcrumbs: [{ text: reportsWords.list.title, href: paths.list }, { text: sideOf(one).heading, href: sideOf(one).href }, { text: words.crumb }],
    words,
    sides: [sideOf(one), sideOf(other)],
    missions: slugs.map((slug) => missionOf(slug, one.missions.find((mission) => mission.slug === slug), other.missions.find((mission) => mission.slug === slug))),
  };
}

function sideOf({ kind, reference, edition }: EditionDocument): Side {
  return { heading: `${REPORT_KINDS[kind]}, edition ${edition}`, href: paths.edition(reference, edition) };
}

function missionOf(slug: string, left: EditionMission | undefined, right: EditionMission | undefined): BesidePage['missions'][number] {
  const known = left ?? right;
  const row = (name: string, cell: (mission: EditionMission) => string): { name: string; cells: [string, string] } => ({ name, cells: [left ? cell(left) : words.absent, right ? cell(right) : words.absent] });
  const rows = [
    row(words.rows.verdict, ({ computed }) => (computed ? VERDICTS[computed.verdict] : reportsWords.notJudged)),
    row(words.rows.alerts, ({ alerts }) => String(alerts.length)),
    row(words.rows.gaps, ({ dataGaps }) => String(dataGaps.length)),
    row(words.rows.text, ({ text }) => text),
    row(words.rows.rural, ({ ruralNote }) => ruralNote || words.nothing),
    row(words.rows.devolved, ({ devolvedNote }) => devolvedNote || words.nothing),
  ];
  const differing = rows.filter(({ cells: [one, other] }) => one !== other).map(({ name }) => name.toLowerCase());
  return { id: `mission-${slug}`, title: known ? reportsWords.mission(known.number, known.focusArea) : slug, differs: differing.length === 0 ? words.same : words.differs(differing.join(', ')), rows };
}
