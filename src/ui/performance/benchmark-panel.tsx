import type { ComponentType } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { BenchmarkRow } from '~/model/performance/benchmark.ts';
import type { FittedUsl, UslFit } from '~/model/performance/usl-fit.ts';
import { sentence } from '~/words/sentences.ts';
import { DraftInput } from '../parts/draft.tsx';
import { SimpleTable } from '../parts/simple-table.tsx';
import type { PerformancePanelProps } from './parts.ts';
import { withPolicy } from './settings-panel.tsx';
import type { UslFigureProps } from './usl-figure.tsx';

/** How a path is written in a table. */
const pathNames: Readonly<Record<BenchmarkRow['path'], string>> = {
  cpu: 'cpu',
  memory: 'memory',
  diskRead: 'disk-read',
  diskAsyncWrite: 'disk-async-write',
  diskSyncWrite: 'disk-sync-write',
  network: 'network',
};

const textOf = (rows: readonly BenchmarkRow[]) =>
  rows.length === 0
    ? ''
    : [
        'resource,vms,throughput,physical',
        ...rows.map(({ path, vms, throughput, physical }) =>
          [pathNames[path], vms, throughput, physical ?? ''].join(','),
        ),
      ].join('\n');

/** To show the form of a table; the figures are invented, and the panel says so. */
const example = `resource,vms,throughput,physical
cpu,1,955,1010
cpu,2,1842,1010
cpu,4,3420,1010
cpu,8,5790,1010
cpu,12,7380,1010
cpu,16,8440,1010
disk-read,1,410,430
disk-read,2,770,430
disk-read,4,1290,430
disk-read,8,1730,430`;

/** The reader's own benchmark: rows in, a fit or the reason why there is none out. */
export function BenchmarkPanel(props: PerformancePanelProps) {
  const { own, session } = props;
  const texts = own.benchmark;
  const id = useId();
  const scenario = session.scenario.value;
  const { benchmark: rows, vmsAtFull } = scenario.performance;
  const [typed, setTyped] = useState<string | null>(null);
  const [isExample, setExample] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const state = session.benchmark.value;
  const text = typed ?? textOf(rows);
  const write = (changed: string) => {
    setTyped(changed);
    setExample(false);
  };
  const read = async (given: string) => {
    await session.readBenchmark(given);
    if (session.benchmark.peek().kind !== 'bad') setTyped(null);
  };
  return (
    <div class="benchmark-panel" data-state={state.kind}>
      <p class="field-hint">{texts.about}</p>
      <div class="field">
        <label for={id}>{texts.text}</label>
        <textarea
          id={id}
          rows={8}
          spellcheck={false}
          value={text}
          aria-invalid={state.kind === 'bad'}
          onInput={(event) => write(event.currentTarget.value)}
        />
        {isExample && <p class="field-hint">{texts.exampleNote}</p>}
      </div>
      <div class="toolbar">
        <button type="button" data-kind="primary" onClick={() => void read(text)}>
          {texts.fit}
        </button>
        <button type="button" onClick={() => picker.current?.click()}>
          {texts.file}
        </button>
        <button
          type="button"
          data-kind="quiet"
          onClick={() => {
            write(example);
            setExample(true);
          }}
        >
          {texts.example}
        </button>
        {rows.length > 0 && (
          <button
            type="button"
            data-kind="quiet"
            onClick={() => {
              setTyped(null);
              session.clearBenchmark();
            }}
          >
            {texts.clear}
          </button>
        )}
      </div>
      <input
        ref={picker}
        type="file"
        hidden
        accept=".csv,.tsv,.txt"
        aria-label={texts.file}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) {
            void file.text().then((opened) => {
              write(opened);
              return read(opened);
            });
          }
        }}
      />
      <FullField
        {...props}
        value={vmsAtFull}
        onValue={(value) => {
          session.scenario.value = withPolicy(scenario, { vmsAtFull: value });
        }}
      />
      {state.kind === 'bad' && (
        <div class="notice" data-kind="bad" role="alert">
          <ul>
            {state.problems.slice(0, 10).map((problem, index) => (
              <li key={index}>{own.rowProblem(problem)}</li>
            ))}
          </ul>
        </div>
      )}
      {state.kind === 'fitted' && (
        <>
          {state.fit.fits.map((one) => (
            <Fit key={one.path} {...props} fit={one} />
          ))}
          <Take {...props} overhead={state.fit.overhead} />
        </>
      )}
    </div>
  );
}

