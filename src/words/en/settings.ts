/** What each setting is called and what it does, in a sentence a planner can act on. */
export const settingWords = {
  number: {
    targetCpuRatio: {
      label: 'CPU target',
      help: 'Highest planned CPU use in normal operation. More than this makes answers slow.',
    },
    targetMemoryRatio: {
      label: 'Memory target',
      help: 'Highest planned memory use in normal operation.',
    },
    targetDiskRatio: { label: 'Disk capacity target', help: 'Share of the disk capacity to fill.' },
    targetIopsRatio: { label: 'Disk IOPS target', help: 'Share of the disk’s operations to use.' },
    targetThroughputRatio: {
      label: 'Disk throughput target',
      help: 'Share of the disk path to use.',
    },
    targetNetworkRatio: { label: 'Network target', help: 'Share of the network to use.' },
    vcpusPerCore: {
      label: 'vCPUs per core',
      help: 'Overcommit: how many vCPUs may share one physical core. Hyper-threads do not count.',
    },
    headroomRatio: {
      label: 'Headroom',
      help: 'CPU and memory of every host kept free on top of the target, for peaks and live migration.',
    },
    growthPerYearRatio: { label: 'Growth a year', help: 'How much demand grows each year.' },
    growthYears: { label: 'Years to plan for', help: 'The hosts must still be enough then.' },
    tolerate: {
      label: 'Host failures to survive',
      help: 'The k of N+k: after the loss of any k hosts every VM restarts on the others.',
    },
    percentileRatio: {
      label: 'Percentile',
      help: 'Figure of a workload that counts. Also folds many days onto one.',
    },
    assumedCpuRatio: {
      label: 'Assumed CPU use',
      help: 'Of what is provisioned, for workloads that nobody measured.',
    },
    utcOffsetHours: {
      label: 'Time zone (from UTC)',
      help: 'Hours of the day and week are counted in this zone.',
    },
    failureTargetRatio: {
      label: 'Target while hosts are down',
      help: 'Highest use of the surviving hosts.',
    },
    vmsPerHost: { label: 'VMs per host', help: 'Most VMs that one host may carry.' },
    largestVmVcpus: { label: 'vCPUs of the largest VM', help: 'Limit of the product.' },
    largestVmMemoryGib: { label: 'Memory of the largest VM', help: 'Limit of the product.' },
    hostMemoryGib: {
      label: 'Hypervisor memory per host',
      help: 'Memory that the hypervisor itself takes.',
    },
    vmMemoryGib: {
      label: 'Hypervisor memory per VM',
      help: 'On top of the memory that the VM has.',
    },
    hyperThreadingGainRatio: {
      label: 'Gain of hyper-threading',
      help: 'Throughput won by two threads a core. 0 counts cores only, the safe choice.',
    },
    pageSharingRatio: {
      label: 'Saved by page sharing',
      help: 'Memory that like guests share. Most products switch it off today.',
    },
    domainCount: {
      label: 'Failure domains',
      help: 'Racks or sites that the hosts stand in, as evenly as can be. Machines that keep apart, and groups to be spread, are then divided among them too.',
    },
    movesPerHost: {
      label: 'Moves that a host is worth',
      on: 'Go on from where machines run today',
      off: 'plan afresh',
      help: 'Go on from where machines run today: a host is emptied if that takes no more moves than this. Off: plan afresh.',
    },
    effort: {
      label: 'Effort of the search',
      help: 'How long a better plan is looked for after the first one. 0 stops at the first.',
    },
    seed: { label: 'Seed', help: 'The same seed gives the same plan.' },
    seedCount: {
      label: 'Seeds tried',
      help: 'The search runs once with each seed (this one, the next, …), on all cores at once, and the best plan counts.',
    },
  },
  choice: {
    demandKind: {
      label: 'How demand adds up',
      help: 'Machines that peak at different hours can share a host, if their use by the hour is known.',
      options: {
        coincident: 'Hour by hour',
        percentile: 'Percentile, all at once',
        peak: 'All peaks at once (safe)',
      },
    },
    slots: {
      label: 'Time slots',
      help: 'Measured days are folded onto one day or one week, or kept as they are.',
      options: { day: 'One day (24 h)', week: 'One week (168 h)', all: 'As measured' },
    },
    memory: {
      label: 'Memory that counts',
      help: 'Active memory packs closer, but a VM that wakes up needs what it was given.',
      options: { configured: 'Configured', active: 'Active (measured)' },
    },
    spare: {
      label: 'Where spare capacity is',
      help: 'Spread: every host keeps some room. Dedicated: spare hosts stay empty.',
      options: { spread: 'Spread over all hosts', dedicated: 'Dedicated spare hosts' },
    },
    overhead: {
      label: 'Overhead of the product',
      help: 'Measured loss of virtualization and of contention.',
      none: 'None (ideal)',
      custom: 'From the address or file',
    },
  },
  rules: {
    title: 'Placement rules',
    together: 'Keep together',
    apart: 'Keep apart',
    help: 'One group a line, names separated by commas.',
    spread: 'Spread over failure domains',
    spreadHelp:
      'One group a line. A domain holds no more of it than its share; machines may share hosts. Counts from two domains on.',
    groups: 'Host groups',
    groupsHelp:
      'One group a line: its name, a colon, the machines that run only on its hosts (those that a licence covers, for example).',
    exclusive: 'Other machines stay off these hosts',
    pinned: 'Only on one host type',
    pinnedHelp: 'One machine a line: its name, a comma, the name of the host type.',
  },
};
