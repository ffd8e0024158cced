import type { RecoveryPolicy } from '~/model/recovery/policy.ts';
import type { SiteOutcome } from '~/model/recovery/quorum.ts';
import type { SiteLoss } from '~/model/recovery/site-loss.ts';
import { defaultScenario } from '~/scenario/defaults.ts';
import { ChoiceField } from '../parts/choice-field.tsx';
import { SimpleTable } from '../parts/simple-table.tsx';
import { NumberField, type NumberFieldProps } from './number-field.tsx';
import { change, type PanelProps } from './panel.ts';
import { How, Impossible, Working } from './working.tsx';

const start = defaultScenario.availability.recovery;
const minute = 60;

/** The whole site is lost, or the line to the other. */
export function SitePanel(props: PanelProps) {
  const { own, session } = props;
  const answer = session.site.answered.value?.answer;
  return (
    <>
      <p>{own.site.about}</p>
      <SiteFields {...props} />
      <Working own={own} work={session.site.work} />
      {answer?.kind === 'impossible' && <Impossible {...props} answer={answer} />}
      {answer?.kind === 'estimated' && <Estimated {...props} answer={answer} />}
    </>
  );
}

type Field = Omit<NumberFieldProps, 'words' | 'own'>;

function SiteFields({ words, own, session }: PanelProps) {
  const { recovery } = session.scenario.value.availability;
  const set = (part: Partial<RecoveryPolicy>) =>
    change(session, { recovery: { ...session.scenario.peek().availability.recovery, ...part } });
  const setStretched = (part: Partial<RecoveryPolicy['stretched']>) =>
    set({ stretched: { ...session.scenario.peek().availability.recovery.stretched, ...part } });
  const minutes = (
    key: 'intervalSeconds' | 'decisionSeconds' | 'promotionSeconds' | 'rpoSeconds' | 'rtoSeconds',
    text: Field['text'],
    sliderMost: number,
  ): Field => ({
    text,
    value: recovery[key],
    start: start[key],
    scale: minute,
    least: 0,
    most: 525_600,
    sliderMost,
    onValue: (seconds) => set({ [key]: seconds }),
  });
  const replicationFields: Field[] = [
    minutes('intervalSeconds', own.fields.interval, 120),
    {
      text: own.fields.change,
      value: recovery.changePerDayRatio,
      start: start.changePerDayRatio,
      scale: 0.01,
      least: 0,
      most: 1000,
      sliderMost: 50,
      step: 0.5,
      onValue: (changePerDayRatio) => set({ changePerDayRatio }),
    },
    {
      text: own.fields.peak,
      value: recovery.peakFactor,
      start: start.peakFactor,
      least: 1,
      most: 1000,
      sliderMost: 10,
      step: 0.1,
      onValue: (peakFactor) => set({ peakFactor }),
    },
    {
      text: own.fields.line,
      value: recovery.lineMegabits,
      start: start.lineMegabits,
      least: 1,
      most: 1e8,
      sliderMost: 10_000,
      step: 10,
      whenKnown: 1000,
      onValue: (lineMegabits) => set({ lineMegabits }),
      onUnknown: () => set({ lineMegabits: null }),
    },
    {
      text: own.fields.distance,
      value: recovery.distanceKm,
      start: start.distanceKm,
      least: 0,
      most: 40_000,
      sliderMost: 1000,
      onValue: (distanceKm) => set({ distanceKm }),
    },
    minutes('rpoSeconds', own.fields.rpo, 1440),
  ];
  const recoveryFields: Field[] = [
    {
      text: own.fields.siteHosts,
      value: recovery.hosts,
      start: start.hosts,
      least: 0,
      most: 100_000,
      sliderMost: 32,
      onValue: (hosts) => set({ hosts: Math.round(hosts) }),
    },
    minutes('decisionSeconds', own.fields.decision, 480),
    minutes('promotionSeconds', own.fields.promotion, 240),
    minutes('rtoSeconds', own.fields.rto, 2880),
  ];
  const votes = (key: 'hostsHere' | 'hostsThere'): Field => ({
    text: own.fields[key],
    value: recovery.stretched[key],
    start: start.stretched[key],
    least: 1,
    most: 1000,
    sliderMost: 32,
    onValue: (hosts) => setStretched({ [key]: Math.round(hosts) }),
  });
  const draw = (fields: readonly Field[]) =>
    fields.map((field) => (
      <NumberField key={field.text.label} words={words} own={own} {...field} />
    ));
  return (
    <>
      <details class="field-group" open>
        <summary>{own.groups.replication}</summary>
        <div class="settings-grid">
          <ChoiceField<RecoveryPolicy['mode']>
            label={own.choices.mode}
            value={recovery.mode}
            options={(['asynchronous', 'synchronous'] as const).map((value) => ({
              value,
              label: own.choices.modes[value],
            }))}
            onValue={(mode) => set({ mode })}
          />
          {draw(replicationFields)}
        </div>
      </details>
      <details class="field-group" open>
        <summary>{own.groups.recovery}</summary>
        <div class="settings-grid">{draw(recoveryFields)}</div>
      </details>
      <details class="field-group">
        <summary>{own.groups.stretched}</summary>
        <div class="settings-grid">
          {draw([votes('hostsHere'), votes('hostsThere')])}
          <ChoiceField<'yes' | 'no'>
            label={own.choices.witness}
            value={recovery.stretched.hasWitness ? 'yes' : 'no'}
            options={(['yes', 'no'] as const).map((value) => ({
              value,
              label: own.choices.witnesses[value],
            }))}
            onValue={(value) => setStretched({ hasWitness: value === 'yes' })}
          />
          <ChoiceField<'majority' | 'none'>
            label={own.choices.quorum}
            value={recovery.stretched.quorum}
            options={(['majority', 'none'] as const).map((value) => ({
              value,
              label: own.choices.quorums[value],
            }))}
            onValue={(quorum) => setStretched({ quorum })}
          />
        </div>
      </details>
    </>
  );
}

