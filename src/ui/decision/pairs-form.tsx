import { useState } from 'preact/hooks';
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

/** Weights of the groups out of comparisons in pairs, shared by the criteria of each. */
export function PairsForm({ own, session, data }: Omit<DecisionPanelProps, 'words' | 'answering'>) {
  const [chosen, setChosen] = useState<Levels>({});
  const texts = own.pairs;
  // A group without a criterion that can be met has nothing to weigh.
  const groups = Object.keys(data.groups).filter((group) =>
    data.criteria.some((criterion) => criterion.group === group),
  );
  const name = (group: string | undefined) => data.groups[group ?? ''] ?? '';
  const { weights, consistencyRatio } = pairwiseWeights(
    comparisonsOf(groups, chosen),
    groups.length,
  );
  const ratio = consistencyRatio ?? 0;
  const shown = (Math.round(ratio * 100) / 100).toFixed(2);
  const use = () => {
    const members = (group: string) => data.criteria.filter((own) => own.group === group);
    const each = groups.map((group, index) => (weights[index] ?? 0) / members(group).length);
    const largest = Math.max(...each);
    setPolicy(session, {
      weights: Object.fromEntries(
        groups.flatMap((group, index) =>
          members(group).map(({ id }) => [
            id,
            Math.round(((each[index] ?? 0) / largest) * heaviest * 100) / 100,
          ]),
        ),
      ),
    });
  };
  return (
    <details class="pairs">
      <summary>{texts.title}</summary>
      <p class="field-hint">{texts.help}</p>
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
