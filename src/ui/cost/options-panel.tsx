import { defaultOption } from '~/scenario/cost-defaults.ts';
import { OptionCard } from './option-card.tsx';
import { changeCost, type PanelProps } from './parts.ts';

const mostOptions = 4;

/** Staying and one to four options, one card each. */
export function OptionsPanel(props: PanelProps) {
  const { own, session, outcome } = props;
  const { cost, tool } = own;
  const { stay, options } = session.scenario.value.cost;
  const answerOf = (id: string) =>
    id === 'stay'
      ? (outcome?.cost.stay ?? null)
      : (outcome?.cost.options.find((option) => option.id === id) ?? null);
  const freeId = () => {
    for (let number = 1; ; number++) {
      const id = `option-${number}`;
      if (!options.some((option) => option.id === id)) return id;
    }
  };
  return (
    <div class="options">
      <OptionCard {...props} place={-1} option={stay} name={cost.stay} answer={answerOf('stay')} />
      {options.map((option, index) => {
        const name = cost.optionName(option.name, index + 1);
        return (
          <div key={option.id} class="option-place">
            <OptionCard
              {...props}
              place={index}
              option={option}
              name={name}
              answer={answerOf(option.id)}
            />
            <div class="toolbar">
              {options.length < mostOptions && (
                <button
                  type="button"
                  data-kind="quiet"
                  data-size="small"
                  onClick={() =>
                    changeCost(session, (now) => ({
                      ...now,
                      options: [...now.options, { ...option, id: freeId() }],
                    }))
                  }
                >
                  {tool.option.copy(name)}
                </button>
              )}
              {options.length > 1 && (
                <button
                  type="button"
                  data-kind="quiet"
                  data-size="small"
                  onClick={() =>
                    changeCost(session, (now) => ({
                      ...now,
                      options: now.options.filter(({ id }) => id !== option.id),
                    }))
                  }
                >
                  {tool.option.remove(name)}
                </button>
              )}
            </div>
          </div>
        );
      })}
      {options.length < mostOptions && (
        <div>
          <button
            type="button"
            onClick={() =>
              changeCost(session, (now) => ({
                ...now,
                options: [...now.options, { ...defaultOption, id: freeId() }],
              }))
            }
          >
            {tool.option.add}
          </button>
        </div>
      )}
    </div>
  );
}
