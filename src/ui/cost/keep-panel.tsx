import { publicCost } from '~/model/cost/public-answer.ts';
import { downloadText } from '../parts/download.ts';
import { costCsv } from './cost-csv.ts';
import type { PanelProps } from './parts.ts';

/** What the reader takes along: the table, the document, a page of paper. */
export function KeepPanel({ own, catalogue, session, outcome }: PanelProps) {
  const texts = own.tool.keep;
  const isEmpty = outcome === null;
  const saveCsv = () => {
    if (outcome !== null)
      downloadText('cost.csv', 'text/csv', costCsv(own, catalogue, outcome.cost));
  };
  const saveJson = () => {
    if (outcome === null) return;
    const fleet = session.loaded.value?.fleet ?? null;
    downloadText('cost.json', 'application/json', JSON.stringify(publicCost(outcome, fleet)));
  };
  return (
    <ul class="keep">
      <li>
        <button type="button" disabled={isEmpty} onClick={saveCsv}>
          {texts.csv}
        </button>
        <p class="field-hint">{texts.csvHelp}</p>
      </li>
      <li>
        <button type="button" disabled={isEmpty} onClick={saveJson}>
          {texts.json}
        </button>
        <p class="field-hint">{texts.jsonHelp}</p>
      </li>
      <li>
        <button type="button" disabled={isEmpty} onClick={() => window.print()}>
          {texts.print}
        </button>
        <p class="field-hint">{texts.printHelp}</p>
      </li>
    </ul>
  );
}
