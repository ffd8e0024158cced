/** Every text of the figures, in both languages; `FigureWords` makes a missing one an error. */
interface Described {
  /** Short name, read first by a screen reader. */
  readonly title: string;
  /** One sentence: what is to be seen. */
  readonly description: string;
  /** Under the figure: what it means. */
  readonly caption: string;
  /** The whole figure in words, a paragraph each. */
  readonly text: readonly string[];
}

export interface FigureWords {
  readonly virtualization: Described & {
    readonly physical: string;
    readonly virtual: string;
    readonly server: string;
    readonly app: string;
    readonly os: string;
    readonly vm: string;
    readonly layer: string;
    readonly idle: string;
  };
  readonly architectures: Described & {
    readonly hypervisorType: string;
    readonly hostOsType: string;
    readonly guest: string;
    readonly hypervisor: string;
    readonly software: string;
    readonly hostOs: string;
    readonly hardware: string;
  };
  readonly drivers: Described & {
    readonly monolithic: string;
    readonly microkernel: string;
    readonly guest: string;
    readonly hypervisor: string;
    readonly driver: string;
    readonly managementOs: string;
    readonly hardware: string;
    readonly io: string;
  };
  readonly peaks: Described & {
    readonly order: string;
    readonly batch: string;
    readonly host: string;
    readonly hour: string;
    readonly sumOfPeaks: string;
    readonly highest: string;
  };
}
export type FigureName = keyof FigureWords;

const en: FigureWords = {
  virtualization: {
    title: 'One server used as many',
    description:
      'Left, three physical servers, each mostly idle. Right, one server with a virtualization layer that carries the same three systems as virtual machines.',
    caption:
      'Three lightly used servers become virtual machines on one. The virtualization layer divides the processors, memory, disks and network of the machine among them.',
    text: [
      'On the left stand three physical servers. Each runs one operating system with one application, and most of each server is idle.',
      'On the right stands one physical server. On its hardware lies the virtualization layer, and on that layer run three virtual machines. Each holds an operating system and an application, unchanged. Little of the server is idle.',
    ],
    physical: 'Three servers',
    virtual: 'One server',
    server: 'Server',
    app: 'App',
    os: 'OS',
    vm: 'VM',
    layer: 'Virtualization layer',
    idle: 'idle',
  },
  architectures: {
    title: 'Hypervisor and host-OS architecture',
    description:
      'Two stacks of layers. In the hypervisor architecture guests run on a hypervisor that lies directly on the hardware. In the host-OS architecture virtualization software runs as an application on an ordinary operating system.',
    caption:
      'With a hypervisor one layer lies between guest and hardware. With a host OS there are two, and the guests share the machine with whatever else that OS runs.',
    text: [
      'Hypervisor architecture, from bottom to top: hardware, hypervisor, then three guests side by side. The hypervisor controls the hardware itself.',
      'Host-OS architecture, from bottom to top: hardware, host operating system, virtualization software, then three guests side by side. The virtualization software is an application of the host operating system and reaches the hardware through it.',
    ],
    hypervisorType: 'Hypervisor',
    hostOsType: 'Host OS',
    guest: 'Guest',
    hypervisor: 'Hypervisor',
    software: 'Virtualization software',
    hostOs: 'Host OS',
    hardware: 'Hardware',
  },
  drivers: {
    title: 'Monolithic and microkernel hypervisor',
    description:
      'Two hypervisors. The monolithic one contains the device drivers. With the microkernel one the drivers are in a management OS that runs beside the guests, and their input and output passes through it.',
    caption:
      'Where the device drivers live. Inside the hypervisor the path is short; in a management OS many more devices are supported, but its load is felt by every guest.',
    text: [
      'Monolithic, from bottom to top: hardware, then a hypervisor that contains the device drivers, then two guests. An arrow leads from a guest straight down to the drivers.',
      'Microkernel, from bottom to top: hardware, then a thin hypervisor, then a management OS that contains the device drivers, and beside it a guest. An arrow leads from the guest sideways into the management OS and from there down to the hardware.',
    ],
    monolithic: 'Monolithic',
    microkernel: 'Microkernel',
    guest: 'Guest',
    hypervisor: 'Hypervisor',
    driver: 'Drivers',
    managementOs: 'Mgmt. OS',
    hardware: 'Hardware',
    io: 'I/O',
  },
  peaks: {
    title: 'Two systems with different peaks on one host',
    description:
      'A bar for each of 24 hours: order entry peaks in the morning, the nightly batch at night. Stacked, they stay below the capacity of one host at every hour, though their peaks added would exceed it.',
    caption:
      'An example made up for explanation. The peaks add up to 17 GHz, but they never meet: the highest hour needs 11 GHz, and one host with 12 GHz is enough.',
    text: [
      'The horizontal axis is the hour of day from 0 to 23, the vertical axis processor use in GHz. Order entry uses 1 GHz at night, rises from 6 o’clock, reaches its peak of 10 GHz at 9 o’clock and falls in the evening. The nightly batch uses 7 GHz from 23 to 1 o’clock and 1 GHz by day.',
      'A line at 12 GHz is the usable capacity of one host. The stacked bars stay below it at every hour; the highest, at 9 o’clock, is 11 GHz. A second, dashed line at 17 GHz is the sum of both peaks, which no hour reaches.',
    ],
    order: 'Order entry',
    batch: 'Nightly batch',
    host: 'One host 12',
    hour: 'Hour of day',
    sumOfPeaks: 'Sum of peaks 17',
    highest: 'Highest hour 11',
  },
};

