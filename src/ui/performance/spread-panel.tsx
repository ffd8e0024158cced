import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PlanSpread, SpreadInput } from '~/model/performance/plan-spread.ts';
import type { Quantiles } from '~/model/uncertainty/quantiles.ts';
import type { Spread } from '~/model/uncertainty/spread.ts';
import { SimpleTable } from '../parts/simple-table.tsx';
import type { PerformancePanelProps } from './parts.ts';
import { withPolicy } from './settings-panel.tsx';
import type { SpreadFiguresProps } from './spread-figures.tsx';

const inputs = ['level', 'growth', 'efficiency', 'peaks'] as const satisfies readonly SpreadInput[];
/** Of which the ends are shown in per cent: growth in points, the others as factors. */
const ends = ['low', 'likely', 'high'] as const;
/** What the fields accept; the schema's own ranges, in per cent. */
const limits: Readonly<Record<SpreadInput, readonly [least: number, most: number]>> = {
  level: [1, 1000],
  growth: [-50, 500],
  efficiency: [1, 200],
  peaks: [0, 1000],
};

/** Hosts and response time as P10, P50 and P90, under spreads that the reader states. */
export function SpreadPanel(props: PerformancePanelProps) {
  const { words, own, session } = props;
  const texts = own.uncertainty;
  const state = session.spread.state.value;
  const isLoaded = session.loaded.value !== null;
  return (
    <div class="spread-panel" data-state={state.kind}>
      <p class="field-hint">{texts.about}</p>
      <SpreadFields {...props} />
      <div class="toolbar">
        {state.kind === 'asking' ? (
          <>
            <button type="button" onClick={session.spread.forget}>
              {texts.cancel}
            </button>
            <progress aria-label={texts.running('')} max={1} value={state.doneRatio} />
            <span class="field-hint">{texts.running(words.format.percent(state.doneRatio))}</span>
          </>
        ) : (
          <button type="button" disabled={!isLoaded} onClick={session.spread.ask}>
            {texts.ask}
          </button>
        )}
      </div>
      {state.kind === 'failed' && (
        <p class="notice" data-kind="bad" role="alert">
          {own.answer.failed(state.message)}
        </p>
      )}
      {state.kind === 'done' &&
        (state.value.kind === 'spread' ? (
          <Result {...props} spread={state.value} />
        ) : (
          <p class="notice" data-kind="bad">
            {words.tool.answer.impossible}
          </p>
        ))}
    </div>
  );
}

/** Per cent is for eyes only. */
const percentOf = (ratio: number) => Math.round(ratio * 1e6) / 1e4;

function SpreadFields({ own, session }: PerformancePanelProps) {
  const texts = own.uncertainty;
  const scenario = session.scenario.value;
  const { spreads } = scenario.performance;
  const set = (input: SpreadInput, spread: Spread) => {
    session.scenario.value = withPolicy(scenario, { spreads: { ...spreads, [input]: spread } });
  };
  return (
    <div class="spread-fields">
      {inputs.map((input) => (
        <fieldset key={input}>
          <legend>{own.spread[input].label}</legend>
          <p class="field-hint">{own.spread[input].help}</p>
          <div class="spread-ends">
            {ends.map((end) => (
              <NumberBox
                key={end}
                label={`${texts[end]} (%)`}
                name={`${own.spread[input].label}: ${texts[end]}`}
                value={percentOf(spreads[input][end])}
                least={limits[input][0]}
                most={limits[input][1]}
                isFine={(typed) => isInOrder({ ...spreads[input], [end]: typed / 100 })}
                onValue={(typed) => set(input, { ...spreads[input], [end]: typed / 100 })}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <fieldset>
        <legend>{texts.draws}</legend>
        <p class="field-hint">{texts.drawsHelp}</p>
        <div class="spread-ends">
          <NumberBox
            label={texts.draws}
            name={texts.draws}
            value={spreads.draws}
            least={10}
            most={5000}
            isFine={Number.isInteger}
            onValue={(draws) => {
              session.scenario.value = withPolicy(scenario, { spreads: { ...spreads, draws } });
            }}
          />
        </div>
      </fieldset>
    </div>
  );
}

const isInOrder = ({ low, likely, high }: Spread) => low <= likely && likely <= high;

interface NumberBoxProps {
  readonly label: string;
  /** With what it belongs to, for those who hear it alone. */
  readonly name: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly isFine: (typed: number) => boolean;
  readonly onValue: (typed: number) => void;
}

/** A number that counts once it is in range. */
function NumberBox({ label, name, value, least, most, isFine, onValue }: NumberBoxProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const isGood = (text: string) => {
    const number = Number(text);
    return text.trim() !== '' && number >= least && number <= most && isFine(number);
  };
  return (
    <label class="number-box">
      <span>{label}</span>
      <input
        type="number"
        inputMode="decimal"
        step="any"
        min={least}
        max={most}
        aria-label={name}
        aria-invalid={typed !== null && !isGood(typed)}
        value={typed ?? value}
        onInput={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          if (isGood(text)) onValue(Number(text));
        }}
        onBlur={() => setTyped(null)}
      />
    </label>
  );
}

function Result({ words, own, spread }: PerformancePanelProps & { readonly spread: PlanSpread }) {
  const texts = own.uncertainty;
  const { format } = words;
  const [Figures, setFigures] = useState<ComponentType<SpreadFiguresProps> | null>(null);
  useEffect(() => {
    void import('./spread-figures.tsx').then((loaded) => setFigures(() => loaded.SpreadFigures));
  }, []);
  const hosts = (value: number | null) =>
    value === null ? words.tool.answer.notPossible : format.count(value);
  const times = (value: number | null) =>
    value === null ? own.overloaded : own.answer.times(value);
  const row = (
    name: string,
    { p10, p50, p90 }: Quantiles,
    likely: number | null,
    say: (value: number | null) => string,
  ) => [name, say(p10), say(p50), say(p90), say(likely)];
  const share = ({ beyond, draws }: Quantiles) => format.percent(beyond / draws);
  return (
    <div data-testid="spread">
      <SimpleTable
        caption={texts.figure}
        isCaptionHidden
        head={[texts.figure, texts.p10, texts.p50, texts.p90, texts.likelyPlan]}
        rows={[
          row(texts.hosts, spread.hosts, spread.likely.hosts, hosts),
          row(
            `${texts.response} (${texts.responseHelp})`,
            spread.response,
            spread.likely.response,
            times,
          ),
        ]}
        figures={[1, 2, 3, 4]}
      />
      {spread.hosts.beyond > 0 && <p>{texts.beyondHosts(share(spread.hosts))}</p>}
      {spread.response.beyond > 0 && <p>{texts.beyondResponse(share(spread.response))}</p>}
      <p class="field-hint">{texts.seed(spread.seed)}</p>
      {Figures !== null && <Figures words={words} own={own} spread={spread} />}
    </div>
  );
}
