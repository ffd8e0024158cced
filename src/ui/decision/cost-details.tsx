import type { ProductCost, ProductCostLine } from '~/model/cost/product-cost.ts';
import { money } from '~/model/licensing/money.ts';
import { type LicensingWords, noteSentence, stepSentence } from '~/words/licensing.ts';
import { useLicensingWords } from './numbers-panel.tsx';
import type { DecisionData } from './parts.ts';
import { amountOf, lackText, type Saying } from './say.ts';

export interface CostDetailsProps {
  readonly saying: Saying;
  readonly data: DecisionData;
  readonly cost: ProductCost;
}

/** How the cost of one product is computed: every licence with its count, its price and its sources, and the sum. */
export function CostDetails({ saying, data, cost }: CostDetailsProps) {
  const licensing = useLicensingWords(saying.format.language);
  if (licensing === null) return null;
  const { costs, cost: texts } = saying.own;
  const product = data.products.find(({ id }) => id === cost.product);
  const isFirst = data.basis.licences[cost.product]?.[0] === cost.licence;
  return (
    <div class="cost-details">
      {product !== undefined && isFirst && <p>{`${costs.why}: ${product.why}`}</p>}
      <ul>
        {cost.lines.map((line) => (
          <Line key={line.product} saying={saying} data={data} licensing={licensing} line={line} />
        ))}
      </ul>
      {cost.others.length > 0 && (
        <>
          <p>{costs.others}</p>
          <ul>
            {cost.others.map(({ kind, minor }) => (
              <li key={kind}>{`${texts.kinds[kind]}: ${amountOf(saying, minor)}`}</li>
            ))}
          </ul>
        </>
      )}
      {cost.missing.length > 0 && (
        <ul>
          {cost.missing.map((gap) => (
            <li key={JSON.stringify(gap)}>{lackText(saying, gap)}</li>
          ))}
        </ul>
      )}
      {cost.amount !== null && (
        <p>
          <strong>{`${costs.sum}: ${amountOf(saying, cost.amount.minor)}`}</strong>
        </p>
      )}
    </div>
  );
}

interface LineProps extends Omit<CostDetailsProps, 'cost'> {
  readonly licensing: LicensingWords;
  readonly line: ProductCostLine;
}

function Line({ saying, data, licensing, line }: LineProps) {
  const { costs } = saying.own;
  const name = saying.names.licence(line.product);
  const licence = data.licences.find(({ id }) => id === line.product);
  return (
    <li>
      <strong>{line.isOwn ? name : costs.marked(name, costs.forAll)}</strong>
      <ul>
        {line.because.length > 0 && (
          <li>{line.because.map((step) => stepSentence(licensing, step)).join(' → ')}</li>
        )}
        <li>{priceText({ saying, licensing, line })}</li>
        {line.notes.map((note) => (
          <li key={note.kind}>{noteSentence(licensing, 'lineNote', note)}</li>
        ))}
        {licence !== undefined && <li>{licence.note}</li>}
        {licence !== undefined && licence.sources.length > 0 && (
          <li>
            {`${costs.sources}: `}
            {licence.sources.map(({ title, url, asOf }, index) => (
              <span key={url}>
                {index > 0 && ', '}
                <a href={url}>{title}</a>
                {` (${asOf})`}
              </span>
            ))}
          </li>
        )}
      </ul>
    </li>
  );
}

/** Packs × price, of which date; and what it is worth today. */
function priceText({ saying, licensing, line }: Pick<LineProps, 'saying' | 'licensing' | 'line'>) {
  const { own } = saying;
  const worth = line.minor === null ? own.costs.unknown : amountOf(saying, line.minor);
  const { price } = line;
  if (price === null) return own.costs.presentValue(worth);
  const each = licensing.price(
    licensing.money(money(price.minor, price.currency)),
    price.licences,
    price.per,
  );
  const date = price.isQuote ? own.costs.mark.reader : licensing.asOf(price.asOf);
  const packs = licensing.packs(line.packs, line.packSize);
  return own.costs.marked(`${packs} × ${each}`, date).concat('; ', own.costs.presentValue(worth));
}
