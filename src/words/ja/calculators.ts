import type { RestartStep } from '../../model/failover/restart-time.ts';
import type { CalculatorWords } from '../calculators.ts';
import { formatFor } from '../format.ts';

const { count, number, percent, withUnit } = formatFor('ja');

const secondsPerMinute = 60;
/** 0.21 秒、44.5 秒、2 分 5 秒、1 時間 3 分。 */
function duration(seconds: number): string {
  if (seconds < 2 * secondsPerMinute) return withUnit(seconds, '秒', seconds < 1 ? 3 : 1);
  const whole = Math.round(seconds);
  const [minutes, rest] = [Math.floor(whole / secondsPerMinute), whole % secondsPerMinute];
  if (minutes < secondsPerMinute) return `${withUnit(minutes, '分')} ${withUnit(rest, '秒')}`;
  const hours = Math.floor(minutes / secondsPerMinute);
  return `${withUnit(hours, '時間')} ${withUnit(minutes % secondsPerMinute, '分')}`;
}
const mib = (value: number) => withUnit(value, 'MiB', value < 10 ? 2 : 0);

const restartSteps: Readonly<Record<RestartStep['step'], string>> = {
  detection: 'ハートビートの途絶を確かめる',
  declaration: '障害と判定し、ホストを切り離す',
  boot: 'ゲストが組ごとに起動する',
  application: '最後の組のアプリケーションが立ち上がる',
};

