import type { SiteWords } from './site.en.ts';

/** The texts of the shell and the landing page, in Japanese. */
export const ja: SiteWords = {
  language: '日本語',
  siteName: 'Hostfit',
  siteSummary:
    'サーバー仮想化製品を評価し、クラスターの規模を見積もるサイトです。データはどこにも送信しません。',
  openGraphAlt: 'Hostfit: 左に空きの多いサーバー、右に統合後のホスト 3 台と予備ホスト 1 台。',

  skip: '本文へ移動',
  menu: 'メニュー',
  siteNavigation: 'すべてのページ',
  mainNavigation: '主なページ',
  pageNavigation: 'このページの内容',
  breadcrumb: 'このページの位置',
  previous: '前のページ',
  next: '次のページ',
  neighbours: '前後のページ',
  updated: '最終更新',
  table: '表',
  otherLanguage: 'English',
  toDark: 'ダークテーマに切り替える',
  toLight: 'ライトテーマに切り替える',

  search: {
    open: '検索',
    title: 'サイト内検索',
    placeholder: '検索',
    close: '閉じる',
    hint: '言葉を入力してください。例: 統合率、予備ホスト、ハイパーバイザー',
    loading: '索引を読み込んでいます…',
    none: '見つかりませんでした:',
    found: '検索結果',
    failed: '検索の索引を読み込めませんでした。索引はサイトのビルド時に作られます。',
    keys: '↑ ↓ で選択、Enter で開く、Esc で閉じる',
  },

  footer: {
    privacy:
      '読み込んだ構成情報はブラウザーの外に出ません。このサイトには受け取るサーバーがありません。',
    licence: 'オープンソース（MIT ライセンス）',
    basis:
      '野村総合研究所（NRI）が 2009 年に公表したサーバー仮想化製品の評価報告を、現在の製品に広げたものです。',
  },

  sections: {
    start: 'はじめに',
    tools: 'ツール',
    today: '現在の製品',
    planner: 'プランナーの使い方',
    report: '報告書',
    method: '計算の方法',
  },

  tools: {
    'tools/decision': {
      title: '製品選定ツール',
      description:
        '項目に重みを付けると、現在の製品の順位と、その確かさ、結論が変わる条件を示します。',
    },
    'tools/consolidation': {
      title: '統合プランナー',
      description:
        '構成情報を読み込み、方針を調整して、必要なホスト台数を根拠とともに確かめるツールです。',
    },
    'tools/migration': {
      title: 'ライブマイグレーション',
      description:
        '仮想マシンの移動にかかる時間と停止時間、ホストの退避、クラスターの順次パッチ適用、移動できない理由を計算します。',
    },
    'tools/placement': {
      title: '動的配置',
      description:
        '報告書の表 5 にある規則と本サイトの規則を、実測した時間に沿って動かし、並べて比べます。',
    },
    'tools/failover': {
      title: 'フェールオーバーの検証',
      description:
        'クラスターのホスト、ネットワーク、ストレージ、電源を壊し、どの仮想マシンが何分止まり、何が再起動しないかを確かめるツールです。',
    },
    'tools/licensing': {
      title: 'ライセンス計算',
      description:
        '必要なライセンスの数を理由とともに数え、条件の範囲で最も安い買い方を探すツールです。',
    },
    'tools/backup': {
      title: 'バックアッププランナー',
      description:
        '5 つの質問、または構成情報から、合う方式、何年分の容量、夜の所要時間、リストアにかかる時間を求めるツールです。',
    },
    'tools/performance': {
      title: '性能',
      description:
        '計画したホストの時間帯ごとの使用率と応答時間、載せられる VM の残り台数を計算し、自社のベンチマークを取り込みます。',
    },
    'tools/availability': {
      title: '障害と可用性',
      description:
        'すべてのホスト、2 台の組み合わせ、ラックを毎時に止めて試し、受け入れ制御を比べ、何年分もの障害を模擬して、予備や早い検知の効果を求めます。',
    },
    'tools/cost': {
      title: '数年間の総コスト',
      description:
        '現状のままか、変えるか。ハードウェア・ライセンス・電力・人件費を 1～10 年で並べ、すべての金額の内訳を開けます。',
    },
  },

  notFound: {
    title: 'ページが見つかりません',
    text: 'この URL にページはありません。移動したか、URL に誤りがある可能性があります。',
    home: 'ホームへ',
  },

  landing: {
    title: '仮想マシンを、より少ないホストへ',
    description:
      '構成情報を読み込むと、必要なホスト台数が根拠とともに数秒で分かります。データはブラウザーの外に出ません。',
    eyebrow: 'サーバー仮想化の評価と設計',
    headline: ['その仮想マシン、', 'ホスト何台に収まりますか'],
    lead: '構成情報を読み込むと、すべての仮想マシンを資源ごと、時間ごとに配置し、必要なホスト台数を求めます。どの資源が先に尽きるのか、証明できる下限まであと何台なのかも、あわせて示します。',
    openPlanner: 'プランナーを開く',
    readReport: '評価報告書を読む',
    privacyShort: 'データはブラウザーの外に出ません。',
    figure: {
      caption:
        'ワークロードを 1 つずつ載せた低負荷のサーバー 24 台が、ホスト 3 台に収まります。4\u00a0台目は障害に備えた予備です（大きい順に詰めた模式図）。',
      before: '統合前: 1 台に 1 ワークロード',
      after: '統合後',
      spare: '予備',
    },
    stepsTitle: '読み込みから結果まで',
    steps: [
      {
        title: '読み込む',
        text: 'RVTools の出力、使用率のログ、任意の表を読み込みます。まず試したい方には、ワンクリックで開けるサンプルがあります。',
      },
      {
        title: '調整する',
        text: '目標使用率、オーバーコミット、余裕率、増加率、予備ホスト。スライダーを動かしている間にも結果が追従します。',
      },
      {
        title: '読み取る',
        text: '必要台数、下限、最悪の障害、そしてどの時刻にどの資源が上限になるか。CSV、SVG、プロジェクトファイルで保存できます。',
      },
    ],
    readersTitle: '3 つの立場のために',
    readers: [
      {
        who: '判断する方へ',
        text: 'なぜ統合するのか、方式によって何が違うのか、数字は何を示すのか。すべて出典付きです。JavaScript なしで読め、A4 に印刷できます。',
        link: '報告書を読む',
        path: 'report',
      },
      {
        who: '設計する方へ',
        text: '自社の構成、自社のホスト機種、1 か月の全時間帯で計算します。結果には必ず根拠が付くので、そのまま説明に使えます。',
        link: 'プランナーを開く',
        path: 'tools/consolidation',
      },
      {
        who: '運用する方へ',
        text: '静的ファイルのフォルダー 1 つを、どの Web サーバーのどのパスにも置けます。ブラウザーに収まらない規模の試算は、同じプランナーをシェルから実行できます。',
        link: '計算の方法を見る',
        path: 'method',
      },
    ],
    privacyTitle: 'ブラウザーの外に出るもの',
    privacyAnswer: 'ありません。',
    privacyFacts: [
      {
        title: 'サーバーがない',
        text: 'サイトの実体はファイルの集まりです。データを受け取る相手がいません。',
      },
      {
        title: '通信を許さない',
        text: '各ページは、自身のファイルの配信元を除くあらゆる接続をコードに禁じています。',
      },
      {
        title: '接続が要らない',
        text: '一度開けばオフラインで動きます。ケーブルを抜いて再読み込みし、それから構成情報を読み込んでもかまいません。',
      },
    ],
  },
};
