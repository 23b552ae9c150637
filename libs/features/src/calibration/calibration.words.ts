/** The words of the pages on departments’ past ratings. */
export const calibrationWords = {
  title: 'What became of departments’ ratings',
  intro:
    'With each return a department rates how likely it is that its mission’s targets are met. Here its past ratings stand beside what the figures then said.',
  how: 'How to read this',
  howRating:
    'A rating is compared with the worst of the mission’s headline targets as the figures stood a year later. Two steps or more on the ladder that also finds conflicts is a difference: “worse than rated” or “better than rated”.',
  howDecided:
    'A target is decided when the figure of its last period is published. It counts for each rating that was given before, once. A rating given when the outcome was known does not count.',
  howLimits:
    'The five points have words and no percentages, so no score is worked out of them. Few ratings prove little: read the numbers, not only the order of the departments, which is by name.',
  none: 'No department has given a rating with an accepted return yet.',
  noneOfDepartment: 'This department has given no rating with an accepted return yet.',
  caption: 'Ratings by department',
  byRating: 'By what it said',
  each: 'Each rating',
  columns: {
    department: 'Department',
    rating: 'Rating',
    given: 'Ratings',
    met: 'Targets decided since: met',
    missed: 'missed',
    mission: 'Mission',
    on: 'Given on',
    yearLater: 'The figures a year later',
    decided: 'Decided since',
  },
  metOf: (met: number, decided: number) => (decided === 0 ? 'None decided yet' : `${met} of ${decided} met`),
  fromReturn: (reference: string) => `Return ${reference}`,
  download: 'Download each rating and target (CSV)',
  metadata: 'What its columns mean (CSVW metadata)',
  back: 'Back to all departments',
  aboutIt: (name: string) => `What ${name} leads, owes and has promised`,
  ofDepartment: (name: string) => `What became of the ratings of ${name}`,
  unknown: 'That department',
};
