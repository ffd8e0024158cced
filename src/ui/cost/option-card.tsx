import type { OptionCost } from '~/model/cost/answer.ts';
import type { TypedLicence } from '~/model/cost/settings.ts';
import { defaultLicence } from '~/scenario/cost-defaults.ts';
import { sentence } from '~/words/sentences.ts';
import { ChoiceField } from '../parts/choice-field.tsx';
import { LicenceList } from './licence-list.tsx';
import { NumberField } from './number-field.tsx';
import { type FieldGroup, type OptionField, optionGroups } from './option-fields.ts';
import { type AnyOption, changeOption, isOption, namedGap, type PanelProps } from './parts.ts';
import { PowerPicker } from './power-picker.tsx';
import { PriceField } from './price-field.tsx';
import { ProductList } from './product-list.tsx';

export interface OptionCardProps extends PanelProps {
  /** −1: staying. */
  readonly place: number;
  readonly option: AnyOption;
  readonly name: string;
  /** Null before the first answer. */
  readonly answer: OptionCost | null;
}

/** Everything that the reader may say of staying or of an option. */
export function OptionCard(props: OptionCardProps) {
  const { own, session, place, option, name, answer } = props;
  const { cost, tool } = own;
  const { scope } = session.scenario.value.cost;
  const missing = answer?.missing ?? [];
  const groups = optionGroups.filter(
    ({ kinds, isForStay }) => kinds.some((kind) => scope[kind]) && (isForStay || isOption(option)),
  );
  const setLicences = (licences: readonly TypedLicence[] | null) =>
    changeOption(session, place, (now) => ({ ...now, licences }));
  return (
    <details class="option" open={place <= 0} data-complete={answer?.isComplete === true}>
      <summary>
        <span class="option-name">{name}</span>{' '}
        <span class="option-state">
          {answer !== null && !answer.isComplete ? tool.answer.incomplete : ''}
        </span>
      </summary>
      {isOption(option) && <NameField {...props} option={option} />}
      <Impossible {...props} />
      {missing.length > 0 && (
        <div class="notice" data-kind="warn">
          <p>
            <strong>{tool.option.asked}</strong>
          </p>
          <ul>
            {missing.map((gap) => (
              <li key={cost.missing(gap)}>{cost.missing(namedGap(props.catalogue, gap))}</li>
            ))}
          </ul>
        </div>
      )}
      {groups.map((group) => (
        <Group key={group.id} {...props} group={group} />
      ))}
      {scope.licences && (
        <LicenceList
          own={own}
          currency={session.scenario.value.cost.currency}
          licences={option.licences}
          missing={missing}
          onLicences={setLicences}
          onAdd={() => setLicences([...(option.licences ?? []), defaultLicence])}
          hasProducts={option.products !== null}
        >
          <ProductList
            own={own}
            catalogue={props.catalogue}
            products={option.products}
            onProducts={(products) => changeOption(session, place, (now) => ({ ...now, products }))}
          />
        </LicenceList>
      )}
    </details>
  );
}

function NameField({
  own,
  session,
  place,
  option,
}: OptionCardProps & { option: { name: string } }) {
  const id = `option-name-${place}`;
  return (
    <div class="field">
      <label for={id}>{own.tool.option.name}</label>
      <input
        id={id}
        type="text"
        maxLength={200}
        value={option.name}
        onInput={(event) => {
          const name = event.currentTarget.value;
          changeOption(session, place, (now) => ({ ...now, name }));
        }}
      />
    </div>
  );
}

/** Why the fleet fits no hosts of this option. */
function Impossible({ words, own, session, outcome, answer }: OptionCardProps) {
  const reasons = outcome?.impossible.find(({ option }) => option === answer?.id)?.reasons ?? [];
  if (reasons.length === 0) return null;
  const { hostTypes } = session.scenario.value;
  const context = {
    workloadName: (row: number) => session.loaded.value?.fleet.names[row] ?? '',
    hostTypeName: (id: string) => hostTypes.find((type) => type.id === id)?.name ?? id,
    slots: null,
  };
  return (
    <div class="notice" data-kind="bad">
      <p>{own.tool.option.impossible}</p>
      <ul>
        {reasons.slice(0, 3).map((reason) => {
          const text = sentence(words.answer.obstacle, reason, context);
          return <li key={text}>{text}</li>;
        })}
      </ul>
    </div>
  );
}

function Group(props: OptionCardProps & { readonly group: FieldGroup }) {
  const { own, session, option, group, catalogue, base, place } = props;
  const { hostTypes } = session.scenario.value;
  return (
    <fieldset class="option-group">
      <legend>{own.tool.option.groups[group.id]}</legend>
      {group.id === 'hosts' && isOption(option) && hostTypes.length > 1 && (
        <ChoiceField
          label={own.tool.option.hostType}
          value={option.hosts.hostType ?? ''}
          options={[
            { value: '', label: own.tool.option.anyType },
            ...hostTypes.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onValue={(id) =>
            changeOption(session, place, (now) => ({
              ...now,
              hosts: { ...now.hosts, hostType: id === '' ? null : id },
            }))
          }
        />
      )}
      <div class="option-fields">
        {group.fields(!isOption(option)).map((field) => (
          <Field key={field.id} {...props} field={field} />
        ))}
      </div>
      {group.id === 'hosts' && (
        <PowerPicker
          own={own}
          base={base}
          catalogue={catalogue}
          onPower={(idleWatts, fullWatts) =>
            changeOption(session, place, (now) => ({
              ...now,
              hosts: { ...now.hosts, idleWatts, fullWatts },
            }))
          }
        />
      )}
    </fieldset>
  );
}

function Field(
  props: OptionCardProps & { readonly field: OptionField; readonly group: FieldGroup },
) {
  const { own, session, place, option, field, group, answer } = props;
  const { tool } = own;
  const { label, help } = tool.fields[field.id];
  const { scope, currency } = session.scenario.value.cost;
  const isAsked =
    answer?.missing.some(
      ({ kind, what }) => scope[kind] && group.kinds.includes(kind) && field.asked.includes(what),
    ) === true && field.get(option) === null;
  if (field.kind === 'price') {
    return (
      <PriceField
        label={label}
        {...(help === '' ? {} : { help })}
        value={field.get(option)}
        currency={currency}
        currencyLabel={tool.common.currency}
        isAsked={isAsked}
        onValue={(value) => changeOption(session, place, (now) => field.set(now, value))}
      />
    );
  }
  const unit = field.unit === '' ? undefined : field.unit === '%' ? '%' : tool.units[field.unit];
  return (
    <NumberField
      label={label}
      {...hintOf(props, help)}
      value={field.get(option)}
      least={field.least}
      most={field.most}
      isWhole={field.isWhole}
      isOptional={field.isOptional}
      scale={field.scale}
      {...(unit === undefined ? {} : { unit })}
      isAsked={isAsked}
      onValue={(value) => changeOption(session, place, (now) => field.set(now, value))}
    />
  );
}

/** Of the number of hosts: what the plan or the fleet says where the field is empty. */
function hintOf(
  { own, field, option, answer }: OptionCardProps & { field: OptionField },
  help: string,
) {
  const { count, from } = answer?.hosts ?? { count: null, from: 'unknown' };
  const isFound = field.id === 'count' && option.hosts.count === null && count !== null;
  if (isFound && from === 'plan') return { help: own.tool.option.fromPlan(count) };
  if (isFound && from === 'fleet') return { help: own.tool.option.fromFleet(count) };
  return help === '' ? {} : { help };
}
