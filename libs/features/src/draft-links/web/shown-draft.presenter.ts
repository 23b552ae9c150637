import { type Request } from 'express';
import { sectionsOfFields } from '#domain/submissions/section-parts.js';
import { type SectionComment } from '#features/comments/section-comment.entity.js';
import { type AnswerRow } from '#features/submissions/answer-row.js';
import { describeSubmission, titleOfSubmission } from '#features/submissions/submission-name.js';
import { type TypedField, typedFields } from '#features/submissions/kept-typing.interceptor.js';
import { type PagePart, type RegisteredPages } from '#features/submissions/submission-pages.js';
import { submissionsWords } from '#features/submissions/submissions.words.js';
import { longDateTime } from '#platform/pages/dates.js';
import { type FormState, takeFormState } from '#platform/pages/form-state.js';
import { draftLinksWords as words } from '../draft-links.words.js';
import { type ShownDraft } from '../shown-drafts.service.js';

interface CommentBox {
  legend: string;
  /** Ids of its two fields. Those of the form that failed are plain, so that the summary's links lead there. */
  ids: { name: string; text: string };
  values: { name: string; text: string };
  errors: FormState<object>['errors'];
  failed: boolean;
}

interface DraftSection {
  /** '' for the whole. */
  key: string;
  title: string;
  rows: AnswerRow[];
  said: { by: string; text: string }[];
  box: CommentBox;
}

export interface ShownDraftPage {
  title: string;
  caption: string;
  heading: string;
  lead: string;
  /** What of the draft is not shown here; undefined where all is. */
  leftOut: string | undefined;
  words: typeof words.draft;
  empty: string;
  above: PagePart | undefined;
  sections: DraftSection[];
  form: FormState<{ name: string; text: string; section: string }>;
}

export interface GoneDraftPage {
  title: string;
  why: string;
  words: typeof words.gone;
  typed: TypedField[];
}

/** Where the link stopped working while somebody typed: nothing typed is lost. */
export function goneDraftPage(typed: unknown): GoneDraftPage {
  return { title: words.gone.title, why: words.dead, words: words.gone, typed: typedFields(typed, { name: words.draft.name, text: words.draft.text }) };
}

/** The draft section by section, each with what was said of it by this link and a form to say more. */
export function shownDraftPage(request: Request, draft: ShownDraft, pages: RegisteredPages): ShownDraftPage {
  const { submission, link, content, sections, said } = draft;
  const form = takeFormState(request, { name: '', text: '', section: '' });
  const rows = pages.shown(content);
  const sectionOf = ({ field }: AnswerRow): string => sectionsOfFields(submission.kind, [field.split('.')[0] ?? ''])[0] ?? '';
  const typed = form.summary !== undefined || form.values.text !== '' || form.values.name !== '';
  // what was typed for a section that there is not stands with the whole
  const typedIn = typed ? (sections.find(({ key }) => key === form.values.section)?.key ?? '') : undefined;
  const named = [...sections.map(({ key, title }) => ({ key, title })), { key: '', title: words.draft.whole }];
  return {
    title: words.draft.title(describeSubmission(submission)),
    caption: words.draft.caption,
    heading: titleOfSubmission(submission),
    lead: words.draft.lead(link.madeByName, longDateTime(link.expiresAt)),
    leftOut: words.draft.leftOut[submission.kind],
    words: words.draft,
    empty: submissionsWords.answers.empty,
    above: pages.above(content),
    sections: named.map(({ key, title }) => ({
      key,
      title,
      rows: rows.filter((row) => sectionOf(row) === key),
      said: said.filter(({ section }) => (section ?? '') === key).map(saidLine),
      box: boxFor(title, key, typedIn === key ? form : undefined),
    })),
    form,
  };
}

/** @param form what was typed here and came back; undefined where nothing was */
function boxFor(title: string, key: string, form: ShownDraftPage['form'] | undefined): CommentBox {
  const id = (field: string): string => (form ? field : `${field}-${key || 'whole'}`);
  return {
    legend: words.draft.comment(title),
    ids: { name: id('name'), text: id('text') },
    values: { name: form?.values.name ?? '', text: form?.values.text ?? '' },
    errors: form?.errors ?? {},
    failed: form !== undefined,
  };
}

function saidLine({ authorName, text, at }: SectionComment): { by: string; text: string } {
  return { by: words.draft.said(authorName, longDateTime(at)), text };
}
