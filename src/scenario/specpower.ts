/*
 * The published SPECpower results (content/data/cost/specpower.csv, with its provenance in specpower.yaml): what real
 * machines draw, idle and at full load.
 */

export interface MeasuredServer {
  /** Row of the source's table. */
  readonly row: number;
  readonly vendor: string;
  readonly system: string;
  readonly cpu: string;
  readonly socketCount: number;
  readonly coreCount: number;
  readonly threadCount: number;
  readonly coreMhz: number;
  readonly memoryGib: number;
  readonly idleWatts: number;
  readonly fullWatts: number;
  /** Month: 2007-12. */
  readonly published: string;
}

/** Reads the table that the site ships; a cell may be quoted, and none holds a line break. */
export function parseSpecpower(csv: string): MeasuredServer[] {
  const [, ...lines] = csv.trimEnd().split('\n');
  return lines.map((line) => {
    const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
      ([, quoted, plain]) => (quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"')),
    );
    const text = (column: number) => cells[column] ?? '';
    const number = (column: number) => Number(text(column));
    return {
      row: number(0),
      vendor: text(1),
      system: text(2),
      cpu: text(3),
      socketCount: number(4),
      coreCount: number(5),
      threadCount: number(6),
      coreMhz: number(7),
      memoryGib: number(8),
      idleWatts: number(9),
      fullWatts: number(10),
      published: text(11),
    };
  });
}

export interface MedianPower {
  readonly count: number;
  readonly idleWatts: number;
  readonly fullWatts: number;
}

/** The typical machine of a time: medians over the systems with so many sockets published in these years. */
export function medianPower(
  rows: readonly MeasuredServer[],
  years: { readonly socketCount: number; readonly from: number; readonly to: number },
): MedianPower | null {
  const own = rows.filter(({ socketCount, published }) => {
    const year = Number(published.slice(0, 4));
    return socketCount === years.socketCount && year >= years.from && year <= years.to;
  });
  if (own.length === 0) return null;
  return {
    count: own.length,
    idleWatts: median(own.map(({ idleWatts }) => idleWatts)),
    fullWatts: median(own.map(({ fullWatts }) => fullWatts)),
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (upper + lower) / 2;
}
