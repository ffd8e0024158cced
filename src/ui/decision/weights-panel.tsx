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
  cost: [],
};
const emphasis = 4;
/** Nearly a third of all weight, where the criteria have what is usual. */
const costEmphasis = 10;

const presetWeights = (preset: PresetId, { criteria }: DecisionData) => ({
  weights: Object.fromEntries(
    criteria
      .filter(({ group }) => emphasized[preset].includes(group))
      .map(({ id }) => [id, emphasis]),
  ),
  costWeight: preset === 'cost' ? costEmphasis : usualWeight,
});

/** How much each criterion matters, and what must be there. */
export function WeightsPanel({ words, own, session, data, answering }: DecisionPanelProps) {
  const policy = session.scenario.value.decision;
  const texts = own.weights;
  const decision = answering.answered.value?.answer.decision;
  const hasCost = decision?.kind === 'ranked' && decision.costScale !== null;
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
            onClick={() => setPolicy(session, presetWeights(preset, data))}
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
      <fieldset class="weights">
        <legend class="visually-hidden">{texts.cost}</legend>
        <div class="weight">
          <RangeField
            words={words}
            label={texts.cost}
            help={texts.costHelp}
            value={policy.costWeight}
            least={0}
            most={most}
            step={1}
            unit=""
            isChanged={policy.costWeight !== usualWeight}
            onValue={(costWeight) => setPolicy(session, { costWeight: costWeight ?? usualWeight })}
            onReset={() => setPolicy(session, { costWeight: usualWeight })}
          />
          {!hasCost && policy.costWeight > 0 && <p class="field-hint">{texts.costUnknown}</p>}
        </div>
      </fieldset>
      <PairsForm own={own} session={session} data={data} hasCost={hasCost} />
    </>
  );
}
