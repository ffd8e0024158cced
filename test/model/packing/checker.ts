import type { Packing, PackingProblem } from '../../../src/model/packing/problem.ts';

/**
 * Everything that is wrong with a packing, one sentence each; empty for a right one. Slow, plain and without a line
 * of the engine: it adds up the original figures and compares.
 */
export function faultsOf(problem: PackingProblem, packing: Packing): string[] {
  const { itemCount, dimensionCount, demand, binTypes, apart, together, typeOnly } = problem;
  const faults: string[] = [];
  if (packing.binOf.length !== itemCount) faults.push(`${packing.binOf.length} items placed`);
  if (packing.typeOf.length !== packing.binCount) faults.push('types and bins differ in number');
  const load = Array.from({ length: packing.binCount }, () => new Array(dimensionCount).fill(0));
  const held = new Array<number>(packing.binCount).fill(0);
  packing.binOf.forEach((bin, item) => {
    if (!(bin >= 0 && bin < packing.binCount)) {
      faults.push(`item ${item} is in bin ${bin} of ${packing.binCount}`);
      return;
    }
    held[bin] = (held[bin] ?? 0) + 1;
    for (let d = 0; d < dimensionCount; d++) {
      const row = load[bin] as number[];
      row[d] = (row[d] as number) + (demand[item * dimensionCount + d] as number);
    }
    const only = typeOnly?.[item] ?? -1;
    if (only >= 0 && only !== packing.typeOf[bin]) faults.push(`item ${item} is on a wrong type`);
  });
  const used = binTypes.map(() => 0);
  let cost = 0;
  packing.typeOf.forEach((type, bin) => {
    const own = binTypes[type];
    if (!own) {
      faults.push(`bin ${bin} has the unknown type ${type}`);
      return;
    }
    used[type] = (used[type] ?? 0) + 1;
    cost += own.cost;
    if (held[bin] === 0) faults.push(`bin ${bin} is empty`);
    if ((held[bin] as number) > own.maxItems) faults.push(`bin ${bin} holds ${held[bin]} items`);
    for (let d = 0; d < dimensionCount; d++) {
      const full = (load[bin] as number[])[d] as number;
      const limit = own.capacity[d] as number;
      if (full > limit * (1 + 2e-9)) faults.push(`bin ${bin} holds ${full} of ${limit} in ${d}`);
    }
  });
  binTypes.forEach(({ available }, type) => {
    if ((used[type] as number) > available) faults.push(`${used[type]} bins of type ${type}`);
  });
  for (const { types, available } of problem.sharedStock ?? []) {
    const own = types.reduce((sum, type) => sum + (used[type] ?? 0), 0);
    if (own > available) faults.push(`${own} bins of the types ${types}, of ${available}`);
  }
  if (Math.abs(cost - packing.cost) > 1e-9 * Math.max(1, cost)) faults.push(`cost is ${cost}`);
  for (const set of apart) {
    const bins = [...set].map((item) => packing.binOf[item]);
    if (new Set(bins).size < new Set(set).size) faults.push(`${set} share a bin`);
  }
  faults.push(...placeFaults(problem, packing));
  for (const set of together) {
    if (new Set([...set].map((item) => packing.binOf[item])).size > 1) faults.push(`${set} part`);
  }
  return faults;
}

/** What is wrong with the domains that bins stand in, and with the types that items use. */
function placeFaults(problem: PackingProblem, packing: Packing): string[] {
  const faults: string[] = [];
  for (const { items, most } of problem.spread ?? []) {
    const domains = [...items].map((item) => packing.domainOf?.[packing.binOf[item] as number]);
    for (const domain of new Set(domains)) {
      const held = domains.filter((own) => own === domain).length;
      if (held > most) faults.push(`domain ${domain} holds ${held} of ${items}`);
    }
  }
  packing.domainOf?.forEach((domain, bin) => {
    if (!(domain >= 0 && domain < (problem.domainCount ?? 1))) faults.push(`bin ${bin} is nowhere`);
  });
  packing.binOf.forEach((bin, item) => {
    const type = packing.typeOf[bin] as number;
    if (problem.mayUse && problem.mayUse[item * problem.binTypes.length + type] !== 1) {
      faults.push(`item ${item} may not use type ${type}`);
    }
  });
  return faults;
}
