import { IsIn, IsOptional, IsString, IsUUID, MaxLength, ValidateIf } from 'class-validator';
import { AsTyped } from '#features/submissions/submission.forms.js';
import { type NewComment } from '../comments.service.js';
import { commentsWords as words } from '../comments.words.js';

export class CommentForm {
  @AsTyped()
  text = '';

  /** Key of the section; `whole` for what is about all of it. */
  @IsString({ message: words.unknownSection })
  @MaxLength(100, { message: words.unknownSection })
  section = '';

  @ValidateIf(({ mentionedId }: CommentForm) => mentionedId !== '')
  @IsUUID(undefined, { message: words.unknownPerson })
  mentionedId = '';
}

export class ThreadForm {
  @IsOptional()
  @AsTyped()
  text = '';

  @IsIn(['reply', 'resolve', 'reopen'], { message: words.answer })
  then: 'reply' | 'resolve' | 'reopen';
}

export class CommentsQuery {
  @IsOptional() @IsString() @MaxLength(100)
  section?: string;
}

export function readComment({ text, section, mentionedId }: CommentForm): NewComment {
  return { text, section: section === words.wholeKey ? null : section, mentionedId: mentionedId === '' ? null : mentionedId };
}
