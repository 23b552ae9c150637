import { type EditionRecommendation } from '#domain/reports/edition-document.js';
import { type byAddressee, type CalibrationFacts, type DecisionFacts } from '#domain/reports/record-facts.js';

/** Every word of what a report says of the council's own record. */
export const recordWords = {
  title: 'The council’s own record',
  lead: (day: string) => `Recommendations, letters, decisions and inquiries of the period, and departments’ past ratings, as they stood on ${day}.`,
  notAssembled: 'This edition does not tell of the council’s record.',
  headings: {
    addressees: 'Recommendations by who is to answer', recommendations: 'Recommendations', letters: 'Letters out and in', unanswered: 'Letters without an answer', decisions: 'Decisions that the council took together',
    inquiries: 'Inquiries', calibration: 'Departments’ past ratings and what then happened',
  },
  nothing: {
    addressees: 'Nobody is asked for anything.', recommendations: 'None.', letters: 'None.', unanswered: 'None.', decisions: 'None.', inquiries: 'None.', calibration: 'No department has given a rating yet.',
  },
  addressee: ({ addressee, total, open, answered, overdue, done }: ReturnType<typeof byAddressee>[number]) => `${addressee}: ${total} made, ${open} open, ${answered} answered, ${overdue} overdue, ${done} done`,
  to: 'to', from: 'from', overdue: 'overdue', answered: 'answered', adopted: 'Adopted', notAdopted: 'Not adopted',
  answerDue: (day: string) => `answer due ${day}`,
  promised: (day: string) => `promised for ${day}`,
  unanswered: (reference: string, subject: string, who: string, day: string) => `${reference}, to ${who}: ${subject}. An answer was asked for by ${day}`,
  votes: ({ for: inFavour, against, abstain, recused, absent }: DecisionFacts['votes']) => `${inFavour} for, ${against} against, ${abstain} abstained, ${recused} recused, ${absent} absent.`,
  dissent: (who: string, words: string) => `Dissent of ${who}: “${words}”`,
  commissioned: (by: string) => `commissioned by ${by}`,
  opened: (day: string) => `Opened on ${day}`,
  calibration: ({ department, given, worse, agrees, better, noWord, notYet }: CalibrationFacts) =>
    `${department}: ${given} ${given === 1 ? 'rating' : 'ratings'}; a year later the figures were worse than rated for ${worse}, as rated for ${agrees}, better for ${better}; they did not say for ${noWord}; ${notYet} not a year ago yet`,
  recommendedTitle: 'What this report recommends',
  recommended: ({ reference, text, addressee, answerDueOn }: EditionRecommendation, day: (date: string) => string) => `${reference}, to ${addressee}: ${text} Answer due ${day(answerDueOn)}.`,
  nothingRecommended: 'It recommends nothing.',
  recommend: {
    title: 'Recommendations to make', nothing: 'No recommendation has been written.', add: 'Add a recommendation', remove: 'Remove a recommendation', back: 'Back to the workspace',
    lead: 'It is made and public when the report is published; then the days for the answer begin.', removeLead: 'It is not made.', save: 'Save', removeButton: 'Remove', saved: 'The recommendation is saved.', removed: 'The recommendation is removed.',
    text: 'What is recommended', addressee: 'Who is to answer', choose: 'Select a department or body', mission: 'Mission', none: 'None in particular', days: 'Working days for the answer', daysHint: 'From 5 to 250; 40 where nothing else is called for',
  },
  figure: {
    title: (off: number, missions: number) => `${off} of ${missions} ${missions === 1 ? 'mission was' : 'missions were'} off track or worse by the figures`,
    subtitle: (day: string) => `Missions by verdict on ${day}: what the figures say, and what the council says`,
    unit: 'Missions', figures: 'By the figures', council: 'By the council', verdict: 'Verdict', table: 'Missions by verdict', notJudged: 'not judged', csv: 'This edition’s figures as CSV', heading: 'How the missions stood',
    row: (verdict: string, figures: number, council: number) => `${verdict}: ${figures} by the figures, ${council} by the council`,
  },
};

/** Labels of what was typed, for the page that keeps it. */
export const reportLabels = { text: recordWords.recommend.text, addresseeId: recordWords.recommend.addressee, missionId: recordWords.recommend.mission, answerDays: recordWords.recommend.days };
