import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeFleet, encodeFleet } from '../../src/import/fleet-codec.ts';
import { fixture, imported } from './read-fixture.ts';

const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const real = async () =>
  (await imported(fixture('test/fixtures/rvtools/migration-planner-example1.xlsx'))).fleet;

describe('a fleet in a project file', () => {
  test('comes back the same, unknown figures included', async () => {
    for (const path of [
      'test/fixtures/rvtools/migration-planner-example1.xlsx',
      'public/samples/bitbrains-2013-8.zip',
      'test/fixtures/bitbrains/27.csv',
    ]) {
      const { fleet } = await imported(fixture(path));
      expect(decodeFleet(throughJson(encodeFleet(fleet)))).toEqual({ kind: 'decoded', fleet });
    }
  });

  test('whatever is changed in it, it is decoded or refused, never an exception', async () => {
    const form = JSON.stringify(encodeFleet(await real()));
    fc.assert(
      fc.property(
        fc.nat(form.length - 1),
        fc.string({ minLength: 1, maxLength: 3 }),
        (at, insert) => {
          let changed: unknown;
          try {
            changed = JSON.parse(form.slice(0, at) + insert + form.slice(at + insert.length));
          } catch {
            return;
          }
          expect(['decoded', 'refused']).toContain(decodeFleet(changed).kind);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('nothing else is a fleet', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(decodeFleet(value).kind).toBe('refused');
      }),
    );
  });

  test.each<[string, (form: Record<string, unknown>) => void, string]>([
    [
      'a newer version',
      (form) => {
        form['version'] = 2;
      },
      'version',
    ],
    [
      'a count that does not fit',
      (form) => {
        form['count'] = 8;
      },
      'names',
    ],
    [
      'a count beyond all memory',
      (form) => {
        form['count'] = 1e9;
      },
      'count',
    ],
    [
      'names twice',
      (form) => {
        form['names'] = Array.from({ length: 9 }, () => 'a');
      },
      'names',
    ],
    [
      'a short column',
      (form) => {
        (form['columns'] as Record<string, string>)['vcpuCount'] = 'AAAA';
      },
      'vcpuCount',
    ],
    [
      'negative figures',
      (form) => {
        (form['columns'] as Record<string, string>)['vcpuCount'] = Buffer.from(
          new Float64Array(9).fill(-1).buffer,
        ).toString('base64');
      },
      'vcpuCount',
    ],
    [
      'infinite figures',
      (form) => {
        (form['columns'] as Record<string, string>)['vcpuCount'] = Buffer.from(
          new Float64Array(9).fill(Infinity).buffer,
        ).toString('base64');
      },
      'vcpuCount',
    ],
    [
      'a power state that does not exist',
      (form) => {
        (form['columns'] as Record<string, string>)['powerState'] = Buffer.from(
          new Uint8Array(9).fill(9),
        ).toString('base64');
      },
      'powerState',
    ],
    [
      'labels that point outside',
      (form) => {
        (form['labels'] as Record<string, { texts: string[] }>)['os'] = {
          ...(form['labels'] as Record<string, { texts: string[] }>)['os'],
          texts: [''],
        };
      },
      'os',
    ],
    [
      'labels that are inherited',
      (form) => {
        form['labels'] = JSON.parse('{"__proto__":{"os":1}}');
      },
      'os',
    ],
    [
      'hosts that are no list',
      (form) => {
        form['hosts'] = {};
      },
      'hosts',
    ],
    [
      'a profile of endless slots',
      (form) => {
        form['profile'] = { slotCount: 1e9, slotSeconds: 1, startEpochSeconds: 0, columns: {} };
      },
      'slotCount',
    ],
  ])('%s is refused', async (_, change, at) => {
    const form = throughJson(encodeFleet(await real())) as Record<string, unknown>;
    change(form);
    expect(decodeFleet(form)).toEqual({ kind: 'refused', at });
  });
});
