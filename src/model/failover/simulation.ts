import { at, item } from '../columns.ts';
import { seeded } from '../random.ts';
import { BootStorm } from './boot-storm.ts';
import type { Cluster } from './cluster.ts';
import { type CompiledIncident, networkIndex, rackOf } from './compiled-incidents.ts';
import { type Dependencies, dependenciesOf } from './dependencies.ts';
import { EventQueue } from './event-queue.ts';
import type { FailoverPolicy } from './failover-policy.ts';
import { Homeward } from './homeward.ts';
import { HostQueues } from './host-queues.ts';
import { Infrastructure } from './infrastructure.ts';
import { Machines } from './machines.ts';
import { hung, Recorder, stopped, up } from './recorder.ts';
import { Placer } from './restart-placement.ts';
import { events, type Running } from './running.ts';
import { SelfProtection } from './self-protection.ts';
import { Starts } from './starts.ts';
import { Takeovers } from './takeovers.ts';
import { Watch } from './watch.ts';

/** A run of the simulation, with all that happened. */
export interface Run {
  readonly machines: Machines;
  readonly recorder: Recorder;
  readonly watch: Watch;
  readonly starts: Starts;
  readonly takeovers: Takeovers;
  /** 1 for each host that lives at the end. */
  readonly isAlive: Uint8Array;
  /** How many events were handled, boots that finished reading included. */
  readonly eventCount: number;
}

export interface SimulationOptions {
  readonly seed: number;
  /** Whether states and events are recorded for the timeline. */
  readonly isRecorded: boolean;
}

/** What does not change from run to run, made once. */
export interface Prepared {
  readonly cluster: Cluster;
  readonly policy: FailoverPolicy;
  readonly incidents: readonly CompiledIncident[];
  readonly dependencies: Dependencies;
  readonly priorityOf: Uint8Array;
}

export const prepare = (
  cluster: Cluster,
  policy: FailoverPolicy,
  incidents: readonly CompiledIncident[],
): Prepared => ({
  cluster,
  policy,
  incidents,
  dependencies: dependenciesOf(cluster, policy.classes),
  priorityOf: Uint8Array.from(cluster.classOf, (own) => item(policy.classes, own).priority),
});

/**
 * Runs a cluster through its incidents until the horizon, event by event. The same question and seed have the same
 * run on every machine.
 *
 * Cost: a few operations an event; a failure that changes who hears whom looks once at every host.
 */
export function simulate(prepared: Prepared, options: SimulationOptions): Run {
  return new Simulation(prepared, options).run();
}

type Handler = (now: number, subject: number, stamp: number) => void;

class Simulation {
  private readonly running: Running;
  private readonly incidents: readonly CompiledIncident[];
  private readonly starts: Starts;
  private readonly watch: Watch;
  private readonly takeovers: Takeovers;
  private readonly homeward: Homeward;
  /** What each kind of event does, by kind. */
  private readonly handlers: readonly Handler[];

  constructor(
    { cluster, policy, incidents, dependencies, priorityOf }: Prepared,
    options: SimulationOptions,
  ) {
    const hostCount = cluster.hostNames.length;
    const recorder = new Recorder(options.isRecorded);
    const machines = new Machines(cluster, dependencies, recorder);
    const { timers, witness, cards, heartbeatOverPublic } = policy;
    this.incidents = incidents;
    this.running = {
      cluster,
      policy,
      queue: new EventQueue(),
      random: seeded(options.seed),
      infrastructure: new Infrastructure({
        hostCount,
        cards,
        heartbeatOverPublic,
        quorum: timers.quorum,
        witness,
      }),
      machines,
      queues: new HostQueues(hostCount, cluster.vmNames.length),
      storm: new BootStorm(
        policy.storageMibPerSecond,
        (vm, stamp) => at(machines.stamp, vm) === stamp,
      ),
      placer: new Placer(cluster, machines, priorityOf, policy.placement),
      recorder,
      dependencies,
      priorityOf,
    };
    this.starts = new Starts(this.running);
    this.takeovers = new Takeovers(this.running, this.starts);
    this.homeward = new Homeward(this.running);
    this.watch = new Watch({
      running: this.running,
      starts: this.starts,
      takeovers: this.takeovers,
      protection: new SelfProtection(this.running, this.starts, this.takeovers),
      homeward: this.homeward,
    });
    this.handlers = this.handlersByKind();
  }

  run(): Run {
    const { queue, storm, machines, recorder, policy } = this.running;
    const { horizonSeconds } = policy;
    for (const [index, { atSeconds, lastsSeconds }] of this.incidents.entries()) {
      queue.push(atSeconds, events.incidentBegins, index, 0);
      if (lastsSeconds !== null) {
        queue.push(atSeconds + lastsSeconds, events.incidentEnds, index, 0);
      }
    }
    let eventCount = 0;
    for (;;) {
      const isRead = storm.next < queue.next;
      const now = isRead ? storm.next : queue.next;
      if (!(now <= horizonSeconds)) break;
      eventCount++;
      if (isRead) this.starts.hasRead(now, storm.finish());
      else if (queue.pop()) {
        item(this.handlers, queue.priority)(queue.now, queue.subject, queue.stamp);
      }
    }
    machines.close(horizonSeconds);
    return {
      machines,
      isAlive: this.running.infrastructure.isAlive,
      recorder,
      watch: this.watch,
      starts: this.starts,
      takeovers: this.takeovers,
      eventCount,
    };
  }