const ja: FigureWords = {
  virtualization: {
    title: '1 台のサーバーを何台分にも使う',
    description:
      '左は、ほとんど空いている物理サーバー 3 台。右は、同じ 3 つのシステムを仮想マシンとして載せた、仮想化レイヤーのあるサーバー 1 台。',
    caption:
      '使用率の低い 3 台のサーバーを、1 台の上の仮想マシンにまとめます。CPU、メモリー、ディスク、ネットワークは、仮想化レイヤーが各仮想マシンに割り振ります。',
    text: [
      '左側には物理サーバーが 3 台あります。それぞれ 1 つの OS と 1 つのアプリケーションが動き、どのサーバーも大部分が空いています。',
      '右側には物理サーバーが 1 台あります。ハードウェアの上に仮想化レイヤーがあり、その上で 3 台の仮想マシンが動きます。それぞれの OS とアプリケーションは元のままです。空いている部分はわずかです。',
    ],
    physical: 'サーバー 3 台',
    virtual: 'サーバー 1 台',
    server: 'サーバー',
    app: 'アプリ',
    os: 'OS',
    vm: 'VM',
    layer: '仮想化レイヤー',
    idle: '空き',
  },
  architectures: {
    title: 'ハイパーバイザー型とホスト OS 型',
    description:
      '層を積み重ねた 2 つの図。ハイパーバイザー型ではハードウェアのすぐ上のハイパーバイザーでゲストが動く。ホスト OS 型では、通常の OS の上で仮想化ソフトがアプリケーションとして動く。',
    caption:
      'ゲストとハードウェアの間にある層は、ハイパーバイザー型では 1 つ、ホスト OS 型では 2 つです。ホスト OS 型のゲストは、その OS で動く他のソフトとも機械を分け合います。',
    text: [
      'ハイパーバイザー型は、下から順に、ハードウェア、ハイパーバイザー、横に並んだ 3 つのゲストです。ハイパーバイザーがハードウェアを直接制御します。',
      'ホスト OS 型は、下から順に、ハードウェア、ホスト OS、仮想化ソフト、横に並んだ 3 つのゲストです。仮想化ソフトはホスト OS のアプリケーションであり、ホスト OS を通してハードウェアを使います。',
    ],
    hypervisorType: 'ハイパーバイザー型',
    hostOsType: 'ホスト OS 型',
    guest: 'ゲスト',
    hypervisor: 'ハイパーバイザー',
    software: '仮想化ソフト',
    hostOs: 'ホスト OS',
    hardware: 'ハードウェア',
  },
  drivers: {
    title: 'モノリシック型とマイクロカーネル型',
    description:
      '2 種類のハイパーバイザー。モノリシック型はデバイスドライバーを内部に持つ。マイクロカーネル型は、ゲストと並んで動く管理 OS がドライバーを持ち、ゲストの入出力はそこを通る。',
    caption:
      'デバイスドライバーの置き場所の違いです。ハイパーバイザーの中にあれば経路は短く、管理 OS にあれば対応機器は多い代わりに、管理 OS の負荷がどのゲストにも響きます。',
    text: [
      'モノリシック型は、下から順に、ハードウェア、デバイスドライバーを含むハイパーバイザー、2 つのゲストです。矢印はゲストからまっすぐ下のドライバーに向かいます。',
      'マイクロカーネル型は、下から順に、ハードウェア、薄いハイパーバイザー、そしてデバイスドライバーを含む管理 OS と、その隣のゲストです。矢印はゲストから横の管理 OS に入り、そこからハードウェアへ下ります。',
    ],
    monolithic: 'モノリシック型',
    microkernel: 'マイクロカーネル型',
    guest: 'ゲスト',
    hypervisor: 'ハイパーバイザー',
    driver: 'ドライバー',
    managementOs: '管理 OS',
    hardware: 'ハードウェア',
    io: 'I/O',
  },
  peaks: {
    title: 'ピークの異なる 2 つのシステムを 1 台に載せる',
    description:
      '24 時間を 1 時間ごとの棒で表した図。受注システムは朝に、夜間バッチは夜にピークを迎える。積み上げると、ピークの合計は 1 台の能力を超えるのに、どの時間も 1 台に収まっている。',
    caption:
      '説明のために作った例です。ピークを足すと 17 GHz になりますが、2 つのピークは重なりません。最も多い時間でも 11 GHz なので、12 GHz のホスト 1 台で足ります。',
    text: [
      '横軸は 0 時から 23 時までの時刻、縦軸は CPU 使用量（GHz）です。受注システムは夜間 1 GHz で、6 時から増え、9 時に 10 GHz のピークを迎え、夕方に減ります。夜間バッチは 23 時から 1 時台に 7 GHz を使い、昼間は 1 GHz です。',
      '12 GHz の線はホスト 1 台の使える能力です。積み上げた棒はどの時間もこの線に届かず、最も高い 9 時でも 11 GHz です。17 GHz の破線は両方のピークの合計で、そこまで達する時間はありません。',
    ],
    order: '受注システム',
    batch: '夜間バッチ',
    host: 'ホスト 1 台 12',
    hour: '時刻',
    sumOfPeaks: 'ピークの合計 17',
    highest: '最大の時間 11',
  },
};

export const figureWords: Readonly<Record<'ja' | 'en', FigureWords>> = { en, ja };
