import { decodeFleet, encodeFleet } from '../import/fleet-codec.ts';
import type { Fleet } from '../model/fleet/fleet.ts';
import type { Scenario } from '../model/scenario.ts';
import { parseScenario, type ScenarioProblem } from './parse.ts';

/*
 * A project file: the settings and the fleet, as one JSON document, so that a plan can be kept, sent and opened again.
 * It holds the names of the reader's machines; it is only ever written where the reader saves it.
 */

const format = 'hostfit-project';
/** Raised when the form changes; newer files are refused, older ones read. */
const formVersion = 1;

export type ParsedProject =
  | { readonly kind: 'project'; readonly scenario: Scenario; readonly fleet: Fleet }
  | { readonly kind: 'bad'; readonly problems: readonly ScenarioProblem[] };

export const encodeProject = (scenario: Scenario, fleet: Fleet): string =>
  JSON.stringify({ format, version: formVersion, scenario, fleet: encodeFleet(fleet) });

/** True for a text that claims to be a project file, whatever it holds: to tell it from a table. */
export const isProject = (text: string): boolean =>
  text.slice(0, 200).includes(`"format":"${format}"`);

/** Reads a project file, which may come from anyone: what is wrong is a problem with its place. */
export function decodeProject(text: string): ParsedProject {
  const raw = parsedJson(text);
  if (raw === null || raw['format'] !== format) {
    return bad('', 'no project', 'a project file of this site');
  }
  const { version } = raw;
  if (typeof version !== 'number' || version > formVersion) {
    return bad('version', JSON.stringify(version) ?? 'nothing', `<=${formVersion}`);
  }
  const settings = parseScenario(raw['scenario']);
  if (settings.kind === 'bad') {
    const problems = settings.problems.map((problem) => ({
      ...problem,
      path: problem.path === '' ? 'scenario' : `scenario.${problem.path}`,
    }));
    return { kind: 'bad', problems };
  }
  const decoded = decodeFleet(raw['fleet']);
  return decoded.kind === 'refused'
    ? bad(`fleet.${decoded.at}`, 'damaged', 'a fleet as this site saves it')
    : { kind: 'project', scenario: settings.scenario, fleet: decoded.fleet };
}

function parsedJson(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const raw: unknown = JSON.parse(text);
    return typeof raw === 'object' && raw !== null && !Array.isArray(raw)
      ? (raw as Readonly<Record<string, unknown>>)
      : null;
  } catch {
    return null;
  }
}

const bad = (path: string, value: string, expected: string): ParsedProject => ({
  kind: 'bad',
  problems: [{ path, value, expected }],
});
