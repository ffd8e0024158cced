import { isBlank } from './figures.ts';
import type { ColumnMapping, MappedColumn, TableField, TableUnit } from './outcome.ts';
import { type DecimalSign, guessDecimal, parseNumber } from './parse-number.ts';
import type { NumberedRow } from './table-source.ts';
import { dimensionOf, unitFor, unitInHeader } from './units.ts';

/** From here on a guess is used without asking. */
export const sureEnough = 0.5;

interface Guess {
  readonly field: TableField;
  readonly confidence: number;
}

interface Words {
  /** Header in lower case, full-width forms made plain, signs made blanks. */
  readonly plain: string;
  readonly unit: TableUnit | null;
  readonly isPercent: boolean;
  readonly isMax: boolean;
  readonly isP95: boolean;
  readonly isMean: boolean;
  readonly isUse: boolean;
}

/** More than any header says: what is longer is a file in one cell, and would keep the patterns below busy. */
const longestHeader = 200;
export const shortHeader = (header: string) => header.trim().slice(0, longestHeader);

function wordsOf(given: string): Words {
  const header = shortHeader(given);
  const text = header.normalize('NFKC').toLowerCase();
  const plain = text
    .replace(/[()[\]{}<>【】「」_\-./:：・#\r\n]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const isMax = /\bmax(imum)?\b|peak|最大|ピーク/.test(plain);
  const isP95 = /\bp ?95\b|95 ?(%|th|pct|percentile|パーセンタイル)/.test(plain);
  const isMean = /\b(mean|avg|average)\b|平均/.test(plain);
  return {
    plain,
    unit: unitInHeader(header),
    isPercent: /[%％]|percent|\bpct\b|\butili[sz]ation\b|使用率|利用率|稼働率/.test(text),
    isMax,
    isP95,
    isMean,
    isUse:
      isMax ||
      isP95 ||
      isMean ||
      /\b(use|used|usage|using|active|consumed|demand|utili[sz]ation)\b|使用|利用|消費|実績|負荷/.test(
        plain,
      ),
  };
}

type Rule = readonly [pattern: RegExp, field: TableField, confidence: number];

/** Headers of text columns. A header may have several readings; the surest that is still free is taken. */
const textRules: readonly Rule[] = [
  [
    /^(vm|vm name|vmname|virtual machine( name)?|仮想マシン(名|名称)?|仮想サーバー?(名|名称)?|vm名)$/,
    'name',
    0.97,
  ],
  [
    /^(name|server( name)?|servername|machine( name)?|computer( name)?|workload( name)?|system name|guest( name)?|node( name)?)$/,
    'name',
    0.9,
  ],
  [
    /^(サーバー?(名|名称)?|マシン名|機器名|コンピューター?名|ノード名|ゲスト名|名前|名称|対象サーバー?)$/,
    'name',
    0.9,
  ],
  [/^(host ?name|hostname|fqdn|dns name|ホスト名|ホスト名称)$/, 'name', 0.8],
  [/^(host ?name|hostname|ホスト名|ホスト名称)$/, 'host', 0.6],
  [/^(id|vm id|server id|資産番号|管理番号)$/, 'name', 0.4],
  [
    /^(host|esxi?( host| server)?|physical (host|server)|hypervisor( host)?|物理ホスト(名)?|物理サーバー?(名)?|収容ホスト(名)?|稼働ホスト(名)?|実行ホスト(名)?|配置ホスト(名)?|ホスト|ホストサーバー?)$/,
    'host',
    0.85,
  ],
  [/^(host )?cluster( name)?$|^クラスター?(名|名称)?$/, 'cluster', 0.95],
  [
    /^data ?cent(er|re)( name)?$|^データセンター?(名)?$|^(site|location|拠点|サイト|設置場所|ロケーション)(名)?$/,
    'datacenter',
    0.85,
  ],
  [/^folder|フォルダー?/, 'folder', 0.9],
  [/^power( ?state| status)?$|^電源(状態|ステータス)?$|^稼働状(態|況)$/, 'powerState', 0.95],
  [/^(status|state|状態|ステータス)$/, 'powerState', 0.6],
  [/^(is )?template$|^テンプレート/, 'isTemplate', 0.95],
  [
    /^os$|^(guest|host) ?os\b|operating system|^os (name|type|version|according)|^os(名|名称|種別|種類)|ゲスト ?os|オペレーティング|基本ソフト/,
    'os',
    0.95,
  ],
  [/^os/, 'os', 0.6],
  [/^env(ironment)?$|^環境(名|区分|種別)?$|本番.*開発/, 'environment', 0.9],
  [/anti ?affinity|アンチ ?アフィニティ|非同居|分離グループ/, 'antiAffinityGroup', 0.95],
  [/affinity|アフィニティ|同居/, 'affinityGroup', 0.9],
  [
    /^app(lication)?( name)?$|^(アプリケーション|アプリ)(名)?$|^(業務|システム|サービス)(名|名称)?$|^用途$|^service( name)?$|^role$|^役割$/,
    'application',
    0.8,
  ],
];

/** Which fields a header may mean, by its words alone. */
function readings(header: string): Guess[] {
  const words = wordsOf(header);
  if (words.plain === '') return [];
  const guesses = textRules
    .filter(([pattern]) => pattern.test(words.plain))
    .map(([, field, confidence]) => ({ field, confidence }));
  const figure = figureReading(words);
  return figure === null ? guesses : [...guesses, figure];
}

const descriptive =
  /model|type|vendor|maker|型番|型式|モデル|種類|種別|メーカー|製品|構成|raid|\bid\b|address|アドレス|label/;

// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one line a subject, read from the top
function figureReading(words: Words): Guess | null {
  const { plain, unit, isPercent, isUse } = words;
  if (descriptive.test(plain)) return null;
  if (/iops/.test(plain)) return { field: 'diskIops', confidence: 0.9 };
  if (/cpu|processor|プロセッサー?|\bcores?\b|コア|mhz|ghz|クロック|周波数|clock/.test(plain)) {
    return cpuReading(words);
  }
  if (/mem(ory)?\b|\bram\b|メモリ/.test(plain)) {
    if (isPercent || /free|空き|数$|枚数/.test(plain)) return null;
    if (words.isMax) return { field: 'memoryMax', confidence: 0.9 };
    if (words.isP95) return { field: 'memoryP95', confidence: 0.9 };
    if (isUse) return { field: 'memoryMean', confidence: words.isMean ? 0.9 : 0.7 };
    return { field: 'memoryConfigured', confidence: unit === null ? 0.75 : 0.95 };
  }
  const isRate = dimensionOfUnit(unit) === 'rate' || /throughput|スループット|転送/.test(plain);
  if (/disk|hdd|ssd|storage|ディスク|ストレージ|容量|\bcapacity\b|vmdk|i\/?o\b/.test(plain)) {
    if (isRate) {
      return { field: words.isMax ? 'diskThroughputMax' : 'diskThroughputMean', confidence: 0.8 };
    }
    if (isPercent || /free|空き|本数|数$|count|\bdisks$/.test(plain)) return null;
    const confidence = /disk|ディスク/.test(plain) ? 0.9 : 0.6;
    return { field: isUse ? 'diskUsed' : 'diskProvisioned', confidence };
  }
  if (/provisioned|割(り)?当(て)?容量/.test(plain))
    return { field: 'diskProvisioned', confidence: 0.6 };
  if (
    /\bnet(work)?\b|\bnic\b|\blan\b|ネットワーク|通信|帯域|bandwidth|traffic|トラフィック/.test(
      plain,
    )
  ) {
    if (!(isRate || (isUse && !isPercent))) return null;
    return { field: words.isMax ? 'networkMax' : 'networkMean', confidence: isRate ? 0.85 : 0.6 };
  }
  return null;
}

function cpuReading(words: Words): Guess | null {
  const { plain, unit, isPercent, isMax, isP95, isMean, isUse } = words;
  if (isPercent) {
    if (isP95) return null;
    const confidence = isMax || isMean ? 0.9 : 0.75;
    return { field: isMax ? 'cpuMaxPercent' : 'cpuMeanPercent', confidence };
  }
  if (/socket|ソケット|ready|readiness|limit|share|reserv/.test(plain)) return null;
  if (dimensionOfUnit(unit) === 'clock') return clockReading(words);
  return unit !== null || isUse ? null : coreReading(plain);
}

function clockReading({ isMax, isP95, isMean, isUse }: Words): Guess {
  if (isMax) return { field: 'cpuMaxMhz', confidence: 0.85 };
  if (isP95) return { field: 'cpuP95Mhz', confidence: 0.9 };
  if (isUse) return { field: 'cpuMeanMhz', confidence: isMean ? 0.9 : 0.7 };
  return { field: 'cpuProvisionedMhz', confidence: 0.8 };
}

const vcpus = /^(v ?cpus?|仮想cpu)( ?count| ?数)?$/;
const cores =
  /(cpu|core|コア|プロセッサー?|スレッド)s?( ?(count|数|num|total|合計))?$|^(num|number of|count of|total) ?(v?cpu|core)/;

function coreReading(plain: string): Guess | null {
  if (vcpus.test(plain)) return { field: 'vcpuCount', confidence: 0.97 };
  if (!cores.test(plain)) return null;
  // Cores say more than sockets, where a table calls those CPUs.
  return { field: 'vcpuCount', confidence: /core|コア|vcpu/.test(plain) ? 0.92 : 0.85 };
}

function dimensionOfUnit(unit: TableUnit | null): 'rate' | 'clock' | 'size' | null {
  if (unit === null) return null;
  if (unit.endsWith('/s')) return 'rate';
  return unit.endsWith('Hz') ? 'clock' : 'size';
}

/** How well a header row speaks to us: the row of a table that is its header says the most. */
export const headerScore = (cells: readonly string[]) =>
  cells.reduce((sum, cell) => {
    const best = Math.max(0, ...readings(cell).map(({ confidence }) => confidence));
    return sum + (best >= sureEnough ? best : 0);
  }, 0);

/** The row that is the header: titles and notes may stand above it. The first row where none speaks to us. */
export function findHeader(rows: readonly NumberedRow[]): NumberedRow | null {
  let best = rows[0] ?? null;
  let bestScore = 0;
  for (const row of rows.slice(0, 20)) {
    const score = headerScore(row.cells);
    if (score > bestScore + 1e-9) {
      best = row;
      bestScore = score;
    }
  }
  return best;
}

/**
 * Guesses what each column of a table is, from its header's words and whether its figures can be read.
 *
 * @param sample rows below the header
 */
export function guessMapping(
  header: readonly string[],
  sample: readonly NumberedRow[],
  separator: ColumnMapping['separator'],
): ColumnMapping {
  const texts = function* () {
    for (const { cells } of sample) yield* cells;
  };
  const decimal = guessDecimal(texts());
  const columnTexts = (column: number) =>
    sample.map(({ cells }) => cells[column] ?? '').filter((text) => !isBlank(text));
  const candidates = header
    .flatMap((text, column) =>
      readings(text).map(({ field, confidence }) => ({
        column,
        field,
        confidence: confidence * trust(field, columnTexts(column), decimal),
      })),
    )
    // The surer first; at equal sureness the column further left.
    .sort((a, b) => b.confidence - a.confidence || a.column - b.column);
  const chosen = new Map<number, Guess>();
  const taken = new Set<TableField>();
  for (const { column, field, confidence } of candidates) {
    if (chosen.has(column) || taken.has(field) || confidence < 0.25) continue;
    chosen.set(column, { field, confidence });
    taken.add(field);
  }
  const columns = header.map((text, column): MappedColumn => {
    const guess = chosen.get(column);
    const field = guess?.field ?? 'ignore';
    const given = unitFor(field, shortHeader(text));
    const figures = columnTexts(column).map((cell) => parseNumber(cell, decimal));
    const unit = given ?? usualUnit(field, figures);
    const confidence = guess?.confidence ?? 0;
    return {
      header: shortHeader(text),
      field,
      unit,
      confidence: unit !== null && given === null ? confidence * 0.8 : confidence,
    };
  });
  return { separator, decimal, columns };
}

/** 1 where the column's texts are what the field holds, less where they are not. */
function trust(field: TableField, texts: readonly string[], decimal: DecimalSign): number {
  if (texts.length === 0) return 0.9;
  const isNumber = texts.map((text) => !Number.isNaN(parseNumber(text, decimal)));
  const share = isNumber.filter((is) => is).length / texts.length;
  if (dimensionOf(field) !== 'text') return share >= 0.5 ? 1 : share * 0.8;
  if (field !== 'name') return 1;
  // Names tell machines apart; a column of few different texts is a group.
  return new Set(texts).size > texts.length * 0.5 ? 1 : 0.5;
}

/** The unit of figures whose header names none, by their size. */
function usualUnit(field: TableField, figures: readonly number[]): TableUnit | null {
  const known = figures.filter((figure) => figure > 0).sort((a, b) => a - b);
  const median = known[known.length >> 1] ?? 0;
  switch (dimensionOf(field)) {
    case 'clock':
      return median > 0 && median < 100 ? 'GHz' : 'MHz';
    case 'memory':
      return median >= 512 ? 'MiB' : 'GiB';
    case 'disk':
      return median >= 16_384 ? 'MiB' : 'GB';
    case 'rate':
      return field.startsWith('network') ? 'Mb/s' : 'MiB/s';
    case 'count':
    case 'percent':
    case 'text':
      return null;
  }
}

/** True where a plan can be made of what was guessed. */
export function isSure(mapping: ColumnMapping): boolean {
  const sure = new Set(
    mapping.columns.filter(({ confidence }) => confidence >= sureEnough).map(({ field }) => field),
  );
  return sure.has('name') && sure.has('vcpuCount') && sure.has('memoryConfigured');
}
