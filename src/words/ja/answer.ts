import type {
  Binding,
  Comparison,
  Note,
  Obstacle,
  Step,
} from '../../model/consolidation/answer.ts';
import type { Resource } from '../../model/fleet/resources.ts';
import type { BoundArgument } from '../../model/packing/problem.ts';
import type { Progress } from '../../worker/planner.ts';
import type { answerWords as english } from '../en/answer.ts';
import { formatFor } from '../format.ts';
import { type Context, firstFew, type SentencesByKind } from '../sentences.ts';

const { count, number, percent, amount, slot: slotLabel } = formatFor('ja');

const resource: Readonly<Record<Resource, string>> = {
  cpu: 'CPU',
  memory: 'メモリー',
  disk: 'ディスク容量',
  iops: 'ディスク IOPS',
  throughput: 'ディスク転送量',
  network: 'ネットワーク',
  vcpu: 'コアあたり vCPU 数',
};

/** 「14:00 の」。時間で変わらない資源では空。 */
function at(slot: number | null, { slots }: Context): string {
  if (slot === null || slots?.kind === 'none') return '';
  return slots === null ? `時間帯 ${count(slot)} の` : `${slotLabel(slot, slots)} の`;
}

function when(slot: number | null, { slots }: Context): string {
  if (slot === null || slots?.kind === 'none') return '常時';
  return slots === null ? `時間帯 ${count(slot)}` : slotLabel(slot, slots);
}

function nameList(rows: readonly number[], { workloadName }: Context): string {
  const { shown, moreCount } = firstFew(rows);
  const all = shown.map((row) => `「${workloadName(row)}」`).join('');
  return moreCount === 0 ? all : `${all}ほか ${count(moreCount)} 台`;
}

const path: Readonly<Record<string, string>> = {
  cpu: 'CPU',
  memory: 'メモリー',
  diskRead: 'ディスク読み込み',
  diskAsyncWrite: 'ディスク非同期書き込み',
  diskSyncWrite: 'ディスク同期書き込み',
  network: 'ネットワーク',
};
const pathName = (name: string) => path[name] ?? name;

const ruleName = {
  together: '「同居」の規則',
  apart: '「分離」の規則',
  spread: '「障害ドメインに分散」の規則',
  groups: 'ホストグループ',
  pinned: '「ホスト種別の固定」の規則',
  exclude: '除外の指定',
} as const;

const note: SentencesByKind<Note> = {
  'cpu-assumed': (n) =>
    `${count(n.workloads)} 台は CPU 使用量の実測値がないため、割り当ての ${percent(n.ratio)} と仮定しています。`,
  'use-unknown': (n) =>
    `${count(n.workloads)} 台は${spaced(resource[n.resource])}の使用量が不明なため、その分を含んでいません。`,
  'peak-from-mean': (n) =>
    `${count(n.workloads)} 台は${spaced(resource[n.resource])}の平均値しか分かりません。実際のピークはこれより高くなります。`,
  'memory-active-unknown': (n) =>
    `${count(n.workloads)} 台はアクティブメモリーの実測値がないため、割り当てメモリーで計算しています。`,
  'no-profile': () =>
    '時間別の使用量がないため、すべてのピークが同時に来るものとして計算しています。時間帯のずれは生かせません。',
  'no-host-known': () =>
    '現在どのホストで動いているかが資料にないため、移動を数えず、最初から配置し直しています。',
  'groups-need-fresh': () =>
    '現在のホストがどの障害ドメインやホストグループに属するかが分からないため、現在の配置を出発点にする計画ではその規則を使っていません。',
  'host-unknown': (n) =>
    `${count(n.workloads)} 台は現在のホストが不明なため、その配置を移動に数えていません。`,
  'hosts-go': (n) =>
    `現在のホストのうち ${count(n.hosts)} 台は、候補のどの種別とも一致しません（コア数・メモリー・クロックで比較）。そこで動く VM はすべて移動します。`,
  'host-type-assumed': (n, { hostTypeName }) =>
    `現在のホストのうち ${count(n.hosts)} 台はコア数・クロック・メモリーの情報がそろっていないため、「${hostTypeName(n.hostType)}」とみなしています。`,
  'spare-not-spread': () =>
    'どのホストを失っても再配置できるように負荷を分散する配置が見つからなかったため、予備ホストを空けておきます。',
  'profile-partly': (n) =>
    `${count(n.workloads)} 台は${spaced(resource[n.resource])}の時間別データがないため、どの時間帯も同じ値で計算しています。`,
  'gaps-filled': (n) =>
    `${spaced(resource[n.resource], 'end')}は ${count(n.slots)} の時間帯が欠測だったため、各 VM の最大値で補いました。`,
  'resource-not-limited': (n) =>
    `ホスト種別に${spaced(resource[n.resource])}の指定がないため、制約にしていません。`,
  'overhead-clamped': (n) =>
    `${spaced(pathName(n.path), 'end')}の測定値 ${percent(n.ratio)} は 100 % を超えるため、100 % とみなします。`,
  'overhead-gap': (n) =>
    `この製品の${spaced(pathName(n.path))}のオーバーヘッドは未測定のため、差し引いていません。`,
  'name-unknown': (n) =>
    `「${n.name}」という名前の VM がないため、${ruleName[n.rule]}は効いていません。`,
  'above-provisioned': (n) =>
    `${count(n.workloads)} 台の${spaced(resource[n.resource])}は割り当てを超えています。実測値で計算しています。`,
};

