import { useId, useState } from 'preact/hooks';
import type { PlannerClient } from '~/worker/client.ts';
import type { PlacementFigureProps } from './moves-figure.tsx';
import { placementContext } from './placement-context.ts';
import { lean, useAnswer } from './why-here-figure.tsx';

interface WhyNotProps extends PlacementFigureProps {
  readonly planner: PlannerClient;
}

/** Whether fewer hosts could do, with the proof where there is one. */
export function WhyNotFigure({ words, texts, answered, plan, planner }: WhyNotProps) {
  const { whyNot: own } = texts;
  const id = useId();
  const [typed, setTyped] = useState<number | null>(null);
  const hosts = Math.max(1, typed ?? plan.hosts - 1);
  const answer = useAnswer(
    (signal) => planner.ask(signal, (door) => door.whyNot(answered.scenario, lean(plan), hosts)),
    [hosts, plan],
  );
  return (
    <div class="answer-part" data-testid="why-not">
      <h3>{own.title}</h3>
      <div class="field">
        <label for={id}>{own.wish}</label>
        <input
          id={id}
          type="number"
          min={1}
          max={plan.hosts}
          value={hosts}
          aria-describedby={`${id}-help`}
          onInput={({ currentTarget }) => {
            const value = Math.round(currentTarget.valueAsNumber);
            setTyped(value >= 1 ? value : null);
          }}
        />
        <p class="field-hint" id={`${id}-help`}>
          {own.help}
        </p>
      </div>
      <p role="status">
        {answer !== undefined && own.say(answer, hosts, placementContext(words, answered))}
      </p>
    </div>
  );
}
