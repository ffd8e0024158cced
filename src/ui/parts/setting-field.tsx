import { RangeField, type RangeFieldWords } from './range-field.tsx';

/** A number of the scenario as the reader sees it: shown = stored × `scale` (100 for percent, 1/60 for minutes). */
export interface NumberSetting<Settings> {
  readonly least: number;
  readonly most: number;
  readonly sliderMost?: number;
  readonly step: number;
  readonly scale?: number;
  /** Where the limit can be switched off: what to start from when it is switched on, as shown. */
  readonly whenOn?: number;
  readonly get: (settings: Settings) => number | null;
  readonly set: (settings: Settings, value: number) => Settings;
  /** Where the limit can be switched off. */
  readonly off?: (settings: Settings) => Settings;
}

export interface SettingFieldProps<Settings> {
  readonly words: RangeFieldWords;
  readonly texts: { readonly label: string; readonly help: string; readonly unit: string };
  readonly setting: NumberSetting<Settings>;
  readonly settings: Settings;
  /** What the way back leads to. */
  readonly start: Settings;
  readonly onSettings: (settings: Settings) => void;
}

/** Rounding of a stored ratio to what a reader typed. */
const rounded = (value: number) => Math.round(value * 1e6) / 1e6;

/** One number of a tool's settings, with slider, unit and a way back. */
export function SettingField<Settings>(props: SettingFieldProps<Settings>) {
  const { words, texts, setting, settings, start, onSettings } = props;
  const { scale = 1 } = setting;
  const value = setting.get(settings);
  const atStart = setting.get(start);
  const put = (typed: number | null) => {
    if (typed !== null) onSettings(setting.set(settings, rounded(typed / scale)));
    else if (setting.off !== undefined) onSettings(setting.off(settings));
  };
  return (
    <RangeField
      words={words}
      label={texts.label}
      help={texts.help}
      unit={texts.unit}
      value={value === null ? null : rounded(value * scale)}
      least={setting.least}
      most={setting.most}
      sliderMost={setting.sliderMost}
      step={setting.step}
      whenOn={setting.whenOn}
      isChanged={value !== atStart}
      onValue={put}
      onReset={() => put(atStart === null ? null : rounded(atStart * scale))}
    />
  );
}
