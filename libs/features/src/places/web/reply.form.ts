import { type Request } from 'express';
import { IsOptional, IsString } from 'class-validator';
import { type ReplyDraft } from '../place-replies.service.js';

export class ReplyForm {
  /** Slug; empty for all figures of the place. */
  @IsOptional()
  @IsString()
  metric: string | null = '';

  /** Length and emptiness are the service's to refuse, in its own words. */
  @IsOptional()
  @IsString()
  words: string | null = '';
}

declare module 'express-session' {
  interface SessionData {
    /** By the place's code. A reply that nobody has confirmed is in no table. */
    replyDrafts: Record<string, ReplyDraft>;
  }
}

/** Line breaks as `\n`, for forms send `\r\n` and a reader counts them as one character. */
export function draftOf({ metric, words }: ReplyForm): ReplyDraft {
  return { metric: metric === '' ? null : metric, words: (words ?? '').replaceAll('\r\n', '\n').trim() };
}

export function keepReply(request: Request, code: string, draft: ReplyDraft): void {
  request.session.replyDrafts = { ...request.session.replyDrafts, [code]: draft };
}

export function keptReply(request: Request, code: string): ReplyDraft | undefined {
  return request.session.replyDrafts?.[code];
}

export function forgetReply(request: Request, code: string): void {
  delete request.session.replyDrafts?.[code];
}
