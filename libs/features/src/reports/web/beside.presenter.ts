import { DELIVERY_RATINGS } from '#domain/judgements/delivery-rating.js';
import { VERDICTS } from '#domain/judgements/verdict.js';
import { type EditionDocument, type EditionMission } from '#domain/reports/edition-document.js';
import { REPORT_KINDS } from '#domain/reports/report-status.js';
import { factParts } from '../mission-parts.js';
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
  missions: { id: string; title: string; differs: string; rows: { name: string; differs: string | undefined; cells: [string, string] }[] }[];
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
    row(words.rows.department, ({ department }) => (department ? DELIVERY_RATINGS[department.rating].words : reportsWords.parts.noRating)),
    row(words.rows.council, ({ council }) => (council ? VERDICTS[council.verdict] : reportsWords.parts.noJudgement)),
    row(words.rows.targets, ({ targets }) => targets.map(({ title, verdict }) => `${title}: ${verdict ? VERDICTS[verdict] : reportsWords.notJudged}`).join('\n') || words.nothing),
    row(words.rows.text, ({ text }) => text),
    row(words.rows.rural, ({ ruralNote }) => ruralNote || words.nothing),
    row(words.rows.devolved, ({ devolvedNote }) => devolvedNote || words.nothing),
    ...partNames(known).map((heading) => row(heading, (mission) => linesOf(mission, heading))),
  ].map(({ name, cells }) => ({ name, cells, differs: cells[0] === cells[1] ? undefined : words.rowDiffers }));
  const differing = rows.filter(({ differs }) => differs !== undefined).map(({ name }) => name.toLowerCase());
  return { id: `mission-${slug}`, title: known ? reportsWords.mission(known.number, known.focusArea) : slug, differs: differing.length === 0 ? words.same : words.differs(differing.join(', ')), rows };
}

function partNames(mission: EditionMission | undefined): string[] {
  return mission ? factParts(mission).parts.map(({ heading }) => heading) : [];
}

function linesOf(mission: EditionMission, heading: string): string {
  const part = factParts(mission).parts.find((one) => one.heading === heading);
  return part === undefined || part.lines.length === 0 ? (part?.nothing ?? words.nothing) : part.lines.join('\n');
}
