import { DATA_GAP_KINDS, DATA_GAP_STATES } from '#domain/data-gaps/data-gap-kind.js';
import { isUnfinished } from '#domain/data-gaps/date-needed.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { csvwPath } from '#platform/csv/csvw.js';
import { longDate } from '#platform/pages/dates.js';
import { type DataGapFilter, type DataGapLine, matchesFilter } from '../data-gap-line.js';
import { dataGapsPaths } from '../data-gaps.paths.js';
import { dataGapsWords, STATE_CLASSES } from '../data-gaps.words.js';

export interface Tag {
  text: string;
  classes: string;
}

export interface Choice {
  value: string;
  text: string;
  selected: boolean;
}

export interface DataGapRow {
  reference: string;
  href: string;
  metric: string;
  kind: string;
  sentence: string;
  mission: { text: string; href: string };
  owner: string;
  plan: string;
  needed: string;
  tags: Tag[];
}

export interface DataGapsListPage {
  title: string;
  words: typeof dataGapsWords.list;
  filters: { missions: Choice[]; kinds: Choice[]; owners: Choice[]; overdue: boolean; action: string };
  found: string;
  tables: { id: string; heading: string; rows: DataGapRow[] }[];
  nothing: string | undefined;
  csv: { href: string; metadata: string };
}

/** @param lines the whole register, those to be closed first */
export function presentDataGaps(lines: readonly DataGapLine[], filter: DataGapFilter): DataGapsListPage {
  const words = dataGapsWords.list;
  const shown = lines.filter((line) => matchesFilter(line, filter));
  const tables = [
    { id: 'to-be-closed', heading: words.unfinished, rows: shown.filter(({ state }) => isUnfinished(state)).map(dataGapRow) },
    { id: 'ended', heading: words.finished, rows: shown.filter(({ state }) => !isUnfinished(state)).map(dataGapRow) },
  ].filter(({ rows }) => rows.length > 0);
  const filtered = Boolean(filter.mission || filter.kind || filter.owner || filter.overdue);
  return {
    title: words.title,
    words,
    filters: {
      missions: choices(missionsOf(lines), filter.mission),
      kinds: choices(Object.entries(DATA_GAP_KINDS), filter.kind),
      owners: choices(lines.flatMap(({ owner }) => (owner ? [[owner.slug, owner.name] as const] : [])).sort(byText), filter.owner),
      overdue: filter.overdue ?? false,
      action: dataGapsPaths.list,
    },
    found: words.found(shown.length),
    tables,
    nothing: tables.length > 0 ? undefined : filtered ? words.nothingFiltered : words.nothing,
    csv: { href: dataGapsPaths.csv, metadata: csvwPath(dataGapsPaths.csv) },
  };
}

export function gapTags({ state, overdue }: DataGapLine): Tag[] {
  const tag = { text: DATA_GAP_STATES[state], classes: STATE_CLASSES[state] };
  return overdue ? [tag, { text: 'Overdue', classes: 'govuk-tag--red' }] : [tag];
}

function dataGapRow(line: DataGapLine): DataGapRow {
  const { reference, metric, kind, sentence, mission, owner, plan, dateNeeded } = line;
  return {
    reference,
    href: dataGapsPaths.show(reference),
    metric: metric.name,
    kind: DATA_GAP_KINDS[kind],
    sentence,
    mission: { text: mission.name, href: missionsPaths.mission(mission.framework, mission.mission) },
    owner: owner?.name ?? dataGapsWords.show.vacancy,
    plan: plan ?? dataGapsWords.list.noPlan,
    needed: longDate(dateNeeded),
    tags: gapTags(line),
  };
}

function missionsOf(lines: readonly DataGapLine[]): (readonly [string, string])[] {
  return lines.map(({ mission }) => [`${mission.framework}/${mission.mission}`, mission.name] as const).sort(byText);
}

function byText(a: readonly [string, string], b: readonly [string, string]): number {
  return a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0;
}

/** Each value once, "All" before them. */
function choices(pairs: readonly (readonly [string, string])[], chosen = ''): Choice[] {
  const all = { value: '', text: dataGapsWords.list.filter.all, selected: chosen === '' };
  return [all, ...[...new Map(pairs)].map(([value, text]) => ({ value, text, selected: value === chosen }))];
}
