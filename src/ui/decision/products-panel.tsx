import { ScrollRegion } from '../parts/scroll-region.tsx';
import { type DecisionPanelProps, setPolicy } from './parts.ts';
import { fitText, sayingOf } from './say.ts';

/** Which products are considered, and whether they carry the fleet. */
export function ProductsPanel({ words, own, session, data, answering }: DecisionPanelProps) {
  const policy = session.scenario.value.decision;
  const answered = answering.answered.value;
  const texts = own.products;
  const consider = (id: string, isIn: boolean) => {
    const others = policy.leftOut.filter((other) => other !== id);
    setPolicy(session, { leftOut: isIn ? others : [...others, id] });
  };
  const fitOf = (id: string) => {
    const fleet = answered?.question.fleet ?? null;
    const found = answered?.answer.fits?.find(({ product }) => product === id);
    return answered === null || fleet === null || found === undefined
      ? texts.noFleet
      : fitText(sayingOf(words.format, own, data, answered), found, fleet);
  };
  return (
    <>
      <p class="field-hint">{texts.help}</p>
      <label class="check">
        <input
          type="checkbox"
          checked={policy.mustCarryFleet}
          onChange={({ currentTarget }) =>
            setPolicy(session, { mustCarryFleet: currentTarget.checked })
          }
        />
        {texts.mustCarry}
      </label>
      <ScrollRegion label={`${texts.product}, ${texts.fit}`}>
        <table class="products">
          <caption class="visually-hidden">{`${texts.product}, ${texts.fit}`}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.product}</th>
              <th scope="col">{texts.fit}</th>
            </tr>
          </thead>
          <tbody>
            {data.products.map(({ id, name, href }) => (
              <tr key={id}>
                <th scope="row">
                  <label class="check">
                    <input
                      type="checkbox"
                      aria-label={texts.consider(name)}
                      checked={!policy.leftOut.includes(id)}
                      onChange={(event) => consider(id, event.currentTarget.checked)}
                    />
                    <a href={href} lang="en">
                      {name}
                    </a>
                  </label>
                </th>
                <td>{fitOf(id)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}
