import type { ExistingHost, PowerState } from '../model/fleet/fleet.ts';
import { fromMib } from '../model/units.ts';
import { faultOf, faultOfVcpus, isBlank } from './figures.ts';
import { type Findings, problem, wholeFile } from './findings.ts';
import { type FleetBuilder, hostsByName, NumberColumn } from './fleet-builder.ts';
import type { ImportProblem, Place } from './outcome.ts';
import { parseWholeNumber } from './parse-number.ts';
import type { ColumnsOf, ReadSheet, RvtoolsSheet } from './rvtools-columns.ts';
import { MachineIndex } from './rvtools-machines.ts';
import { readRows, type SheetRow } from './rvtools-rows.ts';
import type { TableSource } from './table-source.ts';

export type RvtoolsTables = ReadonlyMap<RvtoolsSheet, TableSource>;

/**
 * Folds an RVTools export into a fleet. vInfo says which machines exist; the other sheets are joined to it and fill
 * in what it leaves open. Where a sheet contradicts vInfo, vInfo wins and the contradiction is counted.
 *
 * RVTools is one look at the running cluster: its CPU use and active memory are one instant's sample and stand as
 * `mean`; there is no maximum and no profile.
 *
 * @returns why nothing could be read; null when the builder has the fleet
 */
export async function importRvtools(
  tables: RvtoolsTables,
  builder: FleetBuilder,
  findings: Findings,
): Promise<ImportProblem | null> {
  const job = new RvtoolsJob(tables, builder, findings);
  const failure = await job.readInfo();
  if (failure !== null) return failure;
  // One after the other: each may fill only what those before it left open.
  for (const read of [
    () => job.readCpu(),
    () => job.readMemory(),
    () => job.readDisks(),
    () => job.readPartitions(),
    () => job.readHosts(),
  ]) {
    await read();
  }
  job.finish();
  return null;
}

class RvtoolsJob {
  private readonly tables: RvtoolsTables;
  private readonly builder: FleetBuilder;
  private readonly findings: Findings;
  private readonly index = new MachineIndex();
  private readonly places: Place[] = [];
  private readonly diskCapacityMib = new NumberColumn();
  private readonly firstRow: number;

  constructor(tables: RvtoolsTables, builder: FleetBuilder, findings: Findings) {
    this.tables = tables;
    this.builder = builder;
    this.findings = findings;
    this.firstRow = builder.count;
  }

  async readInfo(): Promise<ImportProblem | null> {
    const source = this.tables.get('vInfo');
    if (source === undefined) {
      const [other] = this.tables.values();
      return problem('missing-sheet', wholeFile(other?.file ?? ''), 'vInfo');
    }
    return readRows('vInfo', source, this.findings, (row) => this.addMachine(row));
  }

  private addMachine(row: SheetRow<'vInfo'>) {
    const { builder, findings } = this;
    const name = row.text('name');
    if (name === '') {
      findings.skip(problem('no-name', row.place('name'), null));
      return;
    }
    const vcpus = this.required(row, 'vcpus', faultOfVcpus);
    const memoryMib = this.required(row, 'memory', faultOf);
    if (vcpus === null || memoryMib === null) return;
    const machine = builder.add(name);
    this.places[machine] = row.place('vcpus');
    builder.figures.vcpuCount.set(machine, vcpus);
    builder.figures.memoryConfiguredGib.set(machine, fromMib(memoryMib));
    const state = powerStateOf(row.text('powerState'));
    builder.setPowerState(machine, state);
    if (isTrue(row.text('template')) || isTrue(row.text('placeholder'))) {
      builder.markTemplate(machine);
    }
    this.setDisks(machine, row);
    this.setActiveMemory(machine, row.figure('activeMemory'));
    this.setLabels(machine, row);
    this.index.add(machine, row);
  }

  /** A figure that vInfo must have or leave to another sheet; null where the row is skipped for it. */
  private required(
    row: SheetRow<'vInfo'>,
    column: 'vcpus' | 'memory',
    fault: (value: number) => ImportProblem['kind'] | null,
  ): number | null {
    const text = row.text(column);
    if (isBlank(text)) return Number.NaN;
    const value = parseWholeNumber(text);
    const wrong = fault(value);
    if (wrong === null) return value;
    this.findings.skip(problem(wrong, row.place(column), text));
    return null;
  }

  private setDisks(machine: number, row: SheetRow<'vInfo'>) {
    const provisioned = row.figure('provisioned');
    const capacity = row.figure('diskCapacity');
    this.diskCapacityMib.set(machine, capacity);
    const mib = Number.isNaN(provisioned) ? capacity : provisioned;
    this.builder.figures.diskProvisionedGib.set(machine, fromMib(mib));
    this.builder.use.disk.mean.set(machine, fromMib(row.figure('inUse')));
  }

  /** An idle machine has some active memory; 0 means that it was off or not measured. */
  private setActiveMemory(machine: number, mib: number) {
    if (mib === 0 && this.builder.powerStateOf(machine) !== 'on') return;
    this.builder.use.memory.mean.set(machine, fromMib(mib));
  }

