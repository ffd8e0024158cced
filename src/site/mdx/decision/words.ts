import type { Language } from '~/words/format.ts';

interface ExampleWords {
  readonly product: string;
  readonly names: Readonly<Record<string, string>>;
  readonly parts: Readonly<Record<string, string>>;
  readonly weight: string;
  readonly score: string;
  readonly first: string;
}

export const exampleWords: Readonly<Record<Language, ExampleWords>> = {
  en: {
    product: 'Product',
    names: { x: 'X', y: 'Y' },
    parts: { ha: 'Restart', gpu: 'GPU', cost: 'Cost' },
    weight: 'Weight',
    score: 'Score',
    first: 'First',
  },
  ja: {
    product: '製品',
    names: { x: 'X', y: 'Y' },
    parts: { ha: '自動再起動', gpu: 'GPU', cost: '費用' },
    weight: '重み',
    score: '得点',
    first: '1 位の割合',
  },
};
