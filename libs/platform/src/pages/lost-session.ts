import { type Request, type Response } from 'express';
import { FORM_KEPT } from './error-pages.words.js';
import { type FormSeal } from './form-seal.js';
import { type KeptForms } from './kept-forms.service.js';
import { fieldsToKeep } from './kept-fields.js';

/** What a form that came too late for its session leads to. */
type Answer = 'answered' | 'not-answered';

/** Answers forms whose session had ended or been replaced by the time they came, so that nothing typed is lost. */
export class LostSession {
  constructor(
    private readonly seal: FormSeal,
    private readonly kept: KeptForms,
  ) {}

  /**
   * The same person, signed in anew: back to the page with what was typed. Nobody: kept until they sign in. Somebody else: kept for
   * the one who typed it, and refused.
   * @param page address of the page that showed the form
   * @returns whether the answer is given; a form without a seal is no page's of ours, and is refused like any forgery.
   */
  async answer(request: Request, response: Response, page: string): Promise<Answer> {
    const personId = this.seal.personOf((request.body as Record<string, unknown> | undefined)?.['_csrf']);
    if (!personId) return 'not-answered';
    const { session } = request;
    const fields = fieldsToKeep(request.body);
    if (session.userId === personId) {
      session.formFailures = { ...session.formFailures, [page]: { reasons: [], input: fields ?? {} } };
      session.notice = { title: FORM_KEPT.title, text: FORM_KEPT.renewed };
      response.redirect(303, page);
      return 'answered';
    }
    if (fields) await this.kept.keep(request, response, { personId, page, fields });
    if (session.userId) return 'not-answered';
    if (!fields) session.returnTo = page;
    response.redirect(303, '/sign-in');
    return 'answered';
  }
}
