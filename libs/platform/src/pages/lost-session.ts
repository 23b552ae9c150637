import { type Request, type Response } from 'express';
import { readFields } from '#platform/uploads/form-in-parts.js';
import { FORM_KEPT } from './error-pages.words.js';
import { type FormSeal } from './form-seal.js';
import { type KeptForms } from './kept-forms.service.js';
import { fieldsToKeep } from './kept-fields.js';
import { noticeOfKept } from './kept-notice.js';

/** What a form that came too late for its session leads to. */
type Answer = 'answered' | 'not-answered';

/** What the CSRF protection gives: the form of a visitor bears it without a seal. */
const TOKEN = /^[0-9a-f]{256}$/;

/** Answers forms whose session had ended or been replaced by the time they came, so that nothing typed is lost. */
export class LostSession {
  constructor(
    private readonly seal: FormSeal,
    private readonly kept: KeptForms,
  ) {}

  /**
   * The same person, signed in anew: back to the page with what was typed. Nobody: kept until they sign in. Somebody else: kept for
   * the one who typed it, and refused. A visitor's form, which needs no sign-in: back to its page with what was typed.
   * A file is never kept: the page says that it has to be chosen again.
   * @param page address of the page that showed the form
   * @returns whether the answer is given; a form without a seal is no page's of ours, and is refused like any forgery.
   */
  async answer(request: Request, response: Response, page: string): Promise<Answer> {
    if (request.isOwnForm && !request.readableDidRead) {
      await readFields(request, response);
      // a form of this very session that lives on: it was refused for another reason
      if (request.session.userId && request.isOwnForm()) return 'not-answered';
    }
    const token = (request.body as Record<string, unknown> | undefined)?.['_csrf'];
    const personId = this.seal.personOf(token);
    if (!personId) return typeof token === 'string' && TOKEN.test(token) ? this.answerVisitor(request, response, page) : 'not-answered';
    const { session } = request;
    const fields = fieldsToKeep(request.body);
    const form = { page, fields: fields ?? {}, ...(request.droppedFile ? { file: request.droppedFile } : {}) };
    const isWorthKeeping = fields !== undefined || request.droppedFile !== undefined;
    if (session.userId === personId) {
      session.formFailures = { ...session.formFailures, [page]: { reasons: [], input: form.fields } };
      session.notice = noticeOfKept(form, 'renewed');
      response.redirect(303, page);
      return 'answered';
    }
    if (isWorthKeeping) await this.kept.keep(request, response, { personId, ...form });
    if (session.userId) return 'not-answered';
    if (!isWorthKeeping) session.returnTo = page;
    response.redirect(303, '/sign-in');
    return 'answered';
  }

  /** Only of a page that takes its own form, and never over the session of somebody who is signed in. */
  private answerVisitor(request: Request, response: Response, page: string): Answer {
    const { session } = request;
    const fields = fieldsToKeep(request.body);
    if (session.userId || !fields || page !== request.path) return 'not-answered';
    session.formFailures = { ...session.formFailures, [page]: { reasons: [], input: fields } };
    session.notice = { title: FORM_KEPT.title, text: FORM_KEPT.visitor };
    response.redirect(303, page);
    return 'answered';
  }
}
