import { answerStanding } from '#domain/letters/letter-blockers.js';
import { londonDate } from '#platform/clock/clock.js';
import { longDate } from '#platform/pages/dates.js';
import { type Letter } from '../letter.entity.js';
import { aboutLinks, letterDay, whoOf } from '../letter-names.js';
import { lettersPaths } from '../letters.paths.js';
import { type ListedLetter } from '../letters.queries.js';
import { lettersWords as words } from '../letters.words.js';

export interface LetterTag {
  text: string;
  classes: string;
}

interface LetterRow {
  reference: string;
  href: string;
  subject: string;
  date: string;
  who: string;
  about: { text: string; href: string }[];
  tag: LetterTag;
}

export interface LettersPage {
  title: string;
  words: typeof words.list;
  rows: LetterRow[];
  csvHref: string;
  /** For the council. */
  drafts: { text: string; href: string }[] | undefined;
  buttons: { text: string; href: string }[];
}

export function presentLetters(letters: readonly ListedLetter[], today: string, own: { drafts?: readonly Letter[]; mayRecord: boolean }): LettersPage {
  const write = own.drafts ? [{ text: words.list.write, href: lettersPaths.write }] : [];
  return {
    title: words.list.title,
    words: words.list,
    rows: letters.map((listed) => row(listed, today)),
    csvHref: lettersPaths.listCsv,
    drafts: own.drafts?.map(({ reference, subject, status }) => ({ text: [`${reference}: ${subject}`, status === 'dropped' && words.drop.inList].filter(Boolean).join(' '), href: lettersPaths.show(reference) })),
    buttons: own.mayRecord ? [...write, { text: words.list.receive, href: lettersPaths.receive }] : write,
  };
}

export function answerTag(letter: Letter, answeredOn: string | null, today: string): LetterTag {
  const standing = answerStanding({ answerDueOn: letter.answerDueOn, answeredOn }, letterDay(letter, today));
  return { text: words.answer[standing], classes: words.answerClasses[standing] };
}

/** "To …" or "From …", with the day it bears. */
export function dateOf({ direction, receivedOn, publishedAt }: Letter): string {
  const date = direction === 'in' ? receivedOn : publishedAt && londonDate(publishedAt);
  return date ? longDate(date) : '';
}

function row({ letter, answeredOn }: ListedLetter, today: string): LetterRow {
  const { reference, subject, direction } = letter;
  return {
    reference,
    href: lettersPaths.show(reference),
    subject,
    date: dateOf(letter),
    who: `${direction === 'out' ? words.show.to : words.show.from} ${whoOf(letter)}`,
    about: aboutLinks(letter),
    tag: answerTag(letter, answeredOn, today),
  };
}
