import { METHOD_VERSION, NOT_AN_OFFICIAL_STATISTIC } from '#domain/judgements/computed-judgement.js';
import { DELIVERY_RATINGS } from '#domain/judgements/delivery-rating.js';
import { capitalised } from '#domain/judgements/figure-words.js';
import { type Verdict, VERDICTS } from '#domain/judgements/verdict.js';
import { type StatementPage, type StatementSection } from './statement.js';
import { AMBITION, FORECASTS } from './method-beyond-verdicts.words.js';

/** How accessible the pages are. */
export const accessibilityStatement: StatementPage = {
  title: 'Accessibility statement',
  lead: 'This statement is about the web pages of Waymark. The pages are made to meet level AA of the Web Content Accessibility Guidelines (WCAG) version 2.2.',
  sections: [
    {
      heading: 'What you should be able to do',
      list: [
        'use every page and every form with a keyboard alone',
        'use every page and every form without JavaScript',
        'zoom in up to 400% without text spilling off the screen',
        'read every page on a screen 320 pixels wide; wide tables and charts scroll in a box of their own',
        'listen to every page with a screen reader',
        'tell every verdict by its words; colour is never the only sign',
      ],
    },
    {
      heading: 'Charts',
      paragraphs: [
        'Each chart is a picture with a short name. Everything that it shows stands in the table under it, and in a CSV file that you can download.',
        'On a narrow screen a chart keeps its size, so that its labels can be read, and scrolls sideways in its box.',
      ],
    },
    {
      heading: 'How it was tested',
      paragraphs: [
        'Each page is checked by the axe tool for known barriers and by an HTML validator whenever the software changes, with and without JavaScript, and at 320 pixels width.',
        'These checks find only some kinds of barrier. No test with disabled people has been made yet, so the pages are partly untested against WCAG 2.2.',
      ],
    },
    {
      heading: 'Known limits',
      list: [
        'the fixed words of the public pages can be read in Welsh; that translation awaits a translator’s review, and longer explanations and what is written about each place, mission and inquiry are in English, marked so for screen readers',
        'text that departments and the council write themselves is published as they wrote it, and may be hard to read',
        'the names of periods in tables follow those of the statistics producers, and differ between metrics',
      ],
    },
    {
      heading: 'Tell us about a barrier',
      paragraphs: [
        'If you find a barrier, or need what is on a page in another form, write to the organisation that runs this service: the council named on the front page. Say which page it is and what you were trying to do.',
        'In England, Scotland and Wales, if you are not happy with the answer, contact the Equality Advisory and Support Service. In Northern Ireland, contact the Equality Commission for Northern Ireland.',
      ],
    },
  ],
};

/** @param cookie the name of the session's cookie; those of kept forms and of the language are called after it */
export function cookiesStatement(cookie: string): StatementPage {
  return {
    title: 'Cookies',
    lead: 'You can read every public page without a cookie. Waymark sets a cookie only when it must remember something between two pages.',
    sections: [
      {
        heading: 'The three cookies',
        table: {
          caption: 'Essential cookies',
          head: ['Name', 'What it is for', 'When it is set', 'Expires'],
          rows: [
            [
              cookie,
              'Keeps you signed in, protects forms from being sent by other sites, and brings back what you typed when something was wrong',
              'When you open a page with a form, or sign in',
              '2 hours after your last page, and at the latest 12 hours after you signed in',
            ],
            [
              `${cookie}-kept`,
              'Opens what you typed into a form that came after you were signed out, when you sign in again in this browser',
              'When you send a form and are no longer signed in',
              '24 hours later, or when you have your text back',
            ],
            [
              `${cookie}_language`,
              'Shows you the public pages in the language you chose',
              'When you choose Cymraeg or English',
              '1 year after you chose',
            ],
          ],
        },
        paragraphs: ['All are essential: without the first nobody could sign in or send a form, without the second a text could be lost, without the third a choice of language would last for one page. The first two hold random numbers, the third the letters “cy” or “en”: nothing about you.'],
      },
      {
        heading: 'What there is not',
        paragraphs: ['There are no cookies for statistics or advertising, nothing is stored in your browser by scripts, and no page asks another site for anything.'],
      },
    ],
  };
}

