import { expect, test, vi } from 'vitest';
import { createToolAnswer } from '~/ui/store/tool-answer.ts';
import type { PlannerClient } from '~/worker/client.ts';
import type { OnProgress, Planner } from '~/worker/planner.ts';

/** A planner whose questions are answered by hand. */
function handPlanner() {
  const asked: { settle: (value: unknown) => void; fail: (error: unknown) => void }[] = [];
  const planner: PlannerClient = {
    ask: (signal, question) =>
      Promise.race([
        question({} as Planner),
        new Promise<never>((_, reject) => {
          signal.addEventListener('abort', () => reject(new Error('aborted')));
        }),
      ]),
    finishEarly: () => {},
    setFleet: () => {},
    dispose: () => {},
  };
  const put = <Answer>() =>
    new Promise<Answer>((resolve, reject) => {
      asked.push({ settle: (value) => resolve(value as Answer), fail: reject });
    });
  return { planner, put, asked };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

test('the newest question is answered, with the question that it answers', async () => {
  const { planner, put, asked } = handPlanner();
  const tool = createToolAnswer<string, number>(planner, () => put<number>());
  tool.ask('first');
  tool.ask('second');
  tool.ask('third');
  expect(asked).toHaveLength(1);
  asked[0]?.settle(1);
  await settled();
  expect(tool.answered.value).toEqual({ question: 'first', answer: 1 });
  expect(asked, 'the second was never asked').toHaveLength(2);
  asked[1]?.settle(3);
  await settled();
  expect(tool.answered.value).toEqual({ question: 'third', answer: 3 });
  expect(tool.work.value).toEqual({ kind: 'rest' });
});

test('a failure is a state, the last answer stays, and the next question is asked', async () => {
  const { planner, put, asked } = handPlanner();
  const tool = createToolAnswer<string, number>(planner, () => put<number>());
  tool.ask('good');
  asked[0]?.settle(1);
  await settled();
  tool.ask('bad');
  asked[1]?.fail(new Error('out of memory'));
  await settled();
  expect(tool.work.value).toEqual({ kind: 'failed', message: 'out of memory' });
  expect(tool.answered.value?.question).toBe('good');
  tool.ask('next');
  asked[2]?.settle(2);
  await settled();
  expect(tool.answered.value).toEqual({ question: 'next', answer: 2 });
});

test('a question that takes long is not asked before the hand rests', async () => {
  vi.useFakeTimers();
  try {
    const { planner, put, asked } = handPlanner();
    const tool = createToolAnswer<number, number>(planner, () => put<number>(), 300);
    for (let move = 0; move < 10; move++) {
      tool.ask(move);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(asked).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(300);
    expect(asked).toHaveLength(1);
    asked[0]?.settle(9);
    await vi.advanceTimersByTimeAsync(0);
    expect(tool.answered.value).toEqual({ question: 9, answer: 9 });
  } finally {
    vi.useRealTimers();
  }
});

test('what was cleared is not answered late', async () => {
  const { planner, put, asked } = handPlanner();
  const tool = createToolAnswer<string, number>(planner, () => put<number>());
  tool.ask('gone');
  tool.clear();
  asked[0]?.settle(1);
  await settled();
  expect(tool.answered.value).toBeNull();
  expect(tool.work.value).toEqual({ kind: 'rest' });
});

test('progress that arrives after the answer does not make the tool busy again', async () => {
  const { planner } = handPlanner();
  let late: OnProgress = () => {};
  const tool = createToolAnswer<number, number>(planner, async (_, question, onProgress) => {
    late = onProgress;
    return 2 * question;
  });
  tool.ask(21);
  await settled();
  expect(tool.answered.value?.answer).toBe(42);
  late({ step: 'checking', doneRatio: 0.9 });
  expect(tool.work.value).toEqual({ kind: 'rest' });
});
