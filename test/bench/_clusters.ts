import type { Placed } from '../../src/model/consolidation/host-loads.ts';
import { buildQuestion, type Question } from '../../src/model/consolidation/question.ts';
import { seeded } from '../../src/model/random.ts';
import { defaultHostType, defaultScenario } from '../../src/scenario/defaults.ts';
import { fleetOf } from '../model/consolidation/fleets.ts';

export interface ClusterSize {
  readonly hosts: number;
  readonly vms: number;
  readonly hours: number;
  /** Highest share of the capacity in failure that is in use, of all hosts together. */
  readonly load: number;
}

/** A seeded cluster whose VMs are dealt out to hosts in turn, so that its load is known beforehand. */
export function createCluster({ hosts, vms, hours, load }: ClusterSize): {
  readonly question: Question;
  readonly placed: Placed;
} {
  const random = seeded(7);
  const sizes = Array.from({ length: vms }, () => 0.5 + random() + 2 * random() ** 4);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const memoryGib = 512;
  const cpuMhz = 64 * 2400;
  const failureRatio = 0.9;
  const fleet = fleetOf(
    sizes.map((size, row) => {
      const share = (size / total) * hosts * load * failureRatio;
      const peakHour = row % 3 === 0 ? 2 : 14;
      return {
        vcpus: 4,
        memoryGib: share * (memoryGib - 4) - 0.1,
        profile: {
          cpu: Array.from({ length: hours }, (_, hour) => {
            const distance = Math.abs((hour % 24) - peakHour);
            const day = Math.max(0.2, 1 - Math.min(distance, 24 - distance) / 10);
            return share * cpuMhz * 0.9 * day * (0.8 + 0.2 * random());
          }),
        },
      };
    }),
  );
  const scenario = {
    ...defaultScenario,
    hostTypes: [{ ...defaultHostType, memoryGib }],
    demand: { ...defaultScenario.demand, slots: hours === 24 ? (24 as const) : (168 as const) },
  };
  const question = buildQuestion(fleet, scenario);
  const hostOf = Int32Array.from({ length: vms }, (_, row) => row % hosts);
  return { question, placed: { hostOf, typeOf: new Int32Array(hosts) } };
}
