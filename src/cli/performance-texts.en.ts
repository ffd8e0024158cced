import type { PerformanceTexts } from './performance-texts.ts';

export const performanceTexts: PerformanceTexts = {
  perform: {
    brief: 'perform FILE',
    summary: 'how fast the plan’s hosts are, hour by hour, and where they are overloaded',
    synopsis: 'perform FILE... [--scenario s.json] [--seed n] [--effort x]',
    text: `Plans the fleet as consolidate does, and computes utilization, CPU-ready share and response time of every host in
every slot. With --json:
  {hosts:[{host, vms, vcpus, cpuUtilization, readyShare, stretch, responseRatio, worstSlot, meanCpuUtilization,
    overloaded, iops, throughput, network:{utilization, stretch, worstSlot}|null,
    memory:{ratio, wantedGib, capacityGib, sharedGib, balloonedGib, shortGib, state}, moreVms:{vms, by, memoryVms}}],
   worstHour:{slot, host, waitsFor, overloaded, cpuUtilization, readyShare, stretch, responseRatio},
   overloaded:[{host, resource, slot, slots, demand, capacity}],
   byHour:[{slot, meanStretch, worstStretch, worstHost, overloadedHosts}],
   moreVms:{like, vms, vmsWithMemory}, vms:[{workload, host, readyShare, responseRatio, ...}], slots, notes, seconds, ...}
stretch: response time ÷ that alone on the host; responseRatio: ÷ that alone on a physical machine. What is overloaded
has null in place of figures. Where no plan is possible {kind:"impossible", reasons:[...]}, exit 3.`,
    readsFleet: true,
    more: 'Settings of its own: "performance" in the scenario (load, cost of waiting vCPUs, memory techniques, own benchmark).',
  },
  fit: {
    brief: 'fit ROWS.csv',
    summary: 'your own benchmark as an overhead set (Universal Scalability Law)',
    synopsis: 'fit ROWS.csv [--full-vms n]',
    text: `Fits X(n) = γn ÷ (1 + α(n−1) + βn(n−1)) to each resource of a benchmark by least squares. ROWS.csv has the columns
resource (cpu, memory, disk-read, disk-async-write, disk-sync-write, network), vms, throughput (of all VMs together) and,
if measured, physical (throughput of the machine without a hypervisor). --full-vms: VMs that keep the host fully busy (else
the largest number measured). With --json:
  {resource, alpha, beta, gamma, residuals:[...], rSquared, ci95:{alpha, beta, gamma}, standardErrors, residualError,
   degreesOfFreedom, rows:[{vms, throughput, fitted, residual}], atBound, peakVms, efficiency, fits:[...],
   refused:[{resource, reason, message}], overhead}
The figures at the top are those of the first resource that was fitted. "overhead" goes into a scenario as
capacity.overhead. Where data of a resource cannot carry a fit: the reason, exit 3.`,
    readsFleet: false,
  },
  performed: (p) =>
    `Hosts             ${p.hosts}
Worst hour        ${p.worstHour}, ${p.worstHost}
  CPU use         ${p.utilization}
  CPU ready       ${p.ready}
  Response time   ${p.stretch} (against the host alone), ${p.response} (against a physical machine)
More VMs          ${p.more}
${p.overloads.map((line) => `Overloaded        ${line}\n`).join('')}${p.notes.map((line) => `Note              ${line}\n`).join('')}
${p.perHost.map(({ host, utilization, stretch }) => `${host}  ${utilization}  ${stretch}`).join('\n')}`,
  fitted: (f) =>
    `${f.resource}
  α contention    ${f.alpha}
  β coherency     ${f.beta}
  γ one VM        ${f.gamma}
  R²              ${f.rSquared}
  Efficiency      ${f.efficiency}`,
  badFullVms: (given) => `--full-vms is "${given}"; expected a whole number of at least 2`,
  badRow: (file, problem) => `${file}, ${problem}`,
};
