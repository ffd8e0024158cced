/** One workload of the landing page's picture. */
export interface Block {
  /** Share of a host that it needs, 0…1. */
  readonly needRatio: number;
  /** Step of the colour ramp, 2…8, the same before and after. */
  readonly tone: number;
}

/** Made up, to look like what inventories look like: most servers hardly used, a few busier. */
const needs = [
  9, 15, 7, 11, 18, 6, 13, 8, 10, 21, 7, 12, 9, 16, 8, 11, 6, 14, 10, 19, 8, 12, 7, 13,
] as const;

export const blocks: readonly Block[] = needs.map((percent, index) => ({
  needRatio: percent / 100,
  tone: 2 + ((index * 5) % 7),
}));

/** First fit, largest first: each block goes onto the first host with room for it under the limit. */
export function packed(all: readonly Block[], limitRatio: number): readonly (readonly Block[])[] {
  const hosts: { readonly blocks: Block[]; loadRatio: number }[] = [];
  for (const block of [...all].sort((a, b) => b.needRatio - a.needRatio)) {
    let host = hosts.find(({ loadRatio }) => loadRatio + block.needRatio <= limitRatio);
    if (host === undefined) {
      host = { blocks: [], loadRatio: 0 };
      hosts.push(host);
    }
    host.blocks.push(block);
    host.loadRatio += block.needRatio;
  }
  return hosts.map((host) => host.blocks);
}
