import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newestQuestion, type Run } from '~/ui/store/newest-question.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A run that takes a while, or ends when it is aborted; it tells what was asked and how it ended. */
function slowRun(milliseconds: number) {
  const log: string[] = [];
  const run: Run<string> = (question, signal) => {
    log.push(`ask ${question}`);
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        log.push(`answer ${question}`);
        resolve();
      }, milliseconds);
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        log.push(`abort ${question}`);
        resolve();
      });
    });
  };
  return { log, run };
}

test('of the questions that wait, only the newest is asked', async () => {
  const { log, run } = slowRun(50);
  const questions = newestQuestion(run, 400);
  for (const question of ['a', 'b', 'c', 'd']) questions.ask(question);
  await vi.runAllTimersAsync();
  expect(log).toEqual(['ask a', 'answer a', 'ask d', 'answer d']);
});

test('a running question that takes too long is aborted for a newer one', async () => {
  const { log, run } = slowRun(1000);
  const questions = newestQuestion(run, 400);
  questions.ask('a');
  questions.ask('b');
  await vi.advanceTimersByTimeAsync(401);
  expect(log).toEqual(['ask a', 'abort a', 'ask b']);
});

test('nothing is aborted as long as nobody asks anything newer', async () => {
  const { log, run } = slowRun(1000);
  newestQuestion(run, 400).ask('a');
  await vi.runAllTimersAsync();
  expect(log).toEqual(['ask a', 'answer a']);
});

test('a question that only improves an answer gives way at once', async () => {
  const { log, run } = slowRun(1000);
  const questions = newestQuestion<string>((question, signal, mayBeInterrupted) => {
    mayBeInterrupted();
    return run(question, signal, mayBeInterrupted);
  }, 400);
  questions.ask('a');
  questions.ask('b');
  await vi.advanceTimersByTimeAsync(1);
  expect(log).toEqual(['ask a', 'abort a', 'ask b']);
});

test('to stop forgets what waits', async () => {
  const { log, run } = slowRun(50);
  const questions = newestQuestion(run, 400);
  questions.ask('a');
  questions.ask('b');
  questions.stop();
  await vi.runAllTimersAsync();
  expect(log).toEqual(['ask a', 'abort a']);
});
