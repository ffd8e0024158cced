import { at, item } from '../columns.ts';
import type { ConsolidationPlan } from '../consolidation/answer.ts';
import { planSteps } from '../consolidation/consolidate.ts';
import type { Placed } from '../consolidation/host-loads.ts';
import { planHostNames } from '../consolidation/host-names.ts';
import type { PlanProgress } from '../consolidation/progress.ts';
import { buildQuestion, type DemandCache, type Question } from '../consolidation/question.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { Scenario } from '../scenario.ts';
import {
  type Device,
  type DeviceColumns,
  devices,
  type HostMore,
  type Performance,
  type PerformanceAnswer,
  type PerformanceNote,
} from './answer.ts';
import { type CpuQuestion, cpuLoad, mostDemandRatio } from './cpu-load.ts';
import { type CpuType, cpuTypes, type HostDemand, hostDemand, worstSlot } from './host-columns.ts';
import { memoryOfHosts } from './host-memory.ts';
import { extraVm, type MoreQuestion, moreInAll, moreOnHost } from './more-vms.ts';
import { stretch } from './response-time.ts';
import { type Asked, overloads, slotSummaries, worstOf } from './summaries.ts';
import { vmColumns } from './vm-columns.ts';

/** Host-slots between two yields: some 15 milliseconds on hosts of 64 cores. */
const chunk = 20_000;

/**
 * Plans a fleet as the consolidation does, and computes how fast the plan's hosts are in every slot.
 *
 * Yields between pieces of work; resume with `true` to end the plan's improvement.
 */
export function* performSteps(
  fleet: Fleet,
  scenario: Scenario,
  cache: DemandCache = { last: null },
): Generator<PlanProgress, PerformanceAnswer, boolean> {
  const plan = yield* planSteps(fleet, scenario, cache);
  if (plan.kind === 'impossible') return plan;
  return yield* performPlanSteps(buildQuestion(fleet, scenario, cache), plan);
}

/** The answer in one go. */
export function perform(fleet: Fleet, scenario: Scenario): PerformanceAnswer {
  const steps = performSteps(fleet, scenario);
  let step = steps.next(false);
  while (!step.done) step = steps.next(false);
  return step.value;
}

/** How fast the hosts of a plan are; the question is that of the plan, or another demand on the same hosts. */
export function* performPlanSteps(
  question: Question,
  plan: Pick<ConsolidationPlan, 'hostOf' | 'hostTypeIndex' | 'kept' | 'notes' | 'because'>,
): Generator<PlanProgress, Performance, boolean> {
  const parts = partsOf(question, plan);
  const cpu = yield* cpuColumns(parts);
  const memory = memoryOfHosts(question, parts.placed.hostOf, parts.placed.typeOf);
  const deviceColumns = Object.fromEntries(
    parts.devices.map((demand) => [demand.resource, columnsOf(demand, parts.placed)]),
  ) as Partial<Record<Device, DeviceColumns>>;
  const extra = extraVm(question);
  const more: MoreQuestion = {
    scenario: question.scenario,
    extra,
    cpu: parts.cpu,
    cpuTypes: parts.types,
    devices: parts.devices,
    memory: memory.hosts,
    typeOf: parts.placed.typeOf,
    vcpuCount: parts.vcpuCount,
  };
  const hosts: HostMore[] = [];
  for (let host = 0; host < parts.placed.typeOf.length; host++) {
    hosts.push(moreOnHost(more, host));
    if (host % 50 === 49) yield checking(0.5 + (0.5 * host) / parts.placed.typeOf.length);
  }
  const columns = {
    hosts: parts.placed.typeOf.length,
    slots: question.axis,
    hostOf: plan.hostOf,
    hostTypeIndex: plan.hostTypeIndex,
    cpu,
    devices: deviceColumns,
    memory: memory.hosts,
    vcpuCount: parts.vcpuCount,
    vmCount: parts.vmCount,
  };
  return {
    kind: 'performed',
    ...columns,
    hostNames: planHostNames(plan, question.scenario),
    vms: vmColumns(question, parts.placed, cpu),
    bySlot: slotSummaries(columns, parts.cpu),
    worst: worstOf(columns),
    overloaded: overloads(columns, askedOf(parts)),
    more: moreInAll(extra.like, hosts),
    notes: [...plan.notes, ...memory.notes, ...likeNotes(question, extra.like)],
    because: plan.because.filter(
      ({ resource }) => resource === 'cpu' || (devices as readonly string[]).includes(resource),
    ),
    seed: question.scenario.seed,
  };
}

const checking = (doneRatio: number): PlanProgress => ({ step: 'checking', doneRatio });

function likeNotes({ scenario }: Question, like: number | null): PerformanceNote[] {
  const name = scenario.performance.moreLike;
  return name !== null && like === null ? [{ kind: 'like-unknown', name }] : [];
}

