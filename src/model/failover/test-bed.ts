import { noContention } from '../performance/contention-curve.ts';
import type { Cluster } from './cluster.ts';

/**
 * The report's test bed as figure 9 draws it: two servers of eight cores and 13 GB, two machines on each, of a quarter
 * of a server's processors and 3 GiB each. One server carries all four.
 *
 * @see NRI 2009, figures 9, 11 and 12
 */
export function testBedCluster(): Cluster {
  const hostCount = 2;
  const vmCount = 4;
  const vm = [2 * 2660, 3];
  const host = [8 * 2660, 13];
  return {
    hostNames: ['server-1', 'server-2'],
    vmNames: ['vm-1', 'vm-2', 'vm-3', 'vm-4'],
    applications: Array.from({ length: vmCount }, () => ''),
    classOf: new Uint8Array(vmCount),
    home: Int32Array.of(0, 0, 1, 1),
    dimensions: [
      { resource: 'cpu', slot: null },
      { resource: 'memory', slot: null },
    ],
    demand: repeated(vm, vmCount),
    capacity: repeated(host, hostCount),
    effective: repeated(host, hostCount),
    curves: [noContention, noContention],
    coreCount: Int32Array.of(8, 8),
    hostType: new Int32Array(hostCount),
    typeOnly: new Int32Array(vmCount).fill(-1),
    mostVmsPerHost: Number.POSITIVE_INFINITY,
    apart: [],
  };
}

const repeated = (figures: readonly number[], times: number) =>
  Float64Array.from(Array.from({ length: times }, () => figures).flat());