  private setLabels(machine: number, row: SheetRow<'vInfo'>) {
    const { builder } = this;
    builder.setLabel(machine, 'os', row.text('osTools') || row.text('osConfig'));
    for (const label of [
      'host',
      'cluster',
      'datacenter',
      'folder',
      'application',
      'environment',
    ] as const) {
      builder.setLabel(machine, label, row.text(label));
    }
    const types = row.text('ruleTypes').split(/\s*[,;]\s*/);
    const names = row.text('ruleNames').split(/\s*[,;]\s*/);
    types.forEach((type, i) => {
      // VM-to-host rules tie machines to hosts of today, not to one another.
      const name = names[i] ?? '';
      if (name === '' || /host/i.test(type) || !/affinity/i.test(type)) return;
      const label = /anti/i.test(type) ? 'antiAffinityGroup' : 'affinityGroup';
      if (builder.labelOf(machine, label) === '') builder.setLabel(machine, label, name);
    });
  }

  async readCpu() {
    const { builder, findings } = this;
    await this.joined('vCPU', (row, machine) => {
      const vcpus = row.figure('vcpus');
      this.fillOrCompare('vCPU', machine, builder.figures.vcpuCount, vcpus);
      const maxMhz = row.figure('maxMhz');
      // vCenter gives 0 for a machine that is off.
      if (maxMhz > 0) builder.figures.cpuProvisionedMhz.set(machine, maxMhz);
      const overallMhz = row.figure('overallMhz');
      if (overallMhz > 0 || builder.powerStateOf(machine) === 'on') {
        builder.use.cpu.mean.set(machine, overallMhz);
      }
      if (maxMhz > 0 && overallMhz > maxMhz) findings.count('above-capacity');
    });
  }

  async readMemory() {
    const { builder } = this;
    await this.joined('vMemory', (row, machine) => {
      const sizeGib = fromMib(row.figure('size'));
      this.fillOrCompare('vMemory', machine, builder.figures.memoryConfiguredGib, sizeGib);
      if (Number.isNaN(builder.use.memory.mean.get(machine))) {
        this.setActiveMemory(machine, row.figure('active'));
      }
    });
  }

  async readDisks() {
    const { builder, findings } = this;
    const sumMib = new NumberColumn();
    const wasRead = await this.joined('vDisk', (row, machine) => {
      const capacity = row.figure('capacity');
      if (!Number.isNaN(capacity)) sumMib.add(machine, capacity);
    });
    if (!wasRead) return;
    for (let machine = this.firstRow; machine < builder.count; machine++) {
      const sum = sumMib.get(machine);
      const stated = this.diskCapacityMib.get(machine);
      if (Number.isNaN(builder.figures.diskProvisionedGib.get(machine))) {
        builder.figures.diskProvisionedGib.set(machine, fromMib(sum));
      } else if (Math.abs(sum - stated) > 1) {
        findings.disagree('vDisk', builder.nameOf(machine));
      }
    }
  }

  /**
   * What the guests say is used, where vInfo does not say it. One file system may be mounted at many places and is
   * then listed as often: equal size and use of one machine count once.
   */
  async readPartitions() {
    const { builder } = this;
    const needs = (machine: number) => Number.isNaN(builder.use.disk.mean.get(machine));
    if (!this.someMachine(needs) || !this.tables.has('vPartition')) return;
    const seen = new Set<string>();
    const sumMib = new NumberColumn();
    await this.joined('vPartition', (row, machine) => {
      const consumed = row.figure('consumed');
      const key = `${machine}/${row.figure('capacity')}/${consumed}`;
      if (Number.isNaN(consumed) || seen.has(key)) return;
      seen.add(key);
      sumMib.add(machine, consumed);
    });
    for (let machine = this.firstRow; machine < builder.count; machine++) {
      if (needs(machine)) builder.use.disk.mean.set(machine, fromMib(sumMib.get(machine)));
    }
  }

  async readHosts() {
    const { builder, findings } = this;
    const hosts = new Map<string, ExistingHost>();
    const source = this.optionalSheet('vHost');
    const failure =
      source === undefined
        ? null
        : await readRows('vHost', source, findings, (row) => {
            const name = row.text('name');
            if (name === '') findings.skip(problem('no-name', row.place('name'), null));
            else if (!hosts.has(name)) hosts.set(name, hostOf(name, row));
          });
    if (failure !== null) this.sheetFailed('vHost', failure);
    this.provisionMhz(hosts);
    const own = hosts.size > 0 ? hosts.values() : hostsByName(builder, this.firstRow);
    builder.hosts = [...builder.hosts, ...own];
  }

