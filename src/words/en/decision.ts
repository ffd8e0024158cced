import type { DecisionWords } from '../decision.ts';

const levels = ['equally', 'a little more', 'clearly more', 'much more', 'far more'];

export const en: DecisionWords = {
  page: {
    lead: 'Say what matters to you. The tool ranks today’s products, says for which share of all weightings each comes first, where the lead changes, and which missing fact could change it.',
    noScript:
      'This tool computes in your browser and needs JavaScript. The overview of products can be read without.',
    loading: 'Loading the tool …',
    overview: 'All products at a glance',
    byCriterion: 'What sources say, by criterion',
  },
  steps: {
    weights: 'What matters to you',
    products: 'Which products',
    fleet: 'Your fleet (optional)',
    answer: 'The ranking',
    changes: 'What would change it',
    record: 'Keep the decision',
  },
  weights: {
    help: 'From 0 (does not matter) to 10. Only the proportions count.',
    scale: 'Weight, 0 to 10',
    presets: 'Start from:',
    preset: {
      even: 'all alike',
      operation: 'daily operation',
      continuity: 'continuity',
      security: 'devices and security',
      scale: 'large scale',
    },
    mustHave: 'must have',
    mustHaveOf: (criterion) => `${criterion}: must have`,
    cost: 'Cost',
    costHelp: 'Counts for products whose cost you give below; the cheapest has the full value.',
  },
  pairs: {
    title: 'Compare the groups in pairs instead',
    help: 'Fifteen comparisons give the groups their weights (analytic hierarchy process); each group’s weight is shared by its criteria.',
    pair: (first, second) => `${first} against ${second}`,
    level: (level, first, second) =>
      level === 0
        ? 'matter equally'
        : `${level > 0 ? first : second} matters ${levels[Math.abs(level)]}`,
    use: 'Use these weights',
    consistent: (ratio) => `The comparisons agree with one another (consistency ratio ${ratio}).`,
    contradictory: (ratio) =>
      `The comparisons contradict one another (consistency ratio ${ratio}, above 0.1): look at them again.`,
  },
  products: {
    help: 'A cost is yours: from the cost or licence tool, or a quote, in one currency and over one time for all.',
    consider: (product) => `Consider ${product}`,
    product: 'Product',
    cost: 'Cost (your figure)',
    costOf: (product) => `Cost of ${product}`,
    yours: 'your figure',
    fit: 'Carries your machines?',
    fits: 'yes, as far as limits are known',
    noFleet: 'no fleet loaded',
    unchecked: 'no published limit',
    tooLarge: (count, names) =>
      count === 1 ? `no: ${names} is too large` : `no: ${count} machines are too large (${names})`,
  },
  answer: {
    waiting: 'Drawing weightings …',
    failed: (message) => `The ranking could not be computed: ${message}`,
    noneLeft: 'No product is left, or no criterion has a weight.',
    leads: (product, share) => `${product} leads, and comes first in ${share} of all weightings.`,
    near: (product, share) => `Near your weights ${product} comes first in ${share}.`,
    caption: 'Products by score',
    place: 'Place',
    product: 'Product',
    score: 'Score (range)',
    first: 'First, of all weightings',
    firstNear: 'First, near yours',
    doubtful: 'Must-haves in doubt',
    none: 'none',
    outTitle: 'Not ranked',
    out: (product, criterion) =>
      criterion === null
        ? `${product}: left out by you`
        : `${product} lacks “${criterion}”, which you must have`,
    gaps: (unknown, of) =>
      `${unknown} of ${of} values are unknown. Each counts as an interval from 0 to 1, never as a zero.`,
    how: 'How this is computed',
    formula: [
      'Value: has it 1, partly 0.25 to 0.75, lacks it 0, unknown 0 to 1.',
      'Score: Σ weight × value ÷ Σ weight, shown with every unknown value in the middle, and as a range.',
      'Cost: cheapest cost ÷ own cost.',
      'Shares: 20,000 drawings of weights (each weighting as likely as any other) and of unknown values. “Near yours” goes a quarter of the way from your weights to any.',
    ],
    reasons: (product) => `Why ${product} stands there`,
    criterion: 'Criterion',
    weight: 'Weight',
    value: 'Value',
    adds: 'Adds',
    second: (first, second, criteria) =>
      `The case for ${second} instead of ${first}: it is better by ${criteria}.`,
    noSecond: (first, second) =>
      `By no criterion that you weigh is ${second} better than ${first}.`,
    ranks: 'Share of all weightings by rank',
    rank: (rank) => `No. ${rank}`,
  },
  changes: {
    flips: 'Weights at which the lead changes',
    flip: (criterion, at, now, product) =>
      `${product} leads once “${criterion}” has ${at} of the weight (now ${now})`,
    noFlip: 'No change of a single weight changes the lead.',
    gaps: 'Facts worth finding out',
    gap: (product, criterion, leader) =>
      `“${criterion}” of ${product}: it could bring ${leader} to the lead`,
    noGap: 'No single missing fact could change the lead.',
  },
  record: {
    help: 'The decision with its weights, ranking, reasons and gaps, as a document to keep or to print.',
    save: 'Decision record (Markdown)',
    print: 'Print',
    fileName: 'decision-record.md',
    title: 'Decision record: server virtualization',
    basis: 'Computed by Hostfit from public sources as of their dates and from your weights.',
    notAdvice: 'Verify with the vendors before buying.',
  },
};
