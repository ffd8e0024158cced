/** Every text of the evaluation's figures, in English. `ja` has the same shape. */
export const en = {
  template: {
    title: 'From master to many: a template',
    description:
      'A prepared virtual machine is kept as a template. Three new machines are made from it, each with its own name, address and identifier.',
    caption:
      'What is the same lives in the template: operating system, patches, common software. What must differ is written anew into each machine.',
    text: [
      'On the left stands a prepared machine with its operating system, patches and common software. An arrow leads to a template, kept as files.',
      'From the template three arrows lead to three new machines. Each shows what is its own: host name, IP address and, with Windows, a new SID.',
    ],
    master: 'Prepared VM',
    contents: ['Software', 'Patches', 'OS'],
    template: ['Template', '(files)'],
    keep: 'keep',
    deploy: 'deploy',
    machine: (number: number) => `VM ${number}`,
    own: 'name · IP · SID',
  },
  clone: {
    title: 'A clone copies every file',
    description:
      'A virtual machine consists of a virtual disk and a configuration file. Cloning copies both, and a second machine exists.',
    caption:
      'A machine is files, and so a copy of its files is a second machine. A disk that is no file, a raw disk, does not go with it.',
    text: [
      'On the left a virtual machine with its two kinds of file: virtual disk and configuration. An arrow marked “copy” leads from each to the same file of a second machine on the right.',
      'Below the first machine a raw disk is drawn with a dashed line. No arrow leads from it: it is no file, and some products cannot clone such a machine or convert the disk first.',
    ],
    source: 'VM',
    copy: 'Clone',
    disk: 'Virtual disk',
    config: 'Configuration',
    raw: 'Raw disk',
    copied: 'copy',
    not: 'not copied',
  },
  p2v: {
    title: 'P2V, offline',
    description:
      'A physical server is shut down, an image of its disks is copied to a virtualization server, and the same system starts there as a virtual machine.',
    caption:
      'All products recommended the offline way: a system that stands still has consistent data. The hardware beneath changes, and that is where it may fail.',
    text: [
      'On the left a physical server, shut down, with application, operating system and hardware. An arrow marked 1, “copy the disk image”, leads to the right.',
      'On the right a virtualization server. On its hypervisor the same application and operating system run as a virtual machine, marked 2, “start”. Between operating system and hypervisor the drivers change, marked 3: where drivers or software were tied to the old hardware, this step can fail.',
    ],
    physical: 'Physical server',
    off: 'shut down',
    virtual: 'Virtualization server',
    app: 'Application',
    os: 'OS',
    hardware: 'Hardware',
    hypervisor: 'Hypervisor',
    copy: ['disk', 'image'],
    drivers: 'drivers change',
  },
  'live-migration': {
    title: 'Live migration in three phases',
    description:
      'Two servers share one storage. The same machine is started on server B, memory is copied from A to B over a dedicated network, and the machine on A is dropped.',
    caption:
      'Only memory travels. Disk image and configuration stay where they are, on storage that both servers reach.',
    text: [
      'Server A, the source, stands on the left, server B, the target, on the right. Both are connected to shared storage below, which holds the disk image and the configuration of the machine. A dedicated network, gigabit recommended, connects the servers.',
      'Phase 1: the same machine starts on server B. Phase 2: its memory is copied from A to B over the dedicated network. Phase 3: the machine on A is dropped, and users continue on B.',
    ],
    choose: 'Show',
    whole: 'All',
    phases: [
      'The same machine is started on the target. Users still work on the source.',
      'Memory is copied over the dedicated network while the machine runs. What changes meanwhile is copied again.',
      'The source is dropped and the target goes on. Users notice a moment at most.',
    ],
    phase: (number: number) => `Phase ${number}`,
    serverA: 'Server A (source)',
    serverB: 'Server B (target)',
    vm: 'VM 1',
    memory: 'memory',
    lan: ['dedicated LAN', '(gigabit)'],
    storage: 'Shared storage',
    image: 'Disk image',
    config: 'Configuration',
    dropped: 'dropped',
  },
  'export-import': {
    title: 'Export and import of a virtual machine',
    description:
      'The management tool orders an export: the virtual disk and the configuration of a stopped machine are written to storage. An import makes a machine of them again, also on another host.',
    caption:
      'One command writes everything that a machine consists of. The machine is off meanwhile, and what is written is always the whole.',
    text: [
      'At the top stands the management tool. Commands lead from it to the hypervisors of two hosts.',
      'On the left host a stopped machine consists of a virtual disk and a configuration file. An arrow marked “export” leads from it to storage at the bottom, where both become one set of files. An arrow marked “import” leads from there to a machine on the right host.',
    ],
    tool: 'Management tool',
    command: 'command',
    host: (number: number) => `Host ${number}`,
    off: 'VM (off)',
    vm: 'VM',
    disk: 'Virtual disk',
    config: 'Configuration',
    hypervisor: 'Hypervisor',
    exported: 'export',
    imported: 'import',
    storage: 'Storage',
    files: 'Exported files',
  },
  'failure-points': {
    title: 'Where the report broke things',
    description:
      'Two virtualization servers, a management client and a shared iSCSI disk on three networks, with five numbered failure points.',
    caption:
      'Choose a number to read what the report saw when it failed there. Everything is also listed below the drawing.',
    text: [
      'At the top runs the public network. A management client and both virtualization servers are connected to it. Between the two servers runs a second network for live migration and heartbeats. At the bottom runs the iSCSI network, to which both servers and the shared disk are connected. Each server carries two virtual machines.',
      'Five points are numbered. 1 is a whole virtualization server, 2 one virtual machine, 3 the public network, 4 the network for live migration and heartbeats, 5 the iSCSI network.',
    ],
    public: 'Public network',
    migration: ['live migration,', 'heartbeat'],
    iscsi: 'iSCSI network',
    client: 'Management client',
    server: (number: number) => `Server ${number}`,
    vm: 'VM',
    disk: 'Shared disk',
    point: (number: number, name: string) => `Failure point ${number}: ${name}`,
    carries: 'Carries',
    seen: 'Seen',
    same: (number: number) =>
      `As at point ${number}: the report tells one result for all networks.`,
    advice: 'Do',
  },
  'dynamic-placement': {
    title: 'Dynamic placement when load is uneven',
    description:
      'Three hosts share one storage. The first exceeds its CPU threshold, and one of its machines moves to the host with the least load.',
    caption:
      'What counts as abnormal, which machine moves and where to: each product decides in its own way.',
    text: [
      'Three hosts stand side by side, each with a bar of its CPU use and a line for the threshold. Host 1 carries three machines and is over the line; host 2 carries two and is near it; host 3 carries one and is far below.',
      'An arrow leads one machine from host 1 to host 3. Beneath all three lies shared storage with the guests’ systems and data: it stays in place, and so only memory has to move.',
    ],
    host: (number: number) => `Host ${number}`,
    vm: 'VM',
    threshold: 'threshold',
    move: 'move',
    storage: 'Shared storage: systems and data',
    cpu: 'CPU',
  },
  'test-beds': {
    title: 'The two test beds',
    description:
      'Two servers of the same model. On one the measuring tool runs in an operating system directly on the hardware; on the other up to four guests with the tool run on a hypervisor.',
    caption:
      'Same model, same processors, same memory. What differs in the result is the layer between, and the neighbours.',
    text: [
      'Left, without virtualization, from top to bottom: the measuring tool, the operating system (Windows or Linux), the hardware.',
      'Right, virtualized, from top to bottom: up to four virtual machines side by side, each with the measuring tool and a guest operating system, on a hypervisor, on the same hardware. Each machine has an equal share.',
    ],
    physical: 'Physical',
    virtual: 'Virtualized',
    tool: 'Tool',
    os: 'OS',
    hypervisor: 'Hypervisor',
    hardware: 'Hardware',
    same: 'same model',
  },
  'cpu-memory': {
    title: 'CPU and memory of one virtual machine against physical',
    description:
      'Bars for products A to D: CPU between 90 and 99 per cent, memory between 94 and 99 per cent of the physical machine. A band from 50 to 60 per cent marks large memory allocations of Windows guests on some products.',
    caption:
      'On the whole little is lost. One kind of work is the exception: large memory allocations in Windows guests, on some of the products. The bars are the values of Table 6; the band is what the text says, which names no product.',
    text: [
      'The horizontal axis is per cent of the physical machine. For each of products A, B, C and D there is a bar for CPU and one for memory, with the values of Table 6.',
      'A shaded band from 50 to 60 per cent stands for large allocations in Windows guests: some products reached no more. Small blocks and reads did as well as physical.',
    ],
    cpu: 'CPU',
    memory: 'memory',
    band: 'large allocations, some products',
    percent: '% of physical',
  },
  overcommit: {
    title: 'More virtual processors than physical ones',
    description:
      'Eight physical cores. Four machines with two virtual CPUs each use every core once; four machines with four each leave half of the virtual CPUs waiting.',
    caption:
      'An example made up for explanation, on the eight cores of the test bed. The report prints no value for this figure; it says that overhead grows clearly beyond the physical processors.',
    text: [
      'Above, four machines with two virtual CPUs each: eight virtual CPUs on eight cores. When all work at once, each has a core.',
      'Below, four machines with four virtual CPUs each: sixteen virtual CPUs on eight cores. When all work at once eight run and eight wait, and the hypervisor keeps switching between them.',
    ],
    cores: 'Eight physical cores',
    fits: '4 VMs × 2 vCPU = 8: each has a core',
    exceeds: '4 VMs × 4 vCPU = 16: eight wait',
    running: 'running',
    waiting: 'waiting',
  },
  'measurements-one': {
    title: 'Table 6 as a chart: one virtual machine against physical',
    description:
      'Six rows for CPU, memory, disk read, disk asynchronous and synchronous write, and network, each with a mark for products A to D on an axis from 0 to 110 per cent.',
    caption:
      'Marks far apart in a row: here the product matters. They lie close together for CPU, memory and network, and far apart for disk writes.',
    text: [
      'All products are close to 100 per cent for network, and between 90 and 99 for CPU and memory. Disk reads lie between 89 and 95.',
      'Asynchronous disk writes spread from 70 to 86 per cent, synchronous ones from 65 to 100. The value of product A for synchronous writes is a gap: the report calls it an outlier and does not print it.',
    ],
    axis: '% of the physical machine',
    gap: (products: string) => `gap: ${products}`,
  },
  'measurements-four': {
    title: 'Table 6 as a chart: four virtual machines at once against one',
    description:
      'Six rows for the same resources, each with a mark for products A to D on an axis from 0 to 110 per cent.',
    caption:
      'What is left to each of four neighbours that all run flat out. The network is one card shared by four; synchronous writes split the products in two camps.',
    text: [
      'CPU keeps 67 to 72 per cent, memory 49 to 62, disk reads 82 to 98, asynchronous writes 92 to 104 as printed.',
      'Synchronous writes lie at 93 and 97 per cent for A and D, and at 40 and 41 for B and C. The network lies at 25 or 26 per cent for all.',
    ],
    axis: '% of one virtual machine alone',
    gap: (products: string) => `gap: ${products}`,
  },
  'contention-curves': {
    title: 'What the model says between one machine and four',
    description:
      'Five small charts, one for each of CPU, memory and the three kinds of disk access. In each, four curves fall from 100 per cent at one machine to the measured value at four.',
    caption:
      'The marks at one and four machines are measured, the curves between them are this site’s model. The network has no curve: it is one card shared by all.',
    text: [
      'The horizontal axis is the number of machines that run flat out, from one to four; the vertical axis is throughput of each against one alone, from 0 to 100 per cent.',
      'All curves fall most steeply at the beginning. The table below gives the values for two and three machines.',
    ],
    machines: 'VMs running flat out',
  },
};
