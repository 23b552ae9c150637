import { queueWords } from '../review-queue.words.js';
import { reviewsPaths } from '../reviews.paths.js';

/** A template as far as the decision's page needs it. */
export interface TemplateToInsert {
  id: string;
  title: string;
  /** The section that it is for; null for any. */
  section: string | null;
}

/** In the shape of GOV.UK Frontend's select. */
export interface TemplateSelect {
  id: string;
  name: string;
  label: { text: string };
  items: { value: string; text: string }[];
}

/** The templates for one section; undefined where there is none. */
export function templateSelect(key: string, title: string, templates: readonly TemplateToInsert[]): TemplateSelect | undefined {
  const fit = templates.filter(({ section }) => section === null || section === key);
  if (fit.length === 0) return undefined;
  const words = queueWords.templates;
  return {
    id: `templates-${key}`,
    name: `templates[${key}]`,
    label: { text: words.choose(title.toLowerCase()) },
    items: [{ value: '', text: words.without }, ...fit.map(({ id, title: text }) => ({ value: id, text }))],
  };
}

export function insertButton(reviewId: string, templates: readonly TemplateToInsert[]): { action: string; text: string } | undefined {
  return templates.length > 0 ? { action: reviewsPaths.insertTemplates(reviewId), text: queueWords.templates.insert } : undefined;
}
