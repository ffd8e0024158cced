/** The pieces' demand along one dimension (or a weighted sum of dimensions), relative to one reference bin. */
export interface Line {
  /** Size ÷ reference capacity of each piece, ≤ 1. */
  readonly sizes: Float64Array;
  /** Capacity of each bin type ÷ reference capacity, ≤ 1. */
  readonly capacity: Float64Array;
  /** The reference capacity where that and all sizes × it are whole numbers, for exact steps; else 0. */
  readonly unit: number;
}

export interface Transformed {
  readonly total: number;
  readonly capacity: Float64Array;
}

/** Rounding may make a size seem this much larger than it is: a step of a function is taken that much later. */
const caution = 4e-9;
/** Up to this many pieces every size is looked at; beyond, sizes are rounded down to a grid. */
const fewPieces = 512;
const gridSteps = 4096;

/**
 * Dual feasible functions u: [0, 1] → [0, 1] such that Σ x ≤ 1 implies Σ u(x) ≤ 1, applied to a line; the one with
 * the highest total. All used here are superadditive and monotone, so a smaller bin of relative capacity r holds at
 * most u(r) of the transformed sizes. The functions tried do not depend on the sizes beyond what their supremum
 * needs, so that more demand never lowers the total.
 *
 * - u⁽ᵏ⁾ (Fekete and Schepers 2001): ⌊(k+1)x⌋ ÷ k, or x where (k+1)x is whole;
 * - U^λ (the bound L2 of Martello and Toth): 1 for x > 1 − λ, x between, 0 for x < λ;
 * - φ^λ (Carlier, Clautiaux and Moukrim 2007): 1 − ⌊(1−x)/λ⌋/⌊1/λ⌋ for x > 1/2, ⌊x/λ⌋/⌊1/λ⌋ below.
 *
 * @see Clautiaux, Alves, Valério de Carvalho, "A survey of dual-feasible and superadditive functions", 2010
 */
export function strongest(line: Line): Transformed {
  const counts = histogram(line.sizes);
  let best = apply(counts, line.capacity, (x) => stepped(x, 1, line.unit));
  const offer = (u: (x: number) => number) => {
    const one = apply(counts, line.capacity, u);
    if (one.total > best.total) best = one;
  };
  for (let k = 2; k <= 24; k++) offer((x) => stepped(x, k, line.unit));
  for (const lambda of thresholds(line.sizes)) offer((x) => cutOff(x, lambda));
  for (let step = 1; step <= 60; step++) offer((x) => counted(x, step / 120));
  return best;
}

/** Sizes with the number of pieces that have them; on the grid each size counts as just above a grid point. */
function histogram(sizes: Float64Array): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  const isFew = sizes.length <= fewPieces;
  for (const x of sizes) {
    const point = (Math.ceil((x - 3 * caution) * gridSteps) - 1) / gridSteps + 3 * caution;
    const value = isFew ? x : Math.max(0, point);
    if (value > 0) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

function apply(
  counts: ReadonlyMap<number, number>,
  capacity: Float64Array,
  u: (x: number) => number,
): Transformed {
  let total = 0;
  for (const [x, count] of counts) total += count * u(x);
  return {
    total,
    capacity: capacity.map((r) => (r >= 1 ? 1 : Math.min(1, u(r * (1 + caution) + 4 * caution)))),
  };
}

/** Where U^λ changes: at the sizes themselves and at what they leave of a bin. */
function thresholds(sizes: Float64Array): Iterable<number> {
  if (sizes.length > fewPieces) return Array.from({ length: 64 }, (_, step) => (step + 1) / 128);
  const values = new Set<number>([0.5]);
  for (const x of sizes) if (x > 0) values.add(x <= 0.5 ? x : Math.max(0, 1 - x + 2 * caution));
  return values;
}

function stepped(x: number, k: number, unit: number): number {
  if (x >= 1) return 1;
  if (unit > 0) {
    const scaled = (k + 1) * Math.round(x * unit);
    return scaled % unit === 0 ? x : Math.floor(scaled / unit) / k;
  }
  return Math.max(0, Math.ceil((k + 1) * (x - caution)) - 1) / k;
}

const cutOff = (x: number, lambda: number) => (x - caution > 1 - lambda ? 1 : x < lambda ? 0 : x);

function counted(x: number, lambda: number): number {
  const most = Math.floor(1 / lambda + caution);
  if (x - caution > 0.5)
    return 1 - Math.min(most, Math.floor((1 - x + caution) / lambda + caution)) / most;
  if (x + caution >= 0.5) return 0;
  return Math.max(0, Math.floor((x - caution) / lambda)) / most;
}
