import type { FailoverOutcome, HostLoad } from '~/model/failover/answer.ts';
import type { Incident } from '~/model/failover/failover-policy.ts';
import { publicFailover } from '~/model/failover/public-answer.ts';
import { className } from '~/words/class-name.ts';
import { downloadText } from '../parts/download.ts';
import { SimpleTable } from '../parts/simple-table.tsx';
import { headline } from './headline.ts';
import { type FailoverPanelProps, namesOf } from './parts.ts';

/** Rows that a table shows; what is more is counted. */
const mostRows = 60;

/** What is down, for how long, what does not restart and why; capacity and response time after. */
export function AnswerPanel({ own, session, answering }: FailoverPanelProps) {
  const answered = answering.answered.value;
  const work = answering.work.value;
  if (work.kind === 'failed') {
    return (
      <p class="notice" data-kind="bad" role="alert">
        {own.answer.failed(work.message)}
      </p>
    );
  }
  if (answered === null) return <p class="answer-waiting">{own.answer.asking}</p>;
  const { answer } = answered;
  if (answer.kind !== 'simulated') {
    return (
      <p class="notice" data-kind="bad" role="status">
        {own.impossible(answer)}
      </p>
    );
  }
  const { failover } = session.scenario.value;
  return (
    <div class="answer failover-answer">
      <p class="failover-headline" role="status" data-bad={answer.notRestarted > 0}>
        {headline(answer, own)}
      </p>
      {answer.ranTwice > 0 && (
        <p class="notice" data-kind="bad">
          {own.answer.twice(answer.ranTwice)}
        </p>
      )}
      {answer.guestsAllSeconds !== null && (
        <p>{own.answer.guests(own.duration(answer.guestsAllSeconds))}</p>
      )}
      {answer.vms.length > 0 && <p>{own.answer.unaffected(answer.unaffected)}</p>}
      {answer.notes.map((note) => (
        <p key={note.kind} class="notice" data-kind="warn">
          {own.note(note)}
        </p>
      ))}
      <Machines own={own} outcome={answer} />
      <Classes own={own} outcome={answer} />
      <Timeline own={own} outcome={answer} incidents={failover.incidents} />
      <Hosts own={own} outcome={answer} />
      <button
        type="button"
        onClick={() => {
          const { failover } = answered.question.scenario;
          const text = JSON.stringify(publicFailover(answer, failover));
          downloadText('failover.json', 'application/json', text);
        }}
      >
        {own.answer.download}
      </button>
      <details>
        <summary>{own.page.howTo}</summary>
        <h4>{own.answer.steps}</h4>
        <p>{own.answer.formula}</p>
        <p>{own.answer.least(own.duration(answer.leastSeconds))}</p>
        <p>{own.answer.response}</p>
      </details>
    </div>
  );
}

interface PartProps {
  readonly own: FailoverPanelProps['own'];
  readonly outcome: FailoverOutcome;
}

function Machines({ own, outcome }: PartProps) {
  const { answer } = own;
  const { vms, cluster, classes } = outcome;
  if (vms.length === 0) return null;
  const worst = vms.toSorted((a, b) => b.downSeconds - a.downSeconds).slice(0, mostRows);
  return (
    <section class="answer-part">
      <h3>{answer.machines}</h3>
      <SimpleTable
        caption={answer.machines}
        isCaptionHidden
        head={[answer.vm, answer.vmClass, answer.down, answer.ending, answer.host, answer.reason]}
        figures={[2]}
        rows={worst.map(({ vm, downSeconds, ending, host, reason }) => [
          cluster.vmNames[vm],
          className(own.classes.known, classes[cluster.classOf[vm] ?? 0]?.id ?? ''),
          own.duration(downSeconds),
          answer.endings[ending],
          ending === 'down' ? '–' : cluster.hostNames[host],
          reason === null ? '–' : own.reason(reason),
        ])}
      />
      {vms.length > mostRows && <p class="field-hint">{answer.more(vms.length - mostRows)}</p>}
    </section>
  );
}

function Classes({ own, outcome }: PartProps) {
  const { answer, format } = own;
  const known = (seconds: number | null) => (seconds === null ? '–' : own.duration(seconds));
  return (
    <details>
      <summary>{answer.classes}</summary>
      <SimpleTable
        caption={answer.classes}
        isCaptionHidden
        head={[
          answer.vmClass,
          answer.classCount,
          answer.affected,
          answer.notRestarted,
          answer.p50,
          answer.p95,
          answer.worst,
          answer.rto,
          answer.missed,
        ]}
        figures={[1, 2, 3, 4, 5, 6, 7, 8]}
        rows={outcome.classes.map((vmClass) => [
          className(own.classes.known, vmClass.id),
          format.count(vmClass.vms),
          format.count(vmClass.affected),
          format.count(vmClass.notRestarted),
          known(vmClass.p50Seconds),
          known(vmClass.p95Seconds),
          known(vmClass.worstSeconds),
          vmClass.rtoSeconds === null ? answer.noRto : own.duration(vmClass.rtoSeconds),
          vmClass.missedRatio === null ? '–' : format.percent(vmClass.missedRatio, 1),
        ])}
      />
    </details>
  );
}

interface TimelineProps extends PartProps {
  readonly incidents: readonly Incident[];
}

function Timeline({ own, outcome, incidents }: TimelineProps) {
  const { answer } = own;
  const name = namesOf(outcome);
  const subject = (entry: FailoverOutcome['timeline'][number]) => {
    const incident = entry.incident === null ? undefined : incidents[entry.incident];
    if (incident !== undefined) return own.incident(incident, name);
    return entry.vm === null ? name('host', entry.host ?? 0) : name('vm', entry.vm);
  };
  const shown = outcome.timeline.slice(0, mostRows * 2);
  return (
    <details>
      <summary>{answer.timeline}</summary>
      <SimpleTable
        caption={answer.timeline}
        isCaptionHidden
        head={[answer.time, answer.event]}
        rows={shown.map((entry) => [
          own.duration(entry.atSeconds),
          own.logLine(entry, subject(entry)),
        ])}
      />
    </details>
  );
}

function Hosts({ own, outcome }: PartProps) {
  const { answer, format } = own;
  const fullest = ({ fullest: found }: HostLoad) =>
    found === null ? '–' : `${own.resource[found.resource]} ${format.percent(found.ratio)}`;
  const slow = ({ stretch, cpuRatio }: HostLoad) =>
    stretch !== null ? answer.times(stretch) : cpuRatio >= 1 ? answer.overloaded : '–';
  const rows = outcome.hosts
    .slice(0, mostRows)
    .map((host, index) => [
      outcome.cluster.hostNames[index],
      `${format.count(host.vmsBefore)} → ${host.isAlive ? format.count(host.vmsAfter) : answer.isDown}`,
      fullest(host.before),
      host.isAlive ? fullest(host.after) : answer.isDown,
      `${slow(host.before)} → ${host.isAlive ? slow(host.after) : answer.isDown}`,
    ]);
  return (
    <details>
      <summary>{answer.hosts}</summary>
      <p class="field-hint">{answer.hostsAbout}</p>
      <SimpleTable
        caption={answer.hosts}
        isCaptionHidden
        head={[
          answer.host,
          answer.vmsBeforeAfter,
          answer.fullestBefore,
          answer.fullestAfter,
          answer.stretch,
        ]}
        rows={rows}
      />
      {outcome.hosts.length > mostRows && (
        <p class="field-hint">{answer.more(outcome.hosts.length - mostRows)}</p>
      )}
    </details>
  );
}
