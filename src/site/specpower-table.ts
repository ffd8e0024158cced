import { parseSpecpower } from '~/scenario/specpower.ts';
import csv from '../../content/data/cost/specpower.csv?raw';

/** The published SPECpower results, as the site ships them. */
export const specpowerText: string = csv;

/** The periods in which typical machines differ: from Xeons that never rested to today's many cores. */
export const specpowerPeriods = [
  [2007, 2009],
  [2010, 2012],
  [2013, 2016],
  [2017, 2019],
  [2020, 2022],
  [2023, 2024],
  [2025, 2026],
] as const;

export const specpowerRows = () => parseSpecpower(csv);
