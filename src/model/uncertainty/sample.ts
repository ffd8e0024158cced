import { type Draws, drawInputs } from './draws.ts';
import { quantileOf, type Spread } from './spread.ts';

/** One future: a value for each input. */
export type Future<Input extends string> = Readonly<Record<Input, number>>;

/** The figures of one future; Infinity where there is none. */
export type Outcome<Figure extends string> = Readonly<Record<Figure, number>>;

/**
 * Computes one future, yielding between pieces of long work.
 *
 * The yielded share (0…1) is that of this one future.
 */
export type Evaluate<Input extends string, Figure extends string> = (
  future: Future<Input>,
) => Generator<number, Outcome<Figure>, boolean>;

export interface SampleQuestion<Input extends string, Figure extends string> {
  readonly spreads: Readonly<Record<Input, Spread>>;
  readonly figures: readonly Figure[];
  readonly count: number;
  readonly seed: number;
  readonly evaluate: Evaluate<Input, Figure>;
}

export interface Sample<Input extends string, Figure extends string> {
  /** Futures that were computed: all, unless it was stopped. */
  readonly count: number;
  readonly inputs: Draws<Input>;
  readonly figures: Readonly<Record<Figure, Float64Array>>;
  readonly tornado: readonly TornadoBar<Input, Figure>[];
}

/** What the figures are when one input alone is low or high and the others are as is likely. */
export interface TornadoBar<Input extends string, Figure extends string> {
  readonly input: Input;
  /** The values at which a tenth and nine tenths of the draws stay below. */
  readonly lowValue: number;
  readonly highValue: number;
  readonly low: Outcome<Figure>;
  readonly high: Outcome<Figure>;
}

/**
 * Computes a question's figures for many futures, and for each input alone at its low and high end. Yields the share
 * done; resume with `true` to end early with the futures that are done.
 */
export function* sampleSteps<Input extends string, Figure extends string>(
  question: SampleQuestion<Input, Figure>,
): Generator<number, Sample<Input, Figure>, boolean> {
  const { spreads, figures, count, seed, evaluate } = question;
  const names = Object.keys(spreads) as Input[];
  const inputs = drawInputs(spreads, count, seed);
  const futures: Future<Input>[] = Array.from({ length: count }, (_, draw) =>
    futureOf(names, (name) => inputs[name][draw] as number),
  );
  const ends = names.flatMap((name) =>
    [0.1, 0.9].map((share) =>
      futureOf(names, (other) =>
        other === name ? quantileOf(spreads[name], share) : spreads[other].likely,
      ),
    ),
  );
  const all = [...ends, ...futures];
  const outcomes: Outcome<Figure>[] = [];
  for (const future of all) {
    const steps = evaluate(future);
    let step = steps.next(false);
    while (!step.done) {
      const isStopped: boolean = yield (outcomes.length + step.value) / all.length;
      // What an unfinished future would have said is left out; without both ends there is no tornado.
      if (isStopped) return settled(question, names, inputs, outcomes);
      step = steps.next(false);
    }
    outcomes.push(step.value);
    const isStopped: boolean = yield outcomes.length / all.length;
    if (isStopped) break;
  }
  return settled({ spreads, figures, count, seed, evaluate }, names, inputs, outcomes);
}

const futureOf = <Input extends string>(
  names: readonly Input[],
  value: (name: Input) => number,
): Future<Input> =>
  Object.fromEntries(names.map((name) => [name, value(name)])) as unknown as Future<Input>;

function settled<Input extends string, Figure extends string>(
  { spreads, figures }: SampleQuestion<Input, Figure>,
  names: readonly Input[],
  inputs: Draws<Input>,
  outcomes: readonly Outcome<Figure>[],
): Sample<Input, Figure> {
  const endCount = names.length * 2;
  const drawn = outcomes.slice(endCount);
  const tornado = names.flatMap((input, index) => {
    const low = outcomes[2 * index];
    const high = outcomes[2 * index + 1];
    if (low === undefined || high === undefined) return [];
    const spread = spreads[input];
    const [lowValue, highValue] = [quantileOf(spread, 0.1), quantileOf(spread, 0.9)];
    return [{ input, lowValue, highValue, low, high }];
  });
  return {
    count: drawn.length,
    inputs: Object.fromEntries(
      names.map((name) => [name, inputs[name].slice(0, drawn.length)]),
    ) as unknown as Draws<Input>,
    figures: Object.fromEntries(
      figures.map((figure) => [figure, Float64Array.from(drawn, (outcome) => outcome[figure])]),
    ) as unknown as Readonly<Record<Figure, Float64Array>>,
    tornado,
  };
}
