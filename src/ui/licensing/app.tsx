import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Licensing } from '~/model/licensing/licensing-steps.ts';
import type { LicensingOptions } from '~/model/licensing/options.ts';
import type { Scenario } from '~/model/scenario.ts';
import type { Language } from '~/words/format.ts';
import { type LicensingWords, loadLicensingWords } from '~/words/licensing.ts';
import { AddressProblems } from '../fleet/address-problems.tsx';
import {
  type FleetTool,
  type FleetToolParts,
  plainSession,
  useFleetTool,
} from '../fleet/use-fleet-tool.ts';
import { downloadText } from '../parts/download.ts';
import { Near } from '../parts/near.tsx';
import '../parts/tool.css';
import type { FleetSession } from '../store/fleet-session.ts';
import { createToolAnswer } from '../store/tool-answer.ts';
import { billCsv } from './bill-csv.ts';
import { BillPanel } from './bill-panel.tsx';
import { ChoicesPanel } from './choices-panel.tsx';
import { ComparePanel } from './compare-panel.tsx';
import './licensing.css';
import { Step } from '../parts/step.tsx';
import { OptionsPanel } from './options-panel.tsx';
import { type LicensingCatalogueProps, type Shelf, startNumbers } from './parts.ts';
import { setLicensing } from './set-licensing.ts';
import { SourcePanel } from './source-panel.tsx';

export interface LicensingToolProps {
  readonly language: Language;
  /** Base path of the site, with a slash at its end. */
  readonly base: string;
  readonly catalogue: LicensingCatalogueProps;
}

const parts: FleetToolParts<FleetSession, LicensingWords> = {
  loadOwn: loadLicensingWords,
  createSession: plainSession,
};

/** The licence tool: eight numbers or a fleet in; counts with their reasons, and the cheapest legal bill out. */
export default function LicensingTool(props: LicensingToolProps) {
  const tool = useFleetTool(props.language, parts);
  return tool === null ? null : <Tool {...tool} {...props} />;
}

type ToolProps = FleetTool<FleetSession, LicensingWords> & LicensingToolProps;

function Tool({ words, own, session, planner, problems, base, catalogue }: ToolProps) {
  const shelf = useMemo<Shelf>(() => ({ own, products: catalogue.products }), [own, catalogue]);
  const [wantsFleet, setWantsFleet] = useState(false);
  const [answers, options] = useMemo(() => {
    const terms = catalogue.products.map((product) => product.terms);
    return [
      createToolAnswer<Scenario, Licensing>(planner, (door, scenario, onProgress) =>
        door.license(scenario, terms, onProgress),
      ),
      createToolAnswer<Scenario, LicensingOptions | null>(planner, (door, scenario, onProgress) =>
        door.licensingOptions(scenario, terms, onProgress),
      ),
    ];
  }, [planner, catalogue]);
  const scenario = session.scenario.value;
  const { numbers } = scenario.licensing;
  const loaded = session.loaded.value;
  const mode = numbers === null && (wantsFleet || loaded !== null) ? 'fleet' : 'numbers';
  const asked = useMemo(
    () =>
      mode === 'numbers' && numbers === null
        ? { ...scenario, licensing: { ...scenario.licensing, numbers: startNumbers } }
        : scenario,
    [scenario, mode, numbers],
  );
  useEffect(() => {
    if (mode === 'fleet' && loaded === null) answers.clear();
    else answers.ask(asked);
  }, [answers, asked, mode, loaded]);
  useEffect(() => () => answers.stop(), [answers]);

  const choose = (choice: 'numbers' | 'fleet') => {
    setWantsFleet(choice === 'fleet');
    setLicensing(session, { numbers: choice === 'fleet' ? null : (numbers ?? startNumbers) });
  };
  const answer = answers.answered.value?.answer ?? null;
  const work = answers.work.value;
  const isWhole = work.kind === 'rest' && answers.answered.value?.question === asked;
  return (
    <div class="planner licensing" data-whole={isWhole} data-work={work.kind}>
      <p class="notice" data-kind="warn">
        {own.notQuote}
      </p>
      <AddressProblems words={words} problems={problems} />
      <Step id="source" title={own.tool.source}>
        <SourcePanel
          words={words}
          shelf={shelf}
          session={session}
          base={base}
          mode={mode}
          numbers={numbers ?? startNumbers}
          onMode={choose}
        />
      </Step>
      <Step id="choices" title={own.tool.choices}>
        <ChoicesPanel shelf={shelf} session={session} isFleet={mode === 'fleet'} />
      </Step>
      {work.kind === 'failed' && (
        <p class="notice" data-kind="bad" role="alert">
          {own.tool.failed}
        </p>
      )}
      {answer === null && mode === 'fleet' && <p class="notice">{own.tool.noFleet}</p>}
      {answer?.kind === 'impossible' && (
        <p class="notice" data-kind="bad">
          {own.tool.impossible}
        </p>
      )}
      {answer?.kind === 'licensed' && (
        <>
          <section class="step" id="bill" aria-labelledby="bill-title" aria-live="polite">
            <h2 id="bill-title">{own.tool.lines}</h2>
            <BillPanel shelf={shelf} session={session} answer={answer} />
            <p class="toolbar no-print">
              <button
                type="button"
                onClick={() => downloadText(own.csv.file, 'text/csv', billCsv(shelf, answer))}
              >
                {own.tool.download}
              </button>
              <button type="button" onClick={() => window.print()}>
                {own.tool.print}
              </button>
            </p>
          </section>
          <Step id="hypervisors" title={own.tool.hypervisors}>
            <ComparePanel shelf={shelf} answer={answer} />
          </Step>
          <Step id="options" title={own.tool.options}>
            <OptionsPanel shelf={shelf} scenario={asked} options={options} />
          </Step>
          <Step id="break-even" title={own.tool.breakEven}>
            <p>{own.tool.breakEvenLead}</p>
            <Near load={loadCharts} props={{ words, shelf, breakEvens: answer.breakEvens }} />
          </Step>
        </>
      )}
    </div>
  );
}

const loadCharts = async () => (await import('./break-even-panel.tsx')).BreakEvenPanel;
