import fc from 'fast-check';
import type { PackingProblem } from '../../../src/model/packing/problem.ts';
import { binType, problemOf } from './instances.ts';

const figure = (most: number) =>
  fc.oneof(fc.integer({ min: 0, max: most }), fc.double({ min: 0, max: most, noNaN: true }));

const setsOf = (itemCount: number, maxLength: number) =>
  fc.array(
    fc
      .uniqueArray(fc.nat(itemCount - 1), { minLength: 2, maxLength: 4 })
      .map((set) => Int32Array.from(set)),
    { maxLength },
  );

/** Problems with every kind of constraint: most can be packed, some cannot. */
export const anyProblem = (mostItems = 40): fc.Arbitrary<PackingProblem> =>
  fc
    .record({
      itemCount: fc.integer({ min: 2, max: mostItems }),
      dimensionCount: fc.integer({ min: 1, max: 5 }),
      typeCount: fc.integer({ min: 1, max: 3 }),
    })
    .chain(({ itemCount, dimensionCount, typeCount }) =>
      fc
        .record({
          rows: fc.array(
            fc.array(figure(60), { minLength: dimensionCount, maxLength: dimensionCount }),
            { minLength: itemCount, maxLength: itemCount },
          ),
          types: fc.array(
            fc.record({
              capacity: fc.array(fc.integer({ min: 50, max: 120 }), {
                minLength: dimensionCount,
                maxLength: dimensionCount,
              }),
              cost: fc.integer({ min: 1, max: 9 }),
              available: fc.oneof(
                { weight: 4, arbitrary: fc.constant(Number.POSITIVE_INFINITY) },
                { weight: 1, arbitrary: fc.integer({ min: 0, max: 8 }) },
              ),
              maxItems: fc.oneof(
                { weight: 3, arbitrary: fc.constant(Number.POSITIVE_INFINITY) },
                { weight: 1, arbitrary: fc.integer({ min: 2, max: 6 }) },
              ),
            }),
            { minLength: typeCount, maxLength: typeCount },
          ),
          together: setsOf(itemCount, 2),
          apart: setsOf(itemCount, 4),
          sharedStock: fc.oneof(
            { weight: 4, arbitrary: fc.constant([]) },
            {
              weight: 1,
              arbitrary: fc
                .integer({ min: 1, max: 8 })
                .map((available) => [
                  { types: Array.from({ length: typeCount }, (_, type) => type), available },
                ]),
            },
          ),
          pins: fc.option(
            fc.array(
              fc.oneof(
                { weight: 5, arbitrary: fc.constant(-1) },
                { weight: 1, arbitrary: fc.nat(typeCount - 1) },
              ),
              { minLength: itemCount, maxLength: itemCount },
            ),
            { nil: null },
          ),
        })
        .map(({ rows, types, together, apart, pins, sharedStock }) =>
          problemOf(
            rows,
            types.map(({ capacity, ...rest }) => binType(capacity, rest)),
            { together, apart, sharedStock, typeOnly: pins && Int32Array.from(pins) },
          ),
        ),
    );

/** Problems whose bins stand in failure domains, and whose items may not use every type. */
export const anyDomainProblem = (mostItems = 40): fc.Arbitrary<PackingProblem> =>
  fc
    .tuple(
      anyProblem(mostItems),
      fc.integer({ min: 2, max: 4 }),
      fc.array(fc.array(fc.nat(), { minLength: 2, maxLength: 7 }), { maxLength: 3 }),
      fc.infiniteStream(fc.nat(9)),
    )
    .map(([problem, domainCount, sets, marks]) => ({
      ...problem,
      domainCount,
      spread: sets.map((set) => {
        const items = Int32Array.from(new Set(set.map((own) => own % problem.itemCount)));
        return { items, most: Math.ceil(items.length / domainCount) };
      }),
      mayUse: Uint8Array.from({ length: problem.itemCount * problem.binTypes.length }, () =>
        (marks.next().value as number) < 9 ? 1 : 0,
      ),
    }));
