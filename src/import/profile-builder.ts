import type { Profile } from '../model/fleet/fleet.ts';
import type { MeasuredResource } from '../model/fleet/resources.ts';

/** Two years of hours: what lies beyond is a wrong clock, not a profile. */
export const slotLimit = 2 * 366 * 24;
/** Slots of all workloads and resources together: 1 GiB of memory. */
const cellLimit = 2 ** 27;

interface Stretch {
  /** Number of the first slot: since 1970 for a dated profile, else since the profile's start. */
  readonly first: number;
  readonly values: Float64Array;
}

/** How a profile's slots lie in time. Profiles of one fleet share one grid. */
export interface Grid {
  readonly slotSeconds: number;
  readonly isDated: boolean;
  /** Seconds from a whole multiple of the slot's length since 1970 to a slot's start. */
  readonly phaseSeconds: number;
}

/** Collects stretches of use over time, each on its own span of hours, into one profile. */
export class ProfileBuilder {
  readonly grid: Grid;
  private readonly stretches = new Map<MeasuredResource, Map<number, Stretch>>();

  constructor(grid: Grid) {
    this.grid = grid;
  }

  set(resource: MeasuredResource, row: number, stretch: Stretch) {
    const ofResource = this.stretches.get(resource) ?? new Map<number, Stretch>();
    ofResource.set(row, stretch);
    this.stretches.set(resource, ofResource);
  }

  /**
   * @param rows the workloads of the fleet, by their rows here
   * @returns null where there is nothing; 'too-large' where the profile would not fit the memory
   */
  build(rows: readonly number[]): Profile | null | 'too-large' {
    let first = Number.POSITIVE_INFINITY;
    let end = Number.NEGATIVE_INFINITY;
    for (const ofResource of this.stretches.values()) {
      for (const stretch of ofResource.values()) {
        first = Math.min(first, stretch.first);
        end = Math.max(end, stretch.first + stretch.values.length);
      }
    }
    const slotCount = end - first;
    if (!(slotCount > 0)) return null;
    if (slotCount > slotLimit || slotCount * rows.length * this.stretches.size > cellLimit) {
      return 'too-large';
    }
    const columns: Partial<Record<MeasuredResource, Float64Array>> = {};
    for (const [resource, ofResource] of this.stretches) {
      const column = new Float64Array(rows.length * slotCount).fill(Number.NaN);
      rows.forEach((row, workload) => {
        const stretch = ofResource.get(row);
        if (stretch !== undefined) {
          column.set(stretch.values, workload * slotCount + stretch.first - first);
        }
      });
      columns[resource] = column;
    }
    const { slotSeconds, isDated, phaseSeconds } = this.grid;
    return {
      slotCount,
      slotSeconds,
      startEpochSeconds: isDated ? first * slotSeconds + phaseSeconds : null,
      columns,
    };
  }
}
