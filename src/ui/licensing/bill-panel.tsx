import type { LicenceLine } from '~/model/licensing/bill.ts';
import type { Licensed } from '~/model/licensing/licensing-steps.ts';
import { noteSentence, stepSentence } from '~/words/licensing.ts';
import type { FleetSession } from '../store/fleet-session.ts';
import { nameOf, type Shelf } from './parts.ts';
import { QuoteFields } from './quote-fields.tsx';

export interface BillPanelProps {
  readonly shelf: Shelf;
  readonly session: FleetSession;
  readonly answer: Licensed;
}

/** The total, every line with its reasons open, and the proof that it is the cheapest. */
export function BillPanel({ shelf, session, answer }: BillPanelProps) {
  const { own } = shelf;
  const { bill, notes } = answer;
  return (
    <div class="licence-bill">
      <TotalView shelf={shelf} answer={answer} />
      {notes.length > 0 && (
        <ul class="licence-notes">
          {notes.map((note) => (
            <li key={JSON.stringify(note)}>{noteSentence(own, 'note', named(note, shelf))}</li>
          ))}
        </ul>
      )}
      {bill.lines.map((line) => (
        <LineView
          key={line.product}
          shelf={shelf}
          session={session}
          line={line}
          years={bill.years}
        />
      ))}
      <Proofs shelf={shelf} answer={answer} />
    </div>
  );
}

/** Notes name a product by its id; readers know it by its name. */
const named = <Note extends { readonly kind: string }>(note: Note, shelf: Shelf): Note =>
  'product' in note && typeof note.product === 'string'
    ? { ...note, product: nameOf(shelf, note.product) }
    : note;

function TotalView({ shelf, answer }: Omit<BillPanelProps, 'session'>) {
  const { own } = shelf;
  const { total, byCurrency, unpriced, years } = answer.bill;
  const { hosts, sockets, cores, machines } = answer.estate;
  const spans = total !== null && total.lowMinor !== total.highMinor;
  return (
    <dl class="stats licence-total">
      <div class="stat" data-kind="main">
        <dt>{own.tool.total(years)}</dt>
        <dd>
          {total === null
            ? byCurrency.map((money) => own.money(money)).join(' + ')
            : own.money(total)}
          {total === null && <small>{own.tool.totalUnknown}</small>}
          {spans && (
            <small>
              {own.span(
                own.money({ ...total, minor: total.lowMinor }),
                own.money({ ...total, minor: total.highMinor }),
              )}
            </small>
          )}
          {total !== null && total.taxMinor > 0 && (
            <small>{own.tool.included(own.money({ ...total, minor: total.taxMinor }))}</small>
          )}
          {unpriced.length > 0 && <small>{own.tool.totalIncomplete}</small>}
        </dd>
      </div>
      <div class="stat">
        <dt>{own.tool.estate}</dt>
        <dd class="licence-estate">{own.tool.estateLine(hosts, sockets, cores, machines)}</dd>
      </div>
    </dl>
  );
}

interface LineProps {
  readonly shelf: Shelf;
  readonly session: FleetSession;
  readonly line: LicenceLine;
  readonly years: number;
}

function LineView({ shelf, session, line, years }: LineProps) {
  const { own } = shelf;
  const product = shelf.products.find(({ terms }) => terms.id === line.product);
  const { amount, price } = line;
  return (
    <article class="licence-line" data-product={line.product}>
      <header>
        <h3>{nameOf(shelf, line.product)}</h3>
        <p class="licence-amount">{amount === null ? '—' : own.money(amount)}</p>
      </header>
      <p class="licence-counted">
        <strong>{own.format.count(line.counted)}</strong> ({own.metric[line.metric]})
        {line.packSize > 1 && ` · ${own.packs(line.packs, line.packSize)}`}
        {amount !== null &&
          amount.lowMinor !== amount.highMinor &&
          ` · ${own.span(own.money({ ...amount, minor: amount.lowMinor }), own.money({ ...amount, minor: amount.highMinor }))}`}
      </p>
      {line.notes.map((note) => (
        <p class="badge" data-kind={note.kind === 'own-quote' ? 'good' : 'warn'} key={note.kind}>
          {noteSentence(own, 'lineNote', note)}
        </p>
      ))}
      <details open>
        <summary>{own.tool.because}</summary>
        <ol>
          {line.because.map((step, index) => (
            <li key={index} data-step={step.step}>
              {stepSentence(own, step)}
            </li>
          ))}
        </ol>
        {price !== null && amount !== null && (
          <p class="licence-formula">{formulaOf(shelf, line, years)}</p>
        )}
      </details>
      {product !== undefined && (
        <details>
          <summary>{own.tool.sources}</summary>
          <p>{product.note}</p>
          <ul>
            {product.sources.map(({ title, url, asOf }) => (
              <li key={url}>
                <a href={url}>{title}</a> ({own.asOf(asOf)})
              </li>
            ))}
          </ul>
        </details>
      )}
      {product !== undefined && product.terms.rule.metric !== 'none' && (
        <QuoteFields shelf={shelf} session={session} product={product} />
      )}
    </article>
  );
}

/** The amount as a sum of words and figures: what a spreadsheet would have as a formula. */
export function formulaOf({ own }: Shelf, line: LicenceLine, years: number): string {
  const { price, amount, packs, packSize, once, perYear } = line;
  if (price === null || amount === null) return '';
  const shown = own.price(own.money(price), price.licences, price.per);
  const dated = price.isQuote ? shown : `${shown} (${own.asOf(price.asOf)})`;
  const parts = [
    once === null ? null : own.money(once),
    perYear === null ? null : `${own.money(perYear)} × ${own.years(years)}`,
  ].filter((part) => part !== null);
  const ordered = own.format.count(packs * packSize);
  const result = parts.length > 1 || perYear !== null ? `${parts.join(' + ')} = ` : '';
  return own.tool.formulaLine(
    price.licences === 1 ? ordered : `${ordered} ÷ ${own.format.count(price.licences)}`,
    dated,
    `${result}${own.money(amount)}`,
  );
}

function Proofs({ shelf, answer }: Omit<BillPanelProps, 'session'>) {
  const { own } = shelf;
  if (answer.choices.length === 0) return null;
  return (
    <>
      <h3>{own.tool.cheapest}</h3>
      <ul class="licence-proofs">
        {answer.choices.map(({ which, proof, alone, excluded }) => (
          <li key={which}>
            {proof === null
              ? own.unpriced(which)
              : own.proof(
                  which,
                  own.money({ minor: Math.round(proof.cost), currency: proof.currency }),
                  proof.isOptimal,
                  own.money({ minor: Math.floor(proof.lowerBound), currency: proof.currency }),
                )}
            <ul>
              {proof !== null &&
                alone.map(({ product, minor }) => (
                  <li key={product}>
                    {own.alone(
                      { id: product, name: nameOf(shelf, product) },
                      own.money({ minor: Math.round(minor), currency: proof.currency }),
                    )}
                  </li>
                ))}
              {excluded.map(({ product, reason }) => (
                <li key={product}>
                  {own.tool.excluded}: {nameOf(shelf, product)} ({own.excluded[reason]})
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}
