import { describe, expect, test } from 'vitest';
import { policyOf, withPolicy } from '../../src/site/build/content-security-policy.ts';

const page = (inside: string) => `<!DOCTYPE html><html><head></head><body>${inside}</body></html>`;

describe("a page's policy", () => {
  test('allows no inline code when the page holds none', () => {
    const policy = policyOf(
      page('<script src="/a.js"></script><script type="module" src="b.js"></script>'),
    );
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/sha256-|unsafe-inline|'unsafe-eval'|\*|https?:/);
  });

  test("allows Astro's island code by its hash", () => {
    // openssl: printf '%s' '(self.Astro||(self.Astro={})).load=1' | openssl dgst -sha256 -binary | base64
    const policy = policyOf(page('<script>(self.Astro||(self.Astro={})).load=1</script>'));
    expect(policy).toContain("'sha256-2NOekwsouVZqoAZrk8wy2opXCv5BnMU4NOdAm6vgB54='");
  });

  test.each([
    ['a script of someone else', '<script>alert(1)</script>'],
    ['a style of someone else', '<style>p{color:red}</style>'],
    ['a style attribute', '<p style="color:red">'],
    ['an event handler', '<img src="x" onerror="alert(1)">'],
  ])('refuses to bless %s', (_, inside) => {
    expect(() => policyOf(page(inside))).toThrow();
  });

  test('leaves attributes alone that only end in those words', () => {
    expect(() => policyOf(page('<p data-style="a" class="on=">text style="x"</p>'))).not.toThrow();
  });

  test('comes first in the head', () => {
    expect(withPolicy(page(''))).toMatch(/<head><meta http-equiv="content-security-policy"/);
  });
});
