import { summarize } from '~/model/consolidation/fleet-summary.ts';
import { selectWorkloads } from '~/model/consolidation/selection.ts';
import type { Fleet } from '~/model/fleet/fleet.ts';
import type { Resource } from '~/model/fleet/resources.ts';
import type { ExcludePolicy } from '~/model/scenario.ts';
import { type Context, sentence } from '~/words/sentences.ts';
import type { Words } from '~/words/words.ts';
import { csvText } from '../parts/csv.ts';
import { downloadText } from '../parts/download.ts';
import { SimpleTable } from '../parts/simple-table.tsx';
import type { ImportReport } from '../store/fleet-keeper.ts';

export interface ImportReportProps {
  readonly words: Words;
  readonly fleet: Fleet;
  readonly report: ImportReport | null;
  readonly exclude: ExcludePolicy;
  readonly onExclude: (change: Partial<ExcludePolicy>) => void;
}

/** What was read, what was left out and why: nothing disappears silently. */
export function ImportReportView(props: ImportReportProps) {
  const { words, fleet, report, exclude, onExclude } = props;
  const { fleet: texts } = words.tool;
  const { format } = words;
  const { workloads, hosts, totals, profile } = summarize(fleet, exclude);
  const { left } = selectWorkloads(fleet, exclude);
  const known = (resource: Resource, sum: number | null) =>
    sum === null ? format.unknown : format.amount(resource, sum);
  const facts: readonly (readonly [string, string])[] = [
    [texts.format, report === null ? '–' : words.import.format[report.format]],
    [texts.counted, texts.countedOf(workloads, fleet.count)],
    [texts.hostsToday, hosts === 0 ? texts.noHosts : format.count(hosts)],
    [texts.vcpus, totals.vcpus === null ? format.unknown : format.count(totals.vcpus)],
    [texts.memory, known('memory', totals.memoryGib)],
    [texts.disk, known('disk', totals.diskGib)],
    [texts.cpuUsed, known('cpu', totals.cpuUsedMhz)],
    [
      texts.profile,
      profile === null ? texts.noProfile : texts.profileSlots(profile.slots, profile.slotSeconds),
    ],
    [texts.leftOut, texts.leftOutLine(left)],
  ];
  return (
    <div class="report">
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div class="toolbar">
        <label class="check">
          <input
            type="checkbox"
            checked={exclude.poweredOff}
            onChange={(event) => onExclude({ poweredOff: event.currentTarget.checked })}
          />
          {texts.leaveOff}
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={exclude.templates}
            onChange={(event) => onExclude({ templates: event.currentTarget.checked })}
          />
          {texts.leaveTemplates}
        </label>
      </div>
      {report !== null && <Skipped words={words} report={report} />}
      {report !== null && report.warnings.length > 0 && <Warnings words={words} report={report} />}
    </div>
  );
}

interface PartProps {
  readonly words: Words;
  readonly report: ImportReport;
}

/** How many skipped rows the page lists; the file has all that were listed. */
const mostShown = 100;

function Skipped({ words, report }: PartProps) {
  const { fleet: texts } = words.tool;
  const { count, listed } = report.skipped;
  if (count === 0) return <p class="field-hint">{texts.skippedNone}</p>;
  const rows = listed.map(
    (problem) => [words.import.place(problem), words.import.problemReason(problem)] as const,
  );
  const save = () =>
    downloadText('skipped-rows.csv', 'text/csv', csvText([[texts.place, texts.reason], ...rows]));
  return (
    <details>
      <summary>{texts.skipped(count)}</summary>
      {count > Math.min(mostShown, listed.length) && (
        <p class="field-hint">{texts.skippedMore(Math.min(mostShown, listed.length))}</p>
      )}
      <SimpleTable
        caption={texts.skipped(count)}
        isCaptionHidden
        head={[texts.place, texts.reason]}
        rows={rows.slice(0, mostShown)}
      />
      <button type="button" onClick={save}>
        {texts.skippedDownload}
      </button>
    </details>
  );
}

/** A warning speaks of the file, not of a plan: it needs no names and no axis. */
const noContext: Context = {
  workloadName: String,
  hostTypeName: (id) => id,
  slots: null,
};

function Warnings({ words, report }: PartProps) {
  const { fleet: texts } = words.tool;
  return (
    <details>
      <summary>{texts.warnings(report.warnings.length)}</summary>
      <ul>
        {report.warnings.map((warning) => {
          const text = sentence(words.import.warning, warning, noContext);
          return (
            <li key={text}>
              {text}
              {warning.kind === 'value-dropped' && warning.listed.length > 0 && (
                <ul>
                  {warning.listed.slice(0, 10).map((problem) => {
                    const line = words.import.problem(problem);
                    return <li key={line}>{line}</li>;
                  })}
                </ul>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
