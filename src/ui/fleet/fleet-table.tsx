import { useId, useMemo, useState } from 'preact/hooks';
import { item } from '~/model/columns.ts';
import type { Fleet } from '~/model/fleet/fleet.ts';
import type { ExcludePolicy } from '~/model/scenario.ts';
import type { Words } from '~/words/words.ts';
import { ChoiceField } from '../parts/choice-field.tsx';
import {
  isFigure,
  plannedRows,
  type RowState,
  rowStates,
  type SortKey,
  type View,
  visibleRows,
} from './fleet-rows.ts';
import { FleetWindow } from './fleet-window.tsx';

export interface FleetTableProps {
  readonly words: Words;
  readonly fleet: Fleet;
  readonly exclude: ExcludePolicy;
  readonly onExclude: (names: readonly string[]) => void;
}

/** Every machine of the fleet. Only the rows in view exist; the columns stay typed arrays. */
export function FleetTable({ words, fleet, exclude, onExclude }: FleetTableProps) {
  const { table } = words.tool;
  const [view, setView] = useState<View>({ text: '', state: 'all', sort: null });
  const isPlanned = useMemo(() => plannedRows(fleet, exclude), [fleet, exclude]);
  const rows = useMemo(() => visibleRows(fleet, view, isPlanned), [fleet, view, isPlanned]);
  const excluded = useMemo(() => new Set(exclude.names), [exclude.names]);
  const searchId = useId();

  const setIncluded = (changed: Iterable<number>, isIncluded: boolean) => {
    const names = new Set(excluded);
    for (const row of changed) {
      if (isIncluded) names.delete(item(fleet.names, row));
      else names.add(item(fleet.names, row));
    }
    onExclude([...names]);
  };
  const sortBy = (key: SortKey) => {
    const isAgain = view.sort?.key === key;
    setView({
      ...view,
      sort: { key, isDescending: isAgain ? !view.sort?.isDescending : isFigure[key] },
    });
  };

  return (
    <div class="fleet-table">
      <div class="fleet-filters">
        <div class="field">
          <label for={searchId}>{table.search}</label>
          <input
            id={searchId}
            type="search"
            value={view.text}
            onInput={(event) => setView({ ...view, text: event.currentTarget.value })}
          />
        </div>
        <ChoiceField<RowState>
          label={table.state}
          value={view.state}
          options={rowStates.map((value) => ({ value, label: table.states[value] }))}
          onValue={(state) => setView({ ...view, state })}
        />
        <div class="toolbar">
          <button type="button" onClick={() => setIncluded(rows, true)}>
            {table.includeAll}
          </button>
          <button type="button" onClick={() => setIncluded(rows, false)}>
            {table.excludeAll}
          </button>
        </div>
      </div>
      <FleetWindow
        words={words}
        fleet={fleet}
        rows={rows}
        isPlanned={isPlanned}
        excluded={excluded}
        sort={view.sort}
        onSort={sortBy}
        onInclude={(row, isIncluded) => setIncluded([row], isIncluded)}
      />
    </div>
  );
}
