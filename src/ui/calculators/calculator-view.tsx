import { useEffect, useState } from 'preact/hooks';
import type { CalculatorWords, Said } from '~/words/calculators.ts';
import type { PlannerClient } from '~/worker/client.ts';
import { RangeField } from '../parts/range-field.tsx';
import { newestQuestion } from '../store/newest-question.ts';
import type { Calculator, Values } from './calculator.ts';

export interface CalculatorViewProps {
  readonly words: CalculatorWords;
  readonly calculator: Calculator;
  readonly planner: PlannerClient;
}

/** How long a newer question waits for the running one before that is aborted. */
const patience = 400;

/** Fields, the answer in a sentence, and its steps. The newest input wins. */
export function CalculatorView({ words, calculator, planner }: CalculatorViewProps) {
  const [values, setValues] = useState(calculator.start);
  const [answer, setAnswer] = useState<Said | 'failed' | null>(null);
  const [questions] = useState(() =>
    newestQuestion<Values>(async (given, signal) => {
      try {
        const said = await planner.ask(signal, (door) => calculator.solve(door, given));
        if (!signal.aborted) setAnswer(said);
      } catch {
        if (!signal.aborted) setAnswer('failed');
      }
    }, patience),
  );
  useEffect(() => questions.ask(values), [values, questions]);

  const said = answer === 'failed' ? null : answer;
  return (
    <section class="calculator-sheet" aria-label={calculator.title}>
      <p class="calculator-title">{calculator.title}</p>
      <p class="calculator-formula">
        {words.formula} <code>{calculator.formula}</code>
      </p>
      <div class="calculator-fields">
        {calculator.fields.map((field) => (
          <RangeField
            key={field.id}
            words={{ tool: { settings: words.settings } }}
            label={`${field.label} (${field.symbol})`}
            help={field.help}
            value={values[field.id] ?? field.start}
            least={field.least}
            most={field.most}
            sliderMost={field.sliderMost}
            step={field.step}
            unit={field.unit}
            isChanged={values[field.id] !== field.start}
            onValue={(value) => {
              if (value === null) return;
              const taken = field.isWhole ? Math.round(value) : value;
              setValues((now) => ({ ...now, [field.id]: taken }));
            }}
            onReset={() => setValues((now) => ({ ...now, [field.id]: field.start }))}
          />
        ))}
      </div>
      <p
        class="calculator-answer"
        role="status"
        aria-live="polite"
        data-kind={said?.isWarning ? 'warn' : undefined}
      >
        {answer === 'failed' ? words.failed : said?.sentence}
      </p>
      <details>
        <summary>{words.steps}</summary>
        <ol>
          {said?.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </details>
      <p class="calculator-note">{calculator.note}</p>
    </section>
  );
}
