import type { MemoryTechniques } from './policy.ts';

/** The memory of one host's guests, in GiB. */
export interface HostMemory {
  /** What the host has for guests, after the hypervisor's own. */
  readonly capacityGib: number;
  /** Configured memory of all guests and what the hypervisor adds for each. */
  readonly wantedGib: number;
  /** What page sharing could save: of guests with the same operating system all but the largest, times the share of
   * identical pages. */
  readonly shareableGib: number;
  /** What guests have and do not use now: what ballooning could take back. */
  readonly idleGib: number;
}

export interface MemoryPressure {
  /** Wanted ÷ capacity; above 1 memory is promised twice. */
  readonly ratio: number;
  readonly sharedGib: number;
  readonly balloonedGib: number;
  /** What is left over and has to be swapped by the host: performance then is the disk's, and no number here holds. */
  readonly shortGib: number;
  readonly state: 'enough' | 'shared' | 'ballooned' | 'short';
}

/**
 * What a host does about memory that was promised twice: identical pages are kept once, then unused memory is taken
 * back, and what is still missing is short.
 */
export function memoryPressure(host: HostMemory, techniques: MemoryTechniques): MemoryPressure {
  const { capacityGib, wantedGib } = host;
  const missing = Math.max(0, wantedGib - capacityGib);
  const shareable = techniques.sharing === 'none' ? 0 : host.shareableGib;
  const sharedGib = techniques.sharing === 'always' ? shareable : Math.min(missing, shareable);
  const afterSharing = Math.max(0, missing - sharedGib);
  const balloonedGib = techniques.ballooning ? Math.min(afterSharing, host.idleGib) : 0;
  const shortGib = afterSharing - balloonedGib;
  return {
    ratio: capacityGib > 0 ? wantedGib / capacityGib : wantedGib > 0 ? Infinity : 0,
    sharedGib,
    balloonedGib,
    shortGib,
    state:
      shortGib > 0 ? 'short' : balloonedGib > 0 ? 'ballooned' : sharedGib > 0 ? 'shared' : 'enough',
  };
}
