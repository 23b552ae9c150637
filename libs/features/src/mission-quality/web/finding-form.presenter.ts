import { FINDING_FIELDS, type QualitySection } from '#domain/mission-quality/quality-section.js';
import { type Mission } from '#features/missions/mission.entity.js';
import { boxesOf } from '#platform/pages/date-boxes.js';
import { type FormState } from '#platform/pages/form-state.js';
import { missionQualityPaths as paths } from '../mission-quality.paths.js';
import { FIELD_WORDS, missionQualityWords, SECTION_WORDS } from '../mission-quality.words.js';
import { type QualityFindingRow } from '../quality-finding.entity.js';

const words = missionQualityWords.finding;

export type FindingValues = Record<string, string | number>;

export interface FormField {
  name: string;
  kind: 'line' | 'prose' | 'radios' | 'select' | 'date';
  label: string;
  hint: string | undefined;
  items: { value: string; text: string; checked?: boolean; selected?: boolean }[];
}

export interface FindingFormPage {
  title: string;
  caption: string;
  backLink: { text: string; href: string };
  question: string;
  words: typeof words;
  fields: FormField[];
  form: FormState<FindingValues>;
}

/** What the form holds of a finding that is there already, or of a new one. */
export function findingValues(section: QualitySection, finding: QualityFindingRow | undefined, rowVersion: number): FindingValues {
  const fields = FINDING_FIELDS[section];
  const date = fields.find(({ kind }) => kind === 'date');
  const texts = fields.filter(({ kind }) => kind !== 'date').map(({ name }) => [name, finding?.values[name] ?? '']);
  return { ...Object.fromEntries(texts), ...boxesOf(date ? (finding?.values[date.name] ?? null) : null), pages: finding?.pages ?? '', rowVersion };
}

export function findingFormPage(mission: Mission, { section, isNew, form }: { section: QualitySection; isNew: boolean; form: FormState<FindingValues> }): FindingFormPage {
  const { one, question } = SECTION_WORDS[section];
  const title = isNew ? words.add(one) : words.change(one);
  return {
    title: `${title}: ${mission.focusArea}`,
    caption: missionQualityWords.draft.title(mission.focusArea),
    backLink: { text: words.back, href: paths.draft(mission.id) },
    question,
    words,
    fields: [...FINDING_FIELDS[section], { name: 'pages', kind: 'line' as const, required: false }].map((field) => {
      const { label, hint } = FIELD_WORDS[field.name] ?? { label: field.name };
      const chosen = form.values[field.name];
      const choices = Object.entries(('choices' in field ? field.choices : undefined) ?? {});
      if (field.kind === 'clause') {
        const items = [{ value: '', text: words.choose, selected: chosen === '' }, ...mission.clauses.map(({ key, text }) => ({ value: key, text: `${key}: ${text}`, selected: key === chosen }))];
        return { name: field.name, kind: 'select', label, hint, items };
      }
      const items = choices.map(([value, text]) => ({ value, text, checked: value === chosen }));
      return { name: field.name, kind: field.kind === 'choice' ? 'radios' : field.kind, label, hint, items };
    }),
    form,
  };
}
