import { expect, test } from 'vitest';
import { entrySchemas } from '../../src/scenario/catalogue.ts';
import { readData, readPages, sourceIdsCited, sourceIdsListed } from './read-content.ts';

const pages = [...readPages('en'), ...readPages('ja')];
const sources = (readData('sources') as unknown[]).map((entry) =>
  entrySchemas.sources.parse(entry),
);

test('what a page cites, it lists in full', () => {
  const missing = pages.flatMap(({ path, body }) => {
    const listed = new Set(sourceIdsListed(body));
    return sourceIdsCited(body).flatMap((id) => (listed.has(id) ? [] : [`${path}: ${id}`]));
  });
  expect(missing).toEqual([]);
});

test('every listed source exists', () => {
  const known = new Set(sources.map(({ id }) => id));
  const unknown = pages.flatMap(({ path, body }) =>
    sourceIdsListed(body).flatMap((id) => (known.has(id) ? [] : [`${path}: ${id}`])),
  );
  expect(unknown).toEqual([]);
});

test('every source has a title in both languages and a date', () => {
  for (const { title, asOf } of sources) {
    expect(title.ja).not.toBe('');
    expect(title.en).not.toBe('');
    expect(asOf).toMatch(/^\d{4}/);
  }
});

test('no page joins an anonymous product of the report to a name', () => {
  const names = /Hyper-V|VMware|Oracle VM|Virtual Iron|Red ?Hat|Xen/;
  const joined = pages.flatMap(({ path, body }) =>
    body
      .split('\n')
      .filter((line) => /(?:product|製品) ?[A-D]\b/i.test(line) && names.test(line))
      .map((line) => `${path}: ${line}`),
  );
  expect(joined).toEqual([]);
});
