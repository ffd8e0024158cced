import { at, item } from '../columns.ts';
import type { BalancingState } from './state.ts';
import { deviation } from './triggers.ts';

const secondsPerHour = 3600;

/** Adds up what a run is judged by, while time passes; figures of a moment are computed once for each change. */
export class Meter {
  private readonly state: BalancingState;
  private version = -1;
  private readonly cpu: Float32Array;
  private overCount = 0;
  private imbalance = 0;
  private watts: number | null = 0;
  private offCount = 0;
  private seconds = 0;
  private overSeconds = 0;
  private imbalanceSeconds = 0;
  private joules: number | null = 0;
  private offSeconds = 0;

  constructor(state: BalancingState) {
    this.state = state;
    this.cpu = new Float32Array(state.fleet.hostCount);
  }

  /** Lets time pass under the loads of this moment. */
  pass(seconds: number) {
    if (seconds <= 0) return;
    this.refresh();
    this.seconds += seconds;
    this.overSeconds += this.overCount * seconds;
    this.imbalanceSeconds += this.imbalance * seconds;
    this.offSeconds += this.offCount * seconds;
    this.joules =
      this.joules === null || this.watts === null ? null : this.joules + this.watts * seconds;
  }

  cpuByHost(): Float32Array {
    this.refresh();
    return this.cpu;
  }

  totals() {
    return {
      overThresholdMinutes: this.overSeconds / 60,
      imbalance: this.seconds === 0 ? 0 : this.imbalanceSeconds / this.seconds,
      energyKwh: this.joules === null ? null : this.joules / secondsPerHour / 1000,
      offHours: this.offSeconds / secondsPerHour,
    };
  }

  /** Reads the hosts anew where something has changed, and notes since when each has been over. */
  refresh() {
    const { state } = this;
    if (this.version === state.version) return;
    this.version = state.version;
    const { cpu: cpuLimit, memory: memoryLimit } = state.settings.thresholdRatio;
    const used: number[] = [];
    this.overCount = 0;
    this.offCount = 0;
    this.watts = 0;
    for (let host = 0; host < state.fleet.hostCount; host++) {
      const isBusy = state.isOn[host] === 1 || state.flights.some(({ from }) => from === host);
      if (!isBusy) {
        this.offCount++;
        this.cpu[host] = -1;
        state.overSince[host] = -1;
        state.bothOverSince[host] = -1;
        continue;
      }
      const { cpu, memory } = state.running(host);
      used.push(cpu);
      this.cpu[host] = cpu;
      if (cpu > cpuLimit || memory > memoryLimit) this.overCount++;
      since(state.overSince, host, cpu > cpuLimit || memory > memoryLimit, state.now);
      since(state.bothOverSince, host, cpu > cpuLimit && memory > memoryLimit, state.now);
      this.watts = added(this.watts, this.wattsOf(host, cpu));
    }
    this.imbalance = deviation(used);
  }

  private wattsOf(host: number, cpu: number): number | null {
    const { scenario } = this.state.fleet.cluster;
    const { idleWatts, fullWatts } = item(scenario.hostTypes, this.state.typeOf(host));
    return idleWatts === null || fullWatts === null
      ? null
      : idleWatts + (fullWatts - idleWatts) * Math.min(1, cpu);
  }
}

const added = (sum: number | null, more: number | null) =>
  sum === null || more === null ? null : sum + more;

function since(column: Float64Array, host: number, isOver: boolean, now: number) {
  if (!isOver) column[host] = -1;
  else if (at(column, host) < 0) column[host] = now;
}