export const privacyStatement: StatementPage = {
  title: 'Privacy',
  lead: 'Waymark publishes figures about places and the words of offices. It keeps as little about people as it can.',
  sections: [
    {
      heading: 'If you only read',
      paragraphs: [
        'Nothing about you is kept by Waymark itself. There is no counting of visitors, and no other company is told that you were here.',
        'The machines that serve the pages may keep a log of requests with network addresses for a short time, to find faults and attacks. What you search for is part of the address, and so of that log.',
      ],
    },
    {
      heading: 'If you have an account',
      list: [
        'your name, email address, organisation and roles, entered by an administrator',
        'what you did: signing in, saving, signing off, deciding, with the time; this record is kept for good, because it shows who answers for what, and names you by a number',
        'your name beside a judgement of the council that you recorded, or beside an alert that you said you would own: these are public',
        'the messages that Waymark sent you',
      ],
    },
    {
      heading: 'If you get e-mails about changes',
      paragraphs: ['You agree to them by pressing the button behind the link that we send you, and can end them at any time with one click (UK GDPR, article 6(1)(a)).'],
      list: [
        'your e-mail address, what you follow, how often you want to hear and in which language: deleted when you end your last subscription',
        'an address that is not confirmed within 7 days is deleted, and so is the e-mail that asked for it',
        'copies of the e-mails that we sent you, for 30 days; which changes you were told of, for 60 days',
        'for a day, a code made from your address and one made from your network address, so that nobody can ask too often; neither can be read from it',
      ],
    },
    {
      heading: 'Who sees that you subscribe',
      paragraphs: ['Nobody: administrators see how many people follow what, and an address only where an e-mail to it could not be handed over. The record of what was done names no subscriber. The e-mails are carried by the mail service that the organisation running Waymark uses.'],
    },
    {
      heading: 'Why, and who sees it',
      paragraphs: [
        'The data are used to let you do your work and to show Parliament and the public who answered for what: a task carried out in the public interest (UK GDPR, article 6(1)(e)).',
        'The council sees the returns and who signed them. Administrators see accounts. Nobody outside sees what is not published.',
      ],
    },
    {
      heading: 'Your rights',
      paragraphs: [
        'You can ask the organisation that runs this service for a copy of the data about you, and to have mistakes put right. You can complain to the Information Commissioner’s Office.',
      ],
    },
  ],
};

const MEANINGS: Record<Verdict, string> = {
  achieved: 'The final figure for the period that decides meets the target.',
  'at-target': 'The latest figure meets the target, but the period that decides is still to come.',
  'on-track': 'The chance is at least 80% that the figure is on the path, or behind it by no more than a twentieth of the whole journey.',
  slipping: 'Most likely behind the path by between a twentieth and a fifth of the whole journey.',
  'cannot-tell-yet': 'The error of the figures is too large to say which of these it is, or part of the mission’s text has no measure.',
  'off-track': 'The chance is at least 80% that the figure is behind the path by more than a fifth of the whole journey. Once given, it stays until that chance is below 50%.',
  deteriorating: 'The figure has moved the wrong way since the baseline, by more than its error.',
  missed: 'The final figure for the period that decides does not meet the target.',
  'no-detectable-change': 'The target asks for a direction only, and the change since the baseline is within its error. After half of the time it counts as slipping.',
  'too-early': 'No figure after the baseline has been due yet.',
  'awaiting-figures': 'The period that decides is over, and its figure has not been published.',
  'no-data': 'Figures that should be there are not: none at all, none for the baseline, or too few areas.',
  'target-not-comparable': 'The published series does not measure what the target speaks of.',
  'target-undefined': 'The target names no test that figures could pass or fail.',
};

