import type { AvailabilityEstimate, MeasureEstimate } from '~/model/availability/answer.ts';
import { SimpleTable } from '../parts/simple-table.tsx';
import type { PanelProps } from './panel.ts';

type Props = PanelProps & { readonly answer: AvailabilityEstimate };

/** What each measure saves under the same failures, and what that is worth. */
export function MeasureTable({ words, own, answer }: Props) {
  const { years: texts } = own;
  const money = (value: number | null) =>
    value === null ? own.unknown : words.format.number(value, 0);
  const cells = ({ option, refused, savedHours, savedCostPerYear, netPerYear }: MeasureEstimate) =>
    option === null || savedHours === null
      ? [refused === null ? '–' : texts.refused[refused], '–', '–', '–', '–']
      : [
          own.hours(option.downHours.mean),
          signedHours(own, savedHours.mean),
          savedHours.ci95 === null
            ? '–'
            : `${signedHours(own, savedHours.ci95[0])} – ${signedHours(own, savedHours.ci95[1])}`,
          money(savedCostPerYear),
          money(netPerYear),
        ];
  return (
    <div data-answer="measures">
      <SimpleTable
        caption={texts.measures}
        head={texts.measuresHead}
        rows={answer.measures.map((measure) => [texts.measure(measure.measure), ...cells(measure)])}
        figures={[1, 2, 3, 4, 5]}
      />
      <p class="field-hint">{texts.measuresAbout}</p>
    </div>
  );
}

/** Less than a hundredth of a second is none. */
const nothing = 0.005 / 3600;

function signedHours(own: PanelProps['own'], value: number): string {
  if (Math.abs(value) < nothing) return own.hours(0);
  return value < 0 ? `−${own.hours(-value)}` : own.hours(value);
}
