import type { FailurePolicy } from '~/model/scenario.ts';
import { defaultScenario } from '~/scenario/defaults.ts';
import { NumberField } from './number-field.tsx';
import type { PanelProps } from './panel.ts';

interface ClusterPanelProps extends PanelProps {
  /** Address of the consolidation planner. */
  readonly consolidation: string;
}

/** The cluster is the plan's: what it may lose is chosen here, all else in the consolidation planner. */
export function ClusterPanel({ words, own, session, consolidation }: ClusterPanelProps) {
  const { failure } = session.scenario.value;
  const set = (part: Partial<FailurePolicy>) => {
    const scenario = session.scenario.peek();
    session.scenario.value = { ...scenario, failure: { ...scenario.failure, ...part } };
  };
  const answer = session.survival.answered.value?.answer;
  return (
    <>
      <p data-answer="cluster">
        {answer?.kind === 'checked' &&
          own.cluster.about(answer.hostTypeIndex.length, answer.workloadCount)}{' '}
        {own.cluster.elsewhere} <a href={consolidation}>{own.cluster.toPlanner}</a>
      </p>
      <div class="settings-grid">
        <NumberField
          words={words}
          own={own}
          text={own.fields.tolerate}
          value={failure.tolerate}
          start={defaultScenario.failure.tolerate}
          least={0}
          most={8}
          sliderMost={4}
          onValue={(tolerate) => set({ tolerate: Math.round(tolerate) })}
        />
        <NumberField
          words={words}
          own={own}
          text={own.fields.failureTarget}
          value={failure.targetRatio}
          start={defaultScenario.failure.targetRatio}
          scale={0.01}
          least={10}
          most={100}
          onValue={(targetRatio) => set({ targetRatio })}
        />
      </div>
    </>
  );
}
