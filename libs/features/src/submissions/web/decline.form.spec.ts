import { describe, expect, it } from '@jest/globals';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type DeclineForm, readReasons } from './decline.form.js';

const KNOWN = [{ key: 'narrative', title: 'Narrative' }, { key: 'rating', title: 'Own rating' }];
const read = (form: Partial<DeclineForm>): unknown => {
  try {
    return readReasons({ rowVersion: 1, reason: '', sections: [], reasons: {}, ...form }, KNOWN);
  } catch (error) {
    return error instanceof ApplicationError ? error.reasons.map(({ code, field }) => [code, field]) : error;
  }
};

describe('what a decline names', () => {
  it.each<[string, Partial<DeclineForm>, unknown]>([
    ['nothing', {}, [{ section: null, text: '' }]],
    ['the whole', { reason: 'Not yet.' }, [{ section: null, text: 'Not yet.' }]],
    ['a section', { sections: ['rating'], reasons: { rating: ' Too\r\ngood. ' } }, [{ section: 'rating', text: 'Too\ngood.' }]],
    ['the whole and a section, twice ticked', { reason: 'No.', sections: ['rating', 'rating'], reasons: { rating: 'Too good.' } }, [{ section: null, text: 'No.' }, { section: 'rating', text: 'Too good.' }]],
    ['a section without its reason', { sections: ['rating'] }, [{ section: 'rating', text: '' }]],
    ['a reason without its tick', { reasons: { rating: 'Too good.' } }, [['reason-without-section', 'sections']]],
    ['a text that is too long', { sections: ['rating'], reasons: { rating: 'x'.repeat(5001) } }, [['too-long', 'reasons.rating']]],
    ['a reason that is no text', { sections: ['rating'], reasons: { rating: ['x'] } }, [{ section: 'rating', text: '' }]],
  ])('%s', (_, form, expected) => {
    expect(read(form)).toEqual(expected);
  });
});
