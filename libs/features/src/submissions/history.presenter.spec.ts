import { describe, expect, it } from '@jest/globals';
import { type HistoryEvent, historyOf, openRequests } from './history.presenter.js';

const SECTIONS = [{ key: 'narrative', title: 'Narrative' }];
const event = (action: HistoryEvent['action'], actorName = 'Ben Carter', rest: Partial<HistoryEvent> = {}): HistoryEvent => ({
  action, actorName, versionNumber: 1, reasons: [], at: new Date('2026-11-23T09:30:00Z'), ...rest,
});
const REQUEST = event('request-changes', 'Priya Nair', { reasons: [{ section: 'narrative', text: 'Say who pays' }] });
const DECLINE = event('decline', 'Helen Marsh', { reasons: [{ section: null, text: 'Too long' }] });

describe('the timeline', () => {
  it('stands newest first, with who and when', () => {
    expect(historyOf([event('open', 'Waymark', { versionNumber: null }), event('submit')], SECTIONS)).toEqual([
      { title: 'Signed off and submitted: version 1', by: 'Ben Carter, 23 November 2026 at 9:30am', reasons: [] },
      { title: 'Opened', by: 'Waymark, 23 November 2026 at 9:30am', reasons: [] },
    ]);
  });

  it('names the sections of reasons', () => {
    expect(historyOf([REQUEST], SECTIONS)[0]?.reasons).toEqual([{ section: 'Narrative', text: 'Say who pays' }]);
    expect(historyOf([DECLINE], SECTIONS)[0]?.reasons).toEqual([{ section: undefined, text: 'Too long' }]);
  });

  it('puts the saves of one person on one day into one line', () => {
    const nextDay = { at: new Date('2026-11-24T00:30:00Z') };
    const saves = [event('save'), event('save'), event('save', 'Ann Lee'), event('save', 'Ann Lee', nextDay), event('send-for-sign-off'), event('save')];
    expect(historyOf(saves, SECTIONS).map(({ title, by }) => `${title} ${by.split(',')[0]}`)).toEqual([
      'Draft saved Ben Carter', 'Sent for sign-off Ben Carter', 'Draft saved Ann Lee', 'Draft saved Ann Lee', 'Draft saved 2 times Ben Carter',
    ]);
  });
});

describe('what is asked of the department', () => {
  it.each<[string, HistoryEvent[], string[]]>([
    ['nothing at first', [event('open'), event('save')], []],
    ['the council’s request, while it is worked on', [event('submit'), REQUEST, event('save')], ['The council asked for changes on 23 November 2026']],
    ['both, when the SRO declines the answer', [event('submit'), REQUEST, event('send-for-sign-off'), DECLINE],
      ['Helen Marsh declined to sign it on 23 November 2026', 'The council asked for changes on 23 November 2026']],
    ['the refusal stands while it is written on', [event('open'), event('send-for-sign-off'), DECLINE, event('save')], ['Helen Marsh declined to sign it on 23 November 2026']],
    ['the refusal is answered by sending it again', [event('open'), DECLINE, event('send-for-sign-off')], []],
    ['a delivery answers all', [REQUEST, DECLINE, event('send-for-sign-off'), event('submit')], []],
  ])('%s', (_, events, headings) => {
    expect(openRequests(events, SECTIONS).map(({ heading }) => heading)).toEqual(headings);
  });
});