  /**
   * vCPUs × the clock of the machine's host, where the export gives no limit (machines that are off). Where the host
   * is not listed, the clock counts only if all hosts of the cluster share it.
   */
  private provisionMhz(hosts: ReadonlyMap<string, ExistingHost>) {
    const { builder } = this;
    const ofCluster = new Map<string, number | null>();
    for (const { cluster, coreMhz } of hosts.values()) {
      const known = ofCluster.get(cluster);
      ofCluster.set(cluster, known === undefined || known === coreMhz ? coreMhz : null);
    }
    const column = builder.figures.cpuProvisionedMhz;
    for (let machine = this.firstRow; machine < builder.count; machine++) {
      if (!Number.isNaN(column.get(machine))) continue;
      const host = hosts.get(builder.labelOf(machine, 'host'));
      const coreMhz = host?.coreMhz ?? ofCluster.get(builder.labelOf(machine, 'cluster')) ?? null;
      if (coreMhz !== null) column.set(machine, coreMhz * builder.figures.vcpuCount.get(machine));
    }
  }

  /** Leaves out the machines whose size no sheet tells. */
  finish() {
    const { builder, findings } = this;
    for (let machine = this.firstRow; machine < builder.count; machine++) {
      const vcpus = builder.figures.vcpuCount.get(machine);
      const memory = builder.figures.memoryConfiguredGib.get(machine);
      if (!(Number.isNaN(vcpus) || Number.isNaN(memory))) continue;
      const column = Number.isNaN(vcpus) ? 'CPUs' : 'Memory';
      const place = this.places[machine] ?? wholeFile('');
      findings.skip(problem('not-a-number', { ...place, column }, ''));
      builder.leaveOut(machine);
    }
  }

  private someMachine(isSo: (machine: number) => boolean): boolean {
    for (let machine = this.firstRow; machine < this.builder.count; machine++) {
      if (isSo(machine)) return true;
    }
    return false;
  }

  private fillOrCompare(sheet: ReadSheet, machine: number, column: NumberColumn, value: number) {
    const known = column.get(machine);
    if (Number.isNaN(known)) column.set(machine, value);
    else if (!Number.isNaN(value) && value !== known) {
      this.findings.disagree(sheet, this.builder.nameOf(machine));
    }
  }

  private optionalSheet(sheet: ReadSheet): TableSource | undefined {
    const source = this.tables.get(sheet);
    if (source === undefined) this.findings.warn({ kind: 'missing-sheet', sheet });
    return source;
  }

  /** A sheet beside vInfo that cannot be read is one more missing sheet, with its reason listed. */
  private sheetFailed(sheet: ReadSheet, failure: ImportProblem) {
    this.findings.warn({ kind: 'missing-sheet', sheet });
    this.findings.skip({ ...failure, sheet: failure.sheet ?? sheet });
  }

  /**
   * Reads a sheet of which each row belongs to a machine of vInfo.
   *
   * @returns false where the sheet is missing or cannot be read
   */
  private async joined<Sheet extends 'vCPU' | 'vMemory' | 'vDisk' | 'vPartition'>(
    sheet: Sheet,
    onRow: (row: SheetRow<Sheet>, machine: number) => void,
  ): Promise<boolean> {
    const source = this.optionalSheet(sheet);
    if (source === undefined) return false;
    const failure = await readRows(sheet, source, this.findings, (row) => {
      const machine = this.index.find(row as unknown as SheetRow<'vCPU'>);
      const name = row.text('name' as keyof ColumnsOf<Sheet>);
      if (machine === null) {
        // A row of vInfo that was skipped has been reported there.
        this.findings.skip(
          problem('unknown-workload', row.place('name' as keyof ColumnsOf<Sheet>), name),
        );
        return;
      }
      const state = powerStateOf(row.text('powerState' as keyof ColumnsOf<Sheet>));
      const known = this.builder.powerStateOf(machine);
      if (state !== 'unknown' && known !== 'unknown' && state !== known) {
        // Another moment, or another machine of the same name: its figures are not this one's.
        this.findings.disagree(sheet, name);
        return;
      }
      onRow(row, machine);
    });
    if (failure === null) return true;
    this.sheetFailed(sheet, failure);
    return false;
  }
}

function powerStateOf(text: string): PowerState {
  switch (text.toLowerCase().replace(/[\s_]/g, '')) {
    case 'poweredon':
    case 'on':
      return 'on';
    case 'poweredoff':
    case 'off':
      return 'off';
    case 'suspended':
      return 'suspended';
  }
  return 'unknown';
}

const isTrue = (text: string) => /^(true|1|yes|wahr|vrai)$/i.test(text);

function hostOf(name: string, row: SheetRow<'vHost'>): ExistingHost {
  const known = (value: number) => (Number.isNaN(value) ? null : value);
  const sockets = row.figure('sockets');
  const cores = row.figure('cores');
  return {
    name,
    cluster: row.text('cluster'),
    cpuModel: row.text('cpuModel'),
    socketCount: known(sockets),
    coreCount: known(Number.isNaN(cores) ? sockets * row.figure('coresPerSocket') : cores),
    coreMhz: known(row.figure('speedMhz')),
    hasHyperThreading:
      row.text('hyperThreading') === '' ? null : isTrue(row.text('hyperThreading')),
    memoryGib: known(fromMib(row.figure('memory'))),
    nicCount: known(row.figure('nics')),
    model: [row.text('vendor'), row.text('model')].filter((part) => part !== '').join(' '),
  };
}
