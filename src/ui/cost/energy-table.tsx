import type { OptionCost } from '~/model/cost/answer.ts';
import { SimpleTable } from '../parts/simple-table.tsx';
import { type AnswerProps, columnsOf } from './columns.ts';

/** Power, heat, rack space, energy and CO₂ of staying and of each option. */
export function EnergyTable({ own, answer }: AnswerProps) {
  const { format, money } = own.cost;
  const texts = own.tool.answer;
  const columns = columnsOf(own, answer);
  if (columns.every(({ option }) => option.energy === null)) return null;
  const row = (label: string, cell: (option: OptionCost) => string | null) => [
    label,
    ...columns.map(({ option }) => cell(option) ?? texts.none),
  ];
  const of = (value: number | null | undefined, say: (value: number) => string) =>
    value === null || value === undefined ? null : say(value);
  return (
    <SimpleTable
      caption={texts.energyCaption}
      head={[texts.measure, ...columns.map(({ name }) => name)]}
      rows={[
        row(texts.energy.watts, ({ energy }) =>
          of(energy?.meanWatts, (watts) =>
            watts >= 1000 ? format.withUnit(watts / 1000, 'kW') : format.withUnit(watts, 'W', 0),
          ),
        ),
        row(texts.energy.heat, ({ energy }) =>
          of(energy?.heatBtuPerHour, (heat) => format.withUnit(heat, 'BTU/h', 0)),
        ),
        row(texts.energy.rackUnits, ({ hosts }) =>
          of(hosts.rackUnits, (units) => format.withUnit(units, 'U', 0)),
        ),
        row(texts.energy.kwh, ({ energy }) =>
          of(energy?.siteKwhPerYear, (kwh) => format.withUnit(kwh, 'kWh', 0)),
        ),
        row(texts.energy.cost, ({ lines }) =>
          of(lines.find(({ kind }) => kind === 'energy')?.byYear[1], (minor) =>
            money.exact(minor, answer.currency),
          ),
        ),
        row(texts.energy.co2, ({ energy }) =>
          of(energy?.co2KgPerYear, (kg) => format.withUnit(kg / 1000, 't', 1)),
        ),
      ]}
      figures={columns.map((_, index) => index + 1)}
    />
  );
}
