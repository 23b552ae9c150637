import { type Request } from 'express';
import { sectionsOfFields } from '#domain/submissions/section-parts.js';
import { type SectionComment } from '#features/comments/section-comment.entity.js';
import { type AnswerRow } from '#features/submissions/answer-row.js';
import { describeSubmission, titleOfSubmission } from '#features/submissions/submission-name.js';
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
  words: typeof words.draft;
  empty: string;
  above: PagePart | undefined;
  sections: DraftSection[];
  form: FormState<{ name: string; text: string; section: string }>;
}

/** The draft section by section, each with what was said of it by this link and a form to say more. */
export function shownDraftPage(request: Request, draft: ShownDraft, pages: RegisteredPages): ShownDraftPage {
  const { submission, link, content, sections, said } = draft;
  const form = takeFormState(request, { name: '', text: '', section: '' });
  const rows = pages.shown(content);
  const sectionOf = ({ field }: AnswerRow): string => sectionsOfFields(submission.kind, [field.split('.')[0] ?? ''])[0] ?? '';
  const named = [...sections.map(({ key, title }) => ({ key, title })), { key: '', title: words.draft.whole }];
  return {
    title: words.draft.title(describeSubmission(submission)),
    caption: words.draft.caption,
    heading: titleOfSubmission(submission),
    lead: words.draft.lead(link.madeByName, longDateTime(link.expiresAt)),
    words: words.draft,
    empty: submissionsWords.answers.empty,
    above: pages.above(content),
    sections: named.map(({ key, title }) => ({
      key,
      title,
      rows: rows.filter((row) => sectionOf(row) === key),
      said: said.filter(({ section }) => (section ?? '') === key).map(saidLine),
      box: boxFor(key, title, form),
    })),
    form,
  };
}

function boxFor(key: string, title: string, form: ShownDraftPage['form']): CommentBox {
  const failed = form.summary !== undefined && form.values.section === key;
  const id = (field: string): string => (failed ? field : `${field}-${key || 'whole'}`);
  return {
    legend: words.draft.comment(title),
    ids: { name: id('name'), text: id('text') },
    values: { name: failed ? form.values.name : '', text: failed ? form.values.text : '' },
    errors: failed ? form.errors : {},
    failed,
  };
}

function saidLine({ authorName, text, at }: SectionComment): { by: string; text: string } {
  return { by: words.draft.said(authorName, longDateTime(at)), text };
}
