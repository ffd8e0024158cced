import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { requirements } from '../../../src/model/backup/method.ts';
import { type MethodTiming, selectMethods } from '../../../src/model/backup/selection.ts';
import type { BackupNeeds, BackupSettings } from '../../../src/model/backup/settings.ts';
import { defaultBackup } from '../../../src/scenario/backup-defaults.ts';
import { rules } from './rules.ts';
import { type Asked, asked, tableFour } from './table-four.ts';

const timing: MethodTiming = {
  returnSeconds: 3600,
  instantSeconds: null,
  intervalSeconds: 86_400,
  logSeconds: 900,
};

const nothing: BackupNeeds = {
  unit: 'data',
  online: false,
  singleFile: false,
  difference: false,
  application: false,
  rawDisk: false,
  hostLoad: 'heavy',
  rpoSeconds: null,
  rtoSeconds: null,
  offsite: false,
  immutable: false,
};

type Environment = BackupSettings['environment'];
const everything: Environment = {
  product: 'complete',
  has: Object.fromEntries(
    requirements.map((requirement) => [requirement, true]),
  ) as Environment['has'],
};
/** A product that has all and one that lacks a snapshot function, beside those of the data. */
const products = [
  { id: 'complete', snapshot: 'yes', tracking: 'yes' },
  { id: 'plain', snapshot: 'no', tracking: 'no' },
] as const;

interface Case {
  readonly needs?: Partial<BackupNeeds>;
  readonly environment?: Environment;
  readonly priorities?: BackupSettings['priorities'];
  readonly copies?: BackupSettings['copies'];
  readonly timing?: MethodTiming;
}

const select = (own: Case) =>
  selectMethods({
    needs: { ...nothing, ...own.needs },
    settings: {
      environment: own.environment ?? everything,
      priorities: own.priorities ?? defaultBackup.priorities,
      copies: own.copies ?? defaultBackup.copies,
    },
    rules: { methods: rules.methods, products },
    timing: () => own.timing ?? timing,
  });

const verdictOf = (own: Case, method: string) =>
  select(own).find((verdict) => verdict.method === method);
const kindsOf = (own: Case, method: string) =>
  verdictOf(own, method)?.because.map(({ kind }) => kind);

function without(...lacking: (typeof requirements)[number][]): Environment {
  const has = Object.fromEntries(lacking.map((requirement) => [requirement, false]));
  return { ...everything, has: { ...everything.has, ...has } };
}

/** A combination of what is asked, as needs and surroundings. */
function caseOf(wanted: ReadonlySet<Asked>): Case {
  const lacking = [
    ['storage without snapshots', 'array-snapshot'],
    ['no software in the guests', 'guest-software'],
    ['no software on the management OS', 'management-software'],
    ['no backup software of a third party', 'image-software'],
  ] as const;
  const environment = without(
    ...lacking.flatMap(([what, requirement]) => (wanted.has(what) ? [requirement] : [])),
  );
  return {
    needs: {
      unit: wanted.has('whole system') ? 'system' : 'data',
      online: wanted.has('stays online'),
      singleFile: wanted.has('single files'),
      difference: wanted.has('differences'),
      rawDisk: wanted.has('raw disk'),
      hostLoad: wanted.has('no load on the host') ? 'none' : 'heavy',
    },
    environment: wanted.has('product without a snapshot function')
      ? { ...environment, product: 'plain' }
      : environment,
  };
}

const shares = (list: readonly Asked[], wanted: ReadonlySet<Asked>) =>
  list.some((what) => wanted.has(what));

