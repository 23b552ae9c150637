import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, may } from '#domain/access/permissions.js';
import { SubmissionContents } from '#features/submissions/submission-contents.js';
import { type CompanionLink, type SignOffPanel, SubmissionCompanions, type SubmissionCompanion } from '#features/submissions/submission-companions.js';
import { type Submission } from '#features/submissions/submission.entity.js';
import { type CommentThread, titleOfSection } from './comment-threads.js';
import { commentsPaths } from './comments.paths.js';
import { CommentsQueries } from './comments.queries.js';
import { commentsWords as words } from './comments.words.js';

/** Puts the comments beside the draft: a link on its overview, the open ones before the signature. */
@Injectable()
export class CommentsBesideDrafts implements SubmissionCompanion, OnModuleInit {
  constructor(
    private readonly companions: SubmissionCompanions,
    private readonly contents: SubmissionContents,
    private readonly comments: CommentsQueries,
  ) {}

  onModuleInit(): void {
    this.companions.register(this);
  }

  async linksFor(actor: Actor, submission: Submission): Promise<CompanionLink[]> {
    // Programs that act for somebody may lack the scope for comments and still read the draft.
    if (!may(actor, 'submission.comment')) return [];
    const threads = await this.comments.threads(actor, submission);
    const { kind, id } = submission;
    const textOf = (shown: readonly CommentThread[]): string => words.link(shown.filter(({ open }) => open).length, shown.length);
    const bySection = (key: string): { text: string; href: string } => ({
      text: textOf(threads.filter(({ section }) => section === key)),
      href: commentsPaths.section(kind, id, key),
    });
    return [{ text: textOf(threads), href: commentsPaths.list(kind, id), bySection }];
  }

  async panelFor(actor: Actor, submission: Submission): Promise<SignOffPanel> {
    const { kind, id } = submission;
    const { sections } = this.contents.of(kind);
    const open = (await this.comments.threads(actor, submission)).filter((thread) => thread.open);
    const lines = open.flatMap(({ section, said: [first] }) =>
      first ? [{ title: titleOfSection(sections, section, words.whole), text: words.panelLine(first.authorName, first.text) }] : [],
    );
    return { ...words.panel, lines, link: { text: words.title, href: commentsPaths.list(kind, id) } };
  }
}
