import type { PerformanceTexts } from './performance-texts.ts';

export const performanceTexts: PerformanceTexts = {
  perform: {
    brief: 'perform FILE',
    summary: '計画したホストの時間帯ごとの応答時間と過負荷',
    synopsis: 'perform FILE... [--scenario s.json] [--seed n] [--effort x]',
    text: `consolidate と同じ計画を立て、全ホスト・全時間帯の使用率、CPU レディ、応答時間を計算します。--json の形:
  {hosts:[{host, vms, vcpus, cpuUtilization, readyShare, stretch, responseRatio, worstSlot, meanCpuUtilization,
    overloaded, iops, throughput, network:{utilization, stretch, worstSlot}|null,
    memory:{ratio, wantedGib, capacityGib, sharedGib, balloonedGib, shortGib, state}, moreVms:{vms, by, memoryVms}}],
   worstHour:{slot, host, waitsFor, overloaded, cpuUtilization, readyShare, stretch, responseRatio},
   overloaded:[{host, resource, slot, slots, demand, capacity}],
   byHour:[{slot, meanStretch, worstStretch, worstHost, overloadedHosts}],
   moreVms:{like, vms, vmsWithMemory}, vms:[{workload, host, readyShare, responseRatio, ...}], slots, notes, seconds, ...}
stretch は同じホストで単独で動かした場合との比、responseRatio は物理マシンで単独で動かした場合との比です。過負荷の箇所は数値の
代わりに null になります。計画が成り立たなければ {kind:"impossible", reasons:[...]} を出し、終了コードは 3 です。`,
    readsFleet: true,
    more: '固有の条件はシナリオの "performance"（負荷、待ち vCPU の負担、メモリー技術、自社のベンチマーク）で指定します。',
  },
  fit: {
    brief: 'fit ROWS.csv',
    summary: '自社のベンチマークをオーバーヘッドにする（Universal Scalability Law）',
    synopsis: 'fit ROWS.csv [--full-vms n]',
    text: `ベンチマークのリソースごとに X(n) = γn ÷ (1 + α(n−1) + βn(n−1)) を最小二乗法で当てはめます。ROWS.csv の列は resource（cpu、
memory、disk-read、disk-async-write、disk-sync-write、network）、vms、throughput（全 VM の合計）と、測定していれば physical
（ハイパーバイザーのない機械のスループット）です。--full-vms はホストを使い切る VM 数です（省略時は測定した最大の台数）。--json の形:
  {resource, alpha, beta, gamma, residuals:[...], rSquared, ci95:{alpha, beta, gamma}, standardErrors, residualError,
   degreesOfFreedom, rows:[{vms, throughput, fitted, residual}], atBound, peakVms, efficiency, fits:[...],
   refused:[{resource, reason, message}], overhead}
先頭の数値は、当てはめられた最初のリソースのものです。"overhead" はシナリオの capacity.overhead に使えます。データから当てはめられない
リソースがあれば理由を示し、終了コードは 3 です。`,
    readsFleet: false,
  },
  performed: (p) =>
    `ホスト            ${p.hosts}
最悪の時間帯      ${p.worstHour}、${p.worstHost}
  CPU 使用率      ${p.utilization}
  CPU レディ      ${p.ready}
  応答時間        ${p.stretch}（ホストで単独の場合との比）、${p.response}（物理マシンとの比）
追加できる VM     ${p.more}
${p.overloads.map((line) => `過負荷            ${line}\n`).join('')}${p.notes.map((line) => `注記              ${line}\n`).join('')}
${p.perHost.map(({ host, utilization, stretch }) => `${host}  ${utilization}  ${stretch}`).join('\n')}`,
  fitted: (f) =>
    `${f.resource}
  α 競合          ${f.alpha}
  β 整合          ${f.beta}
  γ VM 1 台       ${f.gamma}
  R²              ${f.rSquared}
  効率            ${f.efficiency}`,
  badFullVms: (given) => `--full-vms に「${given}」があります。必要なのは 2 以上の整数です`,
  badRow: (file, problem) => `${file} の ${problem}`,
};
