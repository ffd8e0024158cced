import { at, item } from '../columns.ts';
import type { Bins } from './bins.ts';

/**
 * Makes bins final: empty ones go, each of the others becomes the cheapest type that holds what it holds, loads are
 * added up afresh. False if that shows a bin to be overfilled after all (sums of many steps carry rounding).
 */
export function finish(bins: Bins): boolean {
  for (let bin = bins.count - 1; bin >= 0; bin--) {
    if (item(bins.members, bin).length === 0) bins.close(bin);
  }
  bins.addUp();
  for (let bin = 0; bin < bins.count; bin++)
    if (!holds(bins, bin, at(bins.typeOf, bin))) return false;
  if (bins.core.typeCount > 1) downsize(bins);
  return true;
}

/** Dearest bins first, so that a limited cheap type saves most. */
function downsize(bins: Bins) {
  const { cost } = bins.core;
  const types = [...cost.keys()].sort((a, b) => at(cost, a) - at(cost, b) || a - b);
  const order = Array.from({ length: bins.count }, (_, bin) => bin).sort(
    (a, b) => at(cost, at(bins.typeOf, b)) - at(cost, at(bins.typeOf, a)) || a - b,
  );
  for (const bin of order) {
    const own = at(cost, at(bins.typeOf, bin));
    const type = types.find((t) => at(cost, t) < own && bins.canOpen(t) && holds(bins, bin, t));
    if (type !== undefined) bins.setType(bin, type);
  }
}

function holds({ core, load, members }: Bins, bin: number, type: number): boolean {
  const { capacity, dimensionCount, eligible, typeCount } = core;
  for (let d = 0; d < dimensionCount; d++) {
    if (at(load, bin * dimensionCount + d) > at(capacity, type * dimensionCount + d)) return false;
  }
  return item(members, bin).every((piece) => eligible[piece * typeCount + type] === 1);
}
