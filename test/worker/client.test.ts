import { afterEach, describe, expect, test } from 'vitest';
import { defaultScenario } from '../../src/scenario/defaults.ts';
import { createPlanner, type PlannerClient } from '../../src/worker/client.ts';
import { AbortedError, ThreadError } from '../../src/worker/errors.ts';
import { createLocalPlanner } from '../../src/worker/local-planner.ts';
import type { Planner } from '../../src/worker/planner.ts';
import { fleetOf } from '../model/consolidation/fleets.ts';
import { fakeThread } from './fake-thread.ts';

const fleet = fleetOf(
  Array.from({ length: 40 }, (_, row) => ({
    vcpus: 1 + (row % 4),
    cpuProvisionedMhz: 2400,
    memoryGib: 4 + (row % 5) * 4,
    use: { cpu: { max: 500 + 40 * row } },
  })),
);

const ports: MessagePort[] = [];
const clients: PlannerClient[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.dispose();
  for (const port of ports.splice(0)) port.close();
});

function clientOf(makePlanner: () => Planner): { client: PlannerClient; started: () => number } {
  let count = 0;
  const client = createPlanner(() => {
    count++;
    return fakeThread(makePlanner(), ports);
  });
  clients.push(client);
  return { client, started: () => count };
}

const signal = () => new AbortController().signal;
const never = () => new Promise<never>(() => {});

describe('the planner behind its door', () => {
  test('answers as the same planner does directly', async () => {
    const direct = createLocalPlanner();
    await direct.useFleet(fleet);
    const { client } = clientOf(createLocalPlanner);
    client.setFleet(fleet);
    const through = await client.ask(signal(), (planner) =>
      planner.consolidate(defaultScenario, null),
    );
    expect(through).toEqual(await direct.consolidate(defaultScenario, null));
  });

  test('tells an aborted caller at once, and gives the next thread the fleet again', async () => {
    let isFirst = true;
    const { client, started } = clientOf(() => {
      const planner = createLocalPlanner();
      if (!isFirst) return planner;
      isFirst = false;
      return { ...planner, consolidate: never, stop: never };
    });
    client.setFleet(fleet);
    const abort = new AbortController();
    const stuck = client.ask(abort.signal, (planner) => planner.consolidate(defaultScenario, null));
    setTimeout(() => abort.abort(), 100);
    await expect(stuck).rejects.toBeInstanceOf(AbortedError);
    // The thread does not hear the stop: it is ended after its grace, and another answers.
    await new Promise((resolve) => setTimeout(resolve, 400));
    const answer = await client.ask(signal(), (planner) =>
      planner.consolidate(defaultScenario, null),
    );
    expect(answer.kind).toBe('planned');
    expect(started()).toBe(2);
  });

  test('a question asked while an older one is given up is answered, by the next thread if need be', async () => {
    let isFirst = true;
    const { client, started } = clientOf(() => {
      const planner = createLocalPlanner();
      if (!isFirst) return planner;
      isFirst = false;
      return { ...planner, consolidate: never, stop: never };
    });
    client.setFleet(fleet);
    const abort = new AbortController();
    const stuck = client.ask(abort.signal, (planner) => planner.consolidate(defaultScenario, null));
    setTimeout(() => abort.abort(), 100);
    await expect(stuck).rejects.toBeInstanceOf(AbortedError);
    // At once, so that it reaches the thread whose grace has not run out yet.
    const newer = client.ask(signal(), (planner) => planner.consolidate(defaultScenario, null));
    expect(await newer).toMatchObject({ kind: 'planned' });
    expect(started()).toBe(2);
  });

  test('a question that was aborted before it was asked never reaches the thread', async () => {
    const { client } = clientOf(createLocalPlanner);
    const abort = new AbortController();
    abort.abort();
    await expect(client.ask(abort.signal, never)).rejects.toBeInstanceOf(AbortedError);
  });

  test('a thread that dies settles everyone who waits', async () => {
    const threads: Worker[] = [];
    const client = createPlanner(() => {
      const thread = fakeThread({ ...createLocalPlanner(), consolidate: never }, ports);
      threads.push(thread);
      return thread;
    });
    clients.push(client);
    client.setFleet(fleet);
    const waiting = client.ask(signal(), (planner) => planner.consolidate(defaultScenario, null));
    setTimeout(() => threads[0]?.onerror?.({ message: 'out of memory' } as ErrorEvent), 20);
    await expect(waiting).rejects.toBeInstanceOf(ThreadError);
  });

  test('stopping early is answered with the best plan so far', async () => {
    const { client } = clientOf(createLocalPlanner);
    client.setFleet(fleet);
    const long = { ...defaultScenario, effort: 1000 };
    const waiting = client.ask(signal(), (planner) => planner.consolidate(long, null));
    setTimeout(() => client.finishEarly(), 50);
    expect(await waiting).toMatchObject({ kind: 'planned' });
  });

  test('progress is told, in order, and never beyond the whole', async () => {
    const told: number[] = [];
    const { client } = clientOf(createLocalPlanner);
    client.setFleet(fleet);
    await client.ask(signal(), (planner) =>
      planner.sensitivity(defaultScenario, ({ doneRatio }) => {
        told.push(doneRatio);
      }),
    );
    // The last reports may arrive after the answer.
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(told.length).toBeGreaterThan(0);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(Math.max(...told)).toBeLessThanOrEqual(1);
  });

  test('passes any method of the planner on, with functions among the arguments', async () => {
    const given: unknown[] = [];
    const { client } = clientOf(() => {
      const later = {
        async answerLater(question: string, tell: (word: string) => Promise<void>, none: null) {
          given.push(question, none);
          await tell('working');
          return 'answered';
        },
      };
      return { ...createLocalPlanner(), ...later };
    });
    const answer = await client.ask(signal(), (planner) => {
      const { answerLater } = planner as unknown as Record<string, (...all: unknown[]) => unknown>;
      return answerLater?.('what?', (word: string) => given.push(word), null) as Promise<string>;
    });
    expect(answer).toBe('answered');
    expect(given).toEqual(['what?', null, 'working']);
  });

  test('is no promise, so that it may be awaited and handed on', async () => {
    const { client } = clientOf(createLocalPlanner);
    client.setFleet(fleet);
    const answer = await client.ask(signal(), async (planner) => {
      const same = await planner;
      return same.consolidate(defaultScenario, null);
    });
    expect(answer.kind).toBe('planned');
  });
});
