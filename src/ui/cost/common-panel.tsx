import { shapeOf, straightLine } from '~/model/cost/power.ts';
import { type CostSettings, costKinds, drivers } from '~/model/cost/settings.ts';
import { currencies, foreignCurrencies } from '~/model/licensing/money.ts';
import { ChoiceField } from '../parts/choice-field.tsx';
import { RangeField } from '../parts/range-field.tsx';
import { NumberField } from './number-field.tsx';
import { type CostToolCatalogue, changeCost, type PanelProps } from './parts.ts';
import { PriceField } from './price-field.tsx';

/** Years, currency, interest, tax, and the prices that all options share. */
export function CommonPanel(props: PanelProps) {
  const { words, own, session } = props;
  const { tool } = own;
  const settings = session.scenario.value.cost;
  const set = (part: Partial<CostSettings>) => changeCost(session, (now) => ({ ...now, ...part }));
  return (
    <>
      <div class="settings-grid">
        <RangeField
          words={words}
          label={tool.common.years}
          help={tool.common.yearsHelp}
          value={settings.years}
          least={1}
          most={10}
          step={1}
          unit={tool.units.years}
          isChanged={settings.years !== 5}
          onValue={(years) => set({ years: Math.round(years ?? 5) })}
          onReset={() => set({ years: 5 })}
        />
        <NumberField
          label={tool.common.discount}
          help={tool.common.discountHelp}
          value={settings.discountRatio}
          least={0}
          most={0.5}
          scale={100}
          unit="%"
          onValue={(value) => set({ discountRatio: value ?? 0 })}
        />
        <ChoiceField
          label={tool.common.currency}
          value={settings.currency}
          options={currencies.map((value) => ({ value, label: value }))}
          onValue={(currency) => set({ currency })}
        />
        {foreignCurrencies.map((currency) => (
          <NumberField
            key={currency}
            label={tool.common.rate(currency)}
            help={tool.common.rateHelp}
            value={settings.rates[currency]}
            least={0.0001}
            most={1e6}
            isOptional
            isAsked={lacksRate(props, currency)}
            onValue={(value) => set({ rates: { ...settings.rates, [currency]: value } })}
          />
        ))}
        <div>
          <NumberField
            label={tool.common.tax}
            value={settings.tax.ratio}
            least={0}
            most={1}
            scale={100}
            unit="%"
            onValue={(value) => set({ tax: { ...settings.tax, ratio: value ?? 0 } })}
          />
          <label class="check">
            <input
              type="checkbox"
              checked={settings.tax.isIncluded}
              onChange={(event) =>
                set({ tax: { ...settings.tax, isIncluded: event.currentTarget.checked } })
              }
            />
            {tool.common.isTaxed}
          </label>
        </div>
      </div>
      <fieldset class="option-group">
        <legend>{tool.common.scope}</legend>
        <p class="field-hint">{tool.common.scopeHelp}</p>
        <div class="checks">
          {costKinds.map((kind) => (
            <label key={kind} class="check">
              <input
                type="checkbox"
                checked={settings.scope[kind]}
                onChange={(event) =>
                  set({ scope: { ...settings.scope, [kind]: event.currentTarget.checked } })
                }
              />
              {own.cost.kinds[kind]}
            </label>
          ))}
        </div>
      </fieldset>
      <Prices {...props} set={set} />
      <details>
        <summary>{tool.common.more}</summary>
        <Doubts {...props} set={set} />
      </details>
    </>
  );
}

const lacksRate = ({ outcome }: PanelProps, currency: string) =>
  outcome !== null &&
  [outcome.cost.stay, ...outcome.cost.options].some(({ missing }) =>
    missing.some(({ what, name }) => what === 'rate' && name === currency),
  );

interface PartProps extends PanelProps {
  readonly set: (part: Partial<CostSettings>) => void;
}

