import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { DecisionForm, readDecision } from './review.form.js';

const formOf = (body: object): DecisionForm => plainToInstance(DecisionForm, { rowVersion: '3', decision: 'accepted', ...body });

describe('the decision form', () => {
  it.each<[string, object, string[]]>([
    ['nothing but the decision', {}, []],
    ['one tick', { sections: 'narrative', reasons: { narrative: 'Why?' } }, []],
    ['two ticks', { sections: ['narrative', 'rating'] }, []],
    ['no decision', { decision: undefined }, ['decision']],
    ['another decision', { decision: 'maybe' }, ['decision']],
    ['no version', { rowVersion: '' }, []],
    ['a version that is none', { rowVersion: 'new' }, ['rowVersion']],
    ['ticks that are no texts', { sections: [{ a: 1 }] }, ['sections']],
    ['reasons that are no list by section', { reasons: 'Why?' }, ['reasons']],
  ])('%s', (_, body, faults) => {
    expect(validateSync(formOf(body)).map(({ property }) => property)).toEqual(faults);
  });

  it('reads ticks with their reasons, line breaks once', () => {
    const form = formOf({ decision: 'changes-requested', sections: ['narrative', 'rating'], reasons: { narrative: ' One\r\nTwo ', rating: '' } });
    expect(readDecision(form)).toEqual({
      draft: { decision: 'changes-requested', reasons: [{ section: 'narrative', text: 'One\nTwo' }, { section: 'rating', text: '' }] },
      unselected: [],
      stray: [],
    });
  });

  it.each([
    ['a reason without its tick', { narrative: 'Why?', rating: ' ' }, ['narrative']],
    ['a reason that is no text', { narrative: ['a', 'b'] }, []],
  ])('finds %s', (_, reasons, unselected) => {
    expect(readDecision(formOf({ reasons })).unselected).toEqual(unselected);
  });

  it('takes no reason from the names that every object has', () => {
    expect(readDecision(formOf({ sections: ['constructor'] })).draft.reasons).toEqual([{ section: 'constructor', text: '' }]);
  });

  it.each<[string, Record<string, unknown>, unknown, string[]]>([
    ['accepted-with-reservations', { reservations: ' Small\r\nsample ' }, [{ section: null, text: 'Small\nsample' }], []],
    ['published-unresolved', { unresolved: 'Who pays' }, [{ section: null, text: 'Who pays' }], []],
    ['accepted', { reservations: 'Small sample' }, [], ['reservations']],
    ['accepted-with-reservations', { reservations: 'Small', unresolved: 'Who pays' }, [{ section: null, text: 'Small' }], ['unresolved']],
  ])('reads the words of %s: %j', (decision, fields, reasons, stray) => {
    const read = readDecision(formOf({ decision, ...fields }));
    expect([read.draft.reasons, read.stray]).toEqual([reasons, stray]);
  });
});
