import { type ReadonlySignal, signal } from '@preact/signals';
import type { OnProgress } from '~/worker/planner.ts';

/** An answer beside the main one, which costs many plans: asked when the reader wants it. */
export type Side<Value> =
  | { readonly kind: 'none' }
  | { readonly kind: 'asking'; readonly doneRatio: number }
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'failed'; readonly message: string };

export interface SideQuestion<Value> {
  readonly state: ReadonlySignal<Side<Value>>;
  readonly ask: () => void;
  /** The main question has changed: what runs is ended, what was answered no longer holds. */
  readonly forget: () => void;
}

export function sideQuestion<Value>(
  run: (signal: AbortSignal, onProgress: OnProgress) => Promise<Value>,
): SideQuestion<Value> {
  const state = signal<Side<Value>>({ kind: 'none' });
  let job: AbortController | null = null;

  async function start() {
    job?.abort();
    const mine = new AbortController();
    job = mine;
    const settle = (side: Side<Value>) => {
      if (job === mine) state.value = side;
    };
    settle({ kind: 'asking', doneRatio: 0 });
    try {
      const value = await run(mine.signal, ({ doneRatio }) => {
        if (state.value.kind === 'asking') settle({ kind: 'asking', doneRatio });
      });
      settle({ kind: 'done', value });
    } catch (error) {
      settle({ kind: 'failed', message: String(error) });
    }
  }

  return {
    state,
    ask: () => void start(),
    forget() {
      const running = job;
      job = null;
      running?.abort();
      state.value = { kind: 'none' };
    },
  };
}