function Prices({ own, session, catalogue, set }: PartProps) {
  const { tool } = own;
  const settings = session.scenario.value.cost;
  const { energy, scope, currency } = settings;
  const currencyLabel = tool.common.currency;
  const setEnergy = (part: Partial<CostSettings['energy']>) =>
    set({ energy: { ...energy, ...part } });
  return (
    <div class="settings-grid">
      {scope.energy && (
        <div>
          <PriceField
            label={tool.common.electricity}
            value={energy.pricePerKwh}
            currency={currency}
            currencyLabel={currencyLabel}
            onValue={(pricePerKwh) => setEnergy({ pricePerKwh })}
          />
          <Known
            own={own}
            catalogue={catalogue}
            kind="electricity"
            value={energy.pricePerKwh?.amount ?? null}
            onValue={(amount) => setEnergy({ pricePerKwh: { amount, currency: 'JPY' } })}
          />
        </div>
      )}
      <div>
        <NumberField
          label={tool.common.cooling}
          value={energy.coolingFactor}
          least={1}
          most={5}
          onValue={(value) => setEnergy({ coolingFactor: value ?? 1 })}
        />
        <Known
          own={own}
          catalogue={catalogue}
          kind="cooling"
          value={energy.coolingFactor}
          onValue={(coolingFactor) => setEnergy({ coolingFactor })}
        />
      </div>
      <div>
        <NumberField
          label={tool.common.co2}
          value={energy.co2KgPerKwh}
          least={0}
          most={5}
          unit="kg"
          isOptional
          onValue={(co2KgPerKwh) => setEnergy({ co2KgPerKwh })}
        />
        <Known
          own={own}
          catalogue={catalogue}
          kind="emission"
          value={energy.co2KgPerKwh}
          onValue={(co2KgPerKwh) => setEnergy({ co2KgPerKwh })}
        />
      </div>
      <Curve own={own} catalogue={catalogue} energy={energy} onEnergy={setEnergy} />
      {scope.rack && (
        <PriceField
          label={tool.common.pricePerRackUnitYear}
          value={settings.pricePerRackUnitYear}
          currency={currency}
          currencyLabel={currencyLabel}
          onValue={(pricePerRackUnitYear) => set({ pricePerRackUnitYear })}
        />
      )}
      {scope.people && (
        <PriceField
          label={tool.common.pricePerHour}
          value={settings.pricePerHour}
          currency={currency}
          currencyLabel={currencyLabel}
          onValue={(pricePerHour) => set({ pricePerHour })}
        />
      )}
      <NumberField
        label={tool.common.workloads}
        help={tool.common.workloadsHelp}
        value={settings.workloads}
        least={0}
        most={1e6}
        isWhole
        isOptional
        onValue={(workloads) => set({ workloads })}
      />
    </div>
  );
}

interface KnownProps {
  readonly own: PanelProps['own'];
  readonly catalogue: CostToolCatalogue;
  readonly kind: CostToolCatalogue['factors'][number]['kind'];
  readonly value: number | null;
  readonly onValue: (value: number) => void;
}

/** Where the figure of the field above comes from, or that it is the reader's; and the other published ones. */
function Known({ own, catalogue, kind, value, onValue }: KnownProps) {
  const { common } = own.tool;
  const known = catalogue.factors.filter((factor) => factor.kind === kind);
  const used = known.find((factor) => factor.value === value);
  return (
    <>
      <p class="field-hint">
        {used === undefined ? (
          common.yours
        ) : (
          <>
            {used.name}. {common.sourced}:{' '}
            {used.source.url === null ? (
              used.source.title
            ) : (
              <a href={used.source.url}>{used.source.title}</a>
            )}{' '}
            ({used.source.asOf}, {common.confidence[used.confidence]}){used.note && ` ${used.note}`}
          </>
        )}
      </p>
      <ul class="known">
        {known
          .filter((factor) => factor !== used)
          .map((factor) => (
            <li key={factor.id}>
              <button
                type="button"
                data-kind="quiet"
                data-size="small"
                onClick={() => onValue(factor.value)}
              >
                {factor.name}: {factor.value} {factor.unit}
              </button>
            </li>
          ))}
      </ul>
    </>
  );
}

interface CurveProps {
  readonly own: PanelProps['own'];
  readonly catalogue: CostToolCatalogue;
  readonly energy: CostSettings['energy'];
  readonly onEnergy: (part: Partial<CostSettings['energy']>) => void;
}

function Curve({ own, catalogue, energy, onEnergy }: CurveProps) {
  const same = (shape: readonly number[]) => JSON.stringify(shape) === JSON.stringify(energy.shape);
  const shapes = catalogue.curves.map((curve) => ({ curve, shape: shapeOf(curve.watts) }));
  const chosen = shapes.find(({ shape }) => same(shape))?.curve;
  return (
    <ChoiceField
      label={own.tool.common.curve}
      value={chosen?.id ?? ''}
      options={[
        { value: '', label: own.tool.common.straight },
        ...catalogue.curves.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onValue={(id) => {
        const found = shapes.find(({ curve }) => curve.id === id);
        onEnergy({ shape: found?.shape ?? straightLine });
      }}
    >
      {chosen !== undefined && (
        <p class="field-hint">
          {chosen.note} {own.tool.common.sourced}: {chosen.source.title} ({chosen.source.asOf})
        </p>
      )}
    </ChoiceField>
  );
}

function Doubts({ own, session, set }: PartProps) {
  const { common } = own.tool;
  const { rise, spread } = session.scenario.value.cost;
  return (
    <>
      <div class="settings-grid">
        {(['licences', 'energy', 'people'] as const).map((kind) => (
          <NumberField
            key={kind}
            label={common.rises[kind]}
            value={rise[kind]}
            least={-0.5}
            most={1}
            scale={100}
            unit="%"
            onValue={(value) => set({ rise: { ...rise, [kind]: value ?? 0 } })}
          />
        ))}
      </div>
      <h3>{common.spread}</h3>
      <p class="field-hint">{common.spreadHelp}</p>
      <div class="settings-grid spreads">
        {drivers.map((driver) => (
          <NumberField
            key={driver}
            label={own.cost.drivers[driver]}
            value={spread[driver]}
            least={0}
            most={0.95}
            scale={100}
            unit="%"
            onValue={(value) => set({ spread: { ...spread, [driver]: value ?? 0 } })}
          />
        ))}
      </div>
    </>
  );
}
