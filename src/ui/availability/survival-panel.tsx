import type { SurvivalMap } from '~/model/survival/answer.ts';
import { publicSurvival } from '~/model/survival/public-answer.ts';
import { defaultScenario } from '~/scenario/defaults.ts';
import { downloadText } from '../parts/download.ts';
import { Near } from '../parts/near.tsx';
import { SimpleTable } from '../parts/simple-table.tsx';
import { CleanClusterView } from './clean-cluster.tsx';
import { NumberField } from './number-field.tsx';
import { change, type PanelProps } from './panel.ts';
import { How, Impossible, Working } from './working.tsx';

/** Machines that the table lists; the file has all. */
const mostListed = 30;

/** Every host, every set of hosts, every rack, in every hour. */
export function SurvivalPanel(props: PanelProps) {
  const { words, own, session } = props;
  const { availability } = session.scenario.value;
  const start = defaultScenario.availability;
  const answer = session.survival.answered.value?.answer;
  return (
    <>
      <div class="settings-grid">
        <NumberField
          words={words}
          own={own}
          text={own.fields.failures}
          value={availability.failures}
          start={start.failures}
          least={1}
          most={4}
          onValue={(failures) => change(session, { failures: Math.round(failures) })}
        />
        <NumberField
          words={words}
          own={own}
          text={own.fields.racks}
          value={availability.racks}
          start={start.racks}
          least={2}
          most={100}
          sliderMost={12}
          whenKnown={2}
          onValue={(racks) => change(session, { racks: Math.round(racks) })}
          onUnknown={() => change(session, { racks: null })}
        />
      </div>
      <Working own={own} work={session.survival.work} />
      {answer === undefined && <p>{own.noFleet}</p>}
      {answer?.kind === 'impossible' && <Impossible {...props} answer={answer} />}
      {answer?.kind === 'checked' && <Checked {...props} answer={answer} />}
    </>
  );
}

const loadMaps = async () => (await import('./loss-maps.tsx')).LossMaps;

function Checked(props: PanelProps & { readonly answer: SurvivalMap }) {
  const { words, own, session, answer } = props;
  const { survival: texts } = own;
  const fleet = session.loaded.value?.fleet;
  if (fleet === undefined) return null;
  const save = () =>
    downloadText('survive.json', 'application/json', JSON.stringify(publicSurvival(fleet, answer)));
  return (
    <>
      <p class="headline" data-answer="tolerates" data-value={answer.tolerates}>
        <strong>{words.format.count(answer.tolerates)}</strong> {texts.figure}
      </p>
      <p>{texts.tolerates(answer.tolerates, answer.failures)}</p>
      <LevelTable {...props} />
      <Near load={loadMaps} props={props} />
      {answer.unrestartable.length === 0 ? (
        <p>{texts.nobody}</p>
      ) : (
        <SimpleTable
          caption={texts.unrestartable}
          head={texts.unrestartableHead}
          rows={answer.unrestartable
            .toSorted((a, b) => b.cases - a.cases)
            .slice(0, mostListed)
            .map(({ row, cases }) => [fleet.names[row] ?? '', words.format.count(cases)])}
          figures={[1]}
        />
      )}
      {answer.unrestartable.length > mostListed && (
        <p class="field-hint">{own.moreNames(answer.unrestartable.length - mostListed)}</p>
      )}
      <div class="toolbar">
        <button type="button" onClick={save}>
          {texts.download}
        </button>
      </div>
      <CleanClusterView {...props} />
      <How own={own} steps={texts.steps} />
    </>
  );
}

function LevelTable({ words, own, answer }: PanelProps & { readonly answer: SurvivalMap }) {
  const { survival: texts } = own;
  const { format } = words;
  const rows = answer.levels.map((level) => ({
    name: format.count(level.failures),
    tried: level.isSample
      ? texts.sampled(level.checkedCount, level.lossCount)
      : format.count(level.checkedCount),
    failed: format.count(level.failedCount),
    worst: level.worst,
  }));
  if (answer.racks !== null) {
    const { rackCount, byRack, worst } = answer.racks;
    let failed = 0;
    for (let rack = 0; rack < rackCount; rack++) {
      const hours = byRack.subarray(
        rack * answer.slots.slotCount,
        (rack + 1) * answer.slots.slotCount,
      );
      if (hours.some((count) => count > 0)) failed++;
    }
    rows.push({
      name: texts.rack,
      tried: format.count(rackCount),
      failed: format.count(failed),
      worst,
    });
  }
  return (
    <SimpleTable
      caption={texts.levels}
      head={texts.levelsHead}
      rows={rows.map(({ name, tried, failed, worst }) => [
        name,
        tried,
        failed,
        shortNames(worst.hosts.map((host) => answer.hostNames[host] ?? '')),
        worst.slot === null ? '–' : format.slot(worst.slot, answer.slots),
        format.count(worst.lost),
        format.count(worst.unplaced.length),
        format.count(worst.atLeast),
      ])}
      figures={[1, 2, 5, 6, 7]}
    />
  );
}

/** A rack may hold many hosts: the first few stand for it. */
const shortNames = (names: readonly string[]) =>
  names.length <= 4 ? names.join(', ') : `${names.slice(0, 3).join(', ')} … (${names.length})`;
