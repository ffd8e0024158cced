import { type PresetId, presetIds } from '~/words/decision.ts';
import { RangeField } from '../parts/range-field.tsx';
import { PairsForm } from './pairs-form.tsx';
import { type DecisionData, type DecisionPanelProps, setPolicy } from './parts.ts';

/** What a criterion weighs as long as nothing was said. */
export const usualWeight = 1;
const most = 10;

/** Groups that a preset weighs more than the others. */
const emphasized: Readonly<Record<PresetId, readonly string[]>> = {
  even: [],
  operation: ['deploy', 'operate'],
  continuity: ['protect'],
  security: ['devices'],
  scale: ['limits'],
};
const emphasis = 4;

const presetWeights = (preset: PresetId, { criteria }: DecisionData) =>
  Object.fromEntries(
    criteria
      .filter(({ group }) => emphasized[preset].includes(group))
      .map(({ id }) => [id, emphasis]),
  );

/** How much each criterion matters, and what must be there. */
export function WeightsPanel({ words, own, session, data }: DecisionPanelProps) {
  const policy = session.scenario.value.decision;
  const texts = own.weights;
  const weigh = (id: string, weight: number | null) => {
    const { [id]: _old, ...others } = policy.weights;
    setPolicy(session, { weights: weight === null ? others : { ...others, [id]: weight } });
  };
  const must = (id: string, isMust: boolean) => {
    const others = policy.mustHave.filter((other) => other !== id);
    setPolicy(session, { mustHave: isMust ? [...others, id] : others });
  };
  return (
    <>
      <p class="field-hint">{texts.help}</p>
      <p class="toolbar presets">
        <span>{texts.presets}</span>
        {presetIds.map((preset) => (
          <button
            key={preset}
            type="button"
            onClick={() => setPolicy(session, { weights: presetWeights(preset, data) })}
          >
            {texts.preset[preset]}
          </button>
        ))}
      </p>
      {Object.entries(data.groups).map(([group, name]) => (
        <fieldset key={group} class="weights">
          <legend>{name}</legend>
          {data.criteria
            .filter((criterion) => criterion.group === group)
            .map(({ id, name: item, question }) => (
              <div key={id} class="weight">
                <RangeField
                  words={words}
                  label={item}
                  help={question}
                  value={policy.weights[id] ?? usualWeight}
                  least={0}
                  most={most}
                  step={1}
                  unit=""
                  isChanged={policy.weights[id] !== undefined}
                  onValue={(weight) => weigh(id, weight ?? usualWeight)}
                  onReset={() => weigh(id, null)}
                />
                <label class="check">
                  <input
                    type="checkbox"
                    aria-label={texts.mustHaveOf(item)}
                    checked={policy.mustHave.includes(id)}
                    onChange={(event) => must(id, event.currentTarget.checked)}
                  />
                  {texts.mustHave}
                </label>
              </div>
            ))}
        </fieldset>
      ))}
      <RangeField
        words={words}
        label={texts.cost}
        help={texts.costHelp}
        value={policy.costWeight}
        least={0}
        most={most}
        step={1}
        unit=""
        isChanged={policy.costWeight > 0}
        onValue={(costWeight) => setPolicy(session, { costWeight: costWeight ?? 0 })}
        onReset={() => setPolicy(session, { costWeight: 0 })}
      />
      <PairsForm own={own} session={session} data={data} />
    </>
  );
}
