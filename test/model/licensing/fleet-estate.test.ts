import { expect, test } from 'vitest';
import { machinesWith } from '../../../src/model/licensing/estate.ts';
import { estateOfClusters, softwareOf } from '../../../src/model/licensing/fleet-estate.ts';
import { defaultScenario } from '../../../src/scenario/defaults.ts';
import { makeFleet } from '../../ui/make-fleet.ts';
import { policy } from './catalogue.ts';

const labelled = (systems: readonly string[]) =>
  makeFleet(systems.map((os, row) => ({ name: `m${row}`, vcpus: 2, os })));

test('labels tell servers from clients and Linux from Linux', () => {
  const systems = [
    'Microsoft Windows Server 2022 (64-bit)',
    'Microsoft Windows 11 (64-bit)',
    'Red Hat Enterprise Linux 9 (64-bit)',
    'SUSE Linux Enterprise 15 (64-bit)',
    'Ubuntu Linux (64-bit)',
    'Windows 2008 R2',
  ];
  const { mask } = softwareOf(labelled(systems), policy());
  expect([...mask]).toEqual([1, 0, 2, 4, 0, 1]);
});

test('assumed shares are dealt out evenly where labels are empty, and said', () => {
  const fleet = labelled(Array.from({ length: 100 }, () => ''));
  const assumedRatio = { windows: 0.4, rhel: 0.25, sles: 0, sql: 0.5, oracle: 0.1 };
  const { mask, notes } = softwareOf(fleet, policy({ assumedRatio }));
  const cluster = { hostOf: new Int32Array(100), hostTypeIndex: new Int32Array(1) };
  const estate = estateOfClusters(fleet, mask, [cluster], defaultScenario.hostTypes);
  expect(machinesWith(estate, 'windows')).toBe(40);
  expect(machinesWith(estate, 'rhel')).toBe(25);
  expect(machinesWith(estate, 'sql')).toBe(20);
  expect(machinesWith(estate, 'oracle')).toBe(6);
  expect(notes).toContainEqual({ kind: 'assumed', which: 'windows', machines: 40 });
  expect(notes).toContainEqual({ kind: 'labels-unknown', machines: 100 });
});

test('machines that the reader names run what the reader says', () => {
  const fleet = labelled(['', '', '']);
  const name = fleet.names[1] ?? '';
  const named = { windows: [], rhel: [], sles: [], sql: [], oracle: [name, 'no such machine'] };
  expect([...softwareOf(fleet, policy({ named })).mask]).toEqual([0, 16, 0]);
});
