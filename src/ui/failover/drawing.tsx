import type { ComponentChildren } from 'preact';
import type { FailoverOutcome } from '~/model/failover/answer.ts';
import {
  type FailoverPolicy,
  type Incident,
  type NetworkName,
  networkNames,
} from '~/model/failover/failover-policy.ts';
import type { FailoverWords } from '~/words/failover.ts';
import { isSame, namesOf } from './parts.ts';

export interface DrawingProps {
  readonly own: FailoverWords;
  readonly outcome: FailoverOutcome;
  readonly policy: FailoverPolicy;
  readonly timed: Pick<Incident, 'atSeconds' | 'lastsSeconds'>;
  readonly onToggle: (incident: Incident) => void;
}

/** More are told in a line and broken by the form. */
const mostHosts = 48;
/** Machines that are drawn one by one. */
const mostVms = 4;
const busX: Readonly<Record<NetworkName, number>> = { public: 174, management: 252, storage: 326 };
const rowHeight = 54;
const top = 62;
/** Right edge of a host's box. */
const hostEnd = 148;
/** The four boxes below the hosts, two in a row: as wide as the longest of their names in either language. */
const boxWidth = 174;
const [leftBox, rightBox] = [2, 184];

/** Figure 9 grown to any cluster: hosts on the left, the three networks as lines, and a button at every failure point. */
export function Drawing(props: DrawingProps) {
  const { own, outcome, policy } = props;
  const { cluster } = outcome;
  const hosts = cluster.hostNames.slice(0, mostHosts);
  const racks = policy.rackCount > 1 ? racksOf(cluster.rackOf, hosts.length) : [];
  const rackBefore = (host: number) => racks.filter(({ first }) => first <= host).length;
  const yOf = (host: number) => top + host * rowHeight + rackBefore(host) * 30;
  const bottom = yOf(hosts.length - 1) + rowHeight + 10;
  const height = bottom + 96;
  const vmsOf = machinesOf(cluster.home, hosts.length);
  const more = cluster.hostNames.length - hosts.length;
  return (
    <figure class="failover-drawing">
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing is no form, and its buttons need one name together */}
      <svg viewBox={`0 0 360 ${height}`} role="group" aria-label={own.drawing.title}>
        {networkNames.map((network) => (
          <g key={network}>
            <line class="failover-bus" x1={busX[network]} x2={busX[network]} y1="38" y2={bottom} />
            <text x={busX[network]} y="12" text-anchor="middle">
              {own.drawing.short[network]}
            </text>
            <Point {...props} incident={{ kind: 'network', network, ...props.timed }}>
              <circle cx={busX[network]} cy="30" r="12" />
            </Point>
          </g>
        ))}
        {racks.map(({ rack, first }) => (
          <Point key={rack} {...props} incident={{ kind: 'rack', rack, ...props.timed }}>
            <rect x="2" y={yOf(first) - 30} width="80" height="24" rx="4" />
          </Point>
        ))}
        {racks.map(({ rack, first }) => (
          <text key={rack} x="42" y={yOf(first) - 14} text-anchor="middle">
            {own.drawing.rack(rack + 1)}
          </text>
        ))}
        {hosts.map((name, host) => (
          <HostRow key={name} {...props} host={host} y={yOf(host)} vms={vmsOf[host] ?? []} />
        ))}
        <line
          class="failover-bus"
          x1={busX.storage}
          x2={busX.storage}
          y1={bottom}
          y2={bottom + 14}
        />
        <Box
          {...props}
          incident={{ kind: 'storage', ...props.timed }}
          x={rightBox}
          y={bottom + 14}
          label={own.drawing.storage}
        />
        <Box
          {...props}
          incident={{ kind: 'manager', ...props.timed }}
          x={leftBox}
          y={bottom + 14}
          label={own.drawing.manager}
        />
        <Box
          {...props}
          incident={{ kind: 'power', ...props.timed }}
          x={leftBox}
          y={bottom + 54}
          label={own.drawing.power}
        />
        {cluster.hostNames.length > 1 && (
          <Box
            {...props}
            incident={{
              kind: 'partition',
              hosts: Math.ceil(cluster.hostNames.length / 2),
              ...props.timed,
            }}
            x={rightBox}
            y={bottom + 54}
            label={own.drawing.partition}
          />
        )}
      </svg>
      <figcaption class="field-hint">
        {own.cluster.shape(cluster.hostNames.length, cluster.vmNames.length)}
        {more > 0 && ` ${own.drawing.more(more)}`}
      </figcaption>
    </figure>
  );
}

