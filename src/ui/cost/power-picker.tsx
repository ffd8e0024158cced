import { useId, useState } from 'preact/hooks';
import { type MeasuredServer, parseSpecpower } from '~/scenario/specpower.ts';
import type { CostPageWords } from '~/words/cost.ts';
import type { CostToolCatalogue } from './parts.ts';

export interface PowerPickerProps {
  readonly own: CostPageWords;
  readonly base: string;
  readonly catalogue: CostToolCatalogue;
  readonly onPower: (idleWatts: number, fullWatts: number) => void;
}

const mostShown = 12;

/** Fills in the power of a typical machine, or of one that was measured. The table is loaded when it is searched. */
export function PowerPicker({ own, base, catalogue, onPower }: PowerPickerProps) {
  const texts = own.tool.option;
  const { medians, specpower } = catalogue;
  const id = useId();
  const [rows, setRows] = useState<readonly MeasuredServer[] | 'failed' | null>(null);
  const [text, setText] = useState('');
  const load = async () => {
    if (rows !== null) return;
    try {
      const response = await fetch(`${base}data/specpower.csv`);
      if (!response.ok) throw new Error(response.statusText);
      setRows(parseSpecpower(await response.text()));
    } catch {
      setRows('failed');
    }
  };
  const found = Array.isArray(rows) ? matching(rows, text) : [];
  return (
    <details class="power-picker">
      <summary>{texts.power}</summary>
      <p class="field-hint">
        {texts.powerHelp} {own.tool.common.sourced}:{' '}
        {specpower.url === null ? specpower.title : <a href={specpower.url}>{specpower.title}</a>} (
        {specpower.asOf})
      </p>
      <div class="field">
        <label for={`${id}-median`}>{own.tool.common.known}</label>
        <select
          id={`${id}-median`}
          value=""
          onChange={(event) => {
            const median = medians[Number(event.currentTarget.value)];
            if (median !== undefined) onPower(median.idleWatts, median.fullWatts);
          }}
        >
          <option value="">{texts.noMeasured}</option>
          {medians.map((median, index) => (
            <option key={median.from} value={String(index)}>
              {texts.measured(
                texts.median(median.from, median.to, median.count),
                median.idleWatts,
                median.fullWatts,
                specpower.asOf,
              )}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for={`${id}-search`}>{texts.search}</label>
        <input
          id={`${id}-search`}
          type="search"
          value={text}
          aria-describedby={`${id}-hint`}
          onFocus={() => void load()}
          onInput={(event) => {
            void load();
            setText(event.currentTarget.value);
          }}
        />
        <p class="field-hint" id={`${id}-hint`} role="status">
          {rows === 'failed'
            ? texts.tableFailed
            : text.trim() === ''
              ? texts.searchHint
              : texts.found(found.length)}
        </p>
      </div>
      <ul class="measured">
        {found.slice(0, mostShown).map(({ row, system, idleWatts, fullWatts, published }) => (
          <li key={row}>
            <button
              type="button"
              data-kind="quiet"
              data-size="small"
              onClick={() => onPower(idleWatts, fullWatts)}
            >
              {texts.measured(system, idleWatts, fullWatts, published)}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Rows in which every word of the text stands, the newest first. */
function matching(rows: readonly MeasuredServer[], text: string): readonly MeasuredServer[] {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  return rows
    .filter(({ vendor, system, cpu }) => {
      const all = `${vendor} ${system} ${cpu}`.toLowerCase();
      return wanted.every((word) => all.includes(word));
    })
    .toSorted((a, b) => (a.published < b.published ? 1 : a.published > b.published ? -1 : 0));
}
