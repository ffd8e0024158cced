import { type AvailabilityWords, loadAvailabilityWords } from '~/words/availability.ts';
import type { Language } from '~/words/format.ts';
import { AddressProblems } from '../fleet/address-problems.tsx';
import { FleetPanel } from '../fleet/fleet-panel.tsx';
import { type FleetTool, type FleetToolParts, useFleetTool } from '../fleet/use-fleet-tool.ts';
import '../parts/tool.css';
import { AdmissionPanel } from './admission-panel.tsx';
import './availability.css';
import { Step } from '../parts/step.tsx';
import { ClusterPanel } from './cluster-panel.tsx';
import { createFailureSession, type FailureSession } from './session.ts';
import { SitePanel } from './site-panel.tsx';
import { SurvivalPanel } from './survival-panel.tsx';
import { YearsPanel } from './years-panel.tsx';

export interface AvailabilityToolProps {
  readonly language: Language;
  /** Base path of the site, with a slash at its end. */
  readonly base: string;
  /** Address of the consolidation planner. */
  readonly consolidation: string;
}

const parts: FleetToolParts<FailureSession, AvailabilityWords> = {
  loadOwn: loadAvailabilityWords,
  createSession: createFailureSession,
};

/** Failures and years: what restarts, what is promised, how long machines are down. */
export default function AvailabilityTool(props: AvailabilityToolProps) {
  const tool = useFleetTool(props.language, parts);
  return tool === null ? null : <Tool {...tool} {...props} />;
}

type ToolProps = FleetTool<FailureSession, AvailabilityWords> & AvailabilityToolProps;

function Tool(props: ToolProps) {
  const { language, words, own, session, problems, base, consolidation } = props;
  const panel = { language, words, own, session };
  const isLoaded = session.loaded.value !== null;
  const isWhole = [session.survival, session.admission, session.site].every(
    ({ answered }) => answered.value?.question === session.scenario.value,
  );
  const { steps } = own;
  return (
    <div
      class="planner failures"
      data-loaded={isLoaded}
      data-whole={isLoaded && isWhole}
      data-years={session.years.state.value.kind}
    >
      <AddressProblems words={words} problems={problems} />
      <Step id="fleet" title={steps.fleet}>
        <FleetPanel words={words} session={session} base={base} />
      </Step>
      <Step id="cluster" title={steps.cluster}>
        <ClusterPanel {...panel} consolidation={consolidation} />
      </Step>
      <Step id="survival" title={steps.survival}>
        <SurvivalPanel {...panel} />
      </Step>
      <Step id="admission" title={steps.admission}>
        <AdmissionPanel {...panel} />
      </Step>
      <Step id="years" title={steps.years}>
        <YearsPanel {...panel} />
      </Step>
      <Step id="site" title={steps.site}>
        <SitePanel {...panel} />
      </Step>
    </div>
  );
}
