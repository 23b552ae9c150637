import { NOT_AN_OFFICIAL_STATISTIC } from '#domain/judgements/computed-judgement.js';
import { type ExpertVerdict, type MissionMaturity, type MissionScope } from './mission.entity.js';

/** The words of the public pages of missions. */
export const missionsWords = {
  scope: { uk: 'United Kingdom', england: 'England', devolved: 'United Kingdom, in matters that are devolved to the nations' } satisfies Record<MissionScope, string>,
  maturity: {
    exploratory: 'Exploratory: what to measure is still being explored',
    proposed: 'Proposed',
    agreed: 'Agreed',
  } satisfies Record<MissionMaturity, string>,
  lead: {
    proposed: 'Proposed: the government has not named a lead department; this one is Waymark’s proposal',
    none: 'No lead department',
    proposedShort: 'proposed',
  },
  clauses: { uncovered: 'No metric covers this part' },
  judgements: {
    heading: 'Three judgements',
    computed: 'What the figures say',
    department: 'What the department says',
    council: 'What the council says',
    notComputed: 'Not judged yet',
    noDepartment: 'The department has not given a rating that the council has accepted.',
    noCouncil: 'The council has not recorded a judgement.',
    conflict: 'The department’s rating and the figures disagree by two steps or more.',
    computedBy: 'Computed by Waymark from published figures',
    why: 'How verdicts are reached',
  },
  answers: {
    heading: 'What needs an answer',
    none: 'No alert is open and no return is overdue.',
    vacancy: 'No department leads the mission, so none is bound to answer.',
    noResponse: (due: string) => `No response: the department’s answer was due on ${due}.`,
    due: (due: string) => `The department’s answer is due by ${due}.`,
    answered: (day: string) => `The department answered on ${day}.`,
    owner: (name: string, job: string | null) => `Owner: ${name}${job ? `, ${job}` : ''}.`,
    overdue: (department: string, covers: string, due: string) => `${department} owes an evidence return for ${covers}. It was due on ${due}.`,
  },
  targets: {
    heading: 'Targets',
    notOfficial: `This verdict is ${NOT_AN_OFFICIAL_STATISTIC}. The producer of the figures has not approved it.`,
    supporting: 'Supporting target: it informs and never decides the mission’s verdict.',
    csv: 'Download the figures',
    noFigures: 'There are no figures to show.',
    areas: (levels: string, expected: number) => `Every ${levels} (${expected} expected)`,
    band: 'The shaded band is the producer’s 95% interval.',
    noBand: 'The producer publishes no interval for these figures.',
    path: 'The dashed line is the path that the target asks for; nobody published its values.',
    milestone: 'Milestones lie on the path; the government has not set them.',
    interim: 'The interim target was set by the government.',
  },
  methods: {
    'interim-path': 'interim path',
    'direction-only': 'direction only',
    hold: 'hold',
    'every-area': 'every area',
    none: 'none, because nothing can be compared',
  },
  terms: {
    heading: 'Terms that nobody has defined',
    intro: 'The mission’s text uses these terms. While one is open, the mission cannot be called on track.',
    reading: 'Meanwhile read as',
    open: 'Open',
    read: 'Open, with a reading',
  },
  experts: {
    heading: 'What outside experts said of its ambition',
    verdicts: {
      'not-ambitious-enough': 'Not ambitious enough',
      'right-level': 'Right level of ambition',
      'too-ambitious': 'Too ambitious',
      'more-information-needed': 'More information needed',
    } satisfies Record<ExpertVerdict['verdict'], string>,
  },
  accepted: {
    heading: 'The department’s last accepted return',
    intro: 'The words are the department’s. The council has accepted the return; it does not own the words.',
    narrative: 'Narrative',
    rating: 'Why it rates the likelihood as',
    nextSteps: 'Next steps',
  },
  levels: {
    ltla: 'lower-tier or single-tier authority',
    utla: 'upper-tier or single-tier authority',
    region: 'region',
    nation: 'nation',
  } as Record<string, string>,
};
