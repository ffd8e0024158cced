import { useComputed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { freshId, hostsOfToday } from '~/model/fleet/host-kinds.ts';
import type { HostType } from '~/model/scenario.ts';
import { defaultHostType } from '~/scenario/defaults.ts';
import type { Words } from '~/words/words.ts';
import { OnOpen } from '../parts/on-open.tsx';
import { byYear } from './catalogue-years.ts';
import type { CatalogueSource, PanelProps } from './parts.ts';
import { SourceLine } from './source-line.tsx';

/** As many candidates as the scenario's schema takes. */
const mostTypes = 20;

/** The host types that the plan may use. */
export function HostsPanel({ words, session, catalogue }: PanelProps) {
  const { hosts: texts } = words.tool;
  const hostTypes = useComputed(() => session.scenario.value.hostTypes).value;
  const existing = session.loaded.value?.fleet.hosts;
  const today = useMemo(() => hostsOfToday(existing ?? []), [existing]);

  const setTypes = (types: readonly HostType[]) => {
    session.scenario.value = { ...session.scenario.peek(), hostTypes: types };
  };
  const add = (type: HostType) => {
    // The first choice of the reader replaces what the page began with.
    const isUntouched = hostTypes.length === 1 && hostTypes[0] === defaultHostType;
    const others = isUntouched ? [] : hostTypes;
    setTypes([...others, { ...type, id: freshId(type.id, others) }]);
  };
  const isFull = hostTypes.length >= mostTypes;

  return (
    <div class="hosts-panel">
      <ul class="host-types">
        {hostTypes.map((type, index) => (
          <li key={type.id}>
            <HostTypeCard
              words={words}
              type={type}
              source={catalogue.hostTypes.find(({ type: entry }) => entry.id === type.id)?.source}
              canRemove={hostTypes.length > 1}
              onType={(changed) => setTypes(hostTypes.with(index, changed))}
              onRemove={() => setTypes(hostTypes.filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ul>
      {hostTypes.length > 1 && <p class="field-hint">{texts.several}</p>}
      <div class="toolbar">
        {today.length > 0 && (
          <Adder
            label={texts.today}
            isFull={isFull}
            groups={[
              {
                label: null,
                options: today.map(({ type, count }) => ({
                  type,
                  label: `${type.name}: ${summaryOf(words, type)} (${texts.todaySummary(count)})`,
                })),
              },
            ]}
            onAdd={add}
          />
        )}
        <Adder
          label={texts.catalogue}
          isFull={isFull}
          groups={byYear(catalogue.hostTypes).map(({ year, hosts }) => ({
            label: year,
            options: hosts.map(({ type }) => ({
              type,
              label: `${type.name}: ${summaryOf(words, type)}`,
            })),
          }))}
          onAdd={add}
        />
        <button
          type="button"
          disabled={isFull}
          onClick={() => add({ ...defaultHostType, name: texts.typedName })}
        >
          {texts.typed}
        </button>
      </div>
    </div>
  );
}

const summaryOf = (words: Words, type: HostType) =>
  words.tool.hosts.summary(type.socketCount * type.coresPerSocket, type.coreMhz, type.memoryGib);

interface OptionGroup {
  /** null: the options stand by themselves. */
  readonly label: string | null;
  readonly options: readonly { readonly type: HostType; readonly label: string }[];
}

interface AdderProps {
  readonly label: string;
  readonly isFull: boolean;
  readonly groups: readonly OptionGroup[];
  readonly onAdd: (type: HostType) => void;
}

/** A list that adds what is chosen and goes back to its name. */
function Adder({ label, isFull, groups, onAdd }: AdderProps) {
  const options = groups.flatMap((group) => group.options);
  const optionOf = (option: OptionGroup['options'][number]) => (
    <option key={option.label} value={options.indexOf(option)}>
      {option.label}
    </option>
  );
  return (
    <select
      aria-label={label}
      disabled={isFull}
      value=""
      onChange={(event) => {
        const chosen = options[Number(event.currentTarget.value)];
        event.currentTarget.value = '';
        if (chosen !== undefined) onAdd(chosen.type);
      }}
    >
      <option value="">{label}</option>
      {groups.map((group) =>
        group.label === null ? (
          group.options.map(optionOf)
        ) : (
          <optgroup key={group.label} label={group.label}>
            {group.options.map(optionOf)}
          </optgroup>
        ),
      )}
    </select>
  );
}

interface HostTypeCardProps {
  readonly words: Words;
  readonly type: HostType;
  readonly source: CatalogueSource | undefined;
  readonly canRemove: boolean;
  readonly onType: (type: HostType) => void;
  readonly onRemove: () => void;
}

/** Most readers choose a type from the catalogue and leave it as it is. */
const loadForm = async () => (await import('./host-type-form.tsx')).HostTypeForm;

function HostTypeCard(props: HostTypeCardProps) {
  const { words, type, source, canRemove, onType, onRemove } = props;
  const { hosts: texts } = words.tool;
  return (
    <article class="host-card">
      <div class="host-card-head">
        <div>
          <h3>{type.name}</h3>
          <p>{summaryOf(words, type)}</p>
        </div>
        {canRemove && (
          <button
            type="button"
            data-kind="quiet"
            aria-label={texts.remove(type.name)}
            title={texts.remove(type.name)}
            onClick={onRemove}
          >
            <span aria-hidden="true">✕</span>
          </button>
        )}
      </div>
      {source !== undefined && <SourceLine words={words} source={source} />}
      <OnOpen summary={texts.edit} load={loadForm} props={{ words, type, onType }} />
    </article>
  );
}
