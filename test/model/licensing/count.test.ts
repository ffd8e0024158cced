import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { count, type HostGroup, type Scope } from '../../../src/model/licensing/count.ts';
import { allTerms, catalogue, terms } from './catalogue.ts';

const hosts = (
  hostCount: number,
  socketCount: number,
  coresPerSocket: number,
  machines = 0,
): HostGroup => ({ hosts: hostCount, socketCount, coresPerSocket, machines, memoryGib: null });

const scope = (part: Partial<Scope>): Scope => ({
  hosts: [],
  machines: [],
  claimedTib: 0,
  includedTib: 0,
  ...part,
});

/** Examples that vendors and their partners publish, with the source of each in the catalogue. */
const published: readonly {
  readonly says: string;
  readonly source: string;
  readonly product: string;
  readonly scope: Scope;
  readonly counted: number;
}[] = [
  {
    says: 'hosts with 2 × 8 and 2 × 24 cores need 2 × 16 + 2 × 24',
    source: 'broadcom-kb-313548',
    product: 'vmware-vcf',
    scope: scope({ hosts: [hosts(1, 2, 8), hosts(1, 2, 24)] }),
    counted: 80,
  },
  {
    says: 'three hosts of one CPU with 8 cores need 48 cores, before the minimum of an order',
    source: 'broadcom-kb-313548',
    product: 'vmware-vcf-without-order-minimum',
    scope: scope({ hosts: [hosts(3, 1, 8)] }),
    counted: 48,
  },
  {
    says: 'an order holds at least 72 cores',
    source: 'otava-2026',
    product: 'vmware-vvf',
    scope: scope({ hosts: [hosts(3, 1, 8)] }),
    counted: 72,
  },
  {
    says: 'a server with two CPUs of 4 cores needs 16 core licences of Windows Server',
    source: 'microsoft-windows-server',
    product: 'windows-2025-datacenter',
    scope: scope({ hosts: [hosts(1, 2, 4, 1)] }),
    counted: 16,
  },
  {
    says: 'a server with one CPU of 8 cores needs 16, the minimum of a server',
    source: 'microsoft-windows-server',
    product: 'windows-2025-standard',
    scope: scope({ hosts: [hosts(1, 1, 8, 2)] }),
    counted: 16,
  },
  {
    says: 'four CPUs of 6 cores need 4 × 8',
    source: 'softwaredeals-2026',
    product: 'windows-2025-datacenter',
    scope: scope({ hosts: [hosts(1, 4, 6, 1)] }),
    counted: 32,
  },
  {
    says: 'four guests take two sets of Standard for all cores of the host',
    source: 'redress-virtualized-2026',
    product: 'windows-2025-standard',
    scope: scope({ hosts: [hosts(1, 2, 8, 4)] }),
    counted: 32,
  },
  {
    says: 'a fifth guest takes a third set',
    source: 'redress-virtualized-2026',
    product: 'windows-2025-standard',
    scope: scope({ hosts: [hosts(1, 2, 8, 5)] }),
    counted: 48,
  },
  {
    says: 'a VM of 4 vCPUs needs 8 core licences, one of 12 needs 12',
    source: 'samexpert-per-vm',
    product: 'windows-2025-per-vm',
    scope: scope({
      machines: [
        { machines: 1, vcpuCount: 4 },
        { machines: 1, vcpuCount: 12 },
      ],
    }),
    counted: 20,
  },
  {
    says: 'SQL Server for a VM of 2 vCPUs needs 4 core licences',
    source: 'softtrader-2022',
    product: 'sql-2022-enterprise-vm',
    scope: scope({ machines: [{ machines: 1, vcpuCount: 2 }] }),
    counted: 4,
  },
  {
    says: 'SQL Server for a VM of 6 vCPUs needs 6',
    source: 'softtrader-2022',
    product: 'sql-2022-standard-vm',
    scope: scope({ machines: [{ machines: 1, vcpuCount: 6 }] }),
    counted: 6,
  },
  {
    says: 'a server of 16 cores takes 16 core licences of SQL Server, in 8 packs',
    source: 'vendorbenchmark-sql',
    product: 'sql-2022-enterprise-host',
    scope: scope({ hosts: [hosts(1, 1, 16, 3)] }),
    counted: 16,
  },
  {
    says: 'Oracle on two servers of 2 × 4 cores between which a VM moves needs 4 + 4 processors',
    source: 'intellilink-oracle',
    product: 'oracle-ee',
    scope: scope({ hosts: [hosts(2, 2, 4, 1)] }),
    counted: 8,
  },
  {
    says: 'a VI 3 server with four CPUs needs two licences',
    source: 'candpd-vi3',
    product: 'vi35-enterprise',
    scope: scope({ hosts: [hosts(1, 4, 2)] }),
    counted: 2,
  },
  {
    says: 'vSphere 7 on two CPUs of 48 cores needs four licences',
    source: 'b3id-vsphere',
    product: 'vsphere-7-perpetual',
    scope: scope({ hosts: [hosts(1, 2, 48)] }),
    counted: 4,
  },
  {
    says: 'a host with 8 processors needs four subscriptions of Virtual Datacenters',
    source: 'flexera-rhel',
    product: 'rhel-virtual-datacenters',
    scope: scope({ hosts: [hosts(1, 8, 16, 40)] }),
    counted: 4,
  },
  {
    says: 'nine RHEL machines need 4.5 subscriptions, rounded up once',
    source: 'flexera-rhel',
    product: 'rhel-server',
    scope: scope({
      machines: [
        { machines: 5, vcpuCount: 2 },
        { machines: 4, vcpuCount: 8 },
      ],
    }),
    counted: 5,
  },
  {
    says: 'a server of 4 TiB needs two subscriptions of SLES',
    source: 'license-library-suse',
    product: 'sles',
    scope: scope({ hosts: [{ ...hosts(1, 2, 32, 10), memoryGib: 4096 }] }),
    counted: 2,
  },
  {
    says: 'bare metal with two sockets of 96 cores needs two socket pairs of OpenShift',
    source: 'redhat-openshift-guide',
    product: 'openshift-virtualization-engine',
    scope: scope({ hosts: [hosts(1, 2, 96)] }),
    counted: 2,
  },
  {
    says: 'four processors of Windows Server 2008 Datacenter need four licences',
    source: 'gattis-2008',
    product: 'windows-2008-datacenter',
    scope: scope({ hosts: [hosts(1, 4, 4, 30)] }),
    counted: 4,
  },
  {
    says: 'nine guests of Windows Server 2008 Enterprise need three licences',
    source: 'itpro-2007',
    product: 'windows-2008-enterprise',
    scope: scope({ hosts: [hosts(1, 2, 4, 9)] }),
    counted: 3,
  },
];

