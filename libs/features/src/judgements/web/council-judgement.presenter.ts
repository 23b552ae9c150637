import { DELIVERY_RATINGS } from '#domain/judgements/delivery-rating.js';
import { capitalised } from '#domain/judgements/figure-words.js';
import { VERDICT_SLUGS, VERDICTS } from '#domain/judgements/verdict.js';
import { type CouncilDecision } from '#features/council/council-decision.entity.js';
import { besideTag, verdictTag, type VerdictTag } from '#features/missions/verdict-tag.js';
import { longDate } from '#platform/pages/dates.js';
import { type FormState } from '#platform/pages/form-state.js';
import { judgementsPaths } from '../judgements.paths.js';
import { judgementsWords } from '../judgements.words.js';
import { type MissionStanding } from '../mission-standing.js';

export interface CouncilListPage {
  title: string;
  words: typeof judgementsWords.list;
  missions: {
    mission: string;
    computed: VerdictTag | undefined;
    summary: string;
    department: string;
    council: VerdictTag | undefined;
    conflict: boolean;
    href: string;
    linkText: string;
  }[];
}

export interface CouncilFormPage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof judgementsWords.form;
  facts: { key: { text: string }; value: { text: string } }[];
  choices: { value: string; text: string; checked: boolean }[];
  decisions: { value: string; text: string; selected: boolean }[];
  form: FormState<{ verdict: string; sentence: string; seen: string; decision: string }>;
}

export function presentCouncilList(standings: readonly MissionStanding[]): CouncilListPage {
  const words = judgementsWords.list;
  const several = new Set(standings.map(({ frameworkId }) => frameworkId)).size > 1;
  return {
    title: words.title,
    words,
    missions: standings.map((standing) => ({
      mission: several ? `${missionName(standing)} (${standing.frameworkTitle})` : missionName(standing),
      computed: standing.computed ? verdictTag(standing.computed.verdict) : undefined,
      summary: standing.computed ? besideTag(standing.computed.verdict, standing.computed.summary) : words.absent,
      department: standing.department ? DELIVERY_RATINGS[standing.department.rating].words : words.absent,
      council: standing.council ? verdictTag(standing.council.verdict) : undefined,
      conflict: standing.conflict,
      href: judgementsPaths.newCouncil(standing.missionId),
      linkText: words.record(standing.focusArea),
    })),
  };
}

/** The form's page, with the three judgements as they stand. @param decisions adopted ones on this mission */
export function presentCouncilForm(standing: MissionStanding, decisions: CouncilDecision[], form: CouncilFormPage['form']): CouncilFormPage {
  const words = judgementsWords.form;
  const { computed, department, council } = standing;
  const facts: [string, string][] = [
    [words.computed, computed ? withVerdict(VERDICTS[computed.verdict], computed.sentence) : words.notYet],
    [words.department, department ? `${DELIVERY_RATINGS[department.rating].words} (${department.organisation}): ${department.sentence}` : words.notYet],
    [words.council, council ? `${capitalised(VERDICTS[council.verdict])} on ${longDate(council.asOf)}: ${council.sentence}` : words.notYet],
  ];
  return {
    title: words.title(missionName(standing)),
    backLink: { text: judgementsWords.recorded.list, href: judgementsPaths.council },
    words,
    facts: facts.map(([key, value]) => ({ key: { text: key }, value: { text: value } })),
    choices: VERDICT_SLUGS.map((value) => ({ value, text: capitalised(VERDICTS[value]), checked: form.values.verdict === value })),
    decisions: [
      { value: '', text: words.decisionNone, selected: form.values.decision === '' },
      ...decisions.map(({ id, reference, title }) => ({ value: id, text: `${reference}: ${title}`, selected: id === form.values.decision })),
    ],
    form,
  };
}

export function missionName({ number, focusArea }: MissionStanding): string {
  return `Mission ${number}, ${focusArea}`;
}

/** Most sentences begin with the word; a capped one does not. */
function withVerdict(verdict: string, sentence: string): string {
  return sentence.startsWith(capitalised(verdict)) ? sentence : `${capitalised(verdict)}: ${sentence}`;
}