  private handlersByKind(): readonly Handler[] {
    const { starts, watch, takeovers, homeward } = this;
    const handlers: Record<keyof typeof events, Handler> = {
      incidentBegins: (now, index) => this.incident(now, index, 1),
      incidentEnds: (now, index) => this.incident(now, index, -1),
      hostBooted: (now, host, stamp) => watch.hostBooted(now, host, stamp),
      movedBack: (now, host, vm) => homeward.movesBack(now, host, vm),
      booted: (now, vm, stamp) => starts.booted(now, vm, stamp),
      answered: (now, vm, stamp) => starts.answered(now, vm, stamp),
      isolated: (now, host, stamp) => watch.isIsolated(now, host, stamp),
      selfFenced: (now, host, stamp) => watch.fencesItself(now, host, stamp),
      storageGivenUp: (now, host, stamp) => watch.givesUpStorage(now, host, stamp),
      publicGivenUp: (now, host, stamp) => watch.givesUpPublic(now, host, stamp),
      vmRestarts: (now, vm, stamp) => starts.startsInPlace(now, vm, stamp),
      guestReset: (now, vm, stamp) => starts.startsInPlace(now, vm, stamp),
      silent: (now, host, stamp) => watch.isSilent(now, host, stamp),
      declared: (now, host, stamp) => watch.isDeclared(now, host, stamp),
      fence: (now, host, stamp) => watch.isFenced(now, host, stamp),
      takeOver: (now, host, stamp) => watch.isTakenOver(now, host, stamp),
      place: (now, host) => takeovers.placeFrom(now, host),
      retry: (now, vm, stamp) => starts.triesAgain(now, vm, stamp),
      waitedEnough: (now, vm, stamp) => starts.waitedEnough(now, vm, stamp),
    };
    const names = Object.keys(events) as (keyof typeof events)[];
    return names.map((name) => handlers[name]);
  }

  private incident(now: number, index: number, by: 1 | -1): void {
    const incident = item(this.incidents, index);
    const { recorder, infrastructure } = this.running;
    recorder.addLog(now, by === 1 ? 'incident' : 'repaired', index);
    switch (incident.kind) {
      case 'vm':
        this.vmIncident(now, incident.vm as number, by, stopped);
        return;
      case 'guest':
        this.vmIncident(now, incident.vm as number, by, hung);
        return;
      case 'host':
        this.watch.powers(now, incident.host as number, by, false);
        this.watch.lookAt(now, incident.host as number);
        return;
      case 'rack':
        this.powerHosts(now, by, (host) => this.rackOf(host) === incident.rack);
        break;
      case 'power':
        for (let network = 0; network < 3; network++) infrastructure.breakNetwork(network, by);
        infrastructure.storageCauses += by;
        infrastructure.managerCauses += by;
        this.powerHosts(now, by, () => true);
        break;
      case 'network':
        infrastructure.breakNetwork(networkIndex(incident.network), by);
        break;
      case 'switch':
        infrastructure.breakSwitch(networkIndex(incident.network), by);
        break;
      case 'card':
        infrastructure.breakCard(incident.host as number, networkIndex(incident.network), by);
        break;
      case 'link':
        infrastructure.breakLink(incident.host as number, networkIndex(incident.network), by);
        break;
      case 'storage':
        infrastructure.storageCauses += by;
        break;
      case 'manager':
        infrastructure.managerCauses += by;
        break;
      case 'partition':
        infrastructure.split(incident.hosts, by);
        break;
    }
    this.watch.lookAround(now);
  }

  private rackOf(host: number): number {
    return rackOf(host, this.running.cluster.hostNames.length, this.running.policy.rackCount);
  }

  private powerHosts(now: number, by: 1 | -1, isMeant: (host: number) => boolean): void {
    for (let host = 0; host < this.running.cluster.hostNames.length; host++) {
      if (isMeant(host)) this.watch.powers(now, host, by, true);
    }
  }

  /** A machine stops, or its guest hangs; at the end somebody starts it by hand. */
  private vmIncident(now: number, vm: number, by: 1 | -1, state: number): void {
    const { machines, policy, queue } = this.running;
    if (by === 1) {
      if (at(machines.state, vm) !== up) return;
      machines.set(vm, state, now);
      const { vmRestartSeconds, guestSeconds } = policy.timers;
      const wait = state === stopped ? vmRestartSeconds : guestSeconds;
      const kind = state === stopped ? events.vmRestarts : events.guestReset;
      if (wait !== null) queue.push(now + wait, kind, vm, at(machines.stamp, vm));
    } else if (at(machines.state, vm) === state) {
      this.starts.startsInPlace(now, vm, at(machines.stamp, vm));
    }
  }
}
