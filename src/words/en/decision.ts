import type { DecisionWords } from '../decision.ts';

const levels = ['equally', 'a little more', 'clearly more', 'much more', 'far more'];

export const en: DecisionWords = {
  page: {
    lead: 'Say what matters to you. The tool ranks today’s products, says for which share of all weightings each comes first, where the lead changes, which missing fact could change it, and what would put the second ahead. With your fleet it counts what each product costs.',
    noScript:
      'This tool computes in your browser and needs JavaScript. The overview of products can be read without.',
    loading: 'Loading the tool …',
    overview: 'All products at a glance',
    byCriterion: 'What sources say, by criterion',
    method: 'How this is computed',
  },
  steps: {
    weights: 'What matters to you',
    products: 'Which products',
    cost: 'What they cost',
    fleet: 'Your fleet (optional)',
    answer: 'The ranking',
    second: 'The case for the second place',
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
      cost: 'cost',
    },
    mustHave: 'must have',
    mustHaveOf: (criterion) => `${criterion}: must have`,
    cost: 'Cost',
    costHelp:
      'Computed below from your fleet or your hosts. The cheapest has the full value, the dearest none.',
    costUnknown: 'Does not count yet: the cost of fewer than two products is known.',
  },
  pairs: {
    title: 'Compare the groups in pairs instead',
    help: (comparisons) =>
      `${comparisons} comparisons give the groups their weights (analytic hierarchy process); each group’s weight is shared by its criteria.`,
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
    help: 'Limits are the largest that a source gives; the product’s page names it.',
    consider: (product) => `Consider ${product}`,
    product: 'Product',
    fit: 'Carries your machines?',
    mustCarry: 'Leave out products that cannot carry one of my machines',
    fits: 'yes, as far as limits are known',
    noFleet: 'no fleet loaded',
    unchecked: 'no published limit',
    partly: (resource) =>
      resource === 'vcpu'
        ? 'yes; no published limit of vCPUs'
        : 'yes; no published limit of memory',
    tooLarge: (count, machines) =>
      count === 1
        ? `no: ${machines} is too large`
        : `no: ${count} machines are too large: ${machines}`,
    machine: (name, demand, limit) => `${name} (${demand}, limit ${limit})`,
    manyClusters: (resource, limit, clusters) =>
      resource === 'hosts'
        ? `${clusters} clusters needed: at most ${limit} hosts each`
        : `${clusters} clusters needed: at most ${limit} machines each`,
  },
  costs: {
    help: 'Every product is counted on the same hosts, by its licence terms and public prices. A price that is not public stays a gap: enter your quote.',
    noHosts:
      'Nothing to count yet: load a fleet below, or give the hosts in numbers. Until then only your own quotes count.',
    impossible:
      'Your fleet fits no host that the settings allow, so no cost can be counted. The consolidation tool says why.',
    inNumbers: 'Hosts and machines in numbers, without a fleet',
    startNumbers: 'Start from a small cluster of 4 hosts and 100 machines',
    noNumbers: 'Forget the numbers',
    basis: (hosts, machines, isPlan) =>
      `Counted on ${hosts} hosts${machines === null ? '' : ` with ${machines} machines`}, ${isPlan ? 'as the plan of your fleet needs them' : 'as you gave them'}; the same for every product.`,
    time: (years, discount) => `Present value over ${years} years at ${discount} a year.`,
    notCounted: (what) =>
      `Not counted, because not known: ${what}. It is the same for every product, so it changes no rank; the cost tool asks for it.`,
    years: 'Years',
    rate: (currency) => `Yen for one ${currency}`,
    rateHelp: 'Your rate: none is built in.',
    rateAsked: (products) => `Without a rate the cost is unknown of: ${products}`,
    caption: 'Cost of each product',
    licence: 'Bought as',
    licenceOf: (product) => `${product}: bought as`,
    computed: 'Computed cost',
    own: 'Your quote',
    ownOf: (product) => `Cost of ${product}, your quote`,
    ownHelp: (currency) =>
      `Your quote: in ${currency}, over the same years and for everything that the computed cost holds. It stands in its place and is marked.`,
    value: 'Value',
    marked: (value, mark) => `${value} (${mark})`,
    mark: { reader: 'your quote', computed: 'computed', unknown: 'unknown' },
    unknown: 'unknown',
    noPrice: (licence) => `no public price of ${licence}`,
    noRate: (currency) => `no exchange rate for ${currency}`,
    range: (low, high) => `sources differ: ${low} to ${high}`,
    how: (product) => `How is the cost of ${product} computed?`,
    formula: [
      'Licences are counted by the product’s terms on these hosts; guests’ licences as the licence tool chooses the cheapest legal way.',
      'Amounts of each year are discounted to today and summed; a subscription is paid every year, a licence once with support every year where it is mandatory.',
      'A price in another currency goes through your exchange rate.',
    ],
    scale: (cheapest, dearest) =>
      `Value 1 at ${cheapest} (the cheapest), 0 at ${dearest} (the dearest), in a straight line between; unknown is 0 to 1.`,
    presentValue: (amount) => `present value ${amount}`,
    others: 'Beside licences, the same for every product',
    sum: 'Sum',
    forAll: 'needed with any product',
    why: 'Why this edition',
    sources: 'Sources',
  },
  answer: {
    waiting: 'Drawing weightings …',
    failed: (message) => `The ranking could not be computed: ${message}`,
    noneLeft: 'No product is left, or no criterion has a weight.',
    leads: (product, share) => `${product} leads, and comes first in ${share} of all weightings.`,
    shared: (products) => `${products} share the first place: their scores are equal.`,
    sharedFirst: (product, share, near) =>
      `${product} comes first in ${share} of all weightings, and in ${near} near yours.`,
    listed:
      'Of equal scores the one with the higher lower end is listed first; if those are equal too, the order is that of the overview.',
    near: (product, share) => `Near your weights ${product} comes first in ${share}.`,
    caption: 'Products by score',
    place: 'Place',
    product: 'Product',
    score: 'Score and range',
    first: 'First, of all weightings',
    firstNear: 'First, near yours',
    nearShort: (share) => `near yours ${share}`,
    doubtful: 'Must-haves in doubt',
    none: 'none',
    outTitle: 'Not ranked',
    out: (product, reason) => {
      switch (reason.kind) {
        case 'left-out':
          return `${product}: left out by you`;
        case 'lacks':
          return `${product} lacks “${reason.criterion}”, which you must have`;
        case 'too-small':
          return `${product} does not carry ${reason.machines}`;
      }
    },
    gaps: (unknown, of) =>
      `${unknown} of ${of} values are unknown. Each counts as an interval from 0 to 1, never as a zero.`,
    how: 'How this is computed',
    method: 'The method in full, with a worked example',
    formula: [
      'Value: has it 1, partly 0.25 to 0.75, lacks it 0, unknown 0 to 1.',
      'Score: Σ weight × value ÷ Σ weight, shown with every unknown value in the middle, and as a range.',
      'Cost: (dearest − own) ÷ (dearest − cheapest), of the products that are ranked. What all pay alike changes nothing. Unknown 0 to 1.',
      'Shares: 20,000 drawings of weights (each weighting as likely as any other) and of unknown values. “Near yours” goes a quarter of the way from your weights to any.',
    ],
    reasons: (product) => `Why ${product} stands there`,
    criterion: 'Criterion',
    weight: 'Weight',
    value: 'Value',
    adds: 'Adds',
    ranks: 'Share of all weightings by rank',
    rank: (rank) => `No. ${rank}`,
  },
  second: {
    lead: (second, leader, share) =>
      `${second} is second. In ${share} of all weightings, missing facts included, it is ahead of ${leader}.`,
    level: (second, leader, share) =>
      `${second} has the same score as ${leader}. In ${share} of all weightings, missing facts included, it is ahead.`,
    better: (leader, criteria) => `Better than ${leader} by ${criteria}.`,
    noBetter: (leader) => `By no criterion that you weigh is it better than ${leader}.`,
    gain: (criterion, points) => `${criterion} (+${points})`,
    favouredBy: (criteria) =>
      `Those for whom it comes first weigh these more than others do: ${criteria}.`,
    share: (criterion, weight, usual) => `${criterion} (${weight} in place of ${usual})`,
    weight: (criterion, { side, at, now }) =>
      at === null
        ? `“${criterion}” has a little ${side === 'above' ? 'more' : 'less'} weight than now (${now})`
        : `“${criterion}” has ${side === 'above' ? 'more' : 'less'} than ${at} of all weight (now ${now})`,
    ownFact: (product, criterion) =>
      `it turns out that ${product} does well by “${criterion}” (not known for sure today)`,
    leaderFact: (leader, criterion) =>
      `it turns out that ${leader} does badly by “${criterion}” (not known for sure today)`,
    onlyIt: (leader, criteria) =>
      `It meets what ${leader} does not, or not surely: ${criteria}. As a must-have each of these rules ${leader} out, or puts it in doubt.`,
    ownCost: (product, cost, now) =>
      now === null
        ? `${product} costs ${cost} or less (unknown today)`
        : now === cost
          ? `${product} costs a little less than now (${now})`
          : `${product} costs ${cost} or less (now ${now})`,
    leaderCost: (leader, cost, now) =>
      now === null
        ? `${leader} costs ${cost} or more (unknown today)`
        : now === cost
          ? `${leader} costs a little more than now (${now})`
          : `${leader} costs ${cost} or more (now ${now})`,
    when: (second, leader) => `${second} is ahead of ${leader} as soon as one of these holds:`,
    never: (leader) => `No single weight, fact or cost puts it ahead of ${leader}.`,
    none: 'Only one product is ranked.',
  },
  changes: {
    flips: 'Weights at which the lead changes',
    flip: (criterion, { side, at, now }, product) =>
      at === null
        ? `${product} leads with a little ${side === 'above' ? 'more' : 'less'} weight on “${criterion}” than now (${now})`
        : `${product} leads as soon as “${criterion}” ${side === 'above' ? 'rises above' : 'falls below'} ${at} of the weight (now ${now})`,
    noFlip: 'No change of a single weight changes the lead.',
    gaps: 'Facts worth finding out',
    gap: (product, criterion, leader) =>
      `“${criterion}” of ${product}: it could bring ${leader} to the lead`,
    leaderCostGap: (leader, above, product) =>
      `The cost of ${leader}: above ${above} ${product} leads. Ask for a quote.`,
    costGap: (product, below) =>
      `The cost of ${product}: below ${below} it leads. Ask for a quote.`,
    noGap: 'No single missing fact could change the lead.',
  },
  record: {
    help: 'The decision with its weights, ranking, reasons, costs and gaps, as a document to keep or to print.',
    save: 'Decision record (Markdown)',
    print: 'Print',
    fileName: 'decision-record.md',
    json: 'Answer (JSON)',
    jsonName: 'decision.json',
    title: 'Decision record: server virtualization',
    basis: 'Computed by Hostfit from public sources as of their dates and from your weights.',
    notAdvice: 'Verify with the vendors before buying. Costs are not quotes.',
    date: (date) => `Date: ${date}`,
    decision: 'The decision',
    price: 'Prices as of',
    seed: (seed, samples) =>
      `${samples} drawings, seed ${seed}: the same settings give the same answer.`,
  },
};