/** The KB counts before the minimum of an order came. */
const withoutOrderMinimum = { ...terms('vmware-vcf'), minimumPerOrder: 0 };

test.each(published)('$says ($source)', ({ product, source, scope: given, counted }) => {
  const rule = product.endsWith('-without-order-minimum') ? withoutOrderMinimum : terms(product);
  expect(catalogue.sources.some(({ id }) => id === source)).toBe(true);
  expect(count(rule, given).counted).toBe(counted);
});

describe('packs', () => {
  test('of two hold an odd count', () => {
    const found = count(
      terms('sql-2022-enterprise-vm'),
      scope({ machines: [{ machines: 1, vcpuCount: 5 }] }),
    );
    expect([found.counted, found.packs]).toEqual([5, 3]);
  });

  test('of ten hold 41 workloads in five', () => {
    const found = count(terms('veeam-vul'), scope({ machines: [{ machines: 41, vcpuCount: 2 }] }));
    expect([found.counted, found.packs]).toEqual([41, 5]);
  });
});

test('vSAN is licensed for what the cores of VCF do not include', () => {
  const found = count(terms('vsan-add-on'), scope({ claimedTib: 60, includedTib: 48 }));
  expect(found.counted).toBe(12);
  const covered = count(terms('vsan-add-on'), scope({ claimedTib: 40, includedTib: 48 }));
  expect(covered.counted).toBe(0);
});

