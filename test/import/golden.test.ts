import { expect, test } from 'vitest';
import { labelNames, powerStates } from '../../src/model/fleet/fleet.ts';
import { measuredResources } from '../../src/model/fleet/resources.ts';
import { fixture, type Imported, imported, total } from './read-fixture.ts';

/** What an import gave, short enough to read in a change. */
function summaryOf({ format, fleet, skipped, warnings }: Imported) {
  const short = (column: Float64Array) => {
    const { sum, known } = total(column);
    return `${Number(sum.toPrecision(12))} in ${known}`;
  };
  return {
    format,
    name: fleet.name,
    count: fleet.count,
    names: fleet.names.slice(0, 5),
    vcpuCount: short(fleet.vcpuCount),
    cpuProvisionedMhz: short(fleet.cpuProvisionedMhz),
    memoryConfiguredGib: short(fleet.memoryConfiguredGib),
    diskProvisionedGib: short(fleet.diskProvisionedGib),
    use: Object.fromEntries(
      measuredResources.map((resource) => {
        const { mean, p95, max } = fleet.use[resource];
        return [resource, [mean, p95, max].map(short).join(', ')];
      }),
    ),
    powerStates: powerStates.map(
      (state, i) => `${state} ${fleet.powerState.filter((one) => one === i).length}`,
    ),
    templates: fleet.isTemplate.reduce((sum, is) => sum + is, 0),
    labels: Object.fromEntries(
      labelNames.map((label) => [label, fleet.labels[label].texts.slice(0, 8)]),
    ),
    hosts: fleet.hosts.map(
      ({ name, coreCount, memoryGib }) => `${name} ${coreCount} cores ${memoryGib} GiB`,
    ),
    profile: fleet.profile && {
      slotCount: fleet.profile.slotCount,
      slotSeconds: fleet.profile.slotSeconds,
      startEpochSeconds: fleet.profile.startEpochSeconds,
      columns: Object.fromEntries(
        Object.entries(fleet.profile.columns).map(([resource, column]) => [
          resource,
          short(column),
        ]),
      ),
    },
    skipped: skipped.count,
    warnings,
  };
}

test.each([
  'test/fixtures/rvtools/migration-planner-example1.xlsx',
  'test/fixtures/bitbrains/103.csv',
  'test/fixtures/bitbrains/20.csv',
  'test/fixtures/bitbrains/27.csv',
  'public/samples/rvtools-sample.xlsx',
  'public/samples/bitbrains-2013-8.zip',
])('%s gives the fleet that it gave', async (path) => {
  const outcome = await imported(fixture(path));
  const name = path.replace(/^.*\//, '').replace(/\.\w+$/, '');
  const text = `${JSON.stringify(summaryOf(outcome), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot(`../golden/import/${name}.json`);
});
