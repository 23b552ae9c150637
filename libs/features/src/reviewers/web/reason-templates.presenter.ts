import { type FormState } from '#platform/pages/form-state.js';
import { longDateTime } from '#platform/pages/dates.js';
import { sectionTitles } from '../reason-templates.service.js';
import { type ReasonTemplate } from '../reason-template.entity.js';
import { type TemplateWithVersions } from '../reason-templates.queries.js';
import { reviewersPaths } from '../reviewers.paths.js';
import { reviewersWords } from '../reviewers.words.js';

const words = reviewersWords.templates;

export interface TemplatesPage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof words.list;
  addHref: string;
  lines: { title: string; href: string; section: string; tag: { text: string; classes: string } }[];
}

export function templatesPage(templates: ReasonTemplate[]): TemplatesPage {
  return {
    title: words.list.title,
    backLink: { text: 'Back to the review queue', href: '/reviews' },
    words: words.list,
    addHref: reviewersPaths.newTemplate,
    lines: templates.map((template) => ({
      title: template.title,
      href: reviewersPaths.template(template.id),
      section: sectionOf(template.section),
      tag: tagOf(template),
    })),
  };
}

export interface TemplatePage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof words.show;
  text: string;
  rows: { key: { text: string }; value: { text: string } }[];
  editHref: string | undefined;
  retire: { action: string; retired: 'yes' | 'no'; text: string; rowVersion: number };
  versions: { heading: string; title: string; section: string; text: string }[];
}

export function templatePage({ template, versions }: TemplateWithVersions): TemplatePage {
  const retired = template.retiredAt !== null;
  return {
    title: template.title,
    backLink: { text: words.list.back, href: reviewersPaths.templates },
    words: words.show,
    text: template.text,
    rows: [
      { key: { text: words.show.section }, value: { text: sectionOf(template.section) } },
      { key: { text: words.show.state }, value: { text: tagOf(template).text } },
    ],
    editHref: retired ? undefined : reviewersPaths.editTemplate(template.id),
    retire: {
      action: reviewersPaths.retireTemplate(template.id),
      retired: retired ? 'no' : 'yes',
      text: retired ? words.show.restore : words.show.retire,
      rowVersion: template.rowVersion,
    },
    versions: versions.map(({ number, title, section, text, writtenByName, writtenAt }) => ({
      heading: words.show.version(number, writtenByName, longDateTime(writtenAt)),
      title,
      section: sectionOf(section),
      text,
    })),
  };
}

export interface TemplateValues {
  title: string;
  section: string;
  text: string;
  rowVersion?: number;
}

export interface TemplateFormPage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof words.form;
  form: FormState<TemplateValues>;
  sections: { value: string; text: string; selected: boolean }[];
}

export function templateFormPage(title: string, form: FormState<TemplateValues>): TemplateFormPage {
  const choices = [['', words.any] as const, ...sectionTitles()];
  return {
    title,
    backLink: { text: words.list.back, href: reviewersPaths.templates },
    words: words.form,
    form,
    sections: choices.map(([value, text]) => ({ value, text, selected: value === form.values.section })),
  };
}

function sectionOf(section: string | null): string {
  return section === null ? words.any : (sectionTitles().get(section) ?? section);
}

function tagOf({ retiredAt }: ReasonTemplate): { text: string; classes: string } {
  return retiredAt ? { text: words.states.retired, classes: 'govuk-tag--grey' } : { text: words.states.inUse, classes: 'govuk-tag--green' };
}
