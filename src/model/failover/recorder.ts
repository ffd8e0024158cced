/** What a machine looks like to its users and to its operator. */
export const vmStates = [
  'up',
  /** Runs, but its network is cut. */
  'unreachable',
  /** Its host reaches no storage. */
  'frozen',
  'hung',
  /** Stopped, and nobody starts it. */
  'stopped',
  /** Down with its host, not taken over yet. */
  'down',
  'no-room',
  /** Has a place, waits for a machine that must answer first. */
  'waiting',
  /** Has a place, waits for its turn to start. */
  'queued',
  /** Boots, reading from the shared storage. */
  'reading',
  'booting',
  /** Its guest is up, its application starts. */
  'starting',
] as const;
export type VmState = (typeof vmStates)[number];

export const up = 0;
export const unreachable = 1;
export const frozen = 2;
export const hung = 3;
export const stopped = 4;
export const down = 5;
export const noRoom = 6;
export const waiting = 7;
export const queued = 8;
export const reading = 9;
export const booting = 10;
export const starting = 11;

/** What the log tells beside the machines' states. */
export const logKinds = [
  'incident',
  'repaired',
  'silent',
  'declared',
  'fenced',
  'fencing-impossible',
  'taken-over',
  'lock-held',
  'runs-twice',
  'isolated',
  'quorum-lost',
  'self-fenced',
  'nobody-acts',
  'storage-given-up',
  'moved-for-network',
  'host-back',
  'no-room',
  'start-failed',
  'moved-back',
] as const;
export type LogKind = (typeof logKinds)[number];

/**
 * Columns that grow by doubling, so that recording allocates nothing per event: the states that each machine went
 * through, and what happened to the cluster.
 */
export class Recorder {
  stateCount = 0;
  stateAt = new Float64Array(64);
  stateVm = new Int32Array(64);
  stateHost = new Int32Array(64);
  state = new Uint8Array(64);
  logCount = 0;
  logAt = new Float64Array(64);
  logKind = new Uint8Array(64);
  /** A host, an incident or a machine, by kind; −1: none. */
  logSubject = new Int32Array(64);

  private readonly isOn: boolean;

  constructor(isOn: boolean) {
    this.isOn = isOn;
  }

  addState(now: number, vm: number, state: number, host: number): void {
    if (!this.isOn) return;
    const index = this.stateCount++;
    if (index === this.stateAt.length) this.growStates();
    this.stateAt[index] = now;
    this.stateVm[index] = vm;
    this.state[index] = state;
    this.stateHost[index] = host;
  }

  addLog(now: number, kind: LogKind, subject: number): void {
    if (!this.isOn) return;
    const index = this.logCount++;
    if (index === this.logAt.length) this.growLog();
    this.logAt[index] = now;
    this.logKind[index] = logKinds.indexOf(kind);
    this.logSubject[index] = subject;
  }

  private growStates(): void {
    const length = this.stateAt.length * 2;
    this.stateAt = copied(this.stateAt, new Float64Array(length));
    this.stateVm = copied(this.stateVm, new Int32Array(length));
    this.stateHost = copied(this.stateHost, new Int32Array(length));
    this.state = copied(this.state, new Uint8Array(length));
  }

  private growLog(): void {
    const length = this.logAt.length * 2;
    this.logAt = copied(this.logAt, new Float64Array(length));
    this.logKind = copied(this.logKind, new Uint8Array(length));
    this.logSubject = copied(this.logSubject, new Int32Array(length));
  }
}

const copied = <Column extends Float64Array | Int32Array | Uint8Array>(
  old: Column,
  fresh: Column,
): Column => {
  fresh.set(old);
  return fresh;
};

/** States in which a machine runs, whoever reaches it. */
export const isRunning = (state: number) => state === up || state === hung;

/** Whether a machine takes part in a start. */
export const isStarting = (state: number) => state >= reading;

export const stateName = (code: number): VmState => vmStates[code] as VmState;
export const logName = (code: number): LogKind => logKinds[code] as LogKind;
