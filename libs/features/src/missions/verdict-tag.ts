import { capitalised } from '#domain/judgements/figure-words.js';
import { type Verdict, VERDICTS } from '#domain/judgements/verdict.js';

/** A tag of GOV.UK Frontend: the words say it, the colour only helps to find it again. */
export interface VerdictTag {
  text: string;
  classes: string;
}

const COLOURS: Record<Verdict, string> = {
  achieved: 'green',
  'at-target': 'green',
  'on-track': 'green',
  slipping: 'orange',
  'cannot-tell-yet': 'yellow',
  'off-track': 'red',
  deteriorating: 'red',
  missed: 'red',
  'no-detectable-change': 'yellow',
  'too-early': 'grey',
  'awaiting-figures': 'grey',
  'no-data': 'grey',
  'target-not-comparable': 'grey',
  'target-undefined': 'grey',
};

/** A summary beside a tag that says its word already: "on 1 of 2" of "off track on 1 of 2". */
export function besideTag(verdict: Verdict, summary: string): string {
  const word = VERDICTS[verdict];
  return summary.startsWith(word) ? summary.slice(word.length).replace(/^,? /, '') : summary;
}

export function verdictTag(verdict: Verdict): VerdictTag {
  const words = VERDICTS[verdict];
  return { text: capitalised(words), classes: `govuk-tag--${COLOURS[verdict]}` };
}
