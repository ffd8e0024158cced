import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ImportOutcome } from '~/import/outcome.ts';
import type { Consolidation } from '~/model/consolidation/answer.ts';
import type { Fleet } from '~/model/fleet/fleet.ts';
import type { Scenario } from '~/model/scenario.ts';
import { defaultScenario } from '~/scenario/defaults.ts';
import { addressHash } from '~/ui/store/address.ts';
import { restore } from '~/ui/store/continuity.ts';
import type { Keeper, KeptFleet } from '~/ui/store/fleet-keeper.ts';
import { createSession } from '~/ui/store/session.ts';
import type { PlannerClient } from '~/worker/client.ts';
import type { Planner } from '~/worker/planner.ts';
import { makePlan } from '../charts/make-plan.ts';
import { makeFleet } from './make-fleet.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const fleet = makeFleet([{ name: 'a' }, { name: 'b' }]);
const imported: ImportOutcome = {
  kind: 'imported',
  format: 'table',
  fleet,
  skipped: { count: 0, listed: [] },
  warnings: [],
  mapping: null,
};

/** A client whose planner answers with as many hosts as the scenario tolerates failures, plus ten. */
function fakeClient(outcome: ImportOutcome = imported, gap = 0) {
  const asked: Scenario[] = [];
  const given: (Fleet | null)[] = [];
  let finish = () => {};
  // What no session asks is left out.
  const planner = {
    importFiles: async () => outcome,
    useFleet: async () => {},
    async consolidate(scenario: Scenario): Promise<Consolidation> {
      asked.push(scenario);
      if (scenario.effort > 0) {
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        return { ...makePlan(9), gap: 0 };
      }
      return { ...makePlan(10 + scenario.failure.tolerate), gap };
    },
    sensitivity: async () => [{ setting: 'tolerate', value: 1, hosts: 11, isCurrent: true }],
    relaxations: async () => [],
    stop: async () => {},
  } as Partial<Planner> as Planner;
  const client: PlannerClient = {
    ask(signal, question) {
      const aborted = new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')));
      });
      aborted.catch(() => {});
      return Promise.race([question(planner), aborted]);
    },
    finishEarly: () => finish(),
    setFleet: (value) => void given.push(value),
    dispose: () => {},
  };
  return { client, asked, given, finish: () => finish() };
}

function memoryKeeper(): Keeper & { kept: KeptFleet | null; settings: Scenario | null } {
  return {
    kept: null,
    settings: null,
    async fleet() {
      return this.kept;
    },
    async scenario() {
      return this.settings;
    },
    async keepFleet(kept) {
      this.kept = kept;
    },
    async keepScenario(scenario) {
      this.settings = scenario;
    },
    async wipe() {
      this.kept = null;
      this.settings = null;
    },
  };
}

const files = [{ name: 'a.csv', data: new Uint8Array() }];
const hostsOf = (answer: Consolidation | undefined) =>
  answer?.kind === 'planned' ? answer.hosts : null;

test('an imported fleet is answered, and kept in the browser', async () => {
  const { client } = fakeClient();
  const keeper = memoryKeeper();
  const session = createSession({ planner: client, keeper, start: defaultScenario });
  await session.importFiles(files);
  await vi.runAllTimersAsync();
  expect(session.importing.value.kind).toBe('done');
  expect(hostsOf(session.answering.answered.value?.answer)).toBe(11);
  expect(keeper.kept?.fleet).toBe(fleet);
});

test('a changed rule is a new question', async () => {
  const { client } = fakeClient();
  const session = createSession({
    planner: client,
    keeper: memoryKeeper(),
    start: defaultScenario,
  });
  await session.importFiles(files);
  await vi.runAllTimersAsync();
  const failure = { ...defaultScenario.failure, tolerate: 3 };
  session.scenario.value = { ...defaultScenario, failure };
  await vi.runAllTimersAsync();
  expect(hostsOf(session.answering.answered.value?.answer)).toBe(13);
});

test('a plan that is not proven best is improved; to stop keeps the best so far', async () => {
  const { client, asked } = fakeClient(imported, 0.1);
  const session = createSession({
    planner: client,
    keeper: memoryKeeper(),
    start: defaultScenario,
  });
  await session.importFiles(files);
  await vi.runAllTimersAsync();
  expect(asked.map(({ effort }) => effort)).toEqual([0, defaultScenario.effort]);
  expect(session.answering.work.value.kind).toBe('improving');
  expect(hostsOf(session.answering.answered.value?.answer)).toBe(11);
  session.answering.keepBest();
  await vi.runAllTimersAsync();
  expect(session.answering.work.value.kind).toBe('stopped');
  expect(hostsOf(session.answering.answered.value?.answer)).toBe(9);
});

