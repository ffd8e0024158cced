import * as Comlink from 'comlink';
import type { Planner } from './planner.ts';

type Method = (...given: unknown[]) => Promise<unknown>;

/**
 * The planner in another thread, with the type of the planner itself: every method is passed through, and functions
 * among its arguments (progress) are called back from there. So a new method of the planner needs nothing here.
 *
 * @param own methods that do something on this side as well; they take the place of the plain ones
 */
export function doorOf(remote: Comlink.Remote<Planner>, own: Partial<Planner> = {}): Planner {
  const methods = remote as unknown as Readonly<Record<string, Method>>;
  const door: Record<string, unknown> = { ...own };
  return new Proxy(door, {
    get(_, name) {
      // Asked for by whoever awaits the door: it is no promise.
      if (typeof name !== 'string' || name === 'then') return undefined;
      door[name] ??= (...given: unknown[]) => (methods[name] as Method)(...given.map(passable));
      return door[name];
    },
  }) as unknown as Planner;
}

/** A function cannot be cloned: the other thread is given a way to call it. */
const passable = (given: unknown) =>
  typeof given === 'function' ? Comlink.proxy(given as Method) : given;
