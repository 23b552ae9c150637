import { titleOfSubmission } from '#features/submissions/submission-name.js';
import { submissionsPaths } from '#features/submissions/submissions.paths.js';
import { type FormState } from '#platform/pages/form-state.js';
import { type DepartmentQuestions, type QuestionToAnswer } from '../review-questions.queries.js';
import { questionPath, questionsPath } from '../reviews.paths.js';
import { reviewsWords } from '../reviews.words.js';
import { type QuestionLine, questionLine } from './question-lines.presenter.js';

const words = reviewsWords.question;

interface Framed {
  title: string;
  caption: string;
  backLink: { text: string; href: string };
}

export interface DepartmentQuestionsPage extends Framed {
  words: typeof words.list;
  questions: QuestionLine[];
}

export interface DepartmentQuestionPage extends Framed {
  heading: string;
  words: typeof words.answer;
  question: QuestionLine;
  /** Undefined where it can no longer be answered. */
  form: FormState<{ answer: string; rowVersion: number }> | undefined;
}

/** @param today ISO date. */
export function departmentQuestionsPage({ submission, questions }: DepartmentQuestions, today: string): DepartmentQuestionsPage {
  const { kind, id, reference } = submission;
  return {
    title: `${words.list.title} (${reference})`,
    caption: `${reference}: ${titleOfSubmission(submission)}`,
    backLink: { text: words.list.back(reference), href: submissionsPaths.show(kind, id) },
    words: words.list,
    questions: questions.map((asked) => lineOf(asked, submission, today)),
  };
}

/** @param today ISO date. */
export function departmentQuestionPage(
  { submission, asked }: DepartmentQuestions & { asked: QuestionToAnswer },
  today: string,
  form: FormState<{ answer: string; rowVersion: number }>,
): DepartmentQuestionPage {
  const { kind, id, reference } = submission;
  const line = lineOf(asked, submission, today);
  return {
    title: `${words.answer.title} (${reference})`,
    heading: words.answer.title,
    caption: `${reference}: ${titleOfSubmission(submission)}`,
    backLink: { text: words.list.title, href: questionsPath(kind, id) },
    words: words.answer,
    question: { ...line, link: undefined },
    form: line.link ? form : undefined,
  };
}

function lineOf({ question, reviewOpen }: QuestionToAnswer, { kind, id }: DepartmentQuestions['submission'], today: string): QuestionLine {
  const link = { text: words.list.answer, href: questionPath(kind, id, question.id) };
  return questionLine(question, kind, { today, reviewOpen, link });
}
