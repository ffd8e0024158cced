import type { Language } from '~/scenario/catalogue.ts';

interface PackingWords {
  readonly caption: string;
  readonly workloads: string;
  readonly slots: string;
  readonly hosts: string;
  readonly bound: string;
  readonly gap: string;
  readonly seconds: string;
  readonly chartTitle: string;
  readonly chartDescription: string;
  readonly chartCaption: string;
  readonly proportional: string;
  readonly measured: string;
  readonly asText: string;
}

export const packingWords: Readonly<Record<Language, PackingWords>> = {
  en: {
    caption: 'Measured on two cores, one run each',
    workloads: 'Workloads',
    slots: 'Time slots',
    hosts: 'Hosts',
    bound: 'Lower bound',
    gap: 'Gap',
    seconds: 'Time, s',
    chartTitle: 'Time against the number of workloads',
    chartDescription:
      'Both axes grow by factors of ten. The measured points lie near the dashed line, which grows in proportion to the number of workloads.',
    chartCaption:
      'Time to a first plan for random workloads of four resources. Ten times as many workloads take about ten times as long.',
    proportional: 'in proportion',
    measured: 'measured',
    asText: 'Read this figure as text',
  },
  ja: {
    caption: '2 コアのマシンでの実測値（各 1 回）',
    workloads: 'ワークロード数',
    slots: '時間帯の数',
    hosts: 'ホスト台数',
    bound: '下限',
    gap: '差',
    seconds: '時間（秒）',
    chartTitle: 'ワークロード数と計算時間',
    chartDescription:
      '両軸とも 10 倍ごとの目盛りです。実測点は、ワークロード数に比例する破線の近くに並びます。',
    chartCaption:
      '4 種類の資源を持つ無作為なワークロードで、最初の計画を得るまでの時間。ワークロードが 10 倍になると、時間もおよそ 10 倍になります。',
    proportional: '比例',
    measured: '実測',
    asText: 'この図を文章で読む',
  },
};
