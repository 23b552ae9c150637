import { type ComputedAmbition } from '#domain/ambition/ambition-finding.js';
import { AMBITION_VERDICTS } from '#domain/mission-quality/quality-section.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { longDate } from '#platform/pages/dates.js';
import { dateCell, type PublicCell, type PublicColumn, type PublicTable } from '#platform/pages/public-table.js';
import { type StandingAmbition } from './ambition.queries.js';
import { ambitionWords as words } from './ambition.words.js';

const { columns } = words;
const number = (name: string, description: string): PublicColumn => ({ name, description, datatype: 'number' });

const COLUMNS: readonly PublicColumn[] = [
  { name: 'target', heading: columns.target, description: 'Slug of the target' },
  { name: 'title', description: 'Name of the target' },
  { name: 'headline', description: 'True for a headline target', datatype: 'boolean' },
  { name: 'set_on', description: 'Day on which the target was set as it stands', datatype: 'date' },
  { name: 'as_set', heading: columns.asSet, description: 'Computed verdict on ambition by what had been published on that day: not-ambitious-enough, right-level, too-ambitious or more-information-needed' },
  { name: 'as_set_figures', description: 'Where the figures of that day come from: kept (releases of the day), cut (today’s files cut at what had been published), none' },
  { name: 'as_set_sentence', description: 'Why, with the numbers' },
  number('as_set_chance_least', 'Chance of meeting it with no change of course, 0 to 1; the lower end where areas may share their shocks or not'),
  number('as_set_chance_most', 'The upper end'),
  { name: 'hindsight', heading: columns.hindsight, description: 'The same by what is published now' },
  { name: 'hindsight_sentence', description: 'Why, with the numbers' },
  number('hindsight_chance_least', 'Chance by what is published now; the lower end'),
  number('hindsight_chance_most', 'The upper end'),
  { name: 'alignment', heading: columns.alignment, description: 'Would meeting it exactly reduce the disparity between areas: reduces, does-not-reduce; empty where it cannot be said' },
  number('disparity_today', 'Variance between areas less the mean of their squared standard errors, in squared units of the metric'),
  number('disparity_if_met', 'The same if the target were met exactly'),
  { name: 'areas', description: 'Areas that both stand on', datatype: 'integer' },
  { name: 'within_share', heading: columns.fitness, description: 'Share of the variance between local authorities that lies within the areas the target is told for, 0 to 1', datatype: 'number' },
  { name: 'method_version', description: 'Version of the method' },
  { name: 'computed_at', description: 'When it was computed', datatype: 'dateTimeStamp' },
];

/** What is computed of a mission's targets, for its page and file. */
export function ambitionTable(mission: { framework: { slug: string }; slug: string }, standing: readonly StandingAmbition[]): PublicTable {
  return { key: 'computed', heading: words.heading, intro: words.intro, empty: words.empty, columns: COLUMNS, rows: standing.map((row) => rowOf(mission, row)) };
}

/** "not-ambitious-enough: 5; right-level: 4" of the headline targets, the most first; null where nothing was computed. */
export function ambitionInShort(standing: readonly Pick<StandingAmbition, 'headline' | 'asSet'>[], label: (verdict: ComputedAmbition) => string = (verdict) => verdict): string | null {
  const counts = new Map<ComputedAmbition, number>();
  for (const { headline, asSet } of standing) if (headline) counts.set(asSet.verdict, (counts.get(asSet.verdict) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([verdict, count]) => `${label(verdict)}: ${count}`).join('; ') || null;
}

function rowOf({ framework, slug }: { framework: { slug: string }; slug: string }, row: StandingAmbition): PublicCell[] {
  const { target, title, asSet, hindsight, setOn, alignment, fitness } = row;
  return [
    { text: title, href: missionsPaths.targetPage(framework.slug, slug, target), value: target },
    { text: title },
    { text: String(row.headline) },
    dateCell(setOn),
    { text: words.asSet(AMBITION_VERDICTS[asSet.verdict], longDate(setOn), row.basis, asSet.sentence), value: asSet.verdict },
    { text: row.basis },
    { text: asSet.sentence },
    plain(asSet.chance?.least),
    plain(asSet.chance?.most),
    { text: words.hindsight(AMBITION_VERDICTS[hindsight.verdict], hindsight.sentence), value: hindsight.verdict },
    { text: hindsight.sentence },
    plain(hindsight.chance?.least),
    plain(hindsight.chance?.most),
    { text: alignmentInWords(alignment), value: alignment?.answer ?? null },
    plain(alignment?.today),
    plain(alignment?.met),
    plain(alignment?.areas),
    { text: fitnessInWords(fitness), value: fitness?.share ?? null },
    { text: row.methodVersion },
    { text: row.madeAt.toISOString() },
  ];
}

function alignmentInWords(alignment: StandingAmbition['alignment']): string {
  if (!alignment) return words.alignment.none;
  const { today, met, areas, answer } = alignment;
  const change = today > 0 ? Math.abs(met / today - 1) : 0;
  if (answer === 'reduces') return words.alignment.reduces(areas, percent(change));
  return change < 0.005 ? words.alignment.same(areas) : words.alignment.widens(areas, percent(change));
}

function fitnessInWords(fitness: StandingAmbition['fitness']): string {
  if (!fitness) return words.fitness.none;
  const { share, areas, tracked } = fitness;
  return tracked === 1 ? words.fitness.all(areas) : words.fitness.share(percent(share), areas, tracked);
}

function plain(value: number | undefined): PublicCell {
  return { text: value === undefined ? '' : String(value), value: value ?? null };
}

function percent(share: number): string {
  return `${Math.round(100 * share)}%`;
}