type EstimatedProps = PanelProps & { readonly answer: SiteLoss };

function Estimated(props: EstimatedProps) {
  const { words, own, answer } = props;
  const { site: texts } = own;
  const { replication, recovery } = answer;
  return (
    <>
      <dl class="pair-figures" data-answer="site">
        <div>
          <dt>{texts.rpo}</dt>
          <dd>
            {replication.lossSeconds === null ? own.unknown : own.duration(replication.lossSeconds)}
          </dd>
          <dd>
            <Met own={own} isMet={replication.meetsRpo} />
          </dd>
        </div>
        <div>
          <dt>{texts.rto}</dt>
          <dd>{recovery === null ? '–' : own.duration(recovery.seconds)}</dd>
          <dd>
            <Met own={own} isMet={recovery?.meetsRto ?? null} />
          </dd>
        </div>
      </dl>
      <ul>
        <li>{texts.verdict[replication.verdict]}</li>
        <li>{texts.neededLine(words.format.withUnit(replication.neededMegabits, 'Mb/s', 1))}</li>
        {replication.firstCopySeconds !== null && (
          <li>{texts.firstCopy(own.duration(replication.firstCopySeconds))}</li>
        )}
        {replication.addedMilliseconds > 0 && (
          <li>{texts.latency(words.format.withUnit(replication.addedMilliseconds, 'ms', 2))}</li>
        )}
        {answer.diskUnknown > 0 && <li>{texts.diskUnknown(answer.diskUnknown)}</li>}
        <li>
          {answer.hosts === 0 ? texts.noHosts : texts.restarted(answer.restarted, answer.workloads)}
        </li>
        <li>{texts.needed(answer.hostsNeeded)}</li>
      </ul>
      {recovery !== null && (
        <SimpleTable
          caption={texts.recovery}
          head={texts.recoveryHead}
          rows={recovery.steps.map(({ step, seconds }) => [
            texts.recoveryStep[step],
            own.duration(seconds),
          ])}
          figures={[1]}
        />
      )}
      <SimpleTable
        caption={texts.stretched}
        head={texts.stretchedHead}
        rows={answer.stretched.map((outcome) => [
          texts.failure[outcome.failure],
          texts.of(outcome.votesHere, outcome.votes),
          texts.of(outcome.votesThere, outcome.votes),
          side(own, outcome.runsHere, outcome.failure === 'here'),
          side(own, outcome.runsThere, outcome.failure === 'there'),
          <span
            key="outcome"
            class="kept"
            data-kept={outcome.runsHere !== outcome.runsThere || isJoined(outcome)}
          >
            {outcomeText(own, answer, outcome)}
          </span>,
        ])}
      />
      <How own={own} steps={texts.steps} />
    </>
  );
}

const side = ({ site }: PanelProps['own'], runs: boolean, isGone: boolean) =>
  isGone ? site.gone : runs ? site.runs : site.stops;

const isJoined = ({ failure, runsHere }: SiteOutcome) => failure === 'witness' && runsHere;

function outcomeText({ site }: PanelProps['own'], answer: SiteLoss, outcome: SiteOutcome): string {
  const { runsHere, runsThere, isSplit } = outcome;
  if (isSplit) return site.split;
  if (!runsHere && !runsThere) return site.stopsAll;
  if (runsHere && runsThere) return site.goesOn;
  const holds = runsHere ? answer.holdsHere : answer.holdsThere;
  return holds === true ? site.goesOn : site.tight;
}

function Met({ own, isMet }: Pick<PanelProps, 'own'> & { readonly isMet: boolean | null }) {
  if (isMet === null) return null;
  return (
    <span class="kept" data-kept={isMet}>
      {isMet ? own.site.met : own.site.missed}
    </span>
  );
}
