import { at } from '../columns.ts';

/** The outages of one run, a row each, in columns that grow by doubling. */
export class Outages {
  count = 0;
  private pieces = new Int32Array(256);
  private froms = new Float64Array(256);
  private untils = new Float64Array(256);

  clear() {
    this.count = 0;
  }

  add(piece: number, from: number, until: number) {
    if (until <= from) return;
    if (this.count === this.pieces.length) this.grow();
    this.pieces[this.count] = piece;
    this.froms[this.count] = from;
    this.untils[this.count] = until;
    this.count++;
  }

  /** The outages of every piece, each without overlap and in order: `starts[piece]` … `starts[piece + 1]`. */
  byPiece(pieceCount: number): Intervals {
    const { count, pieces, froms, untils } = this;
    const starts = new Int32Array(pieceCount + 1);
    for (let row = 0; row < count; row++) {
      const next = at(pieces, row) + 1;
      starts[next] = at(starts, next) + 1;
    }
    for (let piece = 0; piece < pieceCount; piece++) {
      starts[piece + 1] = at(starts, piece + 1) + at(starts, piece);
    }
    const order = Int32Array.from({ length: count }, (_, row) => row).sort(
      (a, b) => at(pieces, a) - at(pieces, b) || at(froms, a) - at(froms, b) || a - b,
    );
    const from = new Float64Array(count);
    const until = new Float64Array(count);
    const firsts = new Int32Array(pieceCount + 1);
    let next = 0;
    for (let piece = 0; piece < pieceCount; piece++) {
      firsts[piece] = next;
      for (let place = at(starts, piece); place < at(starts, piece + 1); place++) {
        const row = at(order, place);
        const isOverlap = next > at(firsts, piece) && at(froms, row) <= at(until, next - 1);
        if (isOverlap) until[next - 1] = Math.max(at(until, next - 1), at(untils, row));
        else {
          from[next] = at(froms, row);
          until[next] = at(untils, row);
          next++;
        }
      }
    }
    firsts[pieceCount] = next;
    return { firsts, from, until };
  }

  private grow() {
    const length = 2 * this.pieces.length;
    const [pieces, froms, untils] = [this.pieces, this.froms, this.untils];
    this.pieces = new Int32Array(length);
    this.froms = new Float64Array(length);
    this.untils = new Float64Array(length);
    this.pieces.set(pieces);
    this.froms.set(froms);
    this.untils.set(untils);
  }
}

export interface Intervals {
  readonly firsts: Int32Array;
  readonly from: Float64Array;
  readonly until: Float64Array;
}

export function lengthOf({ firsts, from, until }: Intervals, piece: number): number {
  let sum = 0;
  for (let row = at(firsts, piece); row < at(firsts, piece + 1); row++) {
    sum += at(until, row) - at(from, row);
  }
  return sum;
}

/** How long at least so many of the pieces are down at once. */
export function lengthWhere(
  { firsts, from, until }: Intervals,
  pieces: Int32Array,
  atOnce: number,
): number {
  const edges: { readonly at: number; readonly step: 1 | -1 }[] = [];
  for (const piece of pieces) {
    for (let row = at(firsts, piece); row < at(firsts, piece + 1); row++) {
      edges.push({ at: at(from, row), step: 1 }, { at: at(until, row), step: -1 });
    }
  }
  edges.sort((a, b) => a.at - b.at || b.step - a.step);
  let down = 0;
  let since = 0;
  let sum = 0;
  for (const { at: time, step } of edges) {
    if (down >= atOnce) sum += time - since;
    down += step;
    since = time;
  }
  return sum;
}
