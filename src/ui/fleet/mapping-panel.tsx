import { useEffect, useRef, useState } from 'preact/hooks';
import {
  type ColumnMapping,
  type MappedColumn,
  type TableField,
  type TableUnit,
  tableFields,
  tableUnits,
} from '~/import/outcome.ts';
import type { Words } from '~/words/words.ts';
import { ChoiceField } from '../parts/choice-field.tsx';
import { SimpleTable } from '../parts/simple-table.tsx';

export interface MappingPanelProps {
  readonly words: Words;
  readonly guess: ColumnMapping;
  readonly preview: readonly (readonly string[])[];
  readonly isNeeded: boolean;
  readonly onRead: (mapping: ColumnMapping) => void;
  readonly onCancel: () => void;
}

/** Shows what each column of a table was taken for and lets the reader correct it. */
export function MappingPanel(props: MappingPanelProps) {
  const { words, guess, preview, isNeeded, onRead, onCancel } = props;
  const { mapping: texts, fleet } = words.tool;
  const [mapping, setMapping] = useState(guess);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const setColumn = (index: number, change: Partial<MappedColumn>) =>
    setMapping({
      ...mapping,
      columns: mapping.columns.map((column, at) =>
        at === index ? { ...column, ...change, confidence: 1 } : column,
      ),
    });

  return (
    <div class="mapping">
      <h3 ref={heading} tabIndex={-1}>
        {texts.title}
      </h3>
      {isNeeded && (
        <p class="notice" data-kind="warn">
          {texts.needed}
        </p>
      )}
      <p>{texts.help}</p>
      <SimpleTable
        caption={texts.title}
        isCaptionHidden
        head={[texts.header, texts.field, texts.unit, texts.sure, texts.preview]}
        rows={mapping.columns.map((column, index) =>
          columnCells({ words, column, index, preview, onChange: setColumn }),
        )}
        figures={[3]}
      />
      <div class="mapping-marks">
        <ChoiceField
          label={texts.separator}
          value={mapping.separator}
          options={([',', '\t', ';', '|'] as const).map((value) => ({
            value,
            label: texts.separators[value],
          }))}
          onValue={(separator) => setMapping({ ...mapping, separator })}
        />
        <ChoiceField
          label={texts.decimal}
          value={mapping.decimal}
          options={(['.', ','] as const).map((value) => ({ value, label: texts.decimals[value] }))}
          onValue={(decimal) => setMapping({ ...mapping, decimal })}
        />
      </div>
      <div class="toolbar">
        <button type="button" data-kind="primary" onClick={() => onRead(mapping)}>
          {texts.read}
        </button>
        <button type="button" onClick={onCancel}>
          {fleet.cancel}
        </button>
      </div>
    </div>
  );
}

interface ColumnRow {
  readonly words: Words;
  readonly column: MappedColumn;
  readonly index: number;
  readonly preview: readonly (readonly string[])[];
  readonly onChange: (index: number, change: Partial<MappedColumn>) => void;
}

const noUnit = '';

function columnCells({ words, column, index, preview, onChange }: ColumnRow) {
  const { mapping: texts } = words.tool;
  const header = column.header === '' ? texts.unnamed(index) : column.header;
  return [
    header,
    <select
      key="field"
      aria-label={texts.fieldOf(header)}
      value={column.field}
      onChange={(event) => onChange(index, { field: event.currentTarget.value as TableField })}
    >
      {tableFields.map((field) => (
        <option key={field} value={field}>
          {words.import.field[field]}
        </option>
      ))}
    </select>,
    <select
      key="unit"
      aria-label={texts.unitOf(header)}
      value={column.unit ?? noUnit}
      onChange={(event) => {
        const unit = event.currentTarget.value;
        onChange(index, { unit: unit === noUnit ? null : (unit as TableUnit) });
      }}
    >
      <option value={noUnit}>{texts.noUnit}</option>
      {tableUnits.map((unit) => (
        <option key={unit} value={unit}>
          {unit}
        </option>
      ))}
    </select>,
    words.format.percent(column.confidence),
    <span key="preview" class="mapping-preview">
      {preview
        .slice(0, 3)
        .map((cells) => cells[index] ?? '')
        .join(' · ')}
    </span>,
  ];
}
