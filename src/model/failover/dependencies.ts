import { at, item } from '../columns.ts';
import type { Cluster } from './cluster.ts';
import type { VmClass } from './failover-policy.ts';

/**
 * Who waits for whom. Machines of one class and one application are a group; a machine whose class comes after another
 * waits until every machine of that class and of its own application answers. Where the application of machines is not
 * known, they count as one.
 */
export interface Dependencies {
  readonly groupCount: number;
  readonly groupOf: Int32Array;
  /** Group that a machine waits for; −1: none. */
  readonly waitsFor: Int32Array;
  /** The machines that wait for each group. */
  readonly dependents: readonly Int32Array[];
}

export function dependenciesOf(cluster: Cluster, classes: readonly VmClass[]): Dependencies {
  const { applications, classOf } = cluster;
  const indexOf = new Map<string, number>();
  const key = (vm: number, vmClass: number) => `${vmClass} ${item(applications, vm)}`;
  const groupOf = Int32Array.from(classOf, (own, vm) => {
    const name = key(vm, own);
    const known = indexOf.get(name);
    if (known !== undefined) return known;
    indexOf.set(name, indexOf.size);
    return indexOf.size - 1;
  });
  const afterOf = classes.map(({ after }) => classes.findIndex(({ id }) => id === after));
  const waitsFor = Int32Array.from(classOf, (own, vm) => {
    const after = item(afterOf, own);
    return after < 0 || after === own ? -1 : (indexOf.get(key(vm, after)) ?? -1);
  });
  const lists: number[][] = Array.from({ length: indexOf.size }, () => []);
  for (let vm = 0; vm < waitsFor.length; vm++) {
    const group = at(waitsFor, vm);
    if (group >= 0) item(lists, group).push(vm);
  }
  return {
    groupCount: indexOf.size,
    groupOf,
    waitsFor,
    dependents: lists.map((list) => Int32Array.from(list)),
  };
}
