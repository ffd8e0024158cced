import type { LicencePageWords } from './words.ts';

export const ja: LicencePageWords = {
  before: '統合前: 1 台ごとに専用のサーバー',
  columns: {
    way: '方法',
    hosts: 'ホスト',
    hypervisor: 'ハイパーバイザー',
    windows: 'Windows Server',
    sql: 'SQL Server',
    sum: 'ドル建ての合計',
  },
  summary: (hosts, licences, way) =>
    `ホストは ${hosts} 分の 1 に減ります。一方ライセンスは、${way} の場合で統合前の ${licences} です。`,
  setting: ({ machines, windows, sql, host, old }) =>
    `対象は ${machines} 台です。うち ${windows} 台で Windows Server、そのうち ${sql} 台で SQL Server Enterprise が動くものと仮定しました。統合前は ${old}、統合後は ${host} です。`,
};
