import type { Resource } from '../model/fleet/resources.ts';
import type { BoundArgument } from '../model/packing/problem.ts';
import type { Language } from './format.ts';

/** Texts of the panel that tells where machines go and why; loaded with the panel. */
export type PlacementWords = typeof import('./en/placement.ts')['placementWords'];

/** What the sentences need of the tool's other texts and of the fleet. */
export interface PlacementContext {
  /** 'memory at 14:00' */
  readonly resource: (resource: Resource, slot: number | null) => string;
  readonly amount: (resource: Resource, value: number) => string;
  /** Of a fleet row. */
  readonly name: (row: number) => string;
  readonly boundBy: (by: BoundArgument) => string;
}

export async function loadPlacementWords(language: Language): Promise<PlacementWords> {
  return language === 'ja'
    ? (await import('./ja/placement.ts')).placementWords
    : (await import('./en/placement.ts')).placementWords;
}
