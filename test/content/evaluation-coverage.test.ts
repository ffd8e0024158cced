import { describe, expect, test } from 'vitest';
import { anchorsOf, languages, pagesOf } from './evaluation.ts';

/** A part of the report, and where the site tells it: page, and anchor where it is a part of a page. */
type Coverage = readonly [part: string, page: string, anchor?: string];

const operations = 'report/operations';

const coverage: readonly Coverage[] = [
  ['1 (1) why virtualization is wanted', 'report/background'],
  ['1 (2) the technology', 'report/architecture', 'figure-architectures'],
  ['2 (1) purpose', 'report/purpose', 'purpose'],
  ['2 (2) viewpoints', 'report/purpose', 'viewpoints'],
  ['2 (3) items', 'report/purpose', 'items'],
  ['2 (4) products', 'report/purpose', 'evaluated-products'],
  ['3 (1) create and deploy: template', `${operations}/deploy`, 'template'],
  ['3 (1) create and deploy: clone', `${operations}/deploy`, 'clone'],
  ['3 (2) move: P2V', `${operations}/move`, 'p2v'],
  ['3 (2) move: live migration', `${operations}/move`, 'live-migration'],
  ['3 (3) backup: offline', `${operations}/backup`, 'offline'],
  ['3 (3) backup: online', `${operations}/backup`, 'online'],
  ['3 (4) failures: host', `${operations}/failures`, 'host'],
  ['3 (4) failures: virtual machine', `${operations}/failures`, 'virtual-machine'],
  ['3 (4) failures: network', `${operations}/failures`, 'network'],
  ['3 (5) workload: monitoring', `${operations}/workload`, 'monitoring'],
  ['3 (5) workload: dynamic placement', `${operations}/workload`, 'placement'],
  ['3 (6) maintenance: patching', `${operations}/maintenance`, 'patching'],
  ['3 (7) mixed: physical and virtual', `${operations}/mixed`, 'physical'],
  ['3 (7) mixed: several vendors', `${operations}/mixed`, 'vendors'],
  ['3 summary of operation', `${operations}/mixed`, 'summary'],
  ['4 (1) against the physical machine', 'report/performance-charts', 'one-machine'],
  ['4 (2) more virtual machines', 'report/performance-charts', 'four-machines'],
  ['4 summary of performance', 'report/performance-charts', 'summary'],
  ['5 (1) architecture', 'report/criteria', 'architecture'],
  ['5 (2) guest operating systems', 'report/criteria', 'guests'],
  ['5 (3) allocation', 'report/criteria', 'allocation'],
  ['5 (4) own development', 'report/criteria', 'development'],
  ['5 (5) cost', 'report/criteria', 'cost'],
  ['5 (6) support', 'report/criteria', 'support'],
  ['6 conclusions', 'report/conclusions', 'operations'],
  ['6 outlook: OVF', 'report/outlook', 'standard'],
  ['table 1', 'report/purpose', 'table-1'],
  ['table 2', 'report/purpose', 'table-2'],
  ['table 3', 'report/purpose', 'table-3'],
  ['table 4', `${operations}/backup`, 'table-4'],
  ['table 5', `${operations}/workload`, 'table-5'],
  ['table 6', 'report/performance-charts', 'table-6'],
  // Figure 1 did not survive the report's extraction but for the figures that its text quotes.
  ['figure 1, market', 'report/background'],
  ['figure 2, virtualization', 'report/background', 'figure-virtualization'],
  ['figure 3, architectures', 'report/architecture', 'figure-architectures'],
  ['figure 4, template', `${operations}/deploy`, 'figure-template'],
  ['figure 5, clone', `${operations}/deploy`, 'figure-clone'],
  ['figure 6, P2V', `${operations}/move`, 'figure-p2v'],
  ['figure 7, live migration', `${operations}/move`, 'figure-live-migration'],
  ['figure 8, export and import', `${operations}/backup`, 'figure-export-import'],
  ['figure 9, failure points', `${operations}/failures`, 'figure-failure-points'],
  ['figure 10, dynamic placement', `${operations}/workload`, 'figure-dynamic-placement'],
  ['figures 11 and 12, test beds', 'report/performance-charts', 'figure-test-beds'],
  ['figure 13, CPU and memory', 'report/performance-charts', 'figure-cpu-memory'],
  ['figure 14, overcommitment', 'report/performance-charts', 'figure-overcommit'],
  ['figure 15, monolithic and microkernel', 'report/architecture', 'figure-drivers'],
];

describe.each(languages)('in %s', (language) => {
  const pages = pagesOf(language);

  test.each(coverage.map(([part, page, anchor = '']) => ({ part, page, anchor })))(
    'the report’s $part is told on $page #$anchor',
    ({ page, anchor }) => {
      const text = pages.get(page);
      expect(text, `${language}/${page}`).toBeDefined();
      if (anchor !== '') expect([...anchorsOf(text ?? '')]).toContain(anchor);
    },
  );
});

const [japanese, english] = [pagesOf('ja'), pagesOf('en')];

test.each([...english.keys()])('%s has the same anchors in both languages', (path) => {
  const anchors = [english, japanese].map((pages) => [...anchorsOf(pages.get(path) ?? '')].sort());
  expect(anchors[1]).toEqual(anchors[0]);
});

const chapters = [...english.keys()].filter((path) => path.startsWith(`${operations}/`));

test('there is a chapter for each of the seven areas of operation', () => {
  expect(chapters).toHaveLength(7);
});

test.each(chapters)(
  '%s tells question, result, design considerations and what to check',
  (path) => {
    const anchors = anchorsOf(english.get(path) ?? '');
    for (const part of ['question', 'result', 'design', 'check']) expect(anchors).toContain(part);
  },
);
