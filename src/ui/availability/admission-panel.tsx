import type { AdmissionComparison, AdmissionRow } from '~/model/admission/answer.ts';
import type { AdmissionPolicy } from '~/model/admission/policy.ts';
import { defaultScenario } from '~/scenario/defaults.ts';
import { SimpleTable } from '../parts/simple-table.tsx';
import { NumberField } from './number-field.tsx';
import { change, type PanelProps } from './panel.ts';
import { How, Impossible, Working } from './working.tsx';

/** The rules of admission on the same hosts, and what each promise is worth. */
export function AdmissionPanel(props: PanelProps) {
  const { own, session } = props;
  const answer = session.admission.answered.value?.answer;
  return (
    <>
      <Fields {...props} />
      <Working own={own} work={session.admission.work} />
      {answer?.kind === 'impossible' && <Impossible {...props} answer={answer} />}
      {answer?.kind === 'compared' && <Compared {...props} answer={answer} />}
    </>
  );
}

function Fields({ words, own, session }: PanelProps) {
  const { admission } = session.scenario.value.availability;
  const start = defaultScenario.availability.admission;
  const set = (part: Partial<AdmissionPolicy>) =>
    change(session, {
      admission: { ...session.scenario.peek().availability.admission, ...part },
    });
  const common = { words, own };
  return (
    <div class="settings-grid">
      <NumberField
        {...common}
        text={own.fields.rounds}
        value={admission.rounds}
        start={start.rounds}
        least={1}
        most={8}
        onValue={(rounds) => set({ rounds: Math.round(rounds) })}
      />
      <NumberField
        {...common}
        text={own.fields.cpuReservation}
        value={admission.cpuReservationRatio}
        start={start.cpuReservationRatio}
        scale={0.01}
        least={0}
        most={100}
        onValue={(cpuReservationRatio) => set({ cpuReservationRatio })}
      />
      <NumberField
        {...common}
        text={own.fields.memoryReservation}
        value={admission.memoryReservationRatio}
        start={start.memoryReservationRatio}
        scale={0.01}
        least={0}
        most={100}
        onValue={(memoryReservationRatio) => set({ memoryReservationRatio })}
      />
      <NumberField
        {...common}
        text={own.fields.reserved}
        value={admission.reservedRatio}
        start={start.reservedRatio}
        scale={0.01}
        least={0}
        most={90}
        whenKnown={25}
        onValue={(reservedRatio) => set({ reservedRatio })}
        onUnknown={() => set({ reservedRatio: null })}
      />
      <NumberField
        {...common}
        text={own.fields.slotCpu}
        value={admission.slotCpuMhz}
        start={start.slotCpuMhz}
        least={1}
        most={1e6}
        sliderMost={20_000}
        step={100}
        whenKnown={4000}
        onValue={(slotCpuMhz) => set({ slotCpuMhz })}
        onUnknown={() => set({ slotCpuMhz: null })}
      />
      <NumberField
        {...common}
        text={own.fields.slotMemory}
        value={admission.slotMemoryGib}
        start={start.slotMemoryGib}
        least={0.1}
        most={10_000}
        sliderMost={256}
        whenKnown={16}
        onValue={(slotMemoryGib) => set({ slotMemoryGib })}
        onUnknown={() => set({ slotMemoryGib: null })}
      />
    </div>
  );
}

function Compared({ words, own, answer }: PanelProps & { readonly answer: AdmissionComparison }) {
  const { admission: texts } = own;
  const { format } = words;
  const slots = answer.rows.find((row) => row.slots !== null)?.slots;
  const percentage = answer.rows.find((row) => row.percentage !== null)?.percentage;
  const ended = answer.rows.find((row) => row.endedAfterRefusals !== null);
  return (
    <>
      <p>{texts.about(answer.hostTypeIndex.length, answer.asked, answer.failures)}</p>
      <div data-answer="admission">
        <SimpleTable
          caption={texts.table}
          head={texts.head}
          rows={answer.rows.map((row) => [
            texts.policies[row.policy],
            <Bar key="bar" share={row.admitted / answer.asked} text={format.count(row.admitted)} />,
            texts.promises(row.promised),
            <Kept key="startable" row={row.startable} text={texts.restarted} />,
            <Kept key="served" row={row.served} text={texts.restarted} />,
            format.count(row.overfullHosts),
          ])}
          figures={[5]}
        />
      </div>
      {slots && (
        <p class="field-hint">
          {texts.slots(
            format.amount('cpu', slots.slot.cpuMhz),
            format.amount('memory', slots.slot.memoryGib),
            slots.total,
            slots.used,
          )}
        </p>
      )}
      {percentage && (
        <p class="field-hint">
          {texts.percentage(percentage.cpuRatio, percentage.memoryRatio, percentage.reservedRatio)}
        </p>
      )}
      {ended?.endedAfterRefusals != null && (
        <p class="field-hint">{texts.ended(ended.endedAfterRefusals)}</p>
      )}
      <How own={own} steps={texts.steps} />
    </>
  );
}

/** A figure with its share of all as a bar behind it. */
function Bar({ share, text }: { readonly share: number; readonly text: string }) {
  return (
    <span class="bar-figure">
      <span class="bar-share" aria-hidden="true" style={{ width: `${100 * share}%` }} />
      <span>{text}</span>
    </span>
  );
}

interface KeptProps {
  readonly row: AdmissionRow['served'];
  readonly text: (restarted: number, lost: number) => string;
}

const Kept = ({ row, text }: KeptProps) => (
  <span class="kept" data-kept={row.restarted === row.lost}>
    <span aria-hidden="true">{row.restarted === row.lost ? '✓' : '✗'} </span>
    {text(row.restarted, row.lost)}
  </span>
);