test('each step of a count has the figure after it', () => {
  const { because } = count(
    terms('vmware-vvf'),
    scope({ hosts: [hosts(1, 2, 8), hosts(1, 2, 24)] }),
  );
  expect(because).toEqual([
    { step: 'host-group', hosts: 1, sockets: 2, coresPerSocket: 8 },
    { step: 'cores-present', value: 16 },
    { step: 'cpu-minimum', minimum: 16, value: 32 },
    { step: 'host-group', hosts: 1, sockets: 2, coresPerSocket: 24 },
    { step: 'cores-present', value: 48 },
    { step: 'sum', value: 80 },
  ]);
});

const anyGroup = fc.record({
  hosts: fc.integer({ min: 1, max: 40 }),
  socketCount: fc.integer({ min: 1, max: 8 }),
  coresPerSocket: fc.integer({ min: 1, max: 128 }),
  memoryGib: fc.constantFrom(null, 256, 4096),
  machines: fc.integer({ min: 1, max: 60 }),
});
const anyMachines = fc.record({
  machines: fc.integer({ min: 1, max: 200 }),
  vcpuCount: fc.integer({ min: 1, max: 64 }),
});
const anyScope = fc.record({
  hosts: fc.array(anyGroup, { minLength: 1, maxLength: 4 }),
  machines: fc.array(anyMachines, { minLength: 1, maxLength: 4 }),
  claimedTib: fc.integer({ min: 0, max: 500 }),
  includedTib: fc.constantFrom(0, 100),
});
const anyTerms = fc.constantFrom(...allTerms);

test('more cores, sockets, hosts, machines, vCPUs or storage never need fewer licences or packs', () => {
  const growth = fc.record({
    hosts: fc.integer({ min: 0, max: 3 }),
    socketCount: fc.integer({ min: 0, max: 2 }),
    coresPerSocket: fc.integer({ min: 0, max: 32 }),
    machines: fc.integer({ min: 0, max: 5 }),
    vcpuCount: fc.integer({ min: 0, max: 8 }),
  });
  fc.assert(
    fc.property(anyTerms, anyScope, growth, (product, small, more) => {
      const large: Scope = {
        ...small,
        claimedTib: small.claimedTib + more.machines,
        hosts: small.hosts.map((group) => ({
          ...group,
          hosts: group.hosts + more.hosts,
          socketCount: group.socketCount + more.socketCount,
          coresPerSocket: group.coresPerSocket + more.coresPerSocket,
          machines: group.machines + more.machines,
        })),
        machines: small.machines.map((group) => ({
          machines: group.machines + more.machines,
          vcpuCount: group.vcpuCount + more.vcpuCount,
        })),
      };
      const [before, after] = [count(product, small), count(product, large)];
      expect(after.counted).toBeGreaterThanOrEqual(before.counted);
      expect(after.packs).toBeGreaterThanOrEqual(before.packs);
    }),
    { seed: 7, numRuns: 500 },
  );
});

test('the order of hosts and machines does not change a count, nor does it matter how they are grouped', () => {
  fc.assert(
    fc.property(anyTerms, anyScope, (product, given) => {
      const { counted } = count(product, given);
      const turned = {
        ...given,
        hosts: given.hosts.toReversed(),
        machines: given.machines.toReversed(),
      };
      expect(count(product, turned).counted).toBe(counted);
      const single = {
        ...given,
        hosts: given.hosts.flatMap((group) =>
          Array.from({ length: group.hosts }, () => ({ ...group, hosts: 1 })),
        ),
      };
      expect(count(product, single).counted).toBe(counted);
    }),
    { seed: 7, numRuns: 300 },
  );
});
