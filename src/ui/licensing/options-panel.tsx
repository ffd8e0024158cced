import { useEffect } from 'preact/hooks';
import type { ClusterAnswer } from '~/model/licensing/clusters.ts';
import type { HostTypeComparison } from '~/model/licensing/host-types.ts';
import type { Currency } from '~/model/licensing/money.ts';
import type { LicensingOptions } from '~/model/licensing/options.ts';
import type { Scenario } from '~/model/scenario.ts';
import { SimpleTable } from '../parts/simple-table.tsx';
import type { ToolAnswer } from '../store/tool-answer.ts';
import type { Shelf } from './parts.ts';

export interface OptionsPanelProps {
  readonly shelf: Shelf;
  readonly scenario: Scenario;
  readonly options: ToolAnswer<Scenario, LicensingOptions | null>;
}

/** Other clusters and other hosts, each planned and billed: many plans, so only when asked for. */
export function OptionsPanel({ shelf, scenario, options }: OptionsPanelProps) {
  const { own } = shelf;
  const work = options.work.value;
  const answered = options.answered.value;
  // An answer to other settings would mislead.
  useEffect(() => options.clear(), [scenario, options]);
  return (
    <div class="licence-options">
      <p>{own.tool.optionsLead}</p>
      <button
        type="button"
        class="no-print"
        disabled={work.kind === 'asking'}
        onClick={() => options.ask(scenario)}
      >
        {own.tool.optionsAsk}
      </button>
      {work.kind === 'asking' && (
        <progress aria-label={own.tool.busy} max={1} value={work.progress?.doneRatio ?? 0} />
      )}
      {work.kind === 'failed' && (
        <p class="notice" data-kind="bad" role="alert">
          {own.tool.failed}
        </p>
      )}
      {answered !== null && answered.answer !== null && (
        <div data-options="whole">
          <Clusters shelf={shelf} answer={answered.answer} scenario={scenario} />
          <HostTypes shelf={shelf} comparison={answered.answer.hostTypes} scenario={scenario} />
        </div>
      )}
    </div>
  );
}

interface ClustersProps {
  readonly shelf: Shelf;
  readonly answer: LicensingOptions;
  readonly scenario: Scenario;
}

/** So many of the divisions are shown: the best, and all together. */
const shownDivisions = 8;

function Clusters({ shelf, answer, scenario }: ClustersProps) {
  const { own } = shelf;
  const { tool: texts } = own;
  const { clusters, kinds } = answer;
  if (clusters === null) return <p>{texts.clustersOne}</p>;
  const kindName = (kind: number) => own.kind(kinds[kind]?.runs ?? [], kinds[kind]?.machines ?? 0);
  const currency = clusters.together.licences?.currency ?? scenario.licensing.currency;
  const shown = clusters.divisions.slice(0, shownDivisions);
  const withWhole = shown.some((division) => division.clusters.length === 1)
    ? shown
    : [...shown, clusters.together];
  const rows = withWhole.map((division) => [
    <ul class="licence-division" key="division">
      {division.clusters.map((own, index) => (
        <li key={own.join()}>
          {own.map(kindName).join(' / ')}: {division.hostsByCluster[index]}
        </li>
      ))}
    </ul>,
    own.format.count(division.hosts),
    division.licences === null ? '—' : own.money(division.licences),
    division.hardware === null ? '—' : own.money({ minor: division.hardware, currency }),
    division.worthBelow === null ? '' : own.money({ minor: division.worthBelow, currency }),
  ]);
  const { clusterColumns: head } = texts;
  return (
    <>
      <h3>{texts.clusters}</h3>
      <p>
        <strong>{verdict(shelf, clusters, currency)}</strong>
      </p>
      {clusters.together.hardware === null && <p class="field-hint">{texts.clustersUnpriced}</p>}
      <SimpleTable
        caption={texts.clusters}
        isCaptionHidden
        head={[head.division, head.hosts, head.licences, head.hardware, head.worth]}
        rows={rows}
        figures={[1, 2, 3, 4]}
      />
    </>
  );
}

function verdict({ own }: Shelf, { best, together }: ClusterAnswer, currency: Currency): string {
  if (best.clusters.length <= 1) return own.tool.clustersTogether;
  const sum = ({ licences, hardware }: typeof best) => (licences?.minor ?? 0) + (hardware ?? 0);
  return own.tool.clustersApart(own.money({ minor: sum(together) - sum(best), currency }));
}

interface HostTypesProps {
  readonly shelf: Shelf;
  readonly comparison: HostTypeComparison | null;
  readonly scenario: Scenario;
}

function HostTypes({ shelf, comparison, scenario }: HostTypesProps) {
  const { own } = shelf;
  const { tool: texts } = own;
  const { hostTypeColumns: head } = texts;
  if (comparison === null) {
    return scenario.licensing.numbers === null ? <p>{texts.hostTypesOne}</p> : null;
  }
  const { currency } = comparison;
  const typeName = (id: string) => scenario.hostTypes.find((type) => type.id === id)?.name ?? id;
  const rows = comparison.rows.map((row, index) => [
    <span key="type" data-best={index === comparison.best}>
      {row.type === null
        ? `${texts.mix}: ${row.hostsByType.map(({ id, hosts }) => `${typeName(id)} × ${hosts}`).join(' + ')}`
        : typeName(row.type)}
    </span>,
    own.format.count(row.hosts),
    row.licences === null ? '—' : own.money(row.licences),
    row.hardware === null ? '—' : own.money({ minor: row.hardware, currency }),
    row.sum === null ? '—' : own.money({ minor: row.sum, currency }),
  ]);
  return (
    <>
      <h3>{texts.hostTypes}</h3>
      <SimpleTable
        caption={texts.hostTypes}
        isCaptionHidden
        head={[head.type, head.count, head.licences, head.hardware, head.sum]}
        rows={rows}
        figures={[1, 2, 3, 4]}
      />
      {comparison.lowerBound !== null && (
        <p>{texts.bound(own.money({ minor: comparison.lowerBound, currency }))}</p>
      )}
    </>
  );
}
