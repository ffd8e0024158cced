import { useMemo } from 'preact/hooks';
import type { Performance } from '~/model/performance/answer.ts';
import {
  type PublicDevice,
  type PublicPerformed,
  publicPerformance,
} from '~/model/performance/public-performance.ts';
import { SimpleTable } from '../parts/simple-table.tsx';
import type { Answered } from './answering.ts';
import type { PerformancePanelProps } from './parts.ts';

interface TablesProps extends Omit<PerformancePanelProps, 'session'> {
  readonly answered: Answered;
  readonly answer: Performance;
}

/** Rows that a table shows; the downloaded answer has them all. */
const mostHosts = 40;
const mostVms = 20;

/** What overloaded has no figure, and comes before all that has one. */
const slowest = (value: number | null) => value ?? Number.POSITIVE_INFINITY;

function usePublic({ fleet, scenario }: Answered, answer: Performance): PublicPerformed | null {
  const told = useMemo(() => publicPerformance(fleet, scenario, answer), [fleet, scenario, answer]);
  return told.kind === 'performed' ? told : null;
}

/** Every host at its worst hour. */
export function HostsTable({ words, own, answered, answer }: TablesProps) {
  const texts = own.hosts;
  const { format } = words;
  const told = usePublic(answered, answer);
  if (told === null) return null;
  const ratio = (value: number | null) =>
    value === null ? own.overloaded : format.percent(value, 1);
  const times = (value: number | null) =>
    value === null ? own.overloaded : own.answer.times(value);
  const device = (value: PublicDevice | null) =>
    value === null ? own.notLimited : times(value.stretch);
  /** Operations or bytes: the one that makes work wait longer. */
  const disk = (iops: PublicDevice | null, bytes: PublicDevice | null) =>
    device(slowest(iops?.stretch ?? 0) > slowest(bytes?.stretch ?? 0) ? iops : (bytes ?? iops));
  const cores = (host: number) => {
    const type = answered.scenario.hostTypes[answer.hostTypeIndex[host] ?? 0];
    return type === undefined ? Number.NaN : type.socketCount * type.coresPerSocket;
  };
  const order = told.hosts
    .map((host, index) => ({ ...host, index }))
    .sort((a, b) => slowest(b.responseRatio) - slowest(a.responseRatio) || a.index - b.index);
  return (
    <>
      <SimpleTable
        caption={texts.caption}
        isCaptionHidden
        head={[
          texts.host,
          texts.vms,
          texts.vcpus,
          texts.busy,
          texts.ready,
          texts.stretch,
          texts.response,
          texts.slot,
          texts.disk,
          texts.network,
          texts.memory,
          texts.memoryState,
          texts.more,
        ]}
        rows={order
          .slice(0, mostHosts)
          .map((host) => [
            host.host,
            format.count(host.vms),
            format.number(host.vcpus / cores(host.index), 1),
            ratio(host.cpuUtilization),
            ratio(host.readyShare),
            times(host.stretch),
            times(host.responseRatio),
            format.slot(host.worstSlot, told.slots),
            disk(host.iops, host.throughput),
            device(host.network),
            format.percent(host.memory.ratio),
            own.memoryState[host.memory.state],
            host.moreVms.vms === null
              ? own.answer.unlimited
              : texts.moreBy(format.count(host.moreVms.vms), own.more[host.moreVms.by]),
          ])}
        figures={[1, 2, 3, 4, 5, 6, 8, 9, 10]}
      />
      {told.hosts.length > mostHosts && (
        <p class="field-hint">{texts.shown(mostHosts, told.hosts.length)}</p>
      )}
    </>
  );
}

/** The VMs that are slowed most. */
export function VmsTable({ words, own, answered, answer }: TablesProps) {
  const texts = own.vms;
  const { format } = words;
  const told = usePublic(answered, answer);
  if (told === null) return null;
  const times = (value: number | null) =>
    value === null ? own.overloaded : own.answer.times(value);
  const order = told.vms
    .map((vm, index) => ({ ...vm, index }))
    .sort((a, b) => slowest(b.responseRatio) - slowest(a.responseRatio) || a.index - b.index);
  return (
    <SimpleTable
      caption={texts.caption}
      isCaptionHidden
      head={[texts.vm, texts.host, texts.mean, texts.ready, texts.busiest, texts.slot]}
      rows={order
        .slice(0, mostVms)
        .map((vm) => [
          vm.workload,
          vm.host,
          times(vm.responseRatio),
          vm.readyShare === null ? own.overloaded : format.percent(vm.readyShare, 2),
          times(vm.busiestResponseRatio),
          format.slot(vm.busiestSlot, told.slots),
        ])}
      figures={[2, 3, 4]}
    />
  );
}
