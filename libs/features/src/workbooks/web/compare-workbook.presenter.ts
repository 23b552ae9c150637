import { type Request } from 'express';
import { type EvidenceItem, type EvidenceReturnContent, type FigureDeparture, type NextStep, type ReturnRisk, type StepOutcome } from '#domain/evidence-returns/evidence-return-content.js';
import { departureText, evidenceText, outcomeText, riskText, stepText } from '#domain/evidence-returns/return-texts.js';
import { DELIVERY_RATINGS, isDeliveryRating } from '#domain/judgements/delivery-rating.js';
import { type ThreeWayAnswer } from '#domain/workbooks/three-way.js';
import { type AnswerChange, answerChanges } from '#features/submissions/answer-row.js';
import { pageTitle, seen, type SeenValues, type SubmissionHead, submissionHead } from '#features/submissions/submission-head.presenter.js';
import { fieldId, type FormState, takeFormState } from '#platform/pages/form-state.js';
import { workbooksPaths as paths } from '../workbooks.paths.js';
import { type WorkbookComparison } from '../workbooks.service.js';
import { workbooksWords } from '../workbooks.words.js';

const words = workbooksWords.compare;

interface Conflict {
  /** Of the radios; the error summary links to it. */
  id: string;
  name: string;
  title: string;
  legend: string;
  /** What was downloaded, what the workbook says and what stands here. */
  texts: { heading: string; text: string }[];
  items: { value: string; text: string; checked: boolean }[];
  error: { text: string } | undefined;
}

export interface CompareWorkbookPage {
  title: string;
  backLink: { text: string; href: string };
  head: SubmissionHead;
  words: typeof words;
  lead: string;
  taken: { heading: string; list: AnswerChange[] };
  kept: { heading: string; list: AnswerChange[] };
  conflicts: Conflict[];
  isNothing: boolean;
  form: FormState<SeenValues & { choices: Record<string, string> }>;
}

/** What a workbook changes: taken and kept word by word, conflicts with all three texts and a choice. */
export function compareWorkbookPage(request: Request, { dossier, upload, answers }: WorkbookComparison): CompareWorkbookPage {
  const { submission, content } = dossier;
  const form = takeFormState(request, { ...seen(dossier), choices: {} as Record<string, string> });
  const ofFate = (fate: ThreeWayAnswer['fate']): ThreeWayAnswer[] => answers.filter((answer) => answer.fate === fate);
  const changes = (list: ThreeWayAnswer[], before: 'online' | 'exported', after: 'file' | 'online'): AnswerChange[] =>
    list.flatMap((answer) => answerChanges([rowOf(answer, answer[before], content)], [rowOf(answer, answer[after], content)]));
  const conflicts = ofFate('conflict').map((answer) => conflictOf(answer, content, form));
  return {
    title: pageTitle(words.title, submission),
    backLink: { text: words.back, href: paths.show(submission.id) },
    head: submissionHead(dossier),
    words,
    lead: words.lead(upload.fileName, upload.export.rowVersion),
    taken: { heading: words.taken, list: changes(ofFate('taken'), 'online', 'file') },
    kept: { heading: words.kept, list: changes(ofFate('kept'), 'exported', 'online') },
    conflicts,
    isNothing: conflicts.length === 0 && ofFate('taken').length === 0,
    form,
  };
}

function conflictOf(answer: ThreeWayAnswer, content: EvidenceReturnContent, form: CompareWorkbookPage['form']): Conflict {
  const title = titleOf(answer, content);
  const field = `choices.${answer.key}`;
  const chosen = form.values.choices[answer.key];
  const shown = (value: unknown): string => textOf(answer, value, content) || (value === undefined ? words.gone : words.empty);
  return {
    id: fieldId(field),
    name: `choices[${answer.key}]`,
    title,
    legend: words.choose(title),
    texts: [
      { heading: words.inFile, text: shown(answer.file) },
      { heading: words.online, text: shown(answer.online) },
      { heading: words.before, text: shown(answer.exported) },
    ],
    items: [
      { value: 'file', text: words.file, checked: chosen === 'file' },
      { value: 'online', text: words.keep, checked: chosen === 'online' },
    ],
    error: form.errors[field],
  };
}

function rowOf(answer: ThreeWayAnswer, value: unknown, content: EvidenceReturnContent): { field: string; title: string; text: string } {
  return { field: answer.key, title: titleOf(answer, content), text: textOf(answer, value, content) };
}

/** "Narrative", "Risk: Too few tutors" */
function titleOf(answer: ThreeWayAnswer, content: EvidenceReturnContent): string {
  const name = workbooksWords.titles[answer.field];
  const item = answer.online ?? answer.file ?? answer.exported;
  if (typeof item !== 'object' || item === null) return name;
  const { claim, risk, action, target, step } = item as Record<string, unknown>;
  const about = step === undefined ? (claim ?? risk ?? action ?? content.figures.find((line) => line.target === target)?.title ?? target) : content.lastSteps.find((one) => one.step === step)?.promised;
  const text = String(about ?? '').replaceAll(/\s+/g, ' ').trim();
  return text === '' ? name : `${name}: ${text.length > 60 ? `${text.slice(0, 60)}…` : text}`;
}

function textOf({ field }: ThreeWayAnswer, value: unknown, content: EvidenceReturnContent): string {
  if (value === undefined || value === null) return '';
  switch (field) {
    case 'rating':
      return isDeliveryRating(String(value)) ? DELIVERY_RATINGS[value as keyof typeof DELIVERY_RATINGS].words : '';
    case 'departures':
      return departureText(value as FigureDeparture);
    case 'evidence':
      return evidenceText(value as EvidenceItem, content.attachments);
    case 'risks':
      return riskText(value as ReturnRisk);
    case 'steps':
      return stepText(value as NextStep);
    case 'lastSteps': {
      const said = value as Pick<StepOutcome, 'step' | 'outcome' | 'what'>;
      const promise = content.lastSteps.find(({ step }) => step === said.step);
      return promise ? outcomeText({ ...promise, ...said }) : said.what;
    }
    default:
      return String(value);
  }
}
