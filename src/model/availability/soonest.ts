/**
 * The component whose next event comes first, of components that each have one: a tournament in a typed array.
 * Setting a time costs one path to the root; of equal times the component with the lower number is first.
 */
export class Soonest {
  private readonly leaves: number;
  private readonly times: Float64Array;
  /** Winner of each inner node. */
  private readonly winner: Int32Array;

  constructor(count: number) {
    let leaves = 1;
    while (leaves < count) leaves *= 2;
    this.leaves = leaves;
    this.times = new Float64Array(leaves).fill(Number.POSITIVE_INFINITY);
    this.winner = new Int32Array(2 * leaves);
    for (let leaf = 0; leaf < leaves; leaf++) this.winner[leaves + leaf] = leaf;
    for (let node = leaves - 1; node > 0; node--) this.play(node);
  }

  get component(): number {
    return this.winner[1] as number;
  }

  get time(): number {
    return this.times[this.component] as number;
  }

  set(component: number, time: number) {
    this.times[component] = time;
    for (let node = (this.leaves + component) >> 1; node > 0; node >>= 1) this.play(node);
  }

  private play(node: number) {
    const left = this.winner[2 * node] as number;
    const right = this.winner[2 * node + 1] as number;
    const isLeft = (this.times[left] as number) <= (this.times[right] as number);
    this.winner[node] = isLeft ? left : right;
  }
}
