import { RECOMMENDATION_SOURCES, RECOMMENDATION_STATES } from '#domain/recommendations/recommendation-status.js';
import { csvwPath } from '#platform/csv/csvw.js';
import { isLate, type RecommendationRow, recommendationRow } from '../recommendation-rows.js';
import { type Recommendation } from '../recommendation.entity.js';
import { recommendationsPaths as paths } from '../recommendations.paths.js';
import { recommendationsWords } from '../recommendations.words.js';
import { type RecommendationsQuery } from './recommendation.forms.js';

const words = recommendationsWords.list;

interface Option {
  value: string;
  text: string;
  selected: boolean;
}

export interface RecommendationsListPage {
  title: string;
  words: typeof words;
  csv: { href: string; metadata: string };
  filters: { action: string; states: Option[]; addressees: Option[]; sources: Option[]; overdue: boolean };
  found: string;
  nothing: string | undefined;
  rows: RecommendationRow[];
}

/** @param today ISO date */
export function recommendationsListPage(all: readonly Recommendation[], { state = '', addressee = '', source = '', overdue = '' }: RecommendationsQuery, today: string): RecommendationsListPage {
  const shown = all.filter(
    (row) =>
      (state === '' || row.state === state) && (addressee === '' || row.addressee.slug === addressee) && (source === '' || row.sourceKind === source) && (overdue === '' || isLate(row, today)),
  );
  const addressees = new Map([...all].sort((a, b) => a.addressee.name.localeCompare(b.addressee.name, 'en-GB')).map((row) => [row.addressee.slug, row.addressee.name]));
  return {
    title: words.title,
    words,
    csv: { href: paths.csv, metadata: csvwPath(paths.csv) },
    filters: {
      action: paths.list,
      states: optionsOf(Object.entries(RECOMMENDATION_STATES), state),
      addressees: optionsOf([...addressees], addressee),
      sources: optionsOf(Object.entries(RECOMMENDATION_SOURCES), source),
      overdue: overdue !== '',
    },
    found: words.found(shown.length),
    nothing: shown.length > 0 ? undefined : all.length === 0 ? words.nothing : words.noneFound,
    rows: shown.map((row) => recommendationRow(row, today)),
  };
}

function optionsOf(items: readonly (readonly [value: string, text: string])[], chosen: string): Option[] {
  return [['', words.filter.any] as const, ...items].map(([value, text]) => ({ value, text, selected: value === chosen }));
}
