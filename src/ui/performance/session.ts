import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { BenchmarkProblem } from '~/import/benchmark-table.ts';
import type { ConsolidationImpossible } from '~/model/consolidation/answer.ts';
import type { BenchmarkFit } from '~/model/performance/benchmark.ts';
import type { PlanSpread } from '~/model/performance/plan-spread.ts';
import type { PlannerClient } from '~/worker/client.ts';
import {
  createFleetSession,
  type FleetSession,
  type FleetSessionParts,
} from '../store/fleet-session.ts';
import { type SideQuestion, sideQuestion } from '../store/side-question.ts';
import { createPerformanceAnswering, type PerformanceAnswering } from './answering.ts';

/** The reader's benchmark: what is wrong with its rows, or what they were fitted to. */
export type BenchmarkState =
  | { readonly kind: 'none' }
  | { readonly kind: 'bad'; readonly problems: readonly BenchmarkProblem[] }
  | { readonly kind: 'fitted'; readonly fit: BenchmarkFit };

/** All that the performance tool knows while the page is open. */
export interface PerformanceSession extends FleetSession {
  readonly answering: PerformanceAnswering;
  /** Hosts and response time under the scenario's spreads; asked when the reader wants it. */
  readonly spread: SideQuestion<PlanSpread | ConsolidationImpossible>;
  readonly benchmark: ReadonlySignal<BenchmarkState>;
  /** Reads rows, keeps them in the scenario and fits them. */
  readonly readBenchmark: (text: string) => Promise<void>;
  readonly clearBenchmark: () => void;
}

export type PerformanceSessionParts = Omit<FleetSessionParts, 'makeRoom'>;

export function createPerformanceSession(parts: PerformanceSessionParts): PerformanceSession {
  const { planner } = parts;
  const answering = createPerformanceAnswering(planner);
  const session = createFleetSession({ ...parts, makeRoom: answering.pause });
  const spread = sideQuestion<PlanSpread | ConsolidationImpossible>((abort, onProgress) => {
    answering.finishEarly();
    const scenario = session.scenario.peek();
    return planner.ask(abort, (door) => door.performanceSpread(scenario, onProgress));
  });
  const benchmark = createBenchmark(planner, session);
  const stopAnswering = effect(() => {
    const fleet = session.loaded.value?.fleet ?? null;
    const scenario = session.scenario.value;
    spread.forget();
    if (fleet === null) answering.clear();
    else answering.ask({ fleet, scenario });
  });
  return {
    ...session,
    answering,
    spread,
    ...benchmark.own,
    end() {
      stopAnswering();
      benchmark.stop();
      spread.forget();
      answering.clear();
      session.end();
    },
  };
}

/** Fits the scenario's rows whenever they, or what fills the host, change. */
function createBenchmark(planner: PlannerClient, session: FleetSession) {
  const state = signal<BenchmarkState>({ kind: 'none' });
  const job = new AbortController();
  let asked = '';
  const change = (rows: PerformanceSession['scenario']['value']['performance']['benchmark']) => {
    const scenario = session.scenario.peek();
    session.scenario.value = {
      ...scenario,
      performance: { ...scenario.performance, benchmark: rows },
    };
  };
  const stop = effect(() => {
    const { benchmark: rows, vmsAtFull } = session.scenario.value.performance;
    const key = JSON.stringify([rows, vmsAtFull]);
    if (key === asked) return;
    asked = key;
    if (rows.length === 0) {
      if (state.peek().kind === 'fitted') state.value = { kind: 'none' };
      return;
    }
    void planner
      .ask(job.signal, (door) => door.fitBenchmark(rows, vmsAtFull))
      .then((fit) => {
        if (key === asked) state.value = { kind: 'fitted', fit };
      })
      // Only leaving the page ends it.
      .catch(() => {});
  });
  return {
    stop() {
      stop();
      job.abort();
    },
    own: {
      benchmark: state,
      async readBenchmark(text: string) {
        const table = await planner.ask(job.signal, (door) => door.readBenchmark(text));
        if (table.kind === 'bad') state.value = table;
        else {
          state.value = { kind: 'none' };
          // The same rows again are fitted again: what was wrong with others is not to stay.
          asked = '';
          change(table.rows);
        }
      },
      clearBenchmark() {
        state.value = { kind: 'none' };
        change([]);
      },
    },
  };
}
