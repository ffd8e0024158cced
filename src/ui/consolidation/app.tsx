import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { defaultScenario } from '~/scenario/defaults.ts';
import type { Language } from '~/words/format.ts';
import type { Words } from '~/words/words.ts';
import { AddressProblems } from '../fleet/address-problems.tsx';
import { FleetPanel } from '../fleet/fleet-panel.tsx';
import { type FleetTool, type FleetToolParts, useFleetTool } from '../fleet/use-fleet-tool.ts';
import '../parts/tool.css';
import { createSession, type Session } from '../store/session.ts';
import { AnswerPanel } from './answer-panel.tsx';
import './consolidation.css';
import { HostsPanel } from './hosts-panel.tsx';
import { KeepPanel } from './keep-panel.tsx';
import type { ToolCatalogue } from './parts.ts';
import { RulesPanel } from './rules-panel.tsx';

export interface ConsolidationToolProps {
  readonly language: Language;
  /** Base path of the site, with a slash at its end. */
  readonly base: string;
  readonly catalogue: ToolCatalogue;
}

const parts: FleetToolParts<Session, null> = { loadOwn: async () => null, createSession };

/** The consolidation tool: a fleet in, a proven plan out. */
export default function ConsolidationTool(props: ConsolidationToolProps) {
  const { language, base, catalogue } = props;
  const tool = useFleetTool(language, parts);
  if (tool === null) return null;
  return <Tool {...tool} base={base} catalogue={catalogue} />;
}

interface ToolProps extends FleetTool<Session, null> {
  readonly base: string;
  readonly catalogue: ToolCatalogue;
}

function Tool({ words, session, problems, base, catalogue }: ToolProps) {
  const { steps } = words.tool;
  const panel = { words, session, catalogue };
  return (
    <div
      class="planner"
      data-loaded={session.loaded.value !== null}
      data-whole={session.answering.answered.value?.isWhole === true}
      data-work={session.answering.work.value.kind}
    >
      <AddressProblems words={words} problems={problems} />
      <section class="step" id="fleet" aria-labelledby="fleet-title">
        <h2 id="fleet-title">{steps.fleet}</h2>
        <FleetPanel words={words} session={session} base={base} />
      </section>
      <div class="workbench">
        <div class="inputs">
          <section class="step" id="hosts" aria-labelledby="hosts-title">
            <h2 id="hosts-title">{steps.hosts}</h2>
            <HostsPanel {...panel} />
          </section>
          <section class="step" id="rules" aria-labelledby="rules-title">
            <h2 id="rules-title">{steps.settings}</h2>
            <RulesPanel {...panel} start={defaultScenario} />
          </section>
        </div>
        <section class="step outcome" id="answer" aria-labelledby="answer-title">
          <h2 id="answer-title">{steps.answer}</h2>
          <AnswerPanel words={words} session={session} />
        </section>
      </div>
      {session.answering.answered.value?.answer.kind === 'planned' && (
        <section class="step" id="charts" aria-labelledby="charts-title">
          <h2 id="charts-title">{steps.charts}</h2>
          <Charts words={words} session={session} />
        </section>
      )}
      <section class="step" id="keep" aria-labelledby="keep-title">
        <h2 id="keep-title">{steps.keep}</h2>
        <KeepPanel words={words} session={session} />
      </section>
      <Summary words={words} session={session} />
    </div>
  );
}

type ChartsPanel = ComponentType<{ readonly words: Words; readonly session: Session }>;

/** Loads the charts when the reader comes near them: nobody pays for Plot who does not look. */
function Charts({ words, session }: { readonly words: Words; readonly session: Session }) {
  const box = useRef<HTMLDivElement>(null);
  const [Panel, setPanel] = useState<ChartsPanel | null>(null);
  useEffect(() => {
    if (box.current === null) return;
    const load = async () => {
      const { ChartsPanel } = await import('./charts-panel.tsx');
      setPanel(() => ChartsPanel);
    };
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        void load();
      },
      { rootMargin: '400px' },
    );
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return (
    <div class="charts-place" ref={box}>
      {Panel !== null && <Panel words={words} session={session} />}
    </div>
  );
}

/** On a phone the answer is far below the sliders: its figure stays in view while they move. */
function Summary({ words, session }: { readonly words: Words; readonly session: Session }) {
  const answer = session.answering.answered.value?.answer;
  if (answer === undefined) return null;
  const { answer: texts } = words.tool;
  return (
    <button
      type="button"
      class="summary-bar"
      onClick={() => document.getElementById('answer')?.scrollIntoView()}
    >
      {answer.kind === 'planned' ? (
        <>
          <strong>{words.format.count(answer.hosts)}</strong> {texts.hosts}
        </>
      ) : (
        texts.impossible
      )}
    </button>
  );
}