const METHOD: StatementSection[] = [
  {
    heading: 'Three judgements, never merged',
    paragraphs: [
      'Each mission carries three judgements side by side. One is computed from published figures by the method on this page. One is the lead department’s own: how likely it thinks it is that the target will be met. One is the independent council’s. Each says who gave it, when and why.',
      'Where the department’s rating and the computed verdict are two steps apart, the page says that they disagree, and the council is told.',
    ],
  },
  {
    heading: 'The path',
    paragraphs: [
      'A target has a baseline (a figure at the start), a value to reach, and a period that decides. The path is a straight line from the baseline to the target. Where the government has set interim targets, the path goes through them.',
      'The distance between the latest figure and the path is taken as a share of the whole journey from baseline to target. So being 2 points behind counts for much where the journey is 4 points, and for little where it is 40.',
    ],
    table: {
      caption: 'Bands: how far behind the path, as a share of the whole journey',
      head: ['Distance', 'Word'],
      rows: [
        ['on the path, ahead of it, or up to 5% behind', 'On track'],
        ['more than 5% and up to 20% behind', 'Slipping'],
        ['more than 20% behind', 'Off track'],
      ],
    },
  },
  {
    heading: 'Error',
    paragraphs: [
      'Most figures are estimates. Where the producer publishes a 95% interval, it is turned into the chance that the true distance lies in each band. A word is given only when that chance is high enough; otherwise the verdict is “cannot tell yet”.',
      'Where no interval is published, the error comes from the count behind the figure, else only from rounding. The verdict then says so. Windows that overlap, such as 2021 to 2023 and 2022 to 2024, are not treated as independent.',
    ],
  },
  {
    heading: 'Targets without a number',
    paragraphs: [
      'Where a target only says that something will rise or fall, the path lies flat at the baseline. It is on track when a change for the better is shown beyond error, and off track when a change for the worse is.',
      'Where a target speaks of every area, each area is tested, with a correction for testing many at once. When fewer than 95% of the areas have figures, the answer is “no data” with the count.',
    ],
  },
  {
    heading: 'A mission',
    paragraphs: [
      'A mission is as the worst of its headline targets, with the count. Terms that nobody has defined and that have no reading, parts of the text that no metric covers, and targets without figures keep a mission below “on track”. They never hide a target that is off track.',
    ],
  },
  {
    heading: 'When a verdict changes',
    paragraphs: [
      'Verdicts are computed again whenever figures are published or the day of a target passes. Each one is kept with its method, the releases and figures used, and the cause of the change: a new period, a passed date, a revision, a new method. A target that turns off track because of a new period or a passed date raises an alert, which the lead department must answer.',
    ],
  },
];

const VERDICT_WORDS: StatementSection = {
  heading: 'The words',
  table: {
    caption: 'Words of a computed judgement and of the council’s',
    head: ['Word', 'Meaning'],
    rows: (Object.keys(VERDICTS) as Verdict[]).map((verdict) => [capitalised(VERDICTS[verdict]), MEANINGS[verdict]]),
  },
};

const RATING_WORDS: StatementSection = {
  heading: 'The department’s own rating',
  table: {
    caption: 'Five points: the likelihood that the target is met',
    head: ['Rating', 'Meaning'],
    rows: Object.values(DELIVERY_RATINGS).map((rating) => [rating.words, rating.definition]),
  },
};

/** @param example the numbers of a verdict that stands today, where there is one */
export function methodStatement(example: StatementSection | undefined): StatementPage {
  return {
    title: 'How verdicts are reached',
    lead: `A computed verdict is ${NOT_AN_OFFICIAL_STATISTIC}: it is Waymark’s reading of published figures, by method version ${METHOD_VERSION}. The producer of the figures has not approved it.`,
    sections: [...METHOD, ...(example ? [example] : []), VERDICT_WORDS, RATING_WORDS, FORECASTS, AMBITION],
  };
}
