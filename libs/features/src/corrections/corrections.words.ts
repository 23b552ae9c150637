import { type CorrectionKind } from './corrections.queries.js';

/** The words of the log of corrections. */
export const correctionsWords = {
  title: 'Corrections',
  intro: 'Everything published here that was later put right, the newest first: what was wrong, what is right, and since when. Nothing is taken away: what stood before stays readable, and is judged on.',
  never: [
    'A published return or plan, a signed letter and the published findings of an inquiry cannot be changed. What is wrong in one is put right by the next return, another letter or a recommendation.',
    'A figure that a producer revises, and each of the cells that it changed, is on the page of its release.',
  ],
  table: 'What was corrected',
  empty: 'Nothing that is published has been corrected yet.',
  download: 'Download as CSV',
  columns: { on: 'Since', kind: 'What', about: 'About', wrong: 'What was wrong', right: 'What is right' },
  kinds: {
    report: 'Annual report',
    verdict: 'Verdict changed by a revision',
    alert: 'Alert cleared by a revision',
    release: 'Figures replaced or withdrawn',
    target: 'Target changed',
    wording: 'Wording of a mission changed',
    quality: 'Quality review renewed',
    reply: 'Place’s reply replaced or withdrawn',
  } satisfies Record<CorrectionKind, string>,
  report: { wrong: (edition: number) => `Edition ${edition}, which stays readable`, noNote: 'The new edition stands in its place.' },
  verdict: { wrong: (word: string) => `It was said to be: ${word}.`, right: (word: string, sentence: string) => `It is: ${word}. ${sentence}` },
  alert: { wrong: 'It was raised on figures that were revised since.' },
  release: {
    about: (id: number, publisher: string) => `Release ${id}, ${publisher}`,
    wrong: (moved: number, metric: string) => `${metric}: ${moved.toLocaleString('en-GB')} ${moved === 1 ? 'figure' : 'figures'} as published before`,
    withdrawn: (count: number) => `${count.toLocaleString('en-GB')} withdrawn`,
    right: 'The figures of this release',
  },
  target: { wrong: (version: number) => `Version ${version} of the target, which is judged on beside the new one`, right: (setBy: string, reason: string) => `Set by ${setBy}. ${reason}` },
  quality: { wrong: (version: number) => `Version ${version} of the review`, right: (version: number) => `Version ${version}` },
  reply: { wrong: 'The reply that stood before', right: 'Replaced by a newer one', withdrawn: 'Withdrawn' },
};
