import loadHighs, { type Highs } from 'highs';
import type { PackingProblem } from '../../../src/model/packing/problem.ts';

/** What another solver, which shares no line with the engine, says of a problem. */
export type SolverAnswer =
  | { readonly kind: 'optimal'; readonly cost: number }
  | { readonly kind: 'infeasible' }
  | { readonly kind: 'out-of-time' };

/**
 * Solves a packing problem with HiGHS as a mixed-integer program: y says whether a bin is used, x whether an item is
 * in a bin. Failure domains and `mayUse` are not translated.
 *
 * @param binsPerType how many bins of each type the program may use; must be enough for an optimum
 * @param seconds time limit
 */
export async function solveWithHighs(
  problem: PackingProblem,
  binsPerType: number,
  seconds: number,
): Promise<SolverAnswer> {
  highs ??= await loadHighs();
  const program = programOf(problem, binsPerType);
  const answer = highs.solve(program, { output_flag: false, time_limit: seconds, random_seed: 1 });
  if (answer.Status === 'Optimal') return { kind: 'optimal', cost: answer.ObjectiveValue };
  if (answer.Status === 'Infeasible') return { kind: 'infeasible' };
  return { kind: 'out-of-time' };
}

/** The module takes a moment to load and keeps nothing between two programs. */
let highs: Highs | undefined;

/** One bin that the program may use; of each type as many as it may need. */
interface Bin {
  readonly type: number;
  readonly copy: number;
}

const used = ({ type, copy }: Bin) => `y_${type}_${copy}`;
const held = (own: number, bin: Bin) => `x_${own}_${used(bin)}`;
const sum = (terms: readonly string[]) => (terms.length === 0 ? '0 zero' : terms.join(' + '));

/** The program in the format of CPLEX. */
function programOf(problem: PackingProblem, binsPerType: number): string {
  const { itemCount, binTypes } = problem;
  const items = Array.from({ length: itemCount }, (_, own) => own);
  const bins = binTypes.flatMap(({ available }, type) =>
    Array.from({ length: Math.min(available, binsPerType) }, (_, copy) => ({ type, copy })),
  );
  const rows = [
    ...items.map((own) => `${sum(bins.map((bin) => held(own, bin)))} = 1`),
    ...bins.flatMap((bin) => [
      ...capacityRows(problem, bin, items),
      ...setRows(problem, bin),
      ...useRows(problem, bin, items),
    ]),
    ...(problem.sharedStock ?? []).map(({ types, available }) => {
      const shared = bins.filter(({ type }) => types.includes(type)).map(used);
      return `${sum(shared)} <= ${available}`;
    }),
  ];
  return [
    'Minimize',
    `cost: ${sum(bins.map((bin) => `${typeOf(problem, bin).cost} ${used(bin)}`))}`,
    'Subject To',
    ...rows.map((row, index) => `r${index}: ${row}`),
    'Bounds',
    'zero = 0',
    'Binary',
    ...bins.flatMap((bin) => [used(bin), ...items.map((own) => held(own, bin))]),
    'End',
  ].join('\n');
}

/** What a bin holds at most: in shares of it, as the engine's own tolerance is; what it cannot hold at all, one by one. */
function capacityRows(problem: PackingProblem, bin: Bin, items: readonly number[]): string[] {
  const { dimensionCount, demand } = problem;
  const { capacity } = typeOf(problem, bin);
  return [...capacity].flatMap((limit, d) => {
    const size = (own: number) => demand[own * dimensionCount + d] as number;
    const terms = items
      .filter((own) => size(own) > 0 && size(own) <= limit)
      .map((own) => `${size(own) / limit} ${held(own, bin)}`);
    return [
      ...items.filter((own) => size(own) > limit).map((own) => `${held(own, bin)} = 0`),
      ...(terms.length > 0 ? [`${sum(terms)} - ${used(bin)} <= 0`] : []),
    ];
  });
}

function setRows({ apart, together }: PackingProblem, bin: Bin): string[] {
  return [
    ...apart.map((set) => {
      const members = [...new Set(set)].map((own) => held(own, bin));
      return `${sum(members)} - ${used(bin)} <= 0`;
    }),
    ...together.flatMap(([first, ...others]) =>
      others.map((other) => `${held(first as number, bin)} - ${held(other, bin)} = 0`),
    ),
  ];
}

function useRows(problem: PackingProblem, bin: Bin, items: readonly number[]): string[] {
  const { maxItems } = typeOf(problem, bin);
  const isElsewhere = (own: number) => ![-1, bin.type].includes(problem.typeOnly?.[own] ?? -1);
  return [
    ...items.map((own) => `${held(own, bin)} - ${used(bin)} <= 0`),
    ...items.filter(isElsewhere).map((own) => `${held(own, bin)} = 0`),
    ...(maxItems < items.length
      ? [`${sum(items.map((own) => held(own, bin)))} <= ${maxItems}`]
      : []),
    // Bins of a type are alike: they are used in their order, or every order would be tried.
    ...(bin.copy > 0 ? [`${used({ ...bin, copy: bin.copy - 1 })} - ${used(bin)} >= 0`] : []),
  ];
}

function typeOf({ binTypes }: PackingProblem, { type }: Bin) {
  const own = binTypes[type];
  if (!own) throw new Error(`There is no bin type ${type}.`);
  return own;
}
