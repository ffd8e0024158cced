import { useId } from 'preact/hooks';
import type { MigrationSettings } from '~/model/migration/settings.ts';
import { defaultMigration } from '~/scenario/migration-defaults.ts';
import { ChoiceField } from '../parts/choice-field.tsx';
import { SettingField } from '../parts/setting-field.tsx';
import { type PanelProps, type ProductChoice, setMigration } from './parts.ts';
import { type FieldId, fieldSettings } from './settings.ts';

export interface SettingsPanelProps extends PanelProps {
  readonly products: readonly ProductChoice[];
}

const optionsOf = <Value extends string>(texts: Readonly<Record<Value, string>>) =>
  (Object.keys(texts) as Value[]).map((value) => ({ value, label: texts[value] }));

/** Network, product and limits: what every migration meets. */
export function SettingsPanel({ words, own, session, products, planner }: SettingsPanelProps) {
  const { migration } = session.scenario.value;
  const { settings: texts } = own;
  const set = (changed: MigrationSettings) => setMigration(session, changed);
  const fields = { words, own, session, planner };
  const isShared = migration.network.kind === 'shared';
  return (
    <div class="move-settings">
      <h3>{texts.network}</h3>
      <div class="settings-grid">
        <ChoiceField
          label={texts.kind}
          value={migration.network.kind}
          options={optionsOf(texts.kinds)}
          onValue={(kind) => set({ ...migration, network: { ...migration.network, kind } })}
        />
        <Fields
          {...fields}
          ids={isShared ? ['gigabits', 'usable', 'share'] : ['gigabits', 'usable']}
        />
      </div>
      <h3>{texts.product}</h3>
      <div class="settings-grid">
        <ProductField {...fields} products={products} />
        <ChoiceField
          label={texts.whenNotConverging}
          value={migration.whenNotConverging}
          options={optionsOf(own.whenNotConverging)}
          onValue={(whenNotConverging) => set({ ...migration, whenNotConverging })}
        />
        <Fields {...fields} ids={['limit', 'rounds', 'cap', 'perHost', 'perCluster']} />
      </div>
      <details class="advanced">
        <summary>{texts.fleet}</summary>
        <div class="settings-grid">
          <ChoiceField
            label={texts.storage}
            value={migration.storage}
            options={optionsOf(texts.storages)}
            onValue={(storage) => set({ ...migration, storage })}
          />
          <ChoiceField
            label={texts.movesStorage}
            value={migration.movesStorage ? 'yes' : 'no'}
            options={optionsOf(texts.movesStorages)}
            onValue={(value) => set({ ...migration, movesStorage: value === 'yes' })}
          />
          <ChoiceField
            label={texts.cpu}
            value={migration.cpu}
            options={optionsOf(texts.cpus)}
            onValue={(cpu) => set({ ...migration, cpu })}
          />
          <ChoiceField
            label={texts.hosts}
            value={migration.hosts}
            options={optionsOf(texts.hostsKinds)}
            onValue={(hosts) => set({ ...migration, hosts })}
          />
          <Fields {...fields} ids={['storageRate', 'dirtyPerGib', 'mostDirty', 'reboot']} />
          {(['stay', 'devices', 'localDisks'] as const).map((key) => (
            <NamesField
              key={key}
              texts={texts.names[key]}
              names={migration[key]}
              onNames={(names) => set({ ...migration, [key]: names })}
            />
          ))}
        </div>
      </details>
    </div>
  );
}

export function Fields({
  words,
  own,
  session,
  ids,
}: PanelProps & { readonly ids: readonly FieldId[] }) {
  const { migration } = session.scenario.value;
  return (
    <>
      {ids.map((id) => (
        <SettingField
          key={id}
          words={words}
          texts={own.settings.fields[id]}
          setting={fieldSettings[id]}
          settings={migration}
          start={defaultMigration}
          onSettings={(changed) => setMigration(session, changed)}
        />
      ))}
    </>
  );
}

function ProductField({ own, session, products }: SettingsPanelProps) {
  const { migration } = session.scenario.value;
  const { settings: texts } = own;
  const chosen = products.find(({ id }) => id === migration.product);
  const choose = (id: string) => {
    const product = products.find((other) => other.id === id);
    const speed = migration.network.gigabitsPerSecond >= 10 ? 'fast' : 'slow';
    setMigration(session, {
      ...migration,
      product: product?.id ?? '',
      ...(product === undefined ? {} : product.limits[speed]),
    });
  };
  return (
    <ChoiceField
      label={texts.productLabel}
      help={texts.productHelp}
      value={chosen?.id ?? ''}
      options={[
        { value: '', label: texts.productOwn },
        ...products.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onValue={choose}
    >
      {chosen !== undefined && (
        <div class="field-hint">
          <p>{chosen.note}</p>
          {chosen.sources.map(({ title, url, asOf }) => (
            <p key={title}>
              {texts.source}: {url === null ? title : <a href={url}>{title}</a>} ({texts.asOf(asOf)}
              )
            </p>
          ))}
        </div>
      )}
    </ChoiceField>
  );
}

interface NamesFieldProps {
  readonly texts: { readonly label: string; readonly help: string };
  readonly names: readonly string[];
  readonly onNames: (names: readonly string[]) => void;
}

/** Names of machines, one a line. */
function NamesField({ texts, names, onNames }: NamesFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{texts.label}</label>
      <textarea
        id={id}
        rows={3}
        spellcheck={false}
        aria-describedby={`${id}-help`}
        value={names.join('\n')}
        onChange={(event) =>
          onNames(
            event.currentTarget.value
              .split('\n')
              .map((line) => line.trim())
              .filter((line) => line !== ''),
          )
        }
      />
      <p class="field-hint" id={`${id}-help`}>
        {texts.help}
      </p>
    </div>
  );
}
