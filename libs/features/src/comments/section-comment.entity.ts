import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Submission } from '#features/submissions/submission.entity.js';

/** What somebody did in a thread. */
export type CommentKind = 'comment' | 'reply' | 'resolve' | 'reopen';

/** A comment on a section of a draft, an answer to one, or that it is settled. Nothing said is ever changed. */
@Entity('section_comments', { comment: 'append-only: what colleagues said of drafts' })
@Index(['submissionId', 'section'])
export class SectionComment {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** Order of what was said, over all submissions. */
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  sequence: string;

  @Column({ type: 'uuid', name: 'submission_id' })
  submissionId: string;

  @ManyToOne(() => Submission, { nullable: false })
  @JoinColumn({ name: 'submission_id' })
  submission: Relation<Submission>;

  /** Key of the section; null for the whole. */
  @Column({ type: 'text', nullable: true })
  section: string | null;

  /** The comment that began the thread; null for that one itself. */
  @Index()
  @Column({ type: 'uuid', name: 'thread_id', nullable: true })
  threadId: string | null;

  @ManyToOne(() => SectionComment, { nullable: true })
  @JoinColumn({ name: 'thread_id' })
  thread: Relation<SectionComment> | null;

  @Column({ type: 'text' })
  kind: CommentKind;

  /** Null for somebody who came by a link and has no account. */
  @Column({ type: 'uuid', name: 'author_id', nullable: true })
  authorId: string | null;

  @Column({ type: 'text', name: 'author_name' })
  authorName: string;

  /** The link to the draft that the author came by; null for people of the department. */
  @Column({ type: 'uuid', name: 'draft_link_id', nullable: true })
  draftLinkId: string | null;

  /** Whom the comment asks; null for nobody in particular. */
  @Column({ type: 'uuid', name: 'mentioned_id', nullable: true })
  mentionedId: string | null;

  @Column({ type: 'text', name: 'mentioned_name', default: '' })
  mentionedName: string;

  /** Empty where a thread is settled or opened again without a word. */
  @Column({ type: 'text' })
  text: string;

  @Column({ type: 'timestamptz' })
  at: Date;
}
