/** The words of the public pages of frameworks. */
export const frameworksWords = {
  home: { title: 'Missions', none: 'No framework of missions has been loaded yet.' },
  list: { title: 'Frameworks of missions' },
  others: 'Other frameworks of missions, closed ones too',
  columns: {
    mission: 'Mission',
    lead: 'Lead department',
    computed: 'The figures say',
    department: 'The department says',
    council: 'The council says',
    answers: 'To answer',
  },
  lead: { proposed: '(proposed)', none: 'None' },
  none: { computed: 'Not judged yet', department: 'No accepted rating', council: 'No judgement' },
  nothing: 'Nothing',
  offTrack: (count: number, of: number) => `${count} of ${of} headline targets off track or worse`,
  alerts: (count: number) => (count === 1 ? '1 open alert' : `${count} open alerts`),
  overdue: (count: number) => (count === 1 ? '1 overdue return' : `${count} overdue returns`),
  /** @param late "Delivered 3 working days late" */
  cameLate: (late: string) => `Last return: ${late.charAt(0).toLowerCase()}${late.slice(1)}`,
  proposedNote: 'Where a lead department is marked “proposed”, the government has not named one.',
  counted: (off: number, all: number) => `${off} of ${all} missions ${off === 1 ? 'is' : 'are'} off track or worse by the figures.`,
  published: (day: string, source: string) => `Set out on ${day}: ${source}.`,
  closed: {
    tag: 'Closed',
    open: 'Open',
    /** @param day "23 November 2026" */
    refusal: (title: string, day: string, path: string) => `“${title}” was closed on ${day}. Nothing of it is asked, filled in, submitted or answered any more. What was unanswered then is in its last edition: ${path}`,
    edition: 'Last edition: what became of each mission, and what was unanswered',
    reason: (reason: string, by: string) => `${reason} (${by})`,
    announced: (day: string) => `The council closes this framework on ${day}.`,
    whatIs: 'What would be unanswered if it were closed today',
    since: (day: string) => `This framework of missions was closed on ${day}.`,
  },
  duty: (owedBy: string, basis: string) => `The statutory report is owed by the ${owedBy} (${basis}).`,
};