/** 「14:00 の CPU 」。文の初めに来るので、前の空白は時刻があるときだけ。 */
function atTimeOf(slot: number | null, which: Resource, context: Context): string {
  const time = at(slot, context);
  return `${time}${spaced(resource[which], time === '' ? 'end' : 'both')}`;
}

/** Latin words inside Japanese text keep a space on either side; Japanese words do not. */
export function spaced(text: string, sides: 'both' | 'end' = 'both'): string {
  const isLatin = (letter: string | undefined) => /[\x20-\x7e]/.test(letter ?? '');
  const before = sides === 'both' && isLatin(text.at(0)) ? ' ' : '';
  const after = isLatin(text.at(-1)) ? ' ' : '';
  return `${before}${text}${after}`;
}

const obstacle: SentencesByKind<Obstacle> = {
  'no-workloads': () => '配置する対象が 1 台も残っていません。',
  'no-capacity': (o, c) =>
    `この設定では、ホスト種別「${c.hostTypeName(o.hostType)}」に使える${spaced(resource[o.resource])}が残りません。`,
  'too-large': (o, c) =>
    `${nameList(o.workloads, c)}はどのホストにも収まりません。${atTimeOf(o.slot, o.resource, c)}に ${amount(o.resource, o.demand)} が必要ですが、最も近いホスト種別「${c.hostTypeName(o.hostType)}」で使えるのは ${amount(o.resource, o.capacity)} です（${amount(o.resource, o.demand - o.capacity)} 不足）。`,
  'above-product-limit': (o, c) =>
    `「${c.workloadName(o.workload)}」は ${amount(o.resource, o.demand)} ですが、この製品の 1 VM あたりの上限は ${amount(o.resource, o.limit)} です。`,
  'together-and-apart': (o, c) =>
    `「${c.workloadName(o.first)}」と「${c.workloadName(o.second)}」に同居と分離の両方が指定されています。`,
  'too-many-in-domain': (o, c) =>
    `障害ドメイン ${count(o.domains)} 個では ${count(o.most)} 台までしか置けないところに、${count(o.workloads.length)} 台（${nameList(o.workloads, c)}）を置くことになります。同居の規則を外すか、障害ドメインを増やしてください。`,
  'hosts-exhausted': (o, c) =>
    `使えるホストをすべて使っても ${count(o.workloads.length)} 台が残ります: ${nameList(o.workloads, c)}。`,
  'not-enough-spare': (o) =>
    `利用できるホストの範囲では、${count(o.tolerate)} 台の障害に耐える配置が見つかりませんでした。台数を増やす、大きい機種を加える、または許容する障害を減らしてください。`,
};

function step(value: Step): string {
  const result = amount(value.resource, value.value);
  switch (value.step) {
    case 'physical':
      return `物理容量: ${result}`;
    case 'hyper-threading':
      return `× ${number(value.factor, 3)}（ハイパースレッディング）= ${result}`;
    case 'generation':
      return `× ${number(value.factor, 3)}（CPU 世代の性能比）= ${result}`;
    case 'hypervisor-memory':
      return `− ${amount(value.resource, value.minus)}（ハイパーバイザーの分）= ${result}`;
    case 'page-sharing':
      return `× ${number(value.factor, 3)}（ページ共有）= ${result}`;
    case 'overhead':
      return `× ${number(value.factor, 3)}（製品のオーバーヘッド）= ${result}`;
    case 'target':
      return `× ${number(value.factor, 3)}（目標使用率）= ${result}`;
    case 'contention':
      return `× ${number(value.factor, 4)}（その使用率での競合）= ${result}`;
    case 'headroom':
      return `× ${number(value.factor, 3)}（余裕を除いた割合）= ${result}`;
    case 'vcpus-per-core':
      return `× ${number(value.factor, 2)}（コアあたり vCPU 数）= ${result}`;
  }
}

const boundBy: Readonly<Record<BoundArgument, string>> = {
  volume: '需要の合計',
  'dual-feasible': '同じホストに載らない大きな VM の組み合わせ',
  clique: '分離が必要な VM の数',
  'item-limit': '1 ホストあたりの VM 数の上限',
  patterns: '1 ホストに載る VM の組み合わせ',
  exact: '厳密な探索',
};

const binding = (value: Binding, context: Context) => {
  const limit = value.resource === 'vcpu' ? `${resource.vcpu}の上限` : resource[value.resource];
  return at(value.slot, context) === ''
    ? `ホスト台数を決めているのは、${limit}（時間によらず一定）です。`
    : `ホスト台数を決めているのは、${atTimeOf(value.slot, value.resource, context)}です。`;
};

const demandKind: Readonly<Record<Comparison['byDemand'][number]['kind'], string>> = {
  peak: 'ピークの単純合計',
  percentile: 'パーセンタイルの合計',
  coincident: '時間帯ごとの合計',
};

const progress: Readonly<Record<Progress['step'], string>> = {
  reading: '読み込み中',
  parsing: '行を解釈中',
  packing: '配置を計算中',
  improving: 'よりよい配置を探索中',
  checking: '障害時の再配置を検証中',
  simulating: 'シミュレーション中',
};

export const answerWords: typeof english = {
  resource,
  resourceTitle: (value: Resource) => resource[value],
  resourceAt: (value: Resource, slot: number | null, context: Context) =>
    `${at(slot, context)}${spaced(resource[value])}`,
  path: pathName,
  note,
  obstacle,
  step,
  boundBy,
  binding,
  when,
  demandKind,
  progress,
};
