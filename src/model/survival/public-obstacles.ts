import type { Note, Obstacle } from '../consolidation/answer.ts';
import { type PublicImpossible as NoPlan, publicObstacle } from '../consolidation/public-answer.ts';
import type { Fleet } from '../fleet/fleet.ts';

/** Why there is no cluster to ask about, with names. */
export type PublicImpossible = Omit<NoPlan, 'left'>;

export const publicObstacles = (
  fleet: Fleet,
  {
    reasons,
    notes,
    seed,
  }: {
    readonly reasons: readonly Obstacle[];
    readonly notes: readonly Note[];
    readonly seed: number;
  },
): PublicImpossible => ({
  kind: 'impossible',
  reasons: reasons.map((reason) => publicObstacle(fleet, reason)),
  notes,
  seed,
});