interface HostRowProps extends DrawingProps {
  readonly host: number;
  readonly y: number;
  readonly vms: readonly number[];
}

function HostRow(props: HostRowProps) {
  const { own, outcome, policy, timed, host, y, vms } = props;
  const name = outcome.cluster.hostNames[host] ?? '';
  const centre = y + 22;
  const areDrawn = vms.length <= mostVms;
  return (
    <g>
      {networkNames.map((network) =>
        Array.from({ length: policy.cards[network] }, (_, card) => {
          const lane = centre + (networkNames.indexOf(network) - 1) * 5 + card * 2;
          return (
            <line
              key={`${network}${card}`}
              class="failover-cable"
              x1={hostEnd}
              x2={busX[network]}
              y1={lane}
              y2={lane}
            />
          );
        }),
      )}
      <Point {...props} incident={{ kind: 'host', host, ...timed }}>
        <rect x="2" y={y} width={hostEnd - 2} height="44" rx="5" />
      </Point>
      <text class="failover-name" x="10" y={areDrawn && vms.length > 0 ? y + 16 : y + 19}>
        {shortened(name)}
      </text>
      {!areDrawn && (
        <text x="10" y={y + 36}>
          {own.drawing.machines(vms.length)}
        </text>
      )}
      {areDrawn &&
        vms.map((vm, index) => (
          <Point key={vm} {...props} incident={{ kind: 'vm', vm, ...timed }}>
            <rect x={7 + index * 35} y={y + 19} width="32" height="22" rx="3" />
          </Point>
        ))}
      {areDrawn &&
        vms.map((vm, index) => (
          <text key={vm} class="failover-vm" x={23 + index * 35} y={y + 34} text-anchor="middle">
            {shortened(outcome.cluster.vmNames[vm] ?? '', 5)}
          </text>
        ))}
      {networkNames.map((network) => (
        <Point
          key={network}
          {...props}
          incident={{
            // With two cards one failure takes one of them.
            kind: policy.cards[network] > 1 ? 'card' : 'link',
            host,
            network,
            ...timed,
          }}
        >
          <circle cx={busX[network]} cy={centre} r="12" />
        </Point>
      ))}
    </g>
  );
}

interface BoxProps extends DrawingProps {
  readonly incident: Incident;
  readonly x: number;
  readonly y: number;
  readonly label: string;
}

function Box({ x, y, label, ...props }: BoxProps) {
  return (
    <>
      <Point {...props}>
        <rect x={x} y={y} width={boxWidth} height="34" rx="5" />
      </Point>
      <text class="failover-box" x={x + boxWidth / 2} y={y + 22} text-anchor="middle">
        {label}
      </text>
    </>
  );
}

interface PointProps extends DrawingProps {
  readonly incident: Incident;
  readonly children: ComponentChildren;
}

/** A failure point: a button within the drawing. */
function Point({ own, outcome, policy, incident, onToggle, children }: PointProps) {
  const isBroken = policy.incidents.some((other) => isSame(other, incident));
  const what = own.incident(incident, namesOf(outcome));
  return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG drawing cannot hold an HTML button
    <g
      class="failover-point"
      role="button"
      tabindex={0}
      aria-pressed={isBroken}
      aria-label={own.drawing.point(what, isBroken)}
      data-broken={isBroken}
      data-kind={incident.kind}
      onClick={() => onToggle(incident)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onToggle(incident);
      }}
    >
      {children}
    </g>
  );
}

const shortened = (name: string, most = 17) =>
  name.length > most ? `${name.slice(0, most - 1)}…` : name;

function machinesOf(home: Int32Array, hostCount: number): number[][] {
  const lists: number[][] = Array.from({ length: hostCount }, () => []);
  for (const [vm, host] of home.entries()) lists[host]?.push(vm);
  return lists;
}

function racksOf(rackOf: Int32Array, hostCount: number) {
  const racks: { readonly rack: number; readonly first: number }[] = [];
  for (let host = 0; host < hostCount; host++) {
    const rack = rackOf[host] ?? 0;
    if (racks.at(-1)?.rack !== rack) racks.push({ rack, first: host });
  }
  return racks;
}