interface Parts {
  readonly question: Question;
  readonly placed: Placed;
  readonly cpu: HostDemand;
  readonly types: readonly CpuType[];
  readonly devices: readonly HostDemand[];
  readonly vcpuCount: Float64Array;
  readonly vmCount: Int32Array;
}

function partsOf(
  question: Question,
  plan: Pick<ConsolidationPlan, 'hostOf' | 'hostTypeIndex'>,
): Parts {
  const { fleet, scenario, selection, axis, placement } = question;
  const placed: Placed = {
    hostOf: Int32Array.from(selection.rows, (row) => at(plan.hostOf, row)),
    typeOf: plan.hostTypeIndex,
  };
  const demands = placement.limits
    .filter(({ demand }) => ['cpu', ...devices].includes(demand.resource))
    .map((limit) => hostDemand(limit, placed, axis.slotCount, scenario));
  const cpu = item(demands, 0);
  const vcpuCount = new Float64Array(placed.typeOf.length);
  const vmCount = new Int32Array(placed.typeOf.length);
  selection.rows.forEach((row, i) => {
    const host = at(placed.hostOf, i);
    const vcpus = at(fleet.vcpuCount, row);
    // Every machine has at least one processor, whatever its source leaves out.
    vcpuCount[host] = at(vcpuCount, host) + (vcpus >= 1 ? vcpus : 1);
    vmCount[host] = at(vmCount, host) + 1;
  });
  const types = cpuTypes(cpu, scenario);
  return { question, placed, cpu, types, devices: demands.slice(1), vcpuCount, vmCount };
}

/** The processors of a host as the queue asks for them. */
function cpuQuestionOf(
  { question, placed, types, vcpuCount }: Parts,
  host: number,
): Omit<CpuQuestion, 'demandRatio'> {
  const { coreCount, efficiency, capacity } = item(types, at(placed.typeOf, host));
  return {
    efficiency,
    curve: capacity.curve,
    coreCount,
    vcpuCount: at(vcpuCount, host),
    overcommitLossRatio: question.scenario.performance.overcommitLossRatio,
  };
}

function askedOf(parts: Parts): readonly Asked[] {
  const { cpu, types, placed } = parts;
  const typeAt = (host: number) => at(placed.typeOf, host);
  return [
    {
      demand: cpu,
      most: (host) =>
        item(types, typeAt(host)).bareMhz * mostDemandRatio(cpuQuestionOf(parts, host)),
    },
    ...parts.devices.map((demand) => ({
      demand,
      most: (host: number) => demand.capacities[typeAt(host)]?.effective ?? 0,
    })),
  ];
}

/**
 * The worst response time of any host's processors, against the same work alone on a physical machine; Infinity where
 * one is overloaded. It grows with demand, so each host's fullest slot tells.
 */
export function worstCpuResponse(
  question: Question,
  plan: Pick<ConsolidationPlan, 'hostOf' | 'hostTypeIndex'>,
): number {
  const parts = partsOf(question, plan);
  let worst = 0;
  for (let host = 0; host < parts.placed.typeOf.length; host++) {
    const { bareMhz } = item(parts.types, at(parts.placed.typeOf, host));
    const demandRatio = worstSlot(parts.cpu, host).demand / bareMhz;
    worst = Math.max(worst, cpuLoad({ ...cpuQuestionOf(parts, host), demandRatio }).response);
  }
  return worst;
}

function* cpuColumns(parts: Parts): Generator<PlanProgress, Performance['cpu'], boolean> {
  const { cpu, types, placed } = parts;
  const size = cpu.values.length;
  const columns = {
    busy: new Float64Array(size),
    stretch: new Float64Array(size),
    response: new Float64Array(size),
  };
  for (let index = 0; index < size; index++) {
    const host = Math.floor(index / cpu.slotCount);
    const { bareMhz } = item(types, at(placed.typeOf, host));
    const load = cpuLoad({
      ...cpuQuestionOf(parts, host),
      demandRatio: at(cpu.values, index) / bareMhz,
    });
    columns.busy[index] = load.busy;
    columns.stretch[index] = load.stretch;
    columns.response[index] = load.response;
    if (index % chunk === chunk - 1) yield checking((0.5 * index) / size);
  }
  return columns;
}

/** One server each: a disk path or a team of cards works off one request after another. */
function columnsOf(demand: HostDemand, { typeOf }: Placed): DeviceColumns {
  const busy = demand.values.map((value, index) => {
    const capacity = demand.capacities[at(typeOf, Math.floor(index / demand.slotCount))] ?? null;
    if (capacity === null) return Number.NaN;
    return capacity.effective > 0 ? value / capacity.effective : value > 0 ? Infinity : 0;
  });
  return {
    busy: busy.map((ratio) => (ratio >= 1 ? Infinity : ratio)),
    stretch: busy.map((ratio) => {
      if (Number.isNaN(ratio)) return Number.NaN;
      const waiting = stretch(1, ratio);
      return waiting.kind === 'overloaded' ? Infinity : waiting.factor;
    }),
  };
}
