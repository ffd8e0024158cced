import { effect } from '@preact/signals';
import type { ScenarioProblem } from '~/scenario/parse.ts';
import { withNamesOf } from '~/scenario/query.ts';
import { addressHash, scenarioInAddress } from './address.ts';
import type { Keeper } from './fleet-keeper.ts';
import type { FleetSession } from './fleet-session.ts';

/** How long the settings rest before they are written down; browsers limit how often an address may change. */
const restMilliseconds = 400;

/**
 * Brings back what was there: the settings of the address, else those that this browser keeps, and the kept fleet.
 *
 * @returns what is wrong with the address's settings; they are not used then
 */
export async function restore(
  session: FleetSession,
  keeper: Keeper,
  hash = window.location.hash,
): Promise<readonly ScenarioProblem[]> {
  const [addressed, kept, keptFleet] = await Promise.all([
    scenarioInAddress(hash),
    keeper.scenario(),
    keeper.fleet(),
  ]);
  // An older version of the site may have kept something else: then the defaults stay.
  const parsed = kept === null ? null : (await import('~/scenario/parse.ts')).parseScenario(kept);
  if (parsed?.kind === 'ok') session.scenario.value = parsed.scenario;
  if (addressed?.kind === 'ok') {
    // Names of machines are never in an address: those of this browser stay.
    session.scenario.value = withNamesOf(addressed.scenario, session.scenario.value);
  }
  if (keptFleet !== null) session.takeFleet(keptFleet.fleet, keptFleet.report);
  return addressed?.kind === 'bad' ? addressed.problems : [];
}

/** Keeps the address and this browser's store up to date with the settings. @returns how to stop */
export function keepAddress(session: FleetSession, keeper: Keeper): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = effect(() => {
    const scenario = session.scenario.value;
    clearTimeout(timer);
    timer = setTimeout(async () => {
      void keeper.keepScenario(scenario);
      const { pathname, search } = window.location;
      const hash = await addressHash(scenario);
      if (session.scenario.peek() === scenario) {
        history.replaceState(history.state, '', `${pathname}${search}${hash}`);
      }
    }, restMilliseconds);
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}
