import type { NotConverging } from '~/model/migration/settings.ts';
import type { Language } from '~/words/format.ts';

interface TableWords {
  readonly products: {
    readonly caption: string;
    readonly head: readonly string[];
    readonly unknown: string;
    readonly links: (slow: number, fast: number) => string;
    readonly whenNotConverging: Readonly<Record<NotConverging, string>>;
    readonly asOf: (date: string) => string;
  };
  readonly runs: {
    readonly caption: string;
    readonly head: readonly string[];
    readonly seconds: (least: string, most: string) => string;
    readonly upTo: (value: string) => string;
    readonly within: (value: string) => string;
    readonly downtime: (value: string) => string;
    readonly machines: (count: number, seconds: string) => string;
  };
}

export const migrationTableWords: Readonly<Record<Language, TableWords>> = {
  en: {
    products: {
      caption: 'Limits and defaults as their sources state them',
      head: [
        'Product',
        'At a time, a host',
        'In the cluster',
        'Each at most',
        'Downtime asked for',
        'When it does not converge',
        'Source',
      ],
      unknown: 'not stated',
      links: (slow, fast) => (slow === fast ? String(slow) : `${slow} (1 GbE), ${fast} (10 GbE)`),
      whenNotConverging: {
        fail: 'given up',
        stop: 'stopped for the rest',
        'auto-converge': 'slowed down',
        'post-copy': 'fetched afterwards',
      },
      asOf: (date) => `as of ${date}`,
    },
    runs: {
      caption: 'What others measured, and what the model gives',
      head: ['Run', 'Measured', 'Model'],
      seconds: (least, most) => `${least} to ${most} s`,
      upTo: (value) => `up to ${value} shorter`,
      within: (value) => `${value} shorter`,
      downtime: (value) => `${value} s of downtime`,
      machines: (count, seconds) => `${count} machines: ${seconds} s`,
    },
  },
  ja: {
    products: {
      caption: '資料に記された上限と既定値',
      head: [
        '製品',
        'ホストあたりの同時数',
        'クラスターの同時数',
        '1 件あたりの上限',
        '停止時間の上限',
        '収束しないとき',
        '出典',
      ],
      unknown: '記載なし',
      links: (slow, fast) => (slow === fast ? String(slow) : `${slow}（1 GbE）、${fast}（10 GbE）`),
      whenNotConverging: {
        fail: '中断する',
        stop: '停止して残りを送る',
        'auto-converge': 'VM を遅くする',
        'post-copy': '後から取り寄せる',
      },
      asOf: (date) => `${date} 時点`,
    },
    runs: {
      caption: '公表された実測値とモデルの値',
      head: ['実測', '測定値', 'モデル'],
      seconds: (least, most) => `${least}〜${most} 秒`,
      upTo: (value) => `最大 ${value} 短縮`,
      within: (value) => `${value} 短縮`,
      downtime: (value) => `停止 ${value} 秒`,
      machines: (count, seconds) => `${count} 台: ${seconds} 秒`,
    },
  },
};