export const ja: CalculatorWords = {
  calculators: {
    'live-migration': {
      title: '計算: ライブマイグレーションの時間',
      formula: 'V₀ = M、Vᵢ₊₁ = D × Vᵢ ÷ B を Vₙ ÷ B ≤ L まで繰り返す。時間 = (V₀ + … + Vₙ) ÷ B',
      fields: {
        memory: { symbol: 'M', label: 'メモリー', help: '仮想マシンのメモリー容量。', unit: 'GiB' },
        dirty: {
          symbol: 'D',
          label: 'メモリーの書き換え',
          help: 'ゲストが書き換える速さ。要測定。データベースでは大きくなります。',
          unit: 'MiB/s',
        },
        bandwidth: {
          symbol: 'B',
          label: '移行用ネットワーク',
          help: 'ギガビットで約 112 MiB/s、10 Gb/s で約 1,120 MiB/s。',
          unit: 'MiB/s',
        },
        limit: {
          symbol: 'L',
          label: '停止時間の上限',
          help: '最後に仮想マシンが止まってよい時間。',
          unit: '秒',
        },
        rounds: {
          symbol: 'N',
          label: '繰り返しの上限',
          help: 'これを超えると、製品は仮想マシンを止めて移します。',
          unit: '回',
        },
      },
      result: '全体の時間',
      say: (answer, { dirty, bandwidth, limit }) => {
        if (answer.kind === 'never-converges') {
          return {
            result: '終わらない',
            sentence:
              'この移行は終わりません。メモリーの書き換えが、ネットワークで送る速さ以上だからです。ネットワークを速くするか、負荷の低い時間を選びます。',
            steps: [
              `1 秒に ${number(bandwidth)} MiB を写す間に、最大 ${number(dirty)} MiB が書き換わります。`,
              '残りが減らないため、時間は示せません。',
            ],
            isWarning: true,
          };
        }
        const { rounds, totalSeconds, downtimeSeconds, lastMib } = answer;
        const total = duration(totalSeconds);
        const down = duration(downtimeSeconds);
        const done = `${count(rounds.length)} 回`;
        return {
          result: total,
          sentence:
            answer.kind === 'converged'
              ? `移行は ${done}の繰り返しで ${total}かかり、最後に仮想マシンが ${down}止まります。`
              : `${done}繰り返しても残りが多く、仮想マシンが ${down}止まります。上限の ${duration(limit)}を超えています。移行全体では ${total}かかります。`,
          steps: [
            ...rounds.map(
              ({ copiedMib, seconds, leftMib }, index) =>
                `${index + 1} 回目: ${mib(copiedMib)} を ${duration(seconds)}で写す。その間に ${mib(leftMib)} が書き換わる。`,
            ),
            `停止: 残りの ${mib(lastMib)} を ${down}で写す。`,
          ],
          isWarning: answer.kind === 'out-of-rounds',
        };
      },
      note: '製品ごとの開始と終了の処理は含みません。報告書の測定では数十秒から 2 分ほどでした。',
    },
    'restart-time': {
      title: '計算: ホスト障害から再起動までの時間',
      formula: 'h × m + d + ⌈n ÷ (k × c)⌉ × b + a',
      fields: {
        heartbeat: {
          symbol: 'h',
          label: 'ハートビートの間隔',
          help: 'ホストどうしが生存を知らせ合う間隔。',
          unit: '秒',
        },
        missed: {
          symbol: 'm',
          label: '途絶とみなす回数',
          help: 'この回数続けて届かないと、異常とみなします。',
          unit: '回',
        },
        declaration: {
          symbol: 'd',
          label: '判定と切り離し',
          help: '再確認、ホストの切り離し、ロックの期限待ち。',
          unit: '秒',
        },
        machines: {
          symbol: 'n',
          label: '再起動する台数',
          help: '止まったホストの仮想マシンすべて。',
          unit: '台',
        },
        hosts: {
          symbol: 'k',
          label: '受け入れるホスト',
          help: '空きのあるホストの数。',
          unit: '台',
        },
        starts: {
          symbol: 'c',
          label: '1 ホストの同時起動数',
          help: '残りは順番を待ちます。',
          unit: '台',
        },
        boot: {
          symbol: 'b',
          label: '電源投入と OS の起動',
          help: '1 組分。一斉に起動すると共有ストレージが遅くなるため、その状態で測ります。',
          unit: '秒',
        },
        application: {
          symbol: 'a',
          label: 'アプリケーションの起動',
          help: 'OS の起動から、応答できるようになるまで。',
          unit: '秒',
        },
      },
      result: '最後のアプリケーションが応答するまで',
      say: ({ guestsSeconds, servicesSeconds, firstGuestsSeconds, waveCount, because }) => ({
        result: duration(servicesSeconds),
        sentence: `障害から ${duration(guestsSeconds)}ですべてのゲストが起動し、${duration(servicesSeconds)}で最後のアプリケーションが応答します。${
          waveCount === 1
            ? ''
            : `起動は ${count(waveCount)} 組に分かれ、最初の組は ${duration(firstGuestsSeconds)}で起動します。`
        }`,
        steps: because.map(
          ({ step, seconds, atSeconds }) =>
            `${restartSteps[step]}: ${duration(seconds)}（障害から ${duration(atSeconds)}まで）。`,
        ),
        isWarning: false,
      }),
      note: '初期値は仮定です。報告書のホスト 2 台の環境では、アプリケーションの起動を除き、1 分弱から 1 分 30 秒ほどで再起動が完了しました。',
    },
    'network-share': {
      title: '計算: 仮想マシン 1 台あたりの帯域',
      formula: 'min(1, k ÷ n) × S',
      fields: {
        machines: {
          symbol: 'n',
          label: '全速で通信する台数',
          help: '同時に送受信する仮想マシン。',
          unit: '台',
        },
        cards: {
          symbol: 'k',
          label: '束ねた NIC',
          help: '速度はすべて同じとします。',
          unit: '枚',
        },
        speed: { symbol: 'S', label: 'NIC 1 枚の速度', help: '公称値。', unit: 'Gb/s' },
      },
      result: '1 台あたり',
      say: (
        { shareRatio, perVmGigabits, perVmMibPerSecond, totalGigabits },
        { machines, cards },
      ) => {
        const each = withUnit(perVmGigabits, 'Gb/s', 3);
        const isAlone = shareRatio === 1;
        return {
          result: each,
          sentence: isAlone
            ? `どの仮想マシンも NIC 1 枚分を使えます。${each}、つまり ${withUnit(perVmMibPerSecond, 'MiB/s')} です。`
            : `${count(machines)} 台の仮想マシンは、それぞれ NIC 1 枚の ${percent(shareRatio, 1)} を得ます。${each}、つまり ${withUnit(perVmMibPerSecond, 'MiB/s')} です。`,
          steps: [
            `NIC ${count(cards)} 枚で、合わせて ${withUnit(totalGigabits, 'Gb/s')}。`,
            `${count(machines)} 台で分けると、1 台あたり ${withUnit(totalGigabits / machines, 'Gb/s', 3)}。`,
            ...(isAlone ? ['NIC 1 枚分を超えることはありません。'] : []),
          ],
          isWarning: false,
        };
      },
      note: 'すべての仮想マシンが使えるだけ使う場合の、プロトコルのオーバーヘッドを引く前の値です。チーミングはパケットではなく接続を振り分けるため、接続が少ないと偏ることがあります。',
    },
    'page-sharing': {
      title: '計算: ページの共有による節約',
      formula: 'n × m × (1 − s) + g × m × s',
      fields: {
        guests: {
          symbol: 'n',
          label: 'ホスト上のゲスト',
          help: '共有できるのは同じホストの中だけです。',
          unit: '台',
        },
        memory: { symbol: 'm', label: '1 台のメモリー', help: '割り当てた容量。', unit: 'GiB' },
        identical: {
          symbol: 's',
          label: '同じ内容のページ',
          help: '同じ種類のゲストに共通するメモリーの割合。',
          unit: '%',
        },
        kinds: {
          symbol: 'g',
          label: 'ゲストの種類',
          help: 'OS とその版の種類数。',
          unit: '種類',
        },
      },
      result: '使うメモリー',
      say: (
        { configuredGib, ownGib, sharedGib, usedGib, savedGib, savedRatio },
        { guests, kinds },
      ) => ({
        result: withUnit(usedGib, 'GiB'),
        sentence:
          savedGib === 0
            ? `節約はありません。共通するページがなく、${withUnit(configuredGib, 'GiB')} をすべて使います。`
            : `${withUnit(configuredGib, 'GiB')} のところが ${withUnit(usedGib, 'GiB')} で済み、${percent(savedRatio, 1)} の節約になります。`,
        steps: [
          `ゲスト ${count(guests)} 台が個別に持つページは ${withUnit(ownGib, 'GiB')}。`,
          `共通のページは ${count(Math.min(kinds, guests))} 種類のゲストごとに 1 つだけ持ち、${withUnit(sharedGib, 'GiB')}。`,
          `割り当てた容量に対する節約は ${withUnit(savedGib, 'GiB')}。`,
        ],
        isWarning: false,
      }),
      note: '同じ内容のページの割合は仮定です。実際の値は測らなければ分かりません。上で引用した手引きは、ほぼ同じ仮想マシンが多ければ 30 % 超、ばらばらなら 5 % 未満の節約としています。',
    },
  },
  steps: '計算の手順',
  formula: '式',
  failed: '計算できませんでした。ページを読み込み直してください。',
  settings: {
    unlimited: '制限なし',
    slider: (label) => `${label}（スライダー）`,
    limited: (label) => `${label}を制限する`,
    reset: (label) => `${label}を初期値に戻す`,
  },
};
