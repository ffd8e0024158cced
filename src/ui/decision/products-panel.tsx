import { selectWorkloads } from '~/model/consolidation/selection.ts';
import type { Fleet } from '~/model/fleet/fleet.ts';
import { fleetFit } from '~/model/scoring/fleet-fit.ts';
import { ScrollRegion } from '../parts/scroll-region.tsx';
import { type DecisionPanelProps, type DecisionProduct, setPolicy } from './parts.ts';

/** So many machines are named; the count tells of the rest. */
const named = 3;

/** Which products are considered, what they cost by the reader's figures, and whether they carry the fleet. */
export function ProductsPanel({ words, own, session, data }: DecisionPanelProps) {
  const { decision: policy, exclude } = session.scenario.value;
  const fleet = session.loaded.value?.fleet ?? null;
  const rows = fleet === null ? null : selectWorkloads(fleet, exclude).rows;
  const texts = own.products;
  const consider = (id: string, isIn: boolean) => {
    const others = policy.leftOut.filter((other) => other !== id);
    setPolicy(session, { leftOut: isIn ? others : [...others, id] });
  };
  const price = (id: string, text: string) => {
    const { [id]: _old, ...others } = policy.costs;
    const cost = Number(text);
    const isGiven = text.trim() !== '' && Number.isFinite(cost) && cost >= 0;
    setPolicy(session, { costs: isGiven ? { ...others, [id]: cost } : others });
  };
  const fitText = (product: DecisionProduct, given: Fleet, planned: Int32Array) => {
    const { tooLarge, unchecked } = fleetFit(given, planned, product.limits);
    if (tooLarge.length > 0) {
      const machines = [...new Set(tooLarge.map(({ row }) => given.names[row] ?? ''))];
      const names = words.format.names(machines.slice(0, named));
      return texts.tooLarge(machines.length, names);
    }
    return unchecked.length === 2 ? texts.unchecked : texts.fits;
  };
  return (
    <>
      <p class="field-hint">{texts.help}</p>
      <ScrollRegion label={`${texts.product}, ${texts.cost}`}>
        <table class="products">
          <caption class="visually-hidden">{`${texts.product}, ${texts.cost}`}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.product}</th>
              <th scope="col">{texts.cost}</th>
              <th scope="col">{texts.fit}</th>
            </tr>
          </thead>
          <tbody>
            {data.products.map((product) => (
              <tr key={product.id}>
                <th scope="row">
                  <label class="check">
                    <input
                      type="checkbox"
                      aria-label={texts.consider(product.name)}
                      checked={!policy.leftOut.includes(product.id)}
                      onChange={(event) => consider(product.id, event.currentTarget.checked)}
                    />
                    <a href={product.href} lang="en">
                      {product.name}
                    </a>
                  </label>
                </th>
                <td>
                  <input
                    type="number"
                    min={0}
                    step="any"
                    inputMode="decimal"
                    aria-label={texts.costOf(product.name)}
                    value={policy.costs[product.id] ?? ''}
                    onChange={(event) => price(product.id, event.currentTarget.value)}
                  />
                </td>
                <td>
                  {fleet === null || rows === null ? texts.noFleet : fitText(product, fleet, rows)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}
