import type { Cluster } from './cluster.ts';
import { type Incident, networkNames } from './failover-policy.ts';

/** An incident with rows in place of names; what names nothing of this cluster is told apart. */
export type CompiledIncident = Incident & { readonly host?: number; readonly vm?: number };

export interface CompiledIncidents {
  readonly incidents: readonly CompiledIncident[];
  readonly unknown: readonly UnknownTarget[];
}

export interface UnknownTarget {
  /** Place in the policy's list. */
  readonly incident: number;
  readonly field: 'host' | 'vm' | 'rack' | 'hosts';
  readonly value: number | string;
  /** How many there are: from 0 to one less may be named. */
  readonly count: number;
}

/** Finds what each incident speaks of. */
export function compileIncidents(
  cluster: Cluster,
  incidents: readonly Incident[],
  rackCount: number,
): CompiledIncidents {
  const compiled: CompiledIncident[] = [];
  const unknown: UnknownTarget[] = [];
  const rowOf = (names: readonly string[], target: number | string) =>
    typeof target === 'string' ? names.indexOf(target) : target < names.length ? target : -1;
  for (const [index, incident] of incidents.entries()) {
    const missing = (field: UnknownTarget['field'], value: number | string, count: number) =>
      unknown.push({ incident: index, field, value, count });
    switch (incident.kind) {
      case 'host':
      case 'card':
      case 'link': {
        const host = rowOf(cluster.hostNames, incident.host);
        if (host < 0) missing('host', incident.host, cluster.hostNames.length);
        else compiled.push({ ...incident, host });
        break;
      }
      case 'vm':
      case 'guest': {
        const vm = rowOf(cluster.vmNames, incident.vm);
        if (vm < 0) missing('vm', incident.vm, cluster.vmNames.length);
        else compiled.push({ ...incident, vm });
        break;
      }
      case 'rack':
        if (incident.rack >= rackCount) missing('rack', incident.rack, rackCount);
        else compiled.push(incident);
        break;
      case 'partition':
        if (incident.hosts >= cluster.hostNames.length) {
          missing('hosts', incident.hosts, cluster.hostNames.length);
        } else compiled.push(incident);
        break;
      default:
        compiled.push(incident);
    }
  }
  return { incidents: compiled, unknown };
}

export const networkIndex = (name: (typeof networkNames)[number]) => networkNames.indexOf(name);

/** Rack of a host: hosts stand evenly in racks, in their order. */
export const rackOf = (host: number, hostCount: number, rackCount: number) =>
  Math.floor((host * Math.min(rackCount, hostCount)) / hostCount);
