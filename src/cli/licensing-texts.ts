import type { HelpPage } from './command.ts';

export interface LicensingTexts {
  readonly page: HelpPage;
  readonly nothingToCount: string;
  readonly total: string;
  readonly unknownTotal: string;
  readonly note: string;
  readonly ask: string;
}

const en: LicensingTexts = {
  page: {
    brief: 'license [FILE]',
    summary: 'what must be licensed, why so many, and what it costs',
    synopsis: 'license [FILE...] --scenario s.json',
    text: `Counts licences for the plan of FILE, or, without FILE, for the plain numbers of the scenario's licensing.numbers:
  {"licensing": {"numbers": {"hosts": 4, "socketsPerHost": 2, "coresPerSocket": 16, "machines": 100, "vcpusPerMachine": 4,
   "windows": 60, "rhel": 0, "sles": 0, "sql": 6, "oracle": 0, "claimedTib": 0}, "hypervisor": "vmware-vvf",
   "choices": {"windows": "windows-2025"}, "mobility": "bound|failover|anywhere", "years": 3, "termYears": 3,
   "currency": "JPY", "rates": {"USD": 150}, "taxRatio": 0.1, "quotes": {"nutanix-nci": {"minor": 40000,
   "currency": "JPY", "supportRatioPerYear": null}}}}
A choice is a product's id, the id of a family (the cheapest legal mix of its products), or null.
With --json: {lines:[{product, name, metric, counted, because:[{step, ..., text}], packs, packSize,
  amount:{minor, currency}|null, range, once, perYear, price, notes, sources}], total:{minor, currency, ...}|null,
  byCurrency, unpriced, years, choices:[proof of the cheapest way], hypervisors, notes, estate, notAQuote}.
"minor" is the currency's smallest unit (yen, cents); an amount is for the years of the scenario.`,
    readsFleet: true,
  },
  nothingToCount:
    'nothing to count; expected FILE, or licensing.numbers in the scenario (see license --help)',
  total: 'Total',
  unknownTotal: 'no single total; expected licensing.rates for every currency',
  note: 'Note',
  ask: 'no price',
};

const ja: LicensingTexts = {
  page: {
    brief: 'license [FILE]',
    summary: '必要なライセンスの数、その理由、金額',
    synopsis: 'license [FILE...] --scenario s.json',
    text: `FILE の計画に要るライセンスを数えます。FILE がなければ、シナリオの licensing.numbers の数から数えます。
  {"licensing": {"numbers": {"hosts": 4, "socketsPerHost": 2, "coresPerSocket": 16, "machines": 100, "vcpusPerMachine": 4,
   "windows": 60, "rhel": 0, "sles": 0, "sql": 6, "oracle": 0, "claimedTib": 0}, "hypervisor": "vmware-vvf",
   "choices": {"windows": "windows-2025"}, "mobility": "bound|failover|anywhere", "years": 3, "termYears": 3,
   "currency": "JPY", "rates": {"USD": 150}, "taxRatio": 0.1, "quotes": {"nutanix-nci": {"minor": 40000,
   "currency": "JPY", "supportRatioPerYear": null}}}}
choices には製品の id、系列の id（認められる範囲で最も安い組み合わせを探す）、null のどれかを書きます。
--json の出力: {lines:[{product, name, metric, counted, because:[{step, ..., text}], packs, packSize,
  amount:{minor, currency}|null, range, once, perYear, price, notes, sources}], total:{minor, currency, ...}|null,
  byCurrency, unpriced, years, choices:[最も安いことの証明], hypervisors, notes, estate, notAQuote}
minor は通貨の最小単位（円、セント）で、金額はシナリオの年数分です。`,
    readsFleet: true,
  },
  nothingToCount:
    '数える対象がありません。FILE か、シナリオの licensing.numbers を指定してください（license --help）',
  total: '合計',
  unknownTotal:
    '1 つの通貨に合計できません。licensing.rates にすべての通貨のレートを指定してください',
  note: '注記',
  ask: '価格なし',
};

export const licensingTexts = (language: 'ja' | 'en') => (language === 'ja' ? ja : en);
