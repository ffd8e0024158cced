import type { Missing } from '~/model/cost/flows.ts';
import type { CostKind, Price } from '~/model/cost/settings.ts';
import type { CostToolWords } from '~/words/cost.ts';
import { type AnyOption, isOption } from './parts.ts';

export type FieldId = keyof CostToolWords['fields'];
export type GroupId = keyof CostToolWords['option']['groups'];

interface FieldOf<Value> {
  readonly id: FieldId;
  /** What an answer lacks when this is empty. */
  readonly asked: readonly Missing['what'][];
  readonly get: (option: AnyOption) => Value;
  readonly set: (option: AnyOption, value: Value) => AnyOption;
}

export interface NumberOption extends FieldOf<number | null> {
  readonly kind: 'number';
  readonly least: number;
  readonly most: number;
  readonly isWhole: boolean;
  readonly isOptional: boolean;
  readonly scale: number;
  readonly unit: keyof CostToolWords['units'] | '%' | '';
}

export interface PriceOption extends FieldOf<Price | null> {
  readonly kind: 'price';
}

export type OptionField = NumberOption | PriceOption;

type Hosts = AnyOption['hosts'];
type HostNumber = Exclude<keyof Hosts, 'hostType'>;

const ofHosts = (
  id: FieldId & HostNumber,
  unit: NumberOption['unit'],
  most: number,
  rest: Partial<NumberOption> = {},
): NumberOption => ({
  kind: 'number',
  id,
  asked: [],
  least: 0,
  most,
  isWhole: false,
  isOptional: true,
  scale: 1,
  unit,
  get: ({ hosts }) => hosts[id],
  set: (option, value) => ({ ...option, hosts: { ...option.hosts, [id]: value } }),
  ...rest,
});

type Part = 'hardware' | 'people' | 'backup';

/** A price within a part of any option. */
const priceOf = (part: Part, id: FieldId, asked: Missing['what']): PriceOption => ({
  kind: 'price',
  id,
  asked: [asked],
  get: (option) => (option[part] as unknown as Record<string, Price | null>)[id] ?? null,
  set: (option, value) => ({ ...option, [part]: { ...option[part], [id]: value } }),
});

const numberOf = (
  part: Part,
  id: FieldId,
  asked: Missing['what'],
  rest: Pick<NumberOption, 'most' | 'unit'>,
): NumberOption => ({
  kind: 'number',
  id,
  asked: [asked],
  least: 0,
  isWhole: false,
  isOptional: true,
  scale: 1,
  get: (option) => (option[part] as unknown as Record<string, number | null>)[id] ?? null,
  set: (option, value) => ({ ...option, [part]: { ...option[part], [id]: value } }),
  ...rest,
});

const refreshYears: NumberOption = {
  kind: 'number',
  id: 'refreshYears',
  asked: [],
  least: 1,
  most: 20,
  isWhole: true,
  isOptional: false,
  scale: 1,
  unit: 'years',
  get: ({ hardware }) => hardware.refreshYears,
  set: (option, value) => ({
    ...option,
    hardware: { ...option.hardware, refreshYears: value ?? option.hardware.refreshYears },
  }),
};

const ageYears: NumberOption = {
  ...refreshYears,
  id: 'ageYears',
  least: 0,
  most: 30,
  get: (option) => (isOption(option) ? null : option.ageYears),
  set: (option, value) =>
    isOption(option) || value === null ? option : { ...option, ageYears: value },
};

const migrationPrice = (id: 'fixed' | 'perWorkload'): PriceOption => ({
  kind: 'price',
  id,
  asked: ['migrationPrice'],
  get: (option) => (isOption(option) ? option.migration[id] : null),
  set: (option, value) =>
    isOption(option) ? { ...option, migration: { ...option.migration, [id]: value } } : option,
});

const leftoverPerYear: PriceOption = {
  kind: 'price',
  id: 'perYear',
  asked: ['leftoverPrice'],
  get: (option) => (isOption(option) ? option.leftover.perYear : null),
  set: (option, perYear) =>
    isOption(option) ? { ...option, leftover: { ...option.leftover, perYear } } : option,
};

const leftoverYears: NumberOption = {
  ...refreshYears,
  id: 'leftoverYears',
  least: 0,
  most: 10,
  get: (option) => (isOption(option) ? option.leftover.years : null),
  set: (option, years) =>
    isOption(option) && years !== null
      ? { ...option, leftover: { ...option.leftover, years } }
      : option,
};

export interface FieldGroup {
  readonly id: GroupId;
  /** The kinds of cost that need it: shown while one of them is counted. */
  readonly kinds: readonly CostKind[];
  readonly isForStay: boolean;
  readonly fields: (isStay: boolean) => readonly OptionField[];
}

/** The fields of an option by group, in the order of the page. */
export const optionGroups: readonly FieldGroup[] = [
  {
    id: 'hosts',
    kinds: ['hardware', 'support', 'licences', 'energy', 'rack', 'people'],
    isForStay: true,
    fields: () => [
      ofHosts('count', 'hosts', 100_000, { isWhole: true, asked: ['hosts'] }),
      ofHosts('busyRatio', '%', 1, { scale: 100, asked: ['busy'] }),
      ofHosts('idleWatts', 'watts', 100_000, { asked: ['watts'] }),
      ofHosts('fullWatts', 'watts', 100_000, { asked: ['watts'] }),
      ofHosts('socketCount', '', 64, { least: 1, isWhole: true, asked: ['sockets', 'cores'] }),
      ofHosts('coresPerSocket', '', 1024, { least: 1, isWhole: true, asked: ['cores'] }),
      ofHosts('rackUnits', 'units', 50, { asked: ['rackUnits'] }),
    ],
  },
  {
    id: 'hardware',
    kinds: ['hardware', 'support'],
    isForStay: true,
    fields: (isStay) => [
      priceOf('hardware', 'pricePerHost', 'price'),
      priceOf('hardware', 'supportPerHostYear', 'supportPrice'),
      refreshYears,
      ...(isStay ? [ageYears] : []),
    ],
  },
  {
    id: 'people',
    kinds: ['people'],
    isForStay: true,
    fields: () => [
      numberOf('people', 'hoursPerHost', 'hours', { most: 10_000, unit: 'hours' }),
      numberOf('people', 'hoursPerWorkload', 'hours', { most: 10_000, unit: 'hours' }),
    ],
  },
  {
    id: 'backup',
    kinds: ['backup'],
    isForStay: true,
    fields: () => [
      numberOf('backup', 'tib', 'tib', { most: 1e6, unit: 'tib' }),
      priceOf('backup', 'pricePerTibYear', 'backupPrice'),
    ],
  },
  {
    id: 'migration',
    kinds: ['migration'],
    isForStay: false,
    fields: () => [migrationPrice('fixed'), migrationPrice('perWorkload')],
  },
  {
    id: 'leftover',
    kinds: ['leftover'],
    isForStay: false,
    fields: () => [leftoverPerYear, leftoverYears],
  },
];
