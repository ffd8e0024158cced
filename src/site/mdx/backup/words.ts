import type { Language } from '~/words/format.ts';

interface BackupExampleWords {
  readonly title: string;
  readonly data: string;
  readonly kept: string;
  readonly fulls: string;
  readonly increments: string;
  readonly change: string;
  readonly result: string;
}

export const backupExampleWords: Readonly<Record<Language, BackupExampleWords>> = {
  en: {
    title: '14 daily backups with weekly fulls',
    data: 'data of all machines',
    kept: 'left after reduction',
    fulls: 'full backups',
    increments: 'incremental backups',
    change: 'change from one to the next',
    result: 'size of the repository',
  },
  ja: {
    title: '毎日取得して 14 個を残し、週に 1 回フルを取る場合',
    data: 'すべての仮想マシンのデータ',
    kept: '削減後に残る割合',
    fulls: 'フルの数',
    increments: '増分の数',
    change: '次の回までに変わる割合',
    result: '保存先の容量',
  },
};
