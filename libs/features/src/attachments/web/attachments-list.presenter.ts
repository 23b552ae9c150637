import { ATTACHMENT_KINDS, attachmentKindOf } from '#domain/attachments/attachment-kinds.js';
import { ATTACHMENT_STATES, type AttachmentState } from '#domain/attachments/attachment-workflow.js';
import { backToSubmission, pageTitle, type SubmissionHead, submissionHead } from '#features/submissions/submission-head.presenter.js';
import { type StatusTag } from '#features/submissions/submission-tag.js';
import { submissionsPaths } from '#features/submissions/submissions.paths.js';
import { longDateTime } from '#platform/pages/dates.js';
import { type Attachment } from '../attachment.entity.js';
import { attachmentsPaths as paths } from '../attachments.paths.js';
import { type FileOfSubmission, type FilesOfSubmission } from '../attachments.queries.js';
import { type AttachedTo, type DrafterAction } from '../attachments.service.js';
import { attachmentsWords as words } from '../attachments.words.js';

interface FileAction {
  text: string;
  /** Distinguishes the link for those who hear it alone. */
  hidden: string;
  href: string;
  /** A button that does it at once; else a page asks first. */
  post: boolean;
}

interface FileLine {
  title: string;
  name: string;
  /** Undefined where the reader is not given it. */
  href: string | undefined;
  size: string;
  added: string;
  tag: StatusTag;
  /** In which versions, its checksum, what to take care of. */
  notes: string[];
  actions: FileAction[];
}

export interface AttachmentsPage {
  title: string;
  backLink: { text: string; href: string };
  head: SubmissionHead;
  words: typeof words.list;
  lead: string;
  lines: FileLine[];
  hasActions: boolean;
  addHref: string | undefined;
  /** Where it is checked and sent; for those who write on it. */
  onHref: string | undefined;
  warning: string | undefined;
}

const TAGS: Record<AttachmentState, string> = {
  checking: 'govuk-tag--yellow', ready: 'govuk-tag--green', 'left-out': 'govuk-tag--grey', refused: 'govuk-tag--red', removed: 'govuk-tag--grey',
};

/** @param scanned is a virus scanner configured? */
export function attachmentsPage(files: FilesOfSubmission, scanned: boolean): AttachmentsPage {
  const { submission, writable, draft } = files;
  const lines = files.files.map((file) => fileLine(submission, file, draft));
  return {
    title: pageTitle(words.list.title, submission),
    backLink: backToSubmission(files),
    head: submissionHead(files),
    words: words.list,
    lead: (writable ? words.list.lead : words.list.leadForReaders)[submission.kind],
    lines,
    hasActions: lines.some(({ actions }) => actions.length > 0),
    addHref: writable ? paths.add(submission.kind, submission.id) : undefined,
    onHref: writable ? submissionsPaths.check(submission.kind, submission.id) : undefined,
    warning: scanned ? undefined : words.list.noScanner,
  };
}

/** "PDF, 1.3 MB" */
export function sizeInWords({ name, bytes }: Pick<Attachment, 'name' | 'bytes'>): string {
  const kind = attachmentKindOf(name);
  const size = bytes >= 1024 * 1024 ? `${(bytes / 1024 / 1024).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return kind ? `${ATTACHMENT_KINDS[kind].words}, ${size}` : size;
}

function fileLine(to: AttachedTo, { file, deliveredIn, actions }: FileOfSubmission, draft: boolean): FileLine {
  const given = file.state !== 'refused' && (draft || file.state !== 'checking');
  return {
    title: file.title,
    name: file.name,
    href: given ? paths.file(file.id) : undefined,
    size: sizeInWords(file),
    added: words.list.added(file.adder.name, longDateTime(file.addedAt)),
    tag: { text: ATTACHMENT_STATES[file.state], classes: TAGS[file.state] },
    notes: [
      ...(deliveredIn.length > 0 ? [words.list.delivered(deliveredIn)] : []),
      words.warning[file.virusCheck],
      ...(file.virus === null ? [] : [words.list.infected(file.virus)]),
      ...file.notes,
      words.list.checksum(file.checksum),
    ].filter((note) => note !== ''),
    actions: actions.map((action) => actionOn(to, file, action)),
  };
}

function actionOn({ kind, id }: AttachedTo, file: Attachment, action: DrafterAction): FileAction {
  const told = { hidden: file.title, post: action === 'take-back' };
  switch (action) {
    case 'remove':
      return { ...told, text: words.list.remove, href: paths.remove(kind, id, file.id) };
    case 'leave-out':
      return { ...told, text: words.list.leaveOut, href: paths.leaveOut(kind, id, file.id) };
    case 'take-back':
      return { ...told, text: words.list.takeBack, href: paths.takeBack(kind, id, file.id) };
  }
}
