import type { LicensedProducts } from '~/model/cost/settings.ts';
import { type Software, software } from '~/model/licensing/terms.ts';
import type { CostPageWords } from '~/words/cost.ts';
import { ChoiceField } from '../parts/choice-field.tsx';
import type { CostToolCatalogue } from './parts.ts';

export interface ProductListProps {
  readonly own: CostPageWords;
  readonly catalogue: CostToolCatalogue;
  readonly products: LicensedProducts | null;
  readonly onProducts: (products: LicensedProducts | null) => void;
}

const nothing: LicensedProducts = {
  hypervisor: null,
  storage: null,
  backup: null,
  choices: { windows: null, rhel: null, sles: null, sql: null, oracle: null },
};

/** Products of the catalogue, which are counted and priced by their terms. */
export function ProductList({ own, catalogue, products, onProducts }: ProductListProps) {
  const texts = own.tool.option;
  const chosen = products ?? nothing;
  const set = (part: Partial<LicensedProducts>) => {
    const next = { ...chosen, ...part };
    onProducts(JSON.stringify(next) === JSON.stringify(nothing) ? null : next);
  };
  const none = { value: '', label: texts.noProduct };
  const ofLayer = (layer: 'hypervisor' | 'storage' | 'backup') => [
    none,
    ...catalogue.products
      .filter((product) => product.layer === layer)
      .map(({ id, name }) => ({ value: id, label: name })),
  ];
  const covering = (which: Software) => {
    const own = catalogue.products.filter(({ covers }) => covers === which);
    const families = [...new Set(own.map(({ family }) => family))];
    return [
      none,
      ...families.flatMap((family) => {
        const members = own.filter((product) => product.family === family);
        const single = members.map(({ id, name }) => ({ value: id, label: name }));
        return members.length < 2
          ? single
          : [
              { value: family, label: texts.cheapestOf(members.map(({ name }) => name)) },
              ...single,
            ];
      }),
    ];
  };
  return (
    <div class="option-fields">
      {(['hypervisor', 'storage', 'backup'] as const).map((layer) => (
        <ChoiceField
          key={layer}
          label={texts.layers[layer]}
          value={chosen[layer] ?? ''}
          options={ofLayer(layer)}
          onValue={(id) => set({ [layer]: id === '' ? null : id })}
        />
      ))}
      {software.map((which) => (
        <ChoiceField
          key={which}
          label={texts.software[which]}
          value={chosen.choices[which] ?? ''}
          options={covering(which)}
          onValue={(id) => set({ choices: { ...chosen.choices, [which]: id === '' ? null : id } })}
        />
      ))}
    </div>
  );
}
