import { render } from 'preact';
import { type CalculatorKind, loadCalculatorWords } from '~/words/calculators.ts';
import type { Language } from '~/words/format.ts';
import { createPlanner, type PlannerClient } from '~/worker/client.ts';
import { CalculatorView } from './calculator-view.tsx';
import './calculators.css';
import { calculatorOf } from './calculators.ts';

/** One thread for all calculators of the page. */
let planner: PlannerClient | null = null;

/** Puts a calculator in place of its worked example, which says the same of the values that it begins with. */
export async function mount(place: HTMLElement, kind: CalculatorKind, language: Language) {
  const words = await loadCalculatorWords(language);
  planner ??= createPlanner();
  place.replaceChildren();
  render(
    <CalculatorView words={words} calculator={calculatorOf(kind, words)} planner={planner} />,
    place,
  );
}
