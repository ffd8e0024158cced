import type { LicensingPolicy, PlainNumbers } from '~/model/licensing/policy.ts';
import type { Scenario } from '~/model/scenario.ts';
import type { Words } from '~/words/words.ts';
import { FleetPanel } from '../fleet/fleet-panel.tsx';
import type { FleetSession } from '../store/fleet-session.ts';
import { NumberField } from './number-field.tsx';
import type { Shelf } from './parts.ts';

export interface SourcePanelProps {
  readonly words: Words;
  readonly shelf: Shelf;
  readonly session: FleetSession;
  readonly base: string;
  readonly mode: 'numbers' | 'fleet';
  readonly numbers: PlainNumbers;
  readonly onMode: (mode: 'numbers' | 'fleet') => void;
}

/** Sets part of the licences' section of the scenario. */
export const setLicensing = (session: FleetSession, changes: Partial<LicensingPolicy>) => {
  const scenario: Scenario = session.scenario.peek();
  session.scenario.value = { ...scenario, licensing: { ...scenario.licensing, ...changes } };
};

/** The eight numbers that are enough, and three for who needs them. */
const main = [
  'hosts',
  'socketsPerHost',
  'coresPerSocket',
  'machines',
  'vcpusPerMachine',
  'windows',
  'sql',
  'oracle',
] as const;
const more = ['rhel', 'sles', 'claimedTib'] as const;

function limits(field: keyof PlainNumbers, { machines, windows, rhel }: PlainNumbers) {
  switch (field) {
    case 'hosts':
      return { least: 1, most: 10_000 };
    case 'socketsPerHost':
      return { least: 1, most: 64 };
    case 'coresPerSocket':
      return { least: 1, most: 1024 };
    case 'vcpusPerMachine':
      return { least: 1, most: 4096 };
    case 'machines':
      return { least: 1, most: 1_000_000 };
    case 'rhel':
      return { least: 0, most: machines - windows };
    case 'sles':
      return { least: 0, most: machines - windows - rhel };
    case 'claimedTib':
      return { least: 0, most: 1_000_000 };
    case 'windows':
    case 'sql':
    case 'oracle':
      return { least: 0, most: machines };
  }
}

/** Fewer machines than run something cannot be: the parts follow the whole. */
function settled(numbers: PlainNumbers): PlainNumbers {
  const { machines } = numbers;
  const windows = Math.min(numbers.windows, machines);
  const rhel = Math.min(numbers.rhel, machines - windows);
  return {
    ...numbers,
    windows,
    rhel,
    sles: Math.min(numbers.sles, machines - windows - rhel),
    sql: Math.min(numbers.sql, machines),
    oracle: Math.min(numbers.oracle, machines),
  };
}

/** What is licensed: numbers that the reader types, or the plan of a fleet. */
export function SourcePanel(props: SourcePanelProps) {
  const { words, shelf, session, base, mode, numbers, onMode } = props;
  const { tool: texts, numbers: labels } = shelf.own;
  const field = (name: keyof PlainNumbers) => (
    <NumberField
      key={name}
      label={labels[name]}
      value={numbers[name]}
      {...limits(name, numbers)}
      onValue={(value) => {
        if (value !== null) {
          setLicensing(session, { numbers: settled({ ...numbers, [name]: value }) });
        }
      }}
    />
  );
  return (
    <>
      <fieldset class="licence-source">
        <legend class="visually-hidden">{texts.source}</legend>
        {(['numbers', 'fleet'] as const).map((choice) => (
          <label class="check" key={choice}>
            <input
              type="radio"
              name="licence-source"
              checked={mode === choice}
              onChange={() => onMode(choice)}
            />
            {choice === 'numbers' ? texts.fromNumbers : texts.fromFleet}
          </label>
        ))}
      </fieldset>
      {mode === 'numbers' ? (
        <div class="licence-numbers">
          {main.map(field)}
          {more.map(field)}
        </div>
      ) : (
        <FleetPanel words={words} session={session} base={base} />
      )}
    </>
  );
}
