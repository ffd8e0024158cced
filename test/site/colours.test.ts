import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('../../src/site/styles/tokens.css', import.meta.url), 'utf8');
const colours = new Map(
  [...css.matchAll(/(--[\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }] as const,
  ),
);
type Theme = 'light' | 'dark';
type Rgb = readonly [number, number, number];

const colour = (name: string, theme: Theme): Rgb => {
  const hex = colours.get(name)?.[theme] ?? '';
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [part(1), part(3), part(5)];
};
const linear = ([r, g, b]: Rgb): Rgb => {
  const one = (value: number) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  return [one(r), one(g), one(b)];
};
const luminance = (rgb: Rgb) => {
  const [r, g, b] = linear(rgb);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
/** WCAG 2.2 contrast ratio, 1…21. */
const contrast = (a: Rgb, b: Rgb) => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

/** Machado, Oliveira and Fernandes 2009, severity 1, in linear RGB. */
const sight: Readonly<Record<string, readonly Rgb[]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};
/** Oklab coordinates of a colour as a kind of eye sees it. */
function seen(rgb: Rgb, eye: string): Rgb {
  const source = linear(rgb);
  const [r = 0, g = 0, b = 0] = (sight[eye] ?? []).map((row) =>
    Math.max(0, row[0] * source[0] + row[1] * source[1] + row[2] * source[2]),
  );
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}
const distance = (a: Rgb, b: Rgb) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

const series = Array.from({ length: 8 }, (_, index) => `--chart-${index + 1}`);
const ramp = Array.from({ length: 10 }, (_, index) => `--seq-${index}`);

/** Text, and the ground it may stand on. */
const readable: readonly (readonly [text: string, ground: string])[] = [
  ...['--ink', '--ink-soft', '--ink-faint', '--accent', '--accent-strong'].flatMap((text) =>
    ['--paper', '--surface', '--sunken'].map((ground) => [text, ground] as const),
  ),
  ['--on-accent', '--accent'],
  ['--on-accent', '--accent-strong'],
  ['--accent-strong', '--accent-soft'],
  ['--ink', '--accent-soft'],
  ['--ink-soft', '--accent-soft'],
  ['--ink', '--highlight-soft'],
  ...['good', 'warn', 'bad'].flatMap((kind) =>
    [`--${kind}-soft`, '--surface', '--paper'].map((ground) => [`--${kind}`, ground] as const),
  ),
];

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test.each(readable)('%s is readable on %s (4.5:1)', (text, ground) => {
    expect(contrast(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  test.each([...series, '--line-strong'])('%s can be made out on every surface (3:1)', (name) => {
    for (const ground of ['--paper', '--surface']) {
      expect(contrast(colour(name, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3);
    }
  });

  test.each(Object.keys(sight))('the series stay apart for %s sight', (eye) => {
    for (const [index, a] of series.entries()) {
      for (const b of series.slice(index + 1)) {
        const apart = distance(seen(colour(a, theme), eye), seen(colour(b, theme), eye));
        expect(apart, `${a} and ${b}`).toBeGreaterThan(0.09);
      }
    }
  });

  test('the ramp goes one way, in steps that can be seen', () => {
    const lightness = ramp.map((name) => seen(colour(name, theme), 'normal')[0]);
    const steps = lightness.slice(1).map((value, index) => value - (lightness[index] ?? 0));
    const way = theme === 'light' ? -1 : 1;
    for (const step of steps) expect(way * step).toBeGreaterThan(0.025);
  });
});
