import { type Metric } from '#features/metrics/metric.entity.js';
import { type KnownLayout } from '#features/observations/layouts.service.js';
import { type FormState } from '#platform/pages/form-state.js';
import { importsPaths } from '../imports.paths.js';
import { importsWords } from '../imports.words.js';

export interface NewImportValues {
  day: string;
  month: string;
  year: string;
  time: string;
  metric: string;
  layout: string;
  period: string;
  /** Periods with commas between them. */
  provisional: string;
  wholeSeries: string;
}

interface Choice {
  value: string;
  text: string;
  selected: boolean;
}

export interface NewImportPage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof importsWords.create;
  form: FormState<NewImportValues>;
  metrics: Choice[];
  layouts: Choice[];
}

export function presentNewImport(form: FormState<NewImportValues>, metrics: readonly Metric[], layouts: readonly KnownLayout[]): NewImportPage {
  const words = importsWords.create;
  const { values } = form;
  return {
    title: words.title,
    backLink: { text: importsWords.show.back, href: importsPaths.hub },
    words,
    form,
    metrics: choices(words.anyMetric, metrics.map(({ slug, name }) => ({ value: slug, text: name })), values.metric),
    layouts: choices(words.anyLayout, layouts.map(({ name, title }) => ({ value: name, text: title })), values.layout),
  };
}

function choices(any: string, known: readonly { value: string; text: string }[], chosen: string): Choice[] {
  return [{ value: '', text: any }, ...known].map((choice) => ({ ...choice, selected: choice.value === chosen }));
}
