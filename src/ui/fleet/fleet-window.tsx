import type { VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { at, item } from '~/model/columns.ts';
import type { Fleet } from '~/model/fleet/fleet.ts';
import type { Words } from '~/words/words.ts';
import { ScrollRegion } from '../parts/scroll-region.tsx';
import { isFigure, rowFigures, type SortKey, sortKeys, type View } from './fleet-rows.ts';

/** As in consolidation.css: the window counts rows by their height. */
const rowPixels = 38;
/** Rows drawn beyond the visible ones, so that a quick scroll shows no gap. */
const spareRows = 12;

export interface FleetWindowProps {
  readonly words: Words;
  readonly fleet: Fleet;
  readonly rows: Uint32Array;
  readonly isPlanned: Uint8Array;
  readonly excluded: ReadonlySet<string>;
  readonly sort: View['sort'];
  readonly onSort: (key: SortKey) => void;
  readonly onInclude: (row: number, isIncluded: boolean) => void;
}

/** The rows in view between two spacers that keep the scroll bar honest. */
export function FleetWindow(props: FleetWindowProps) {
  const { words, fleet, rows, isPlanned, excluded, sort, onSort, onInclude } = props;
  const { table } = words.tool;
  const box = useRef<HTMLElement>(null);
  const [first, setFirst] = useState(0);
  const [height, setHeight] = useState(480);

  // Another order or filter starts at its top.
  useEffect(() => {
    box.current?.scrollTo({ top: 0 });
    setFirst(0);
  }, [rows.length, sort]);
  useEffect(() => {
    if (box.current !== null) setHeight(box.current.clientHeight);
  }, []);

  const from = Math.max(0, Math.min(first, rows.length) - spareRows);
  const to = Math.min(rows.length, first + Math.ceil(height / rowPixels) + spareRows);
  // Rows that stay in view while the reader scrolls are the same nodes, which Preact does not look into again.
  const drawn = useMemo(() => new Map<number, VNode>(), [words, fleet, rows, isPlanned, excluded]);
  const include = useRef(onInclude);
  include.current = onInclude;
  const rowAt = (place: number) => {
    const row = at(rows, place);
    const known = drawn.get(row);
    if (known !== undefined) return known;
    const node = (
      <Row
        key={row}
        words={words}
        fleet={fleet}
        row={row}
        position={place + 2}
        isPlanned={at(isPlanned, row) === 1}
        isExcluded={excluded.has(item(fleet.names, row))}
        onInclude={(changed, isIncluded) => include.current(changed, isIncluded)}
      />
    );
    drawn.set(row, node);
    return node;
  };
  const places = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);

  return (
    <>
      <ScrollRegion
        label={table.scroll}
        isTall
        box={box}
        onScroll={(event) => setFirst(Math.floor(event.currentTarget.scrollTop / rowPixels))}
      >
        <table aria-rowcount={rows.length + 1}>
          <caption class="visually-hidden">{table.title}</caption>
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col">{table.include}</th>
              {sortKeys.map((key) => (
                <SortHeader
                  key={key}
                  label={table[key]}
                  hint={table.sortBy(table[key])}
                  isFigure={isFigure[key]}
                  direction={directionOf(sort, key)}
                  onSort={() => onSort(key)}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            <Spacer rows={from} />
            {places.map(rowAt)}
            <Spacer rows={rows.length - to} />
          </tbody>
        </table>
        {rows.length === 0 && <p class="fleet-none">{table.none}</p>}
      </ScrollRegion>
      <p class="field-hint" role="status">
        {table.caption(rows.length, fleet.count)}
      </p>
    </>
  );
}

type Direction = 'ascending' | 'descending' | undefined;

function directionOf(sort: View['sort'], key: SortKey): Direction {
  if (sort?.key !== key) return undefined;
  return sort.isDescending ? 'descending' : 'ascending';
}

interface SortHeaderProps {
  readonly label: string;
  readonly hint: string;
  readonly isFigure: boolean;
  readonly direction: Direction;
  readonly onSort: () => void;
}

const arrows = { ascending: ' ↑', descending: ' ↓' } as const;

function SortHeader({ label, hint, isFigure, direction, onSort }: SortHeaderProps) {
  return (
    <th scope="col" aria-sort={direction} data-kind={isFigure ? 'number' : undefined}>
      <button type="button" class="sort" title={hint} onClick={onSort}>
        {label}
        <span aria-hidden="true">{direction === undefined ? '' : arrows[direction]}</span>
      </button>
    </th>
  );
}

function Spacer({ rows }: { readonly rows: number }) {
  if (rows === 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: there is nothing in it to focus
    <tr aria-hidden="true" class="spacer">
      <td colSpan={sortKeys.length + 1} style={{ height: `${rows * rowPixels}px` }} />
    </tr>
  );
}

interface RowProps {
  readonly words: Words;
  readonly fleet: Fleet;
  readonly row: number;
  readonly position: number;
  readonly isPlanned: boolean;
  readonly isExcluded: boolean;
  readonly onInclude: (row: number, isIncluded: boolean) => void;
}

function Row({ words, fleet, row, position, isPlanned, isExcluded, onInclude }: RowProps) {
  const { table } = words.tool;
  const { format } = words;
  const figures = rowFigures(fleet, row);
  const known = (value: number, text: string) => (Number.isNaN(value) ? '–' : text);
  return (
    <tr aria-rowindex={position} data-planned={isPlanned}>
      <td>
        <input
          type="checkbox"
          checked={!isExcluded}
          aria-label={table.includeOf(figures.name)}
          onChange={(event) => onInclude(row, event.currentTarget.checked)}
        />
      </td>
      <th scope="row">{figures.name}</th>
      <td>{figures.isTemplate ? table.template : words.import.powerState[figures.state]}</td>
      <td data-kind="number">{known(figures.vcpus, format.count(figures.vcpus))}</td>
      <td data-kind="number">{known(figures.cpuMhz, format.amount('cpu', figures.cpuMhz))}</td>
      <td data-kind="number">
        {known(figures.memoryGib, format.amount('memory', figures.memoryGib))}
      </td>
      <td data-kind="number">{known(figures.diskGib, format.amount('disk', figures.diskGib))}</td>
      <td>{figures.os}</td>
      <td>{figures.host}</td>
      <td>{figures.cluster}</td>
    </tr>
  );
}
