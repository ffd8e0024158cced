import { currencies, foreignCurrencies } from '~/model/licensing/money.ts';
import { type Software, software } from '~/model/licensing/terms.ts';
import { ChoiceField } from '../parts/choice-field.tsx';
import type { FleetSession } from '../store/fleet-session.ts';
import { NumberField } from './number-field.tsx';
import { productsOf, type Shelf } from './parts.ts';
import { setLicensing } from './set-licensing.ts';

export interface ChoicesPanelProps {
  readonly shelf: Shelf;
  readonly session: FleetSession;
  /** Shares are assumed only where a fleet does not say what runs. */
  readonly isFleet: boolean;
}

const eras = ['today', '2008'] as const;

/** Products, where machines may go, years, currency, rates and tax. */
export function ChoicesPanel({ shelf, session, isFleet }: ChoicesPanelProps) {
  const { own } = shelf;
  const { tool: texts } = own;
  const { licensing } = session.scenario.value;
  const set = (changes: Parameters<typeof setLicensing>[1]) => setLicensing(session, changes);
  return (
    <div class="settings-grid">
      <div class="field">
        <label for="licence-hypervisor">{texts.hypervisor}</label>
        <select
          id="licence-hypervisor"
          value={licensing.hypervisor ?? ''}
          onChange={(event) => set({ hypervisor: event.currentTarget.value || null })}
        >
          <option value="">{texts.none}</option>
          {eras.map((era) => (
            <optgroup key={era} label={texts.eras[era]}>
              {productsOf(shelf, { layer: 'hypervisor', era }).map(({ terms, name }) => (
                <option key={terms.id} value={terms.id}>
                  {name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      {software.map((which) => (
        <SoftwareField key={which} which={which} shelf={shelf} session={session} />
      ))}
      {(['storage', 'backup'] as const).map((layer) => (
        <ChoiceField
          key={layer}
          label={texts[layer]}
          value={licensing[layer] ?? ''}
          options={[
            { value: '', label: texts.none },
            ...productsOf(shelf, { layer }).map(({ terms, name }) => ({
              value: terms.id,
              label: name,
            })),
          ]}
          onValue={(value) => set({ [layer]: value || null })}
        />
      ))}
      <ChoiceField
        label={texts.mobility}
        value={licensing.mobility}
        options={(['bound', 'failover', 'anywhere'] as const).map((value) => ({
          value,
          label: own.mobility[value],
        }))}
        onValue={(mobility) => set({ mobility })}
      />
      <NumberField
        label={texts.years}
        value={licensing.years}
        least={1}
        most={10}
        onValue={(years) => years !== null && set({ years })}
      />
      <NumberField
        label={texts.term}
        value={licensing.termYears}
        least={1}
        most={10}
        onValue={(termYears) => termYears !== null && set({ termYears })}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={licensing.withSupport}
          onChange={(event) => set({ withSupport: event.currentTarget.checked })}
        />
        {texts.withSupport}
      </label>
      <ChoiceField
        label={texts.currency}
        value={licensing.currency}
        options={currencies.map((value) => ({ value, label: texts.currencies[value] }))}
        onValue={(currency) => set({ currency })}
      />
      {foreignCurrencies.map((currency) => (
        <NumberField
          key={currency}
          label={texts.rate(texts.currencies[currency])}
          help={texts.rateHint}
          value={licensing.rates[currency]}
          least={0.000001}
          most={1_000_000}
          isWhole={false}
          mayBeEmpty
          onValue={(rate) => set({ rates: { ...licensing.rates, [currency]: rate } })}
        />
      ))}
      <NumberField
        label={texts.tax}
        value={licensing.taxRatio === null ? null : Math.round(licensing.taxRatio * 1e4) / 100}
        least={0}
        most={100}
        isWhole={false}
        mayBeEmpty
        onValue={(percent) => set({ taxRatio: percent === null ? null : percent / 100 })}
      />
      {isFleet && <AssumedShares shelf={shelf} session={session} />}
    </div>
  );
}

interface PartProps {
  readonly shelf: Shelf;
  readonly session: FleetSession;
}

/** A product of its own, or the cheapest of a family that does the same. */
function SoftwareField({ which, shelf, session }: PartProps & { readonly which: Software }) {
  const { own } = shelf;
  const { licensing } = session.scenario.value;
  const products = productsOf(shelf, { covers: which });
  const families = [...new Set(products.map(({ terms }) => terms.family))].filter(
    (family) => products.filter(({ terms }) => terms.family === family).length > 1,
  );
  const options = [
    { value: '', label: own.tool.none },
    ...families.map((family) => {
      const members = products.filter(({ terms }) => terms.family === family);
      return {
        value: family,
        label: own.tool.cheapestOf(commonName(members.map(({ name }) => name))),
      };
    }),
    ...products.map(({ terms, name }) => ({ value: terms.id, label: name })),
  ];
  return (
    <ChoiceField
      label={own.software[which]}
      value={licensing.choices[which] ?? ''}
      options={options}
      onValue={(value) =>
        setLicensing(session, { choices: { ...licensing.choices, [which]: value || null } })
      }
    />
  );
}

/** The words that all names begin with: 'Windows Server 2025'. */
function commonName(names: readonly string[]): string {
  const [first = '', ...others] = names.map((name) => name.split(/[ （(]/));
  const words = [...first];
  const same = words.findIndex((word, index) => others.some((other) => other[index] !== word));
  return (same < 0 ? words : words.slice(0, same)).join(' ');
}

function AssumedShares({ shelf, session }: PartProps) {
  const { own } = shelf;
  const { licensing } = session.scenario.value;
  const { assumedRatio } = licensing;
  return (
    <details class="licence-assumed">
      <summary>{own.tool.assumed}</summary>
      {software.map((which) => (
        <NumberField
          key={which}
          label={own.tool.assumedShare(own.software[which])}
          value={Math.round(assumedRatio[which] * 100)}
          least={0}
          most={100 - othersOf(assumedRatio, which)}
          onValue={(percent) =>
            percent !== null &&
            setLicensing(session, { assumedRatio: { ...assumedRatio, [which]: percent / 100 } })
          }
        />
      ))}
    </details>
  );
}

/** Per cent that other systems take: a machine runs one of them. */
function othersOf(ratios: Readonly<Record<Software, number>>, which: Software): number {
  const systems: readonly Software[] = ['windows', 'rhel', 'sles'];
  if (!systems.includes(which)) return 0;
  const others = systems.filter((other) => other !== which);
  return Math.round(others.reduce((sum, other) => sum + ratios[other], 0) * 100);
}
