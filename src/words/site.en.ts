/** The texts of the shell and the landing page, in English. `ja` has the same shape. */
export const en = {
  language: 'English',
  siteName: 'Hostfit',
  siteSummary:
    'Evaluate server virtualization products and plan the cluster, without sending anything anywhere.',
  openGraphAlt:
    'Hostfit: sparsely filled servers on the left, three full hosts and a spare on the right.',

  skip: 'Skip to content',
  menu: 'Menu',
  siteNavigation: 'All pages',
  mainNavigation: 'Main',
  pageNavigation: 'On this page',
  breadcrumb: 'Where this page belongs',
  previous: 'Previous',
  next: 'Next',
  neighbours: 'Previous and next page',
  updated: 'Last revised',
  table: 'Table',
  otherLanguage: '日本語',
  toDark: 'Switch to the dark theme',
  toLight: 'Switch to the light theme',

  search: {
    open: 'Search',
    title: 'Search this site',
    placeholder: 'Search',
    close: 'Close',
    hint: 'Type a word: consolidation, spare host, hypervisor …',
    loading: 'Loading the index …',
    none: 'Nothing found for',
    found: 'Results',
    failed: 'The search index could not be loaded. It is made when the site is built.',
    keys: '↑ ↓ to move, Enter to open, Esc to close',
  },

  footer: {
    privacy: 'Your fleet stays in this browser. This site has no server that could receive it.',
    licence: 'Open source, MIT License',
    basis:
      'Extends the evaluation of server-virtualization products that Nomura Research Institute (NRI) published in 2009 to the products of today.',
  },

  sections: {
    start: 'Getting started',
    tools: 'Tools',
    today: 'Products of today',
    planner: 'Using the planner',
    report: 'The report',
    method: 'How it is computed',
  },

  tools: {
    'tools/decision': {
      title: 'Decision tool',
      description:
        'Give the criteria your weights: a ranking of today’s products that says how sure it is and what would change it.',
    },
    'tools/consolidation': {
      title: 'Consolidation planner',
      description:
        'Load an inventory, tune the policies and read how many hosts the fleet needs, with the proof.',
    },
    'tools/migration': {
      title: 'Live migration',
      description:
        'How long a machine takes to move and how long it stands still; a host emptied, a cluster patched, and what cannot move.',
    },
    'tools/placement': {
      title: 'Dynamic placement',
      description:
        "The rule sets of the report's Table 5, and ours, run over your fleet's own hours, side by side.",
    },
    'tools/failover': {
      title: 'Failover simulator',
      description:
        'Break hosts, networks, storage or power of your cluster, and see which machines are down, for how long, and what does not restart.',
    },
    'tools/licensing': {
      title: 'Licences',
      description:
        'Count what must be licensed, with every reason, and find the cheapest way that the terms allow.',
    },
    'tools/backup': {
      title: 'Backup planner',
      description:
        'Five questions or your fleet: which backup suits which machines, the space over the years, whether the night is long enough, and how soon things are back.',
    },
    'tools/performance': {
      title: 'Performance',
      description:
        'How busy the hosts of a plan are in every hour, what that does to response times, and your own benchmark as an overhead set.',
    },
    'tools/availability': {
      title: 'Failures and availability',
      description:
        'Let every host, pair and rack fail at every hour, compare admission control, and simulate years of failures: what a spare or faster detection buys.',
    },
    'tools/cost': {
      title: 'Total cost over the years',
      description:
        'Stay as you are or change: hardware, licences, power and people over 1 to 10 years, side by side, with every amount opened.',
    },
  },

  notFound: {
    title: 'Page not found',
    text: 'There is nothing at this address. The page may have moved, or the address was mistyped.',
    home: 'To the home page',
  },

  landing: {
    title: 'Fit a fleet onto fewer hosts',
    description:
      'Load an inventory, and read in seconds how many hosts your virtual machines need, with the proof. Nothing leaves the browser.',
    eyebrow: 'Server virtualization, evaluated and planned',
    headline: ['How many hosts does', 'your fleet really need?'],
    lead: 'Drop in an inventory. Hostfit places every virtual machine, resource by resource and hour by hour, and shows the cluster that holds them, what fills up first, and how close the answer is to the proven minimum.',
    openPlanner: 'Open the planner',
    readReport: 'Read the evaluation',
    privacyShort: 'Nothing leaves your browser.',
    figure: {
      caption:
        'Twenty-four lightly used servers, one workload each, fit on three hosts. A fourth stands ready for a failure. Illustration, packed by first fit, largest first.',
      before: 'One workload per server',
      after: 'Consolidated',
      spare: 'Spare',
    },
    stepsTitle: 'From export to answer',
    steps: [
      {
        title: 'Load',
        text: 'An RVTools export, a utilization log or any table. A sample is one click away if you only want to look.',
      },
      {
        title: 'Tune',
        text: 'Target utilization, overcommit, headroom, growth, spare hosts. The answer follows while the slider is still moving.',
      },
      {
        title: 'Read',
        text: 'Hosts needed, the lower bound, the worst failure, and which resource binds at which hour. Keep it as CSV, SVG or a project file.',
      },
    ],
    readersTitle: 'Made for three readers',
    readers: [
      {
        who: 'You decide',
        text: 'Why consolidate, what the architectures differ in, and what the figures say, each with its source. The pages need no JavaScript and print on A4.',
        link: 'Read the report',
        path: 'report',
      },
      {
        who: 'You design',
        text: 'Your own fleet, your own host types, every hour of the month. Each answer comes with its reasons, so that it can be defended.',
        link: 'Open the planner',
        path: 'tools/consolidation',
      },
      {
        who: 'You operate',
        text: 'One folder of static files for any web server, under any path. The same planner runs from a shell for sweeps that are too large for a browser.',
        link: 'See how it computes',
        path: 'method',
      },
    ],
    privacyTitle: 'What leaves the browser',
    privacyAnswer: 'Nothing.',
    privacyFacts: [
      {
        title: 'No server',
        text: 'The site is a folder of files. Nothing on the other side could take an upload.',
      },
      {
        title: 'No permission',
        text: 'Each page forbids its own code to connect anywhere but to the files it came from.',
      },
      {
        title: 'No connection needed',
        text: 'After the first visit it works offline. Pull the cable, reload, and load your fleet then.',
      },
    ],
  },
};

export type SiteWords = typeof en;
