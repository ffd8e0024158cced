/** What a reader wants to see of the matrix. */
export interface MatrixView {
  /** A group of criteria; '' for all. */
  readonly group: string;
  /** Products left out. */
  readonly without: ReadonlySet<string>;
  /** Only criteria by which two of the products shown are known to differ. */
  readonly isDiffering: boolean;
  /** Only criteria by which every product shown is known. */
  readonly isKnown: boolean;
}

/** A row of the matrix: its group, and the verdict of each product by its id. */
export interface MatrixRow {
  readonly group: string;
  readonly verdicts: ReadonlyMap<string, string>;
}

/** What says neither that a product has it nor that it lacks it: a gap is no difference. */
const open = new Set(['unknown', 'stated']);

export function isRowShown({ group, verdicts }: MatrixRow, view: MatrixView): boolean {
  const shown = [...verdicts].flatMap(([id, verdict]) => (view.without.has(id) ? [] : [verdict]));
  const known = shown.filter((verdict) => !open.has(verdict));
  return (
    (view.group === '' || group === view.group) &&
    (!view.isDiffering || new Set(known).size > 1) &&
    (!view.isKnown || known.length === shown.length)
  );
}

/** The view as an address says it, so that it can be sent to a colleague and survives a change of language. */
export function toQuery({ group, without, isDiffering, isKnown }: MatrixView): string {
  const query = new URLSearchParams();
  if (group !== '') query.set('group', group);
  if (without.size > 0) query.set('without', [...without].join('.'));
  if (isDiffering) query.set('differing', '1');
  if (isKnown) query.set('known', '1');
  return query.toString();
}

/** @example fromQuery('?group=protect&without=kvm.olvm') // that group, seven products */
export function fromQuery(text: string): MatrixView {
  const query = new URLSearchParams(text);
  return {
    group: query.get('group') ?? '',
    without: new Set((query.get('without') ?? '').split('.').filter((id) => id !== '')),
    isDiffering: query.has('differing'),
    isKnown: query.has('known'),
  };
}