test(`every one of the ${2 ** asked.length} combinations of needs has the verdict of Table 4`, () => {
  const wrong: string[] = [];
  for (let bits = 0; bits < 2 ** asked.length; bits++) {
    const wanted = new Set(asked.filter((_, index) => (bits >> index) % 2 === 1));
    const verdicts = new Map(select(caseOf(wanted)).map((own) => [own.method, own.fits]));
    for (const [method, row] of Object.entries(tableFour)) {
      const fits = shares(row.if, wanted) ? 'fits-if' : 'fits';
      const expected = shares(row.out, wanted) ? 'does-not-fit' : fits;
      if (verdicts.get(method) !== expected) {
        wrong.push(`${method}, ${[...wanted].join(' + ')}: ${verdicts.get(method)}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

describe('the limits of Table 4, each with its reason', () => {
  test.each([
    ['raw disk', 'machine-file-copy', 'raw-disk'],
    ['raw disk', 'export-import', 'raw-disk'],
    ['storage without snapshots', 'volume-copy', 'lacks'],
    ['stays online', 'machine-file-copy', 'must-stop'],
    ['stays online', 'export-import', 'must-stop'],
    ['differences', 'machine-file-copy', 'no-difference'],
    ['differences', 'export-import', 'no-difference'],
    ['single files', 'export-import', 'no-single-files'],
    ['whole system', 'file-copy', 'only-data'],
    ['no software in the guests', 'file-copy', 'lacks'],
    ['product without a snapshot function', 'snapshot', 'product-cannot'],
  ] as const)('%s rules out %s: %s', (what, method, reason) => {
    const own = caseOf(new Set([what]));
    expect(verdictOf(own, method)?.fits).toBe('does-not-fit');
    expect(kindsOf(own, method)).toContain(reason);
  });

  test('a raw disk is what the volume copy is for', () => {
    expect(verdictOf(caseOf(new Set(['raw disk'])), 'volume-copy')?.fits).toBe('fits');
  });

  test('configuration files are saved apart from a volume, and together by export', () => {
    const own = caseOf(new Set(['whole system']));
    expect(kindsOf(own, 'volume-copy')).toEqual(['configuration-apart']);
    expect(verdictOf(own, 'export-import')?.fits).toBe('fits');
  });

  test('file copy loads the host, so its runs are staggered', () => {
    expect(kindsOf({}, 'file-copy')).toEqual(['stagger']);
    expect(kindsOf({ needs: { hostLoad: 'light' } }, 'file-copy')).toEqual(['spread-runs']);
  });
});

describe('methods of today', () => {
  test('blocks read over the LAN need a product that tracks changes', () => {
    const plain = { ...everything, product: 'plain' };
    expect(kindsOf({ environment: plain }, 'tracking-lan')).toContain('product-cannot');
    expect(verdictOf({}, 'tracking-lan')?.fits).toBe('fits');
  });

  test('a product that the rules do not know is asked about, not refused', () => {
    const strange = { ...everything, product: 'strange' };
    for (const method of ['snapshot', 'tracking-lan', 'tracking-san']) {
      expect([method, kindsOf({ environment: strange }, method)]).toEqual([
        method,
        expect.arrayContaining(['product-unknown']),
      ]);
    }
  });

  test('direct reading from the SAN is for products and storage that allow it', () => {
    const named = { ...everything, product: 'plain' };
    expect(kindsOf({ environment: named }, 'tracking-san')).toContain('product-cannot');
    expect(kindsOf({ environment: without('block-storage') }, 'tracking-san')).toContain('lacks');
  });

  test('the database agent is for databases', () => {
    expect(kindsOf({}, 'database-agent')).toContain('only-databases');
    expect(verdictOf({ needs: { application: true } }, 'database-agent')?.fits).toBe('fits');
  });

  test('a loss below the interval is met by logs, else by running oftener', () => {
    const own = { needs: { application: true, rpoSeconds: 3600 } };
    expect(kindsOf(own, 'database-agent')).toContain('logs-between');
    expect(verdictOf(own, 'tracking-lan')?.because).toContainEqual({
      effect: 'condition',
      kind: 'run-oftener',
      seconds: 3600,
    });
  });

  test('a return that takes too long rules out, unless the machine runs from its backup', () => {
    const slow = { needs: { rtoSeconds: 1800 } };
    expect(kindsOf(slow, 'export-import')).toContain('too-slow');
    const instant = { ...slow, timing: { ...timing, instantSeconds: 600 } };
    expect(kindsOf(instant, 'tracking-lan')).toContain('instant-depends');
    expect(kindsOf(instant, 'export-import')).toContain('too-slow');
  });

  test('a return that nobody knows is a condition, not a promise', () => {
    const own = { needs: { rtoSeconds: 1800 }, timing: { ...timing, returnSeconds: null } };
    expect(kindsOf(own, 'file-copy')).toContain('return-unknown');
  });

  test('a copy at another place and one that nobody can change are conditions until planned', () => {
    const needs = { offsite: true, immutable: true };
    expect(kindsOf({ needs }, 'tracking-lan')).toEqual(
      expect.arrayContaining(['offsite-copy', 'immutable-copy']),
    );
    expect(kindsOf({ needs }, 'array-replication')).not.toContain('offsite-copy');
    const copies = { ...defaultBackup.copies, hasOffsite: true, offsiteImmutable: true };
    expect(verdictOf({ needs, copies }, 'tracking-lan')?.fits).toBe('fits');
  });
});

const arbitraryNeeds = fc.record<BackupNeeds>({
  unit: fc.constantFrom('data', 'system'),
  online: fc.boolean(),
  singleFile: fc.boolean(),
  difference: fc.boolean(),
  application: fc.boolean(),
  rawDisk: fc.boolean(),
  hostLoad: fc.constantFrom('none', 'light', 'heavy'),
  rpoSeconds: fc.option(fc.integer({ min: 60, max: 100_000 })),
  rtoSeconds: fc.option(fc.integer({ min: 60, max: 100_000 })),
  offsite: fc.boolean(),
  immutable: fc.boolean(),
});
const rank = { fits: 0, 'fits-if': 1, 'does-not-fit': 2 } as const;

test('asking for more never makes a method fit better', () => {
  fc.assert(
    fc.property(arbitraryNeeds, (needs) => {
      const more: BackupNeeds = { ...needs, online: true, rawDisk: true, singleFile: true };
      for (const { method, fits } of select({ needs })) {
        const stricter = verdictOf({ needs: more }, method);
        expect(rank[stricter?.fits ?? 'fits']).toBeGreaterThanOrEqual(rank[fits]);
      }
    }),
  );
});

test('what fits comes first, and within that the reader’s priorities decide', () => {
  fc.assert(
    fc.property(arbitraryNeeds, (needs) => {
      const verdicts = select({ needs });
      expect(verdicts).toHaveLength(rules.methods.length);
      for (const [index, own] of verdicts.entries()) {
        const next = verdicts[index + 1];
        if (next === undefined) continue;
        expect(rank[own.fits]).toBeLessThanOrEqual(rank[next.fits]);
        if (own.fits === next.fits) {
          expect(own.meritRatio).toBeGreaterThanOrEqual(next.meritRatio);
        }
      }
    }),
  );
});

test('other priorities, another order', () => {
  const none = Object.fromEntries(
    Object.keys(defaultBackup.priorities).map((priority) => [priority, 0]),
  ) as BackupSettings['priorities'];
  const first = (priorities: BackupSettings['priorities']) => select({ priorities })[0]?.method;
  expect(first({ ...none, 'any-product': 3, 'single-file': 3 })).toBe('file-copy');
  expect(first({ ...none, 'little-load': 3, 'small-copies': 3 })).toBe('array-replication');
});
