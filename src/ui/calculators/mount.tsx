import { render } from 'preact';
import { type CalculatorKind, loadCalculatorWords } from '~/words/calculators.ts';
import type { Language } from '~/words/format.ts';
import { createPlanner, type PlannerClient } from '~/worker/client.ts';
import { CalculatorView } from './calculator-view.tsx';
import stylesheet from './calculators.css?url';
import { calculatorOf } from './calculators.ts';

/** One thread for all calculators of the page. */
let planner: PlannerClient | null = null;

let styled: Promise<void> | null = null;

/** Loads the styles. An import would make each reading page link them, whether or not a calculator is ever seen. */
const loadStyles = () =>
  new Promise<void>((resolve) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = stylesheet;
    link.onload = () => resolve();
    link.onerror = () => resolve();
    document.head.append(link);
  });

/** Puts a calculator in place of its worked example, which says the same of the values that it begins with. */
export async function mount(place: HTMLElement, kind: CalculatorKind, language: Language) {
  styled ??= loadStyles();
  const [words] = await Promise.all([loadCalculatorWords(language), styled]);
  planner ??= createPlanner();
  place.replaceChildren();
  render(
    <CalculatorView words={words} calculator={calculatorOf(kind, words)} planner={planner} />,
    place,
  );
}
