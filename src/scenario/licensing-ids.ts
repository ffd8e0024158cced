import type { LicensedProducts } from '../model/cost/settings.ts';
import type { LicensingPolicy } from '../model/licensing/policy.ts';
import { software } from '../model/licensing/terms.ts';
import type { Scenario } from '../model/scenario.ts';
import type { LicensingCatalogue } from './licensing-catalogue.ts';
import type { NamedId } from './unknown-id.ts';

type Products = LicensingCatalogue['products'];

/** The products that the licences' section names, each with those of the kind that its place asks for. */
export const licensingIds = (
  policy: LicensingPolicy,
  { products }: LicensingCatalogue,
): readonly NamedId[] => [
  ...chosenIds('licensing', policy, products),
  ...Object.keys(policy.quotes).map((id) => ({
    path: 'licensing.quotes',
    id,
    known: products.map((product) => product.id),
  })),
];

/** The products that staying and the options of the total cost name. */
export const costIds = (
  { stay, options }: Scenario['cost'],
  { products }: LicensingCatalogue,
): readonly NamedId[] =>
  [
    { place: 'cost.stay', chosen: stay.products },
    ...options.map((option, index) => ({
      place: `cost.options.${index}`,
      chosen: option.products,
    })),
  ].flatMap(({ place, chosen }) =>
    chosen === null ? [] : chosenIds(`${place}.products`, chosen, products),
  );

function chosenIds(
  place: string,
  { hypervisor, storage, backup, choices }: LicensedProducts,
  products: Products,
): readonly NamedId[] {
  const ofLayer = (layer: string) =>
    products.filter((product) => product.layer === layer).map(({ id }) => id);
  return [
    { path: `${place}.hypervisor`, id: hypervisor, known: ofLayer('hypervisor') },
    { path: `${place}.storage`, id: storage, known: ofLayer('storage') },
    { path: `${place}.backup`, id: backup, known: ofLayer('backup') },
    ...software.map((which) => {
      // A family stands for the cheapest of its products.
      const own = products.filter(({ covers }) => covers === which);
      const known = new Set(own.flatMap(({ id, family }) => [family, id]));
      return { path: `${place}.choices.${which}`, id: choices[which], known: [...known] };
    }),
  ];
}
