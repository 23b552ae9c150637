import { describe, expect, it } from '@jest/globals';
import { PhraseBook } from '#platform/language/phrase-book.js';
import { WELSH } from '#features/language/welsh.js';
import { mailIn } from './subscriber-language.js';
import { subscriptionsWords } from './subscriptions.words.js';

const book = new PhraseBook('cy', WELSH);
const LINE = { title: 'Target off track: Mission 5, Education', sentence: 'What a department wrote.', address: 'https://waymark.example.org/alerts/AL-2026-7KND' };
const LINKS = { own: 'https://waymark.example.org/subscriptions/own.x', end: 'https://waymark.example.org/unsubscribe/one.x' };

describe('a subscriber’s mail', () => {
  it('is in Welsh for whoever subscribed in Welsh, with every address and quotation as it is', () => {
    const { subject, body } = mailIn('cy', subscriptionsWords.mail.news([LINE], { ...LINKS, endsAll: false, weekly: false }), book);
    expect(subject).toBe('Targed oddi ar y trywydd: Cenhadaeth 5, Education');
    expect(body).toBe(
      `Targed oddi ar y trywydd: Cenhadaeth 5, Education\nWhat a department wrote.\n${LINE.address}\n\n---\nRydych yn cael hwn am i chi danysgrifio ar Waymark.\nEich tanysgrifiadau: ${LINKS.own}\nStopio’r e-byst hyn: ${LINKS.end}\n`,
    );
  });

  it.each([
    [1, 'Beth newidiodd yr wythnos diwethaf: 1 newid'],
    [12, 'Beth newidiodd yr wythnos diwethaf: 12 newid'],
  ])('counts the changes of a week (%d)', (count, subject) => {
    const mail = subscriptionsWords.mail.news(Array.from({ length: count }, () => LINE), { ...LINKS, endsAll: true, weekly: true });
    expect(mailIn('cy', mail, book)).toMatchObject({ subject, body: expect.stringContaining(`Stopio pob e-bost: ${LINKS.end}`) });
  });

  it('is what it was for whoever subscribed in English', () => {
    const mail = subscriptionsWords.mail.news([LINE], { ...LINKS, endsAll: true, weekly: false });
    expect(mailIn('en', mail, book)).toEqual(mail);
  });
});
