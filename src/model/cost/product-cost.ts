import type { LicenceLine } from '../licensing/bill.ts';
import type { LicenseNote } from '../licensing/license.ts';
import type { CostPart } from './answer.ts';
import { byYearOf, conversionOf, linesOf } from './evaluate.ts';
import type { Missing } from './flows.ts';
import { gather } from './gather.ts';
import { type BillQuestion, licensingOf, optionBill } from './option-bill.ts';
import { presentValue } from './present-value.ts';
import { ratesLacking } from './rates.ts';
import { type CostKind, type CostOption, type CostSettings, costKinds } from './settings.ts';

/** A product that is compared, and the licence terms that it is bought by; null: none are in the catalogue. */
export interface ProductLicence {
  readonly product: string;
  readonly licence: string | null;
}

export interface ProductCost extends ProductLicence {
  /** Present value over the years, in whole smallest units; null where a price or a rate is not known. */
  readonly amount: CostRange | null;
  /** What is lacking for the amount; empty where there is one. */
  readonly missing: readonly Missing[];
  /** What the amount holds beside licences: present value by kind. The same for every product. */
  readonly others: readonly { readonly kind: CostKind; readonly minor: number }[];
  readonly lines: readonly ProductCostLine[];
}

/** From low to high where sources differ on the product's own price. */
export interface CostRange {
  readonly minor: number;
  readonly lowMinor: number;
  readonly highMinor: number;
}

/** One licence, with how it was counted and at which price. */
export interface ProductCostLine
  extends Pick<
    LicenceLine,
    'product' | 'counted' | 'metric' | 'because' | 'packs' | 'packSize' | 'price' | 'notes'
  > {
  /** It is there because of the product: the hypervisor, or the system that its hosts run. */
  readonly isOwn: boolean;
  /** Present value; null where its price or a rate is not known. */
  readonly minor: number | null;
}

/** The hosts and everything else that is the same for every product. */
export interface Costing extends Omit<BillQuestion, 'products'> {
  readonly option: CostOption;
  readonly settings: CostSettings;
}

export interface Costed {
  readonly cost: ProductCost;
  readonly notCounted: readonly Missing[];
}

/**
 * What one product costs. A price that is lacking for what the product itself brings (its hypervisor, the system that
 * its hosts run) makes its cost unknown; what is lacking for anything else is lacking for all, and is left out for all.
 */
export function costOf(costing: Costing, asked: ProductLicence): Costed {
  const { scenario, terms, settings } = costing;
  const hypervisor = terms.find(({ id }) => id === asked.licence);
  if (hypervisor === undefined) return lacking(asked, 'licences');
  const { storage, backup, choices } = scenario.licensing;
  const products = { hypervisor: hypervisor.id, storage, backup, choices };
  const { answer, lacks } = licensingOf({ ...costing, products });
  if (answer === null) return lacking(asked, lacks);
  const isOwn = ({ product, covers }: LicenceLine) =>
    product === hypervisor.id || (covers !== 'all' && covers === hypervisor.hostRuns);
  const isOwnNote = (note: LicenseNote) => 'product' in note && note.product === hypervisor.id;
  const { lines } = answer.bill;
  const own = gathered(
    costing,
    onlyLicences(settings),
    optionBill(lines.filter(isOwn), answer.notes.filter(isOwnNote)),
  );
  const rest = gathered(
    costing,
    settings,
    optionBill(
      lines.filter((line) => !isOwn(line)),
      answer.notes.filter((note) => !isOwnNote(note)),
    ),
  );
  const parts = [...own.parts, ...rest.parts];
  const value = (chosen: readonly CostPart[]) => presentOf(settings, chosen);
  const worthOf = (line: LicenceLine) =>
    isPriced(line, settings)
      ? value(parts.filter(({ kind, name }) => kind === 'licences' && name === line.product))
      : null;
  return {
    cost: {
      ...asked,
      amount: own.missing.length > 0 ? null : rangeOf(value(parts), lines.filter(isOwn), worthOf),
      missing: own.missing,
      others: costKinds.flatMap((kind) => {
        const others = rest.parts.filter((part) => part.kind === kind);
        const isOther = kind !== 'licences' && others.length > 0;
        return isOther ? [{ kind, minor: Math.round(value(others)) }] : [];
      }),
      lines: lines.map((line) => ({
        ...openOf(line),
        isOwn: isOwn(line),
        minor: whole(worthOf(line)),
      })),
    },
    notCounted: rest.missing,
  };
}

const lacking = (asked: ProductLicence, what: Missing['what']): Costed => ({
  cost: {
    ...asked,
    amount: null,
    missing: [{ kind: 'licences', what, name: '' }],
    others: [],
    lines: [],
  },
  notCounted: [],
});

/** Amounts and gaps of one part of a product's cost. Licences that the reader typed for the option are not of it. */
function gathered(
  { option, hosts, workloads }: Costing,
  settings: CostSettings,
  bill: ReturnType<typeof optionBill>,
) {
  const input = {
    option: { ...option, licences: [] },
    move: option,
    ageYears: 0,
    hosts,
    workloads,
    bill,
  };
  const { flows, missing } = gather(settings, input);
  return { parts: linesOf(flows, conversionOf(settings)).flatMap((line) => line.parts), missing };
}

const onlyLicences = (settings: CostSettings): CostSettings => ({
  ...settings,
  scope: {
    hardware: false,
    support: false,
    licences: true,
    energy: false,
    rack: false,
    people: false,
    backup: false,
    migration: false,
    leftover: false,
  },
});

/** Present value of amounts, not rounded. */
const presentOf = ({ years, discountRatio }: CostSettings, parts: readonly CostPart[]): number =>
  presentValue(discountRatio, byYearOf(parts, years));

const isPriced = ({ amount }: LicenceLine, settings: CostSettings) =>
  amount !== null && (amount.minor === 0 || ratesLacking(amount.currency, settings).length === 0);

const whole = (value: number | null) => (value === null ? null : Math.round(value));

/** The amount, and how far it is down and up if the product's own prices are the lowest and the highest that are told. */
function rangeOf(
  total: number,
  own: readonly LicenceLine[],
  worthOf: (line: LicenceLine) => number | null,
): CostRange {
  let [below, above] = [0, 0];
  for (const line of own) {
    const { amount } = line;
    if (amount === null || amount.minor === 0) continue;
    const each = (worthOf(line) ?? 0) / amount.minor;
    below += each * (amount.minor - amount.lowMinor);
    above += each * (amount.highMinor - amount.minor);
  }
  return {
    minor: Math.round(total),
    lowMinor: Math.round(total - below),
    highMinor: Math.round(total + above),
  };
}

const openOf = ({
  product,
  counted,
  metric,
  because,
  packs,
  packSize,
  price,
  notes,
}: LicenceLine) => ({
  product,
  counted,
  metric,
  because,
  packs,
  packSize,
  price,
  notes,
});
