import { describe, expect, test } from 'vitest';
import { calculatorOf } from '~/ui/calculators/calculators.ts';
import { type CalculatorKind, loadCalculatorWords } from '~/words/calculators.ts';
import { createLocalPlanner } from '~/worker/local-planner.ts';

const planner = createLocalPlanner();
const kinds: readonly CalculatorKind[] = [
  'live-migration',
  'restart-time',
  'network-share',
  'page-sharing',
];
const languages = ['en', 'ja'] as const;
const cases = kinds.flatMap((kind) => languages.map((language) => ({ kind, language })));
const load = async (kind: CalculatorKind, language: 'en' | 'ja') =>
  calculatorOf(kind, await loadCalculatorWords(language));
/** A no-break space keeps a figure and its unit together; here it would only be in the way. */
const plain = (text: string) => text.replaceAll('\u00A0', ' ');
const answer = async (
  kind: CalculatorKind,
  language: 'en' | 'ja',
  values: Readonly<Record<string, number>> = {},
) => {
  const calculator = await load(kind, language);
  const said = await calculator.solve(planner, { ...calculator.start, ...values });
  return { ...said, sentence: plain(said.sentence), steps: said.steps.map(plain) };
};

describe.each(cases)('$kind in $language', ({ kind, language }) => {
  test('begins with values that its fields allow, and answers them with steps', async () => {
    const { fields, start, title } = await load(kind, language);
    expect(title).not.toBe('');
    for (const { id, least, most, sliderMost, unit, symbol } of fields) {
      expect(start[id]).toBeGreaterThanOrEqual(least);
      expect(start[id]).toBeLessThanOrEqual(sliderMost);
      expect(sliderMost).toBeLessThanOrEqual(most);
      expect([unit, symbol]).not.toContain('');
    }
    const said = await answer(kind, language);
    expect(said.isWarning).toBe(false);
    expect(said.steps.length).toBeGreaterThan(1);
  });

  test('says a sentence without holes at both ends of every field', async () => {
    const { fields } = await load(kind, language);
    for (const { id, least, most } of fields) {
      for (const value of [least, most]) {
        const { sentence, steps, result } = await answer(kind, language, { [id]: value });
        const said = [sentence, result, ...steps].join(' ');
        expect(said).not.toMatch(/NaN|Infinity|undefined|unknown|不明/);
      }
    }
  });

  test('names each symbol of its formula in a field', async () => {
    const { formula, fields } = await load(kind, language);
    const symbols = fields.map(({ symbol }) => symbol);
    // N, the most rounds, is the one bound that stands in no formula.
    for (const symbol of symbols.filter((name) => name !== 'N')) expect(formula).toContain(symbol);
    expect(new Set(symbols).size).toBe(symbols.length);
  });
});

test('both languages have the same fields and beginnings', async () => {
  for (const kind of kinds) {
    const [en, ja] = await Promise.all(languages.map((language) => load(kind, language)));
    expect(ja?.start).toEqual(en?.start);
    expect(ja?.fields.map(({ symbol }) => symbol)).toEqual(en?.fields.map(({ symbol }) => symbol));
  }
});

test('the live migration of the report’s machine takes 44.5 s in 3 rounds', async () => {
  expect((await answer('live-migration', 'en')).sentence).toBe(
    'The migration takes 44.5 s in 3 rounds; at its end the machine stands still for 0.208 s.',
  );
  expect((await answer('live-migration', 'ja')).sentence).toBe(
    '移行は 3 回の繰り返しで 44.5 秒かかり、最後に仮想マシンが 0.208 秒止まります。',
  );
});

test('a migration that never ends is said, without a time', async () => {
  for (const language of languages) {
    const said = await answer('live-migration', language, { dirty: 112 });
    expect(said.isWarning).toBe(true);
    expect(said.sentence).not.toMatch(/\d/);
    expect(said.result).not.toMatch(/\d/);
  }
});

test('a stop beyond the limit is a warning with its length', async () => {
  const said = await answer('live-migration', 'en', { dirty: 100, rounds: 2 });
  expect(said.isWarning).toBe(true);
  expect(said.sentence).toMatch(/29\.2 s, longer than the 0\.3 s allowed/);
});

test('the same as in the worker: restart in two groups, half a card, nothing alike', async () => {
  expect((await answer('restart-time', 'en', { machines: 8 })).sentence).toMatch(
    /up 108 s after .* after 2 min 18 s\. They start in 2 groups; the first guests are up after 63 s/,
  );
  expect((await answer('network-share', 'en', { cards: 2, speed: 10 })).sentence).toMatch(
    /gets 50 % of a card: 5 Gb\/s, or 596 MiB\/s/,
  );
  expect((await answer('page-sharing', 'en', { kinds: 10 })).sentence).toMatch(/^Nothing is saved/);
});
