import { type PublicStatus } from '#features/submissions/public-returns.queries.js';

/** The words of the pages of departments. */
export const departmentsWords = {
  unknown: 'That department',
  download: 'Download as CSV',
  list: {
    title: 'Departments',
    intro: 'Each mission has one lead department, which answers for it in public. Here is what each leads, what it owes and how it has dealt with its alerts.',
    table: 'Departments and what they owe',
    empty: 'No department is known yet.',
    columns: { name: 'Department', leads: 'Missions led', contributes: 'Missions contributed to', overdue: 'Returns and plans overdue or not submitted', open: 'Open alerts', notAnswered: 'Alerts not answered in time' },
  },
  show: {
    caption: 'Department',
    intro: (name: string) => `What ${name} leads, what it has delivered and what it still owes. All of it is public when it happens; nothing here waits for the department.`,
    counts: 'In numbers',
    contents: 'On this page',
    more: 'More about it',
    links: { alerts: 'All its alerts', calibration: 'What became of its ratings', letters: 'All letters of the council', gaps: 'The register of data gaps' },
  },
  missions: {
    heading: 'Missions',
    intro: 'What it leads and contributes to, with the three judgements that stand for each today. They are never merged. Who contributes is known as of today only.',
    empty: 'It leads no mission and contributes to none.',
    role: { lead: 'Leads', contributor: 'Contributes', past: 'Led' },
    proposed: (role: string) => `${role} (proposed by Waymark)`,
    none: { computed: 'Not judged yet', department: 'No rating yet', council: 'No judgement yet' },
  },
  returns: { heading: 'Evidence returns', empty: 'No return has been asked of it yet.' },
  plans: { heading: 'Outcome delivery plans', empty: 'No plan has been asked of it yet.' },
  status: {
    due: 'Due',
    'with-the-council': 'With the council',
    accepted: 'Published',
    'published-unresolved': 'Published unresolved',
    'not-submitted': 'Not submitted',
  } satisfies Record<PublicStatus, string>,
  overdue: 'Overdue',
  held: 'Held until the election is over',
  wasLate: { true: 'Late', false: 'No' },
  alerts: {
    heading: 'Alerts',
    intro: 'Alerts that it owes or owed the answer to. They move with the mission when its lead changes.',
    empty: 'No alert has been raised with it.',
    kept: { 'in-time': 'In time', late: 'Late', not: 'Not, and the day has passed', waiting: 'Not yet', 'not-needed': 'Not needed' },
    byDay: (kept: string, due: string) => `${kept} (due ${due})`,
  },
  promises: {
    heading: 'Promises',
    intro: 'Actions of its recovery plans, what it promised on recommendations, and next steps of its published returns. An action counts as kept when the release that its plan names shows the effect.',
    empty: 'It has promised nothing in public yet.',
    from: { alert: 'Recovery plan', recommendation: 'Recommendation', return: 'Return' },
  },
  recommendations: { heading: 'Recommendations addressed to it', empty: 'No recommendation has been addressed to it.', notAnswered: 'Not answered' },
  letters: { heading: 'Letters', empty: 'No published letter is about it.', direction: { out: 'From the council', in: 'To the council' }, noAnswer: 'No answer yet', notDue: 'No answer asked' },
  ratings: { heading: 'What became of its ratings', intro: 'Each rating that it gave with a return, against what the figures said a year later.', empty: 'It has given no rating with an accepted return yet.' },
  gaps: { heading: 'Data gaps that it owns', empty: 'It owns no data gap.', plan: { true: 'Has a plan', false: 'No plan' } },
};
