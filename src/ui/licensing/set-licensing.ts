import type { LicensingPolicy } from '~/model/licensing/policy.ts';
import type { Scenario } from '~/model/scenario.ts';
import type { FleetSession } from '../store/fleet-session.ts';

/** Sets part of the licences' section of the scenario. */
export const setLicensing = (session: FleetSession, changes: Partial<LicensingPolicy>) => {
  const scenario: Scenario = session.scenario.peek();
  session.scenario.value = { ...scenario, licensing: { ...scenario.licensing, ...changes } };
};
