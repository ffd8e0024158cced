import type { Spread } from '../uncertainty/spread.ts';
import type { BenchmarkRow } from './benchmark.ts';

/** What the reader may choose of the performance tool. Overhead and hyper-threading are the capacity policy's. */
export interface PerformancePolicy {
  /** The load as a multiple of the planned one: what if the busy hour is a third busier. */
  readonly loadRatio: number;
  /** k: what vCPUs that wait beyond the processors cost, per processor's worth of them. 0: nothing. */
  readonly overcommitLossRatio: number;
  readonly memory: MemoryTechniques;
  /** Name of the VM that 'how many more' adds; null: one with the fleet's mean. */
  readonly moreLike: string | null;
  /** The reader's own benchmark; its fit becomes `capacity.overhead` when the reader takes it. */
  readonly benchmark: readonly BenchmarkRow[];
  /** Machines of the benchmark that keep its host fully busy; null: the largest load. */
  readonly vmsAtFull: number | null;
  readonly spreads: PerformanceSpreads;
}

/** What a product does when guests want more memory than the host has. */
export interface MemoryTechniques {
  /** Identical pages kept once: never, only while memory is short, or always. */
  readonly sharing: 'none' | 'when-short' | 'always';
  /** Share of a guest's pages that others with the same operating system have too. */
  readonly identicalRatio: number;
  /** The hypervisor takes back memory that guests do not use. */
  readonly ballooning: boolean;
}

/** How far the inputs may be off; each is one triangular distribution. */
export interface PerformanceSpreads {
  /** Plans to draw. */
  readonly draws: number;
  /** Factor on all measured use. */
  readonly level: Spread;
  /** Added to the yearly growth. */
  readonly growth: Spread;
  /** Factor on the processors' efficiency under the hypervisor. */
  readonly efficiency: Spread;
  /** Factor on what a workload uses above its own mean. */
  readonly peaks: Spread;
}
