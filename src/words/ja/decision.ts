import type { DecisionWords } from '../decision.ts';

const levels = ['同じ', 'やや', '明らかに', 'かなり', '圧倒的に'];

export const ja: DecisionWords = {
  page: {
    lead: '何を重視するかを指定すると、現行の製品に順位を付けます。あらゆる重み付けのうちどれだけの割合で 1 位になるか、どこで順位が入れ替わるか、どの事実が分かれば結論が変わりうるか、2 位の製品がどんなときに 1 位を上回るかも示します。構成情報があれば、製品ごとの費用も計算します。',
    noScript:
      'このツールはブラウザーの中で計算するため、JavaScript が必要です。製品の一覧は JavaScript なしで読めます。',
    loading: 'ツールを読み込んでいます…',
    overview: '全製品の一覧',
    byCriterion: '項目ごとの記述と出典',
    method: '計算の方法',
  },
  steps: {
    weights: '重視する項目',
    products: '対象の製品',
    cost: '費用',
    fleet: '構成情報（任意）',
    answer: '順位',
    second: '2 位を選ぶ根拠',
    changes: '結論が変わる条件',
    record: '判断の記録',
  },
  weights: {
    help: '0（考慮しない）から 10 まで。重みどうしの比率だけが順位に効きます。',
    scale: '重み（0～10）',
    presets: 'プリセット:',
    preset: {
      even: 'すべて同じ',
      operation: '日々の運用',
      continuity: '業務の継続',
      security: 'デバイスとセキュリティー',
      scale: '大規模',
      cost: '費用',
    },
    mustHave: '必須',
    mustHaveOf: (criterion) => `${criterion}は必須`,
    cost: '費用',
    costHelp:
      '下の「費用」で、構成情報またはホストの数から計算します。最も安い製品の値が 1、最も高い製品の値が 0 です。',
    costUnknown: '費用の分かる製品が 2 つ以上になるまで、順位には反映されません。',
  },
  pairs: {
    title: '分類を 2 つずつ比べて決める',
    help: (comparisons) =>
      `${comparisons} 回の比較から分類の重みを求め（階層分析法）、分類の中の項目に等しく配ります。`,
    pair: (first, second) => `${first}と${second}`,
    level: (level, first, second) =>
      level === 0
        ? '同じくらい重要'
        : `${level > 0 ? first : second}が${levels[Math.abs(level)]}重要`,
    use: 'この重みを使う',
    consistent: (ratio) => `比較に大きな矛盾はありません（整合比 ${ratio}）。`,
    contradictory: (ratio) =>
      `比較が互いに矛盾しています（整合比 ${ratio}。0.1 以下が目安）。見直してください。`,
  },
  products: {
    help: '上限には、公表資料にある最大の値を使います。出典は各製品のページにあります。',
    consider: (product) => `${product} を対象にする`,
    product: '製品',
    fit: '手元の仮想マシンが載るか',
    mustCarry: '載せられない仮想マシンがある製品を外す',
    fits: '公表された上限の範囲で載る',
    noFleet: '構成情報なし',
    unchecked: '公表された上限なし',
    partly: (resource) =>
      resource === 'vcpu' ? '載る（仮想 CPU の上限は未公表）' : '載る（メモリーの上限は未公表）',
    tooLarge: (count, machines) =>
      count === 1
        ? `載らない: ${machines} が大きすぎる`
        : `載らない: ${count} 台が大きすぎる（${machines}）`,
    machine: (name, demand, limit) => `${name}（${demand}、上限 ${limit}）`,
    manyClusters: (resource, limit, clusters) =>
      resource === 'hosts'
        ? `クラスターが ${clusters} つ必要（1 つに ${limit} ホストまで）`
        : `クラスターが ${clusters} つ必要（1 つに ${limit} 台まで）`,
  },
  costs: {
    help: 'どの製品も同じホストを前提に、ライセンス条件と公開価格から計算します。公開価格のない製品は不明のまま扱うので、見積額があれば入力してください。',
    noHosts:
      'まだ計算できません。下で構成情報を読み込むか、ホストの数を入力してください。それまでは、入力された自社の見積額だけを使います。',
    impossible:
      '設定で使えるホストにすべての VM が収まらないため、費用を計算できません。理由は統合プランナーで確認できます。',
    inNumbers: '構成情報なしで、ホストと仮想マシンの数を入力する',
    startNumbers: '小さなクラスター（4 ホスト、100 台）から始める',
    noNumbers: '入力した数を消す',
    basis: (hosts, machines, isPlan) =>
      `${isPlan ? '読み込んだ環境の計画に必要な' : '入力された'} ${hosts} ホスト${machines === null ? '' : `（仮想マシン ${machines} 台）`}を前提に計算しています。どの製品も同じ条件です。`,
    time: (years, discount) => `${years} 年間の現在価値（割引率は年 ${discount}）。`,
    notCounted: (what) =>
      `不明のため含めていないもの: ${what}。どの製品にも同じだけかかるため、順位には影響しません。「数年間の総コスト」のツールで入力できます。`,
    years: '年数',
    rate: (currency) => `1 ${currency} あたりの円`,
    rateHelp: '自社で使うレートを入力してください。既定値はありません。',
    rateAsked: (products) => `為替レートがないと費用が分からない製品: ${products}`,
    caption: '製品ごとの費用',
    licence: '購入形態',
    licenceOf: (product) => `${product} の購入形態`,
    computed: '計算した費用',
    own: '自社の見積額',
    ownOf: (product) => `${product} の費用（自社の見積額）`,
    ownHelp: (currency) =>
      `自社の見積額: 計算した費用と同じ年数、同じ範囲の合計を ${currency} で入力してください。計算値の代わりに使い、その旨を表示します。`,
    value: '値',
    marked: (value, mark) => `${value}（${mark}）`,
    mark: { reader: '自社の見積額', computed: '計算値', unknown: '不明' },
    unknown: '不明',
    noPrice: (licence) => `${licence}の公開価格なし`,
    noRate: (currency) => `${currency} の為替レートなし`,
    range: (low, high) => `出典により ${low}～${high}`,
    how: (product) => `${product} の費用の計算`,
    formula: [
      'ライセンスの数は、ホストの台数とコア数から、製品のライセンス条件に従って数えます。ゲストのライセンスは、ライセンスのツールと同じく、認められる範囲で最も安い組み合わせを選びます。',
      '各年の支払額を現在価値に割り引いて合計します。サブスクリプションは毎年、買い切りのライセンスは初年に支払い、保守が必須なら毎年加えます。',
      '外貨の価格は、指定した為替レートで換算します。',
    ],
    scale: (cheapest, dearest) =>
      `値は、最も安い ${cheapest} で 1、最も高い ${dearest} で 0、その間は直線です。不明な費用は 0～1 とします。`,
    presentValue: (amount) => `現在価値 ${amount}`,
    others: 'ライセンス以外（どの製品でも同じ）',
    sum: '合計',
    forAll: 'どの製品でも必要',
    why: 'このエディションを選んだ理由',
    sources: '出典',
  },
  answer: {
    waiting: '重みを変えながら計算しています…',
    failed: (message) => `順位を計算できませんでした: ${message}`,
    noneLeft: '対象の製品が残っていないか、重みのある項目がありません。',
    leads: (product, share) =>
      `1 位は ${product} です。あらゆる重み付けのうち ${share} で 1 位になります。`,
    shared: (products) => `${products} が同点で 1 位です。`,
    sharedFirst: (product, share, near) =>
      `${product} が 1 位になる割合は、あらゆる重み付けで ${share}、指定した重みの近くで ${near} です。`,
    listed: '同点の製品は、得点の幅の下限が高い順、それも同じなら全製品の一覧の順に並べます。',
    near: (product, share) =>
      `指定した重みの近くに限ると、${product} が 1 位になる割合は ${share} です。`,
    caption: '得点順の製品',
    place: '順位',
    product: '製品',
    score: '得点（幅）',
    first: '1 位の割合（全重み付け）',
    firstNear: '1 位の割合（指定の近く）',
    nearShort: (share) => `指定の近く ${share}`,
    doubtful: '満たすか不確かな必須項目',
    none: 'なし',
    outTitle: '順位の対象外',
    out: (product, reason) => {
      switch (reason.kind) {
        case 'left-out':
          return `${product}: 対象から外しています`;
        case 'lacks':
          return `${product}: 必須の「${reason.criterion}」を満たさない`;
        case 'too-small':
          return `${product}: ${reason.machines} が載らない`;
      }
    },
    gaps: (unknown, of) =>
      `${of} 個の値のうち ${unknown} 個は不明です。不明な値は 0 点とせず、0 から 1 の幅を持つ値として扱います。`,
    how: '計算の方法',
    method: '計算の方法と計算例を詳しく読む',
    formula: [
      '値: あり 1、一部 0.25～0.75、なし 0、不明 0～1。',
      '得点: Σ 重み × 値 ÷ Σ 重み。不明な値を中央に置いた得点と、取りうる幅を示します。',
      '費用: （最も高い費用 − その製品の費用）÷（最も高い費用 − 最も安い費用）。順位の対象になる製品の中で比べます。どの製品にも同じだけかかる費用は影響しません。不明は 0～1。',
      '割合: 重み（どの重み付けも等確率）と不明な値を 20,000 回ランダムに選び、1 位になった回数から求めます。「指定の近く」は、指定した重みから任意の重みへ 4 分の 1 だけ寄せた範囲です。',
    ],
    reasons: (product) => `${product} がこの順位になる理由`,
    criterion: '項目',
    weight: '重み',
    value: '値',
    adds: '得点への寄与',
    ranks: '順位ごとの割合（全重み付け）',
    rank: (rank) => `${rank} 位`,
  },
  second: {
    lead: (second, leader, share) =>
      `2 位は ${second} です。不明な事実も含めたあらゆる重み付けのうち、${share} で ${leader} を上回ります。`,
    level: (second, leader, share) =>
      `${second} は ${leader} と同点です。不明な事実も含めたあらゆる重み付けのうち、${share} で ${leader} を上回ります。`,
    better: (leader, criteria) => `${leader} を上回る項目: ${criteria}。`,
    noBetter: (leader) => `重みのある項目のうち、${leader} を上回るものはありません。`,
    gain: (criterion, points) => `${criterion}（+${points}）`,
    favouredBy: (criteria) =>
      `この製品が 1 位になる重み付けでは、次の項目が平均より重くなります: ${criteria}。`,
    share: (criterion, weight, usual) => `${criterion}（平均 ${usual} に対して ${weight}）`,
    weight: (criterion, { side, at, now }) =>
      at === null
        ? `「${criterion}」の重みが現在（${now}）より少しでも${side === 'above' ? '大きく' : '小さく'}なる`
        : `「${criterion}」の重みが ${at} を${side === 'above' ? '上回る' : '下回る'}（現在 ${now}）`,
    ownFact: (product, criterion) =>
      `${product} が「${criterion}」を満たすと確認できる（現在は不確か）`,
    leaderFact: (leader, criterion) =>
      `${leader} が「${criterion}」を満たさないと分かる（現在は不確か）`,
    onlyIt: (leader, criteria) =>
      `この製品は満たし、${leader} は満たさないか不確かな項目: ${criteria}。必須にすると、${leader} は順位から外れるか、「満たすか不確か」と示されます。`,
    ownCost: (product, cost, now) =>
      now === cost
        ? `${product} の費用が現在（${now}）を少しでも下回る`
        : `${product} の費用が ${cost} 以下になる（${now === null ? '現在は不明' : `現在 ${now}`}）`,
    leaderCost: (leader, cost, now) =>
      now === cost
        ? `${leader} の費用が現在（${now}）を少しでも上回る`
        : `${leader} の費用が ${cost} 以上になる（${now === null ? '現在は不明' : `現在 ${now}`}）`,
    when: (second, leader) => `次のどれか一つでも成り立てば、${second} が ${leader} を上回ります。`,
    never: (leader) => `1 つの重み、事実、費用が変わるだけでは ${leader} を上回りません。`,
    none: '順位が付いた製品は 1 つだけです。',
  },
  changes: {
    flips: '1 位が入れ替わる重み',
    flip: (criterion, { side, at, now }, product) =>
      at === null
        ? `「${criterion}」の重みを現在（${now}）より少しでも${side === 'above' ? '上げる' : '下げる'}と、${product} が 1 位`
        : `「${criterion}」の重みが ${at} を${side === 'above' ? '上回る' : '下回る'}と、${product} が 1 位（現在 ${now}）`,
    noFlip: '1 つの項目の重みを変えるだけでは、1 位は変わりません。',
    gaps: '確認する価値のある事実',
    gap: (product, criterion, leader) =>
      `${product} の「${criterion}」。結果によっては ${leader} が 1 位になる`,
    leaderCostGap: (leader, above, product) =>
      `${leader} の費用。${above} を上回れば ${product} が 1 位。見積もりを取る価値がある`,
    costGap: (product, below) =>
      `${product} の費用。${below} を下回れば 1 位。見積もりを取る価値がある`,
    noGap: '1 つの事実が分かるだけで 1 位が変わることはありません。',
  },
  record: {
    help: '重み、順位、理由、費用、不明な点を 1 つの文書にまとめ、保存や印刷ができます。',
    save: '判断の記録（Markdown）',
    print: '印刷',
    fileName: 'decision-record.md',
    json: '計算結果（JSON）',
    jsonName: 'decision.json',
    title: '判断の記録: サーバー仮想化製品の選定',
    basis: '公開情報（各出典の日付の時点）と、指定された重みから Hostfit が計算しました。',
    notAdvice: '購入の前に提供元に確認してください。ここに示す費用は見積もりではありません。',
    date: (date) => `日付: ${date}`,
    decision: '結論',
    price: '価格の日付',
    seed: (seed, samples) =>
      `試行回数 ${samples}、乱数の種 ${seed}。設定が同じなら結果も同じです。`,
  },
};
