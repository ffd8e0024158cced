import { RangeField } from '../parts/range-field.tsx';
import type { PanelProps } from './panel.ts';

export interface NumberFieldProps extends Pick<PanelProps, 'words' | 'own'> {
  readonly text: {
    readonly label: string;
    readonly help: string;
    readonly unit: string;
    /** Where it may be left open: what that means, and what its box says. */
    readonly off?: string;
    readonly on?: string;
  };
  /** In the canonical unit. */
  readonly value: number | null;
  readonly start: number | null;
  /** What is shown is value ÷ scale: 0.01 for percent, 8760 for years of hours. */
  readonly scale?: number;
  readonly least: number;
  readonly most: number;
  readonly sliderMost?: number;
  readonly step?: number;
  /** Where the figure may be unknown: what it starts from once it is known, as shown. */
  readonly whenKnown?: number;
  readonly onValue: (value: number) => void;
  readonly onUnknown?: () => void;
}

/** A setting of this tool: a slider and a number in the unit that a reader thinks in. */
export function NumberField(props: NumberFieldProps) {
  const { words, own, text, value, start, scale = 1, least, most, sliderMost, step = 1 } = props;
  const { whenKnown, onValue, onUnknown } = props;
  // 8.5 % is 0.085, and 0.085 ÷ 0.01 is 8.500000000000002.
  const shown = value === null ? null : Number((value / scale).toPrecision(12));
  const set = (next: number | null) => {
    if (next === null) onUnknown?.();
    else onValue(Number((next * scale).toPrecision(12)));
  };
  return (
    <RangeField
      words={{
        tool: {
          settings: {
            ...words.tool.settings,
            unlimited: text.off ?? own.unknown,
            limited: (label) => text.on ?? own.known(label),
          },
        },
      }}
      label={text.label}
      help={text.help}
      unit={text.unit}
      value={shown}
      least={least}
      most={most}
      sliderMost={sliderMost}
      step={step}
      whenOn={whenKnown}
      isChanged={value !== start}
      onValue={set}
      onReset={() => set(start === null ? null : start / scale)}
    />
  );
}
