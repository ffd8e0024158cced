import { useState } from 'preact/hooks';
import { type Incident, type NetworkName, networkNames } from '~/model/failover/failover-policy.ts';
import { ChoiceField } from '../parts/choice-field.tsx';
import type { DrawingProps } from './drawing.tsx';

type Kind = Incident['kind'];
const kinds: readonly Kind[] = [
  'host',
  'rack',
  'power',
  'vm',
  'guest',
  'network',
  'switch',
  'card',
  'link',
  'storage',
  'manager',
  'partition',
];

/** Anything that can break, chosen from lists: what the drawing does not show, and a second way to all that it does. */
export function IncidentForm(
  props: Omit<DrawingProps, 'onToggle'> & { readonly onAdd: (incident: Incident) => void },
) {
  const { own, outcome, timed, onAdd } = props;
  const { drawing } = own;
  const [kind, setKind] = useState<Kind>('guest');
  const [target, setTarget] = useState('0');
  const [network, setNetwork] = useState<NetworkName>('public');
  const targets = targetsOf(kind, props);
  const place = Math.min(Number(target), Math.max(0, targets.length - 1));
  const add = () => onAdd(incidentOf(kind, { place, network, timed }));
  return (
    <details>
      <summary>{drawing.other}</summary>
      <div class="failover-form">
        <ChoiceField
          label={drawing.kind}
          value={kind}
          options={kinds.map((value) => ({ value, label: drawing.kinds[value] }))}
          onValue={(value) => {
            setKind(value);
            setTarget('0');
          }}
        />
        {targets.length > 0 && (
          <ChoiceField
            label={labelOf(kind, own)}
            value={String(place)}
            options={targets.map((label, index) => ({ value: String(index), label }))}
            onValue={setTarget}
          />
        )}
        {(kind === 'network' || kind === 'switch' || kind === 'card' || kind === 'link') && (
          <ChoiceField
            label={drawing.ofNetwork}
            value={network}
            options={networkNames.map((value) => ({ value, label: own.network[value] }))}
            onValue={setNetwork}
          />
        )}
        <button type="button" disabled={outcome.cluster.vmNames.length === 0} onClick={add}>
          {drawing.add}
        </button>
      </div>
    </details>
  );
}

function labelOf(kind: Kind, { drawing }: DrawingProps['own']): string {
  if (kind === 'vm' || kind === 'guest') return drawing.vm;
  return kind === 'partition'
    ? drawing.firstHosts
    : kind === 'rack'
      ? drawing.kinds.rack
      : drawing.host;
}

function targetsOf(kind: Kind, { own, outcome, policy }: Omit<DrawingProps, 'onToggle'>): string[] {
  const { hostNames, vmNames } = outcome.cluster;
  switch (kind) {
    case 'host':
    case 'card':
    case 'link':
      return [...hostNames];
    case 'vm':
    case 'guest':
      return [...vmNames];
    case 'rack':
      return Array.from({ length: policy.rackCount }, (_, rack) => own.drawing.rack(rack + 1));
    case 'partition':
      return hostNames.slice(1).map((_, index) => String(index + 1));
    default:
      return [];
  }
}

interface Chosen {
  readonly place: number;
  readonly network: NetworkName;
  readonly timed: DrawingProps['timed'];
}

function incidentOf(kind: Kind, { place, network, timed }: Chosen): Incident {
  switch (kind) {
    case 'host':
      return { kind, host: place, ...timed };
    case 'card':
    case 'link':
      return { kind, host: place, network, ...timed };
    case 'vm':
    case 'guest':
      return { kind, vm: place, ...timed };
    case 'rack':
      return { kind, rack: place, ...timed };
    case 'partition':
      return { kind, hosts: place + 1, ...timed };
    case 'network':
    case 'switch':
      return { kind, network, ...timed };
    default:
      return { kind, ...timed };
  }
}
