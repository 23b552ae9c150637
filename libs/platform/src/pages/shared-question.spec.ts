import { describe, expect, it } from '@jest/globals';
import { SharedQuestion } from './shared-question.js';

/** A question whose answers the test gives; an answer is its number. */
function asked(): { question: SharedQuestion<number>; answers: ((failure?: Error) => void)[] } {
  const answers: ((failure?: Error) => void)[] = [];
  const question = new SharedQuestion(
    () =>
      new Promise<number>((resolve, reject) => {
        const number = answers.length + 1;
        answers.push((failure) => (failure ? reject(failure) : resolve(number)));
      }),
  );
  return { question, answers };
}

/** Lets everything happen that needs no answer. */
async function turn(): Promise<void> {
  for (let times = 0; times < 3; times += 1) await new Promise(setImmediate);
}

describe('SharedQuestion', () => {
  it('is one question for all who come in one turn', async () => {
    const { question, answers } = asked();
    const callers = [question.ask(), question.ask()];
    await turn();
    answers[0]?.();
    await expect(Promise.all(callers)).resolves.toEqual([1, 1]);
    expect(answers).toHaveLength(1);
  });

  it('gives nobody an answer that was asked for before they came', async () => {
    const { question, answers } = asked();
    const first = question.ask();
    await turn();
    const late = [question.ask(), question.ask(), question.ask()];
    await turn();
    expect(answers).toHaveLength(1);
    answers[0]?.();
    await expect(first).resolves.toBe(1);
    await turn();
    expect(answers).toHaveLength(2);
    answers[1]?.();
    await expect(Promise.all(late)).resolves.toEqual([2, 2, 2]);
  });

  it('asks again after an answer', async () => {
    const { question, answers } = asked();
    const first = question.ask();
    await turn();
    answers[0]?.();
    await first;
    const second = question.ask();
    await turn();
    answers[1]?.();
    await expect(second).resolves.toBe(2);
  });

  it('passes a failure to those who waited for it, and to nobody else', async () => {
    const { question, answers } = asked();
    const first = question.ask();
    await turn();
    const second = question.ask();
    answers[0]?.(new Error('gone'));
    await expect(first).rejects.toThrow('gone');
    await turn();
    answers[1]?.();
    await expect(second).resolves.toBe(2);
  });
});
