import { FORM_KEPT as words } from './error-pages.words.js';
import { fieldId } from './form-state.js';
import { hasText } from './kept-fields.js';
import { type GivenBackForm } from './kept-forms.service.js';
import { type PageNotice } from './session.js';

/**
 * What the page says of a form that comes back: what of it is still here, and which file is to be chosen again, with the way there.
 * @param why it was not saved
 */
export function noticeOfKept({ page, fields, file }: GivenBackForm, why: 'signedOut' | 'renewed'): PageNotice {
  const texts = [words[why], ...(hasText(fields) ? [words.typed] : []), ...(file ? [words.fileGone(file.name)] : [])];
  return { title: words.title, text: texts.join(' '), ...(file ? { link: { text: words.chooseAgain, href: `${page}#${fieldId(file.field)}` } } : {}) };
}
