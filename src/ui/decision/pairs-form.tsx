import { useState } from 'preact/hooks';
import { costCriterion } from '~/model/scoring/knowledge.ts';
import { pairwiseWeights } from '~/model/scoring/pairwise.ts';
import { ChoiceField } from '../parts/choice-field.tsx';
import { type DecisionPanelProps, setPolicy } from './parts.ts';

/** Saaty's scale by the level of a comparison: equally, a little, clearly, much, far more. */
const scale = [1, 3, 5, 7, 9];
const levels = [4, 3, 2, 1, 0, -1, -2, -3, -4];
/** Above it comparisons are taken as contradictory. */
const consistent = 0.1;
/** The heaviest group’s criteria together have this weight at most: the range of the sliders. */
const heaviest = 10;

type Levels = Readonly<Record<string, number>>;

const keyOf = (first: string, second: string) => `${first} ${second}`;

/** Comparisons of the groups, n × n: how many times as important the row is as the column. */
function comparisonsOf(groups: readonly string[], chosen: Levels): Float64Array {
  return Float64Array.from(
    groups.flatMap((first) =>
      groups.map((second) => {
        const level = chosen[keyOf(first, second)] ?? 0;
        const times = scale[Math.abs(level)] ?? 1;
        return level >= 0 ? times : 1 / times;
      }),
    ),
  );
}

interface PairsFormProps extends Pick<DecisionPanelProps, 'own' | 'session' | 'data'> {
  /** The cost counts, and so is one of what is compared. */
  readonly hasCost: boolean;
}

/** Weights of the groups out of comparisons in pairs, shared by the criteria of each. */
export function PairsForm({ own, session, data, hasCost }: PairsFormProps) {
  const [chosen, setChosen] = useState<Levels>({});
  const texts = own.pairs;
  const members = (group: string) =>
    group === costCriterion
      ? [costCriterion]
      : data.criteria.flatMap((criterion) => (criterion.group === group ? [criterion.id] : []));
  // A group without a criterion that can be met has nothing to weigh.
  const named = Object.keys(data.groups).filter((group) => members(group).length > 0);
  const groups = hasCost ? [...named, costCriterion] : named;
  const name = (group: string | undefined) =>
    group === costCriterion ? own.weights.cost : (data.groups[group ?? ''] ?? '');
  const { weights, consistencyRatio } = pairwiseWeights(
    comparisonsOf(groups, chosen),
    groups.length,
  );
  const ratio = consistencyRatio ?? 0;
  const shown = (Math.round(ratio * 100) / 100).toFixed(2);
  const use = () => {
    const each = groups.map((group, index) => (weights[index] ?? 0) / members(group).length);
    const largest = Math.max(...each);
    const shared = Object.fromEntries(
      groups.flatMap((group, index) => {
        const weight = Math.round(((each[index] ?? 0) / largest) * heaviest * 100) / 100;
        return members(group).map((id) => [id, weight] as const);
      }),
    );
    const { [costCriterion]: costWeight, ...criteria } = shared;
    setPolicy(session, {
      weights: criteria,
      ...(costWeight === undefined ? {} : { costWeight }),
    });
  };
  const comparisons = (groups.length * (groups.length - 1)) / 2;
  return (
    <details class="pairs">
      <summary>{texts.title}</summary>
      <p class="field-hint">{texts.help(String(comparisons))}</p>
      <div class="settings-grid">
        {groups.flatMap((first, index) =>
          groups.slice(index + 1).map((second) => (
            <ChoiceField
              key={keyOf(first, second)}
              label={texts.pair(name(first), name(second))}
              value={String(chosen[keyOf(first, second)] ?? 0)}
              options={levels.map((level) => ({
                value: String(level),
                label: texts.level(level, name(first), name(second)),
              }))}
              onValue={(level) => setChosen({ ...chosen, [keyOf(first, second)]: Number(level) })}
            />
          )),
        )}
      </div>
      <p class="notice" data-kind={ratio > consistent ? 'warn' : undefined} role="status">
        {ratio > consistent ? texts.contradictory(shown) : texts.consistent(shown)}
      </p>
      <button type="button" onClick={use}>
        {texts.use}
      </button>
    </details>
  );
}
