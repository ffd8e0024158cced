import type { FactorName, Missing } from '../../model/cost/flows.ts';
import type { Payback } from '../../model/cost/present-value.ts';
import type { CostKind, Driver } from '../../model/cost/settings.ts';
import type { CostWords } from '../en/cost.ts';
import { formatFor } from '../format.ts';
import { moneyFor } from '../money.ts';

const format = formatFor('ja');
const money = moneyFor('ja');

const kinds: Readonly<Record<CostKind, string>> = {
  hardware: 'ハードウェア',
  support: 'ハードウェア保守',
  licences: 'ライセンス・サブスクリプション',
  energy: '電力・冷却',
  rack: 'ラック',
  people: '人件費',
  backup: 'バックアップストレージ',
  migration: '移行プロジェクト',
  leftover: '現契約の残り',
};

const missing: Readonly<Record<Missing['what'], string>> = {
  hosts: 'ホスト台数',
  price: '価格',
  supportPrice: 'ホスト 1 台の年間保守料',
  cores: 'ホストのコア数',
  sockets: 'ホストのソケット数',
  workloads: '仮想マシンの台数',
  watts: 'ホストの消費電力（無負荷と全負荷）',
  busy: 'ホストの平均負荷',
  rackUnits: 'ホストのラックユニット数',
  rackPrice: 'ラックユニットの単価',
  electricityPrice: '電気料金の単価',
  hours: '作業時間',
  hourPrice: '時間あたりの単価',
  tib: 'バックアップの容量',
  backupPrice: 'バックアップストレージの単価',
  migrationPrice: '移行の費用',
  leftoverPrice: '契約の年額',
  licence: 'このライセンスの価格',
  licenceSupport: 'このライセンスの保守料（購入必須）',
  software: '仮想マシンで動かすソフトウェア（構成情報を読み込むか、ライセンス計算ツールで入力）',
  licences: '種類と価格（不要ならその旨）',
  rate: '為替レート',
};

const drivers: Readonly<Record<Driver, string>> = {
  hosts: '新しいホストの台数',
  hostPrice: 'ホストの価格',
  supportPrice: 'ハードウェア保守の価格',
  licencePrice: 'ライセンスの価格',
  power: '消費電力',
  cooling: '冷却係数（PUE）',
  electricityPrice: '電気料金の単価',
  rackPrice: 'ラックの単価',
  hours: '作業時間',
  hourPrice: '時間あたりの単価',
  backup: 'バックアップストレージ',
  migration: '移行プロジェクト',
  leftover: '現契約の残り',
  rate: '為替レート',
  discount: '割引率',
};

const factorUnits: Readonly<Record<FactorName, (value: number) => string>> = {
  price: (value) => format.number(value, 4),
  hosts: (value) => `ホスト ${format.count(value)} 台`,
  sockets: (value) => `${format.count(value)} ソケット`,
  cores: (value) => `${format.count(value)} コア`,
  workloads: (value) => `仮想マシン ${format.count(value)} 台`,
  kwh: (value) => `${format.number(value, 0)} kWh`,
  rackUnits: (value) => `${format.number(value, 1)} U`,
  tib: (value) => `${format.number(value, 1)} TiB`,
  supportRatio: (value) => `保守率 ${format.percent(value, 1)}`,
  rise: (value) => `${format.number(value, 4)}（値上がり）`,
  cooling: (value) => `${format.number(value, 2)}（PUE）`,
  hours: (value) => `${format.number(value, 1)} 時間`,
  rate: (value) => format.number(value, 4),
  tax: (value) => `${format.number(value, 4)}（税）`,
  hostPrice: String,
  supportPrice: String,
  licencePrice: String,
  power: String,
  electricityPrice: String,
  rackPrice: String,
  hourPrice: String,
  backup: String,
  migration: String,
  leftover: String,
  discount: String,
};

export const ja: CostWords = {
  format,
  money,
  kinds,
  drivers,
  factorUnits,
  stay: '現状のまま',
  optionName: (name, place) => (name === '' ? `案 ${place}` : name),
  missing: ({ kind, what, name }) =>
    `${kinds[kind]}：${missing[what]}${name === '' ? '' : `（${name}）`}`,
  payback: (payback: Payback) => {
    switch (payback.kind) {
      case 'at-once':
        return '初年度から';
      case 'never':
        return 'この期間内では回収できません';
      case 'after':
        return `${format.number(payback.years, 1)} 年${payback.isLostAgain ? '（その後の更新で再び赤字）' : ''}`;
    }
  },
  priceOf: (unit) => `価格（${unit}）`,
  incomplete: '未完成',
  notAQuote:
    'これは見積もりではありません。価格は、ここに入力したものか、出典と日付を示したものです。何にライセンスが必要かは、必ずベンダーに確認してください。',
};
