import { attachedTexts } from '#domain/attachments/attached-file.js';
import { clauseTexts, dayOf, lineText, milestonesOf, READ_LISTS, type ReadList } from './plan-line-texts.js';
import { type DeliveryPlanContent, missionTitle, totalMoney } from './delivery-plan-content.js';
import { PLAN_MARKS } from './plan-mark.js';
import { millionsInWords, staffInWords } from './plan-sums.js';

/** One section as a person reads it: what two deliveries are compared by. */
export interface PlanSectionText {
  key: string;
  title: string;
  text: string;
}

const BEFORE_CONTRIBUTIONS: readonly ReadList[] = ['outcomes'];

/** What the department wrote, line by line in the order of the sections; each line of a later plan says how it stands to the last one's. */
export function planSectionTexts(content: DeliveryPlanContent): PlanSectionText[] {
  const { summary, contributions, missions } = content;
  const total = totalMoney(contributions);
  const lines = [
    { key: 'summary', title: 'Summary', text: summary },
    ...BEFORE_CONTRIBUTIONS.flatMap((list) => listTexts(list, content)),
    ...contributions.map(({ mission, contribution, policies, moneyMillions, clauses = [] }) => ({
      key: `contributions.${mission}`,
      title: missionTitle(missions, mission),
      text: [
        contribution,
        policies,
        moneyMillions === null ? '' : `Money: ${millionsInWords(moneyMillions)}`,
        clauses.length > 0 ? `Serves: ${clauseTexts(content, mission, clauses).join('; ')}` : '',
      ].filter((line) => line.trim() !== '').join('\n\n'),
    })),
    ...(total === undefined ? [] : [{ key: 'money', title: 'Money over all missions', text: millionsInWords(total) }]),
    ...READ_LISTS.filter((list) => !BEFORE_CONTRIBUTIONS.includes(list)).flatMap((list) => [...listTexts(list, content), ...statedTotal(list, content)]),
    ...attachedTexts(content.attachments).map(({ id, title, text }) => ({ key: `attachments.${id}`, title: `Attachment: ${title}`, text })),
  ];
  return lines.map((line) => ({ ...line, title: marked(line, content) }));
}

/**
 * What the plan says that the department will do: the policies for each mission in its words, and every milestone with its
 * policy and its date.
 */
export function planPromises(content: DeliveryPlanContent): { title: string; text: string }[] {
  const { contributions, missions, policies } = content;
  return [
    ...contributions.map((line) => ({ title: missionTitle(missions, line.mission), text: line.policies })),
    ...policies.flatMap((policy) =>
      milestonesOf(content, policy.id).map(({ title, dueOn }) => ({ title: `${policy.title}: ${title}`, text: `By ${dayOf(dueOn)}: ${title} (${policy.owner}, ${policy.ownerJob})` })),
    ),
  ];
}

function listTexts(list: ReadList, content: DeliveryPlanContent): PlanSectionText[] {
  return content[list].map((line) => ({ key: `${list}.${line.id}`, ...lineText(list, line, content) }));
}

function statedTotal(list: ReadList, { statedMoneyMillions, statedStaff }: DeliveryPlanContent): PlanSectionText[] {
  if (list === 'funding' && statedMoneyMillions !== null) return [{ key: 'funding.total', title: 'Total funding as stated', text: millionsInWords(statedMoneyMillions) }];
  if (list === 'staffing' && statedStaff !== null) return [{ key: 'staffing.total', title: 'Total staff as stated', text: staffInWords(statedStaff) }];
  return [];
}

function marked({ key, title }: PlanSectionText, { sinceLastYear }: DeliveryPlanContent): string {
  const mark = sinceLastYear?.marks[key];
  return mark && sinceLastYear ? `${title} (${PLAN_MARKS[mark].toLowerCase()} since ${sinceLastYear.coversLabel})` : title;
}
