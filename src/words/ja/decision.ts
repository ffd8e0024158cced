import type { DecisionWords } from '../decision.ts';

const levels = ['同じ', 'やや', '明らかに', 'かなり', '圧倒的に'];

export const ja: DecisionWords = {
  page: {
    lead: '何を重く見るかを指定すると、今日の製品に順位を付けます。あらゆる重み付けのうちどれだけの割合で 1 位になるか、どこで順位が入れ替わるか、どの事実が分かれば結論が変わりうるかも示します。',
    noScript:
      'このツールはブラウザーの中で計算するため、JavaScript が必要です。製品の一覧は JavaScript なしで読めます。',
    loading: 'ツールを読み込んでいます…',
    overview: '全製品の一覧',
    byCriterion: '項目ごとの記述と出典',
  },
  steps: {
    weights: '重視する項目',
    products: '対象の製品',
    fleet: 'フリート（任意）',
    answer: '順位',
    changes: '結論が変わる条件',
    record: '判断の記録',
  },
  weights: {
    help: '0（問わない）から 10 まで。比率だけが意味を持ちます。',
    scale: '重み（0～10）',
    presets: '出発点:',
    preset: {
      even: 'すべて同じ',
      operation: '日々の運用',
      continuity: '業務の継続',
      security: 'デバイスとセキュリティー',
      scale: '大規模',
    },
    mustHave: '必須',
    mustHaveOf: (criterion) => `${criterion}は必須`,
    cost: '費用',
    costHelp: '下で費用を入力した製品に効きます。最も安い製品を満点とします。',
  },
  pairs: {
    title: '分類を 2 つずつ比べて決める',
    help: '15 回の比較から分類の重みを求め（階層分析法）、分類の中の項目に等しく配ります。',
    pair: (first, second) => `${first}と${second}`,
    level: (level, first, second) =>
      level === 0
        ? '同じくらい重要'
        : `${level > 0 ? first : second}が${levels[Math.abs(level)]}重要`,
    use: 'この重みを使う',
    consistent: (ratio) => `比較に矛盾はありません（整合度 ${ratio}）。`,
    contradictory: (ratio) =>
      `比較が互いに矛盾しています（整合度 ${ratio}。0.1 以下が目安）。見直してください。`,
  },
  products: {
    help: '費用は読者の数字です。コスト計算、ライセンス計算、見積もりの金額を、通貨と期間を揃えて入力してください。',
    consider: (product) => `${product} を対象にする`,
    product: '製品',
    cost: '費用（読者の数字）',
    costOf: (product) => `${product} の費用`,
    yours: '読者の数字',
    fit: '手元の仮想マシンが載るか',
    fits: '公表された上限の範囲で載る',
    noFleet: 'フリート未読み込み',
    unchecked: '公表された上限なし',
    tooLarge: (count, names) =>
      count === 1
        ? `載らない: ${names} が大きすぎる`
        : `載らない: ${count} 台が大きすぎる（${names}）`,
  },
  answer: {
    waiting: '重みを振って計算しています…',
    failed: (message) => `順位を計算できませんでした: ${message}`,
    noneLeft: '残る製品がないか、重みのある項目がありません。',
    leads: (product, share) =>
      `1 位は ${product} です。あらゆる重み付けのうち ${share} で 1 位になります。`,
    near: (product, share) => `指定した重みの近くでは、${product} が ${share} で 1 位になります。`,
    caption: '得点順の製品',
    place: '順位',
    product: '製品',
    score: '得点（幅）',
    first: '1 位の割合（全重み付け）',
    firstNear: '1 位の割合（指定の近く）',
    doubtful: '確かでない必須項目',
    none: 'なし',
    outTitle: '順位の対象外',
    out: (product, criterion) =>
      criterion === null
        ? `${product}: 対象から外した製品`
        : `${product}: 必須の「${criterion}」がない`,
    gaps: (unknown, of) =>
      `${of} 個の値のうち ${unknown} 個は不明です。不明な値は 0 点とせず、0 から 1 の幅として数えます。`,
    how: '計算の方法',
    formula: [
      '値: あり 1、一部 0.25～0.75、なし 0、不明 0～1。',
      '得点: Σ 重み × 値 ÷ Σ 重み。不明な値を中央に置いた得点と、取りうる幅を示します。',
      '費用: 最も安い費用 ÷ その製品の費用。',
      '割合: 重み（どの重み付けも同じ確率）と不明な値を 20,000 回振って数えます。「指定の近く」は、指定した重みから任意の重みへ 4 分の 1 だけ寄せた範囲です。',
    ],
    reasons: (product) => `${product} がこの順位になる理由`,
    criterion: '項目',
    weight: '重み',
    value: '値',
    adds: '得点への寄与',
    second: (first, second, criteria) =>
      `${first} ではなく ${second} を選ぶ根拠: ${criteria}で上回ります。`,
    noSecond: (first, second) =>
      `重みのある項目のうち、${second} が ${first} を上回るものはありません。`,
    ranks: '順位ごとの割合（全重み付け）',
    rank: (rank) => `${rank} 位`,
  },
  changes: {
    flips: '1 位が入れ替わる重み',
    flip: (criterion, at, now, product) =>
      `「${criterion}」の重みが ${at} になると ${product} が 1 位（今は ${now}）`,
    noFlip: '1 つの項目の重みを変えるだけでは、1 位は変わりません。',
    gaps: '確認する価値のある事実',
    gap: (product, criterion, leader) =>
      `${product} の「${criterion}」。結果しだいで ${leader} が 1 位になりうる`,
    noGap: '1 つの事実が分かるだけで 1 位が変わることはありません。',
  },
  record: {
    help: '重み、順位、理由、不明な点を 1 つの文書にまとめ、保存や印刷ができます。',
    save: '判断の記録（Markdown）',
    print: '印刷',
    fileName: 'decision-record.md',
    title: '判断の記録: サーバー仮想化製品の選定',
    basis: '公開情報（それぞれの日付の時点）と読者の重みから Hostfit が計算しました。',
    notAdvice: '購入の前に、提供元に確認してください。',
  },
};
