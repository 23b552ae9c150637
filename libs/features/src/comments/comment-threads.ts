import { type SubmissionSection } from '#domain/submissions/submission-status.js';
import { type SectionComment } from './section-comment.entity.js';

/** What was said about one matter, from the first comment on. */
export interface CommentThread {
  /** Id of the first comment. */
  id: string;
  /** Key of the section; null for the whole. */
  section: string | null;
  open: boolean;
  /** Oldest first. */
  said: SectionComment[];
}

/** The threads in the order of their first comments. @param comments in the order in which they were made */
export function threadsOf(comments: readonly SectionComment[]): CommentThread[] {
  return comments
    .filter(({ threadId }) => threadId === null)
    .map(({ id, section }) => {
      const said = comments.filter((comment) => comment.id === id || comment.threadId === id);
      const settled = said.findLast(({ kind }) => kind === 'resolve' || kind === 'reopen');
      return { id, section, open: settled?.kind !== 'resolve', said };
    });
}

/** A section's title; `whole` for what is about all of it or about a section that there is no more. */
export function titleOfSection(sections: readonly SubmissionSection[], section: string | null, whole: string): string {
  return sections.find(({ key }) => key === section)?.title ?? section ?? whole;
}