test('questions beside the plan are asked of what is answered, and forgotten when a rule changes', async () => {
  const { client } = fakeClient();
  const session = createSession({
    planner: client,
    keeper: memoryKeeper(),
    start: defaultScenario,
  });
  await session.importFiles(files);
  await vi.runAllTimersAsync();
  const { sensitivity } = session.answering;
  sensitivity.ask();
  await vi.runAllTimersAsync();
  expect(sensitivity.state.value).toMatchObject({ kind: 'done', value: [{ hosts: 11 }] });
  session.scenario.value = { ...defaultScenario, seed: 2 };
  await vi.runAllTimersAsync();
  expect(sensitivity.state.value.kind).toBe('none');
});

test('a proven plan is asked once more, for the parts that a first plan leaves out', async () => {
  const { client, asked, finish } = fakeClient();
  const session = createSession({
    planner: client,
    keeper: memoryKeeper(),
    start: defaultScenario,
  });
  await session.importFiles(files);
  await vi.runAllTimersAsync();
  expect(asked.map(({ effort }) => effort)).toEqual([0, defaultScenario.effort]);
  expect(session.answering.answered.value?.isWhole).toBe(false);
  finish();
  await vi.runAllTimersAsync();
  expect(session.answering.answered.value?.isWhole).toBe(true);
  expect(session.answering.work.value.kind).toBe('rest');
});

test('a refused file leaves the fleet that was there, and its answer', async () => {
  const reason = {
    kind: 'damaged-zip',
    file: 'b.zip',
    sheet: null,
    row: null,
    column: null,
    value: null,
  } as const;
  const good = fakeClient();
  const session = createSession({
    planner: good.client,
    keeper: memoryKeeper(),
    start: defaultScenario,
  });
  await session.importFiles(files);
  await vi.runAllTimersAsync();
  const bad = fakeClient({ kind: 'refused', reasons: [reason] });
  good.client.ask = bad.client.ask;
  await session.importFiles([{ name: 'b.zip', data: new Uint8Array() }]);
  expect(session.importing.value).toEqual({ kind: 'refused', reasons: [reason] });
  expect(session.loaded.value?.fleet).toBe(fleet);
  expect(hostsOf(session.answering.answered.value?.answer)).toBe(11);
});

test('a wipe forgets fleet, answer, settings and what the browser kept', async () => {
  const { client, given } = fakeClient();
  const keeper = memoryKeeper();
  const session = createSession({ planner: client, keeper, start: defaultScenario });
  await session.importFiles(files);
  await vi.runAllTimersAsync();
  session.scenario.value = { ...defaultScenario, seed: 7 };
  await session.wipe();
  await vi.runAllTimersAsync();
  expect(session.loaded.value).toBeNull();
  expect(session.answering.answered.value).toBeNull();
  expect(session.scenario.value).toEqual(defaultScenario);
  expect(keeper.kept).toBeNull();
  expect(given.at(-1)).toBeNull();
});

test('a reload brings back fleet and settings; the address wins over what the browser keeps', async () => {
  vi.useRealTimers();
  const { client } = fakeClient();
  const keeper = memoryKeeper();
  keeper.kept = { fleet, report: null };
  keeper.settings = {
    ...defaultScenario,
    seed: 5,
    exclude: { ...defaultScenario.exclude, names: ['b'] },
  };
  const session = createSession({ planner: client, keeper, start: defaultScenario });
  const hash = await addressHash({ ...defaultScenario, seed: 9 });
  expect(await restore(session, keeper, hash)).toEqual([]);
  expect(session.scenario.value.seed).toBe(9);
  // An address never names machines: those of this browser stay.
  expect(session.scenario.value.exclude.names).toEqual(['b']);
  expect(session.loaded.value?.fleet).toBe(fleet);
  session.end();
});

test('settings in the address that cannot be read are told, and the defaults stay', async () => {
  vi.useRealTimers();
  const { client } = fakeClient();
  const keeper = memoryKeeper();
  const session = createSession({ planner: client, keeper, start: defaultScenario });
  const problems = await restore(session, keeper, '#s=1garbage');
  expect(problems).toHaveLength(1);
  expect(session.scenario.value).toEqual(defaultScenario);
  session.end();
});
