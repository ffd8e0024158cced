import type { LicensingPolicy } from '../model/licensing/policy.ts';

/**
 * What a licence question starts with. No currency has a rate until the reader gives it. Product ids are those of
 * `content/data/licensing/products.yaml`.
 */
export const defaultLicensing: LicensingPolicy = {
  hypervisor: 'vmware-vvf',
  storage: null,
  backup: null,
  choices: {
    windows: 'windows-2025',
    rhel: 'rhel',
    sles: 'sles',
    sql: 'sql-enterprise',
    oracle: 'oracle-ee',
  },
  years: 3,
  termYears: 3,
  withSupport: false,
  mobility: 'failover',
  numbers: null,
  assumedRatio: { windows: 0, rhel: 0, sles: 0, sql: 0, oracle: 0 },
  named: { windows: [], rhel: [], sles: [], sql: [], oracle: [] },
  currency: 'JPY',
  rates: { USD: null, EUR: null },
  taxRatio: null,
  quotes: {},
};