interface FullFieldProps extends PerformancePanelProps {
  readonly value: number | null;
  readonly onValue: (value: number | null) => void;
}

function FullField({ own, value, onValue }: FullFieldProps) {
  const texts = own.benchmark.full;
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{texts.label}</label>
      <DraftInput
        id={id}
        type="number"
        min={2}
        max={100_000}
        step={1}
        value={String(value ?? '')}
        aria-describedby={`${id}-help`}
        onText={(text) => {
          const number = Number(text);
          onValue(Number.isInteger(number) && number >= 2 && number <= 100_000 ? number : null);
        }}
      />
      <p class="field-hint" id={`${id}-help`}>
        {texts.help}
      </p>
    </div>
  );
}

interface TakeProps extends PerformancePanelProps {
  readonly overhead:
    | PerformancePanelProps['session']['scenario']['value']['capacity']['overhead']
    | null;
}

/** Makes the fit the overhead set of the scenario, which all tools read. */
function Take({ own, session, overhead }: TakeProps) {
  const texts = own.benchmark;
  const scenario = session.scenario.value;
  if (overhead === null) return null;
  const isTaken = JSON.stringify(scenario.capacity.overhead) === JSON.stringify(overhead);
  return (
    <p>
      {isTaken ? (
        <span role="status">{texts.taken}</span>
      ) : (
        <button
          type="button"
          data-kind="primary"
          onClick={() => {
            const capacity = { ...scenario.capacity, overhead };
            session.scenario.value = { ...scenario, capacity };
          }}
        >
          {texts.take}
        </button>
      )}
    </p>
  );
}

const noContext = { workloadName: String, hostTypeName: String, slots: null };

function Fit(props: PerformancePanelProps & { readonly fit: UslFit }) {
  const { own, fit } = props;
  const texts = own.benchmark;
  const name = own.path[fit.path];
  return fit.kind === 'refused' ? (
    <div class="notice" data-kind="warn" data-testid="refused">
      <h3>{texts.refused(name)}</h3>
      <p>{sentence(own.refusal, fit.reason, noContext)}</p>
    </div>
  ) : (
    <Fitted {...props} fit={fit} />
  );
}

function Fitted({ words, own, fit }: PerformancePanelProps & { readonly fit: FittedUsl }) {
  const texts = own.benchmark;
  const { number, percent } = words.format;
  const name = own.path[fit.path];
  const [Figure, setFigure] = useState<ComponentType<UslFigureProps> | null>(null);
  useEffect(() => {
    void import('./usl-figure.tsx').then((loaded) => setFigure(() => loaded.UslFigure));
  }, []);
  const digits = (value: number) => number(value, Math.abs(value) < 1 ? 5 : 2);
  const interval = (key: 'alpha' | 'beta' | 'gamma') => fit.ci95[key].map(digits).join(' – ');
  return (
    <section class="fit" data-testid="fitted">
      <h3>{texts.fitted(name)}</h3>
      {fit.atBound.length > 0 && (
        <p class="field-hint">{texts.atBound(fit.atBound.map((key) => texts[key]).join(', '))}</p>
      )}
      <SimpleTable
        caption={texts.fitted(name)}
        isCaptionHidden
        head={[texts.coefficient, texts.value, texts.interval]}
        rows={[
          [texts.alpha, digits(fit.alpha), interval('alpha')],
          [texts.beta, digits(fit.beta), interval('beta')],
          [texts.gamma, digits(fit.gamma), interval('gamma')],
          [texts.rSquared, number(fit.rSquared, 6), ''],
          [texts.error, digits(fit.residualError), ''],
          [
            texts.efficiency,
            fit.efficiency === null ? words.format.unknown : percent(fit.efficiency, 1),
            '',
          ],
          [
            texts.peak,
            fit.peakVms === null ? texts.noPeak : texts.peakVms(number(fit.peakVms, 1)),
            '',
          ],
        ]}
        figures={[1, 2]}
      />
      {fit.efficiency === null && <p class="field-hint">{texts.noPhysical}</p>}
      {Figure !== null && <Figure words={words} own={own} fit={fit} />}
    </section>
  );
}
