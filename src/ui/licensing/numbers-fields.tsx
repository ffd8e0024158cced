import type { PlainNumbers } from '~/model/licensing/policy.ts';
import type { LicensingWords } from '~/words/licensing.ts';
import type { FleetSession } from '../store/fleet-session.ts';
import { NumberField } from './number-field.tsx';
import { setLicensing } from './set-licensing.ts';

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

export interface NumbersFieldsProps {
  readonly own: LicensingWords;
  readonly session: FleetSession;
  readonly numbers: PlainNumbers;
}

/** Hosts and machines in plain numbers, and what the machines run. */
export function NumbersFields({ own, session, numbers }: NumbersFieldsProps) {
  const field = (name: keyof PlainNumbers) => (
    <NumberField
      key={name}
      label={own.numbers[name]}
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
    <div class="licence-numbers">
      {main.map(field)}
      {more.map(field)}
    </div>
  );
}
