import { dot, lineY, type PlotOptions, ruleX, text } from '@observablehq/plot';

/** The host count at one value of a rule; null where no plan is possible. */
export interface SensitivityPoint {
  readonly value: number;
  readonly hosts: number | null;
  readonly isCurrent: boolean;
}

export interface SensitivityTexts {
  readonly value: (value: number) => string;
  readonly hosts: (hosts: number) => string;
  readonly label: string;
}

/**
 * The host count as one rule moves and all others stay. All rules' charts share the vertical scale, so that a steep
 * line means an expensive rule.
 */
export function sensitivityChart(
  points: readonly SensitivityPoint[],
  highest: number,
  texts: SensitivityTexts,
  width: number,
): PlotOptions {
  const known = points.filter(({ hosts }) => hosts !== null);
  const values = points.map(({ value }) => value);
  return {
    width,
    height: 170,
    marginLeft: 20,
    marginRight: 20,
    marginTop: 26,
    marginBottom: 26,
    ariaLabel: texts.label,
    x: {
      type: 'point',
      domain: values,
      tickFormat: (value: number) => texts.value(value),
      // Five labels fit; the ends and the current one are always among them.
      ticks: values.filter((value, index) => {
        const step = Math.ceil(values.length / 5);
        return index % step === 0 || points.some((p) => p.isCurrent && p.value === value);
      }),
      label: null,
      tickSize: 0,
    },
    y: { domain: [0, highest * 1.05], axis: null },
    marks: [
      ruleX(
        points.filter(({ isCurrent }) => isCurrent),
        { x: 'value', stroke: 'var(--highlight)', strokeWidth: 8, strokeOpacity: 0.35 },
      ),
      lineY(known, { x: 'value', y: 'hosts', stroke: 'var(--chart-1)', strokeWidth: 2 }),
      dot(known, {
        x: 'value',
        y: 'hosts',
        r: 3.5,
        fill: ({ isCurrent }: SensitivityPoint) =>
          isCurrent ? 'var(--chart-2)' : 'var(--chart-1)',
        title: ({ value, hosts }: SensitivityPoint) =>
          `${texts.value(value)}: ${texts.hosts(hosts ?? 0)}`,
        tip: true,
      }),
      text(known, {
        x: 'value',
        y: 'hosts',
        text: ({ hosts }: SensitivityPoint) => String(hosts),
        filter: (_: SensitivityPoint, index: number) =>
          index === 0 || index === known.length - 1 || known[index]?.isCurrent === true,
        dy: -11,
        fill: 'var(--ink)',
        fontWeight: 600,
      }),
    ],
  };
}
