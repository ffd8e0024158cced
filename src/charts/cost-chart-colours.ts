import type { CostKind } from '../model/cost/settings.ts';

/** One colour a kind of cost in every chart and legend; nine kinds, so the last is the quiet one. */
export const kindColours: Readonly<Record<CostKind, string>> = {
  hardware: 'var(--chart-1)',
  support: 'var(--chart-6)',
  licences: 'var(--chart-2)',
  energy: 'var(--chart-5)',
  rack: 'var(--chart-8)',
  people: 'var(--chart-3)',
  backup: 'var(--chart-4)',
  migration: 'var(--chart-7)',
  leftover: 'var(--line-strong)',
};

/** Staying is grey; the options follow. */
export const optionColours = [
  'var(--chart-7)',
  'var(--chart-1)',
  'var(--chart-2)',
  'var(--chart-3)',
  'var(--chart-4)',
] as const;
