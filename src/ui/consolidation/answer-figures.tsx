import type { ConsolidationPlan, Step } from '~/model/consolidation/answer.ts';
import type { Context } from '~/words/sentences.ts';
import type { Words } from '~/words/words.ts';
import { SimpleTable } from '../parts/simple-table.tsx';
import type { Answered } from '../store/answering.ts';

export interface FigureProps {
  readonly words: Words;
  readonly plan: ConsolidationPlan;
  readonly context: Context;
}

/** The resource and the hour that drive the count, and what the others would need alone. */
export function BindingFigure({ words, plan, context }: FigureProps) {
  const { answer: texts } = words.tool;
  const { binding } = plan;
  return (
    <div class="answer-part">
      <h3>{texts.binding}</h3>
      <p>{words.answer.binding(binding, context)}</p>
      <details>
        <summary>{texts.bindingTable}</summary>
        <SimpleTable
          caption={texts.bindingTable}
          isCaptionHidden
          head={[texts.resource, texts.worstAt, texts.hostsAlone]}
          rows={binding.hostsByResource.map(({ resource, slot, hosts }) => [
            words.answer.resourceTitle(resource),
            words.answer.when(slot, context),
            words.format.number(hosts, 1),
          ])}
          figures={[2]}
        />
      </details>
    </div>
  );
}

/** What happens when hosts fail: proven loss by loss. */
export function FailureFigure({ words, plan, context }: FigureProps) {
  const { answer: texts } = words.tool;
  const { worstFailure, survival, tolerates } = plan;
  return (
    <div class="answer-part">
      <h3>{texts.failure}</h3>
      <p>{texts.tolerates(tolerates)}</p>
      {worstFailure !== null && (
        <details>
          <summary>{texts.proof}</summary>
          <p>{texts.survival(survival)}</p>
          <p>{texts.worst(worstFailure, context)}</p>
          {worstFailure.unplaced.length > 0 && (
            <p>{texts.unplaced(worstFailure.unplaced.length)}</p>
          )}
        </details>
      )}
    </div>
  );
}

/** How many hosts of each type; nothing to say where there is only one. */
export function MixFigure({ words, plan, context }: FigureProps) {
  const { answer: texts } = words.tool;
  if (plan.hostsByType.length < 2) return null;
  return (
    <div class="answer-part">
      <h3>{texts.mix}</h3>
      <ul>
        {plan.hostsByType.map(({ id, hosts }) => (
          <li key={id}>
            {context.hostTypeName(id)}: {texts.hostsOf(hosts)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What the hosts cost, and that nothing costs much less; nothing to say where a type has no price. */
export function CostFigure({ words, plan: { cost, hostsByType } }: FigureProps) {
  const { answer: texts } = words.tool;
  if (cost === null) return null;
  return (
    <div class="answer-part">
      <h3>{texts.cost}</h3>
      {hostsByType.length > 1 && <p>{texts.costDecides}</p>}
      <dl class="facts" data-testid="cost">
        <div>
          <dt>{texts.costTotal}</dt>
          <dd>{texts.costFigure(cost.total)}</dd>
        </div>
        <div>
          <dt>{texts.costBound}</dt>
          <dd>{texts.costFigure(cost.lowerBound)}</dd>
        </div>
        <div>
          <dt>{texts.costGap}</dt>
          <dd>{texts.costGapFigure(cost.gap)}</dd>
        </div>
      </dl>
    </div>
  );
}

/** How the usable capacity of a host came about, step by step, for each type and resource. */
export function CapacityFigure({ words, plan, context }: FigureProps) {
  const { answer: texts } = words.tool;
  const groups = stepsByFigure(plan.because);
  return (
    <details class="answer-part">
      <summary>{texts.capacity}</summary>
      <p class="field-hint">{texts.capacityHelp}</p>
      {groups.map(({ hostType, resource, steps }) => (
        <div key={`${hostType} ${resource}`} class="steps">
          <h4>
            {words.answer.resourceTitle(resource)} ({context.hostTypeName(hostType)})
          </h4>
          <ol>
            {steps.map((step) => (
              <li key={step.step}>{words.answer.step(step)}</li>
            ))}
          </ol>
        </div>
      ))}
    </details>
  );
}

interface FigureSteps {
  readonly hostType: string;
  readonly resource: Step['resource'];
  readonly steps: Step[];
}

/** The steps of one figure (a resource of a host type) belong together, in the order of the computation. */
function stepsByFigure(because: readonly Step[]): readonly FigureSteps[] {
  const figures = new Map<string, FigureSteps>();
  for (const step of because) {
    const key = `${step.hostType} ${step.resource}`;
    const figure = figures.get(key) ?? {
      hostType: step.hostType,
      resource: step.resource,
      steps: [],
    };
    figure.steps.push(step);
    figures.set(key, figure);
  }
  return [...figures.values()];
}

interface ComparisonProps {
  readonly words: Words;
  readonly answered: Answered;
  readonly plan: ConsolidationPlan;
}

/** The same fleet counted the ways that others do, and what those ways hide. */
export function ComparisonFigure({ words, answered, plan }: ComparisonProps) {
  const { answer: texts } = words.tool;
  const { comparison } = plan;
  const hosts = (count: number | null) =>
    count === null ? texts.notPossible : words.format.count(count);
  const otherDemands = comparison.byDemand.filter(
    ({ kind }) => kind !== answered.scenario.demand.kind,
  );
  return (
    <details class="answer-part">
      <summary>{texts.comparison}</summary>
      <p class="field-hint">{texts.comparisonHelp}</p>
      <SimpleTable
        caption={texts.comparison}
        isCaptionHidden
        head={[texts.method, texts.hostsAlone, texts.hides]}
        rows={[
          [texts.thisPlan, hosts(plan.hosts), ''],
          [texts.sumDivided, hosts(comparison.sumDivided), texts.sumDividedHides],
          [texts.firstFit, hosts(comparison.firstFit), texts.firstFitHides],
          [
            texts.firstFitDecreasing,
            hosts(comparison.firstFitDecreasing),
            texts.firstFitDecreasingHides,
          ],
          ...otherDemands.map(({ kind, hosts: count }) => [
            texts.byDemand(words.answer.demandKind[kind]),
            hosts(count),
            '',
          ]),
        ]}
        figures={[1]}
      />
    </details>
  );
}
