/** Narrows the matrix on the page to what its form asks for; without this script the whole of it stands there. */
import { fromQuery, isRowShown, type MatrixView, toQuery } from './matrix-view.ts';

const form = document.querySelector<HTMLFormElement>('.matrix-filter');
const table = document.querySelector<HTMLTableElement>('#current table');

const boxes = (name: string) =>
  form?.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`) ?? [];
const isChecked = (name: string) => [...boxes(name)].some(({ checked }) => checked);

function viewOf(group: HTMLSelectElement): MatrixView {
  const left = [...boxes('product')].filter(({ checked }) => !checked);
  return {
    group: group.value,
    without: new Set(left.map(({ value }) => value)),
    isDiffering: isChecked('differing'),
    isKnown: isChecked('known'),
  };
}

function fill(group: HTMLSelectElement, view: MatrixView) {
  group.value = view.group;
  // A group that there is not selects nothing; then all are shown.
  if (group.selectedIndex === -1) group.value = '';
  for (const box of boxes('product')) box.checked = !view.without.has(box.value);
  for (const box of boxes('differing')) box.checked = view.isDiffering;
  for (const box of boxes('known')) box.checked = view.isKnown;
}

const verdictsOf = (row: HTMLTableRowElement) =>
  new Map(
    [...row.querySelectorAll<HTMLElement>('td[data-product]')].map((cell) => [
      cell.dataset['product'] ?? '',
      cell.querySelector<HTMLElement>('[data-verdict]')?.dataset['verdict'] ?? '',
    ]),
  );

function show(view: MatrixView, matrix: HTMLTableElement) {
  for (const cell of matrix.querySelectorAll<HTMLElement>('[data-product]')) {
    cell.hidden = view.without.has(cell.dataset['product'] ?? '');
  }
  const rows = [...(matrix.tBodies[0]?.rows ?? [])];
  for (const row of rows) {
    const group = row.dataset['group'] ?? '';
    row.hidden = !isRowShown({ group, verdicts: verdictsOf(row) }, view);
  }
  return rows.filter(({ hidden }) => !hidden).length;
}

function start(filter: HTMLFormElement, matrix: HTMLTableElement, group: HTMLSelectElement) {
  const output = filter.querySelector('output');
  const reset = filter.querySelector('button');
  const details = filter.querySelector('details');
  const update = () => {
    const view = viewOf(group);
    const criteria = show(view, matrix);
    const query = toQuery(view);
    if (output !== null) {
      output.textContent = (filter.dataset['shown'] ?? '')
        .replace('{criteria}', String(criteria))
        .replace('{products}', String(boxes('product').length - view.without.size));
    }
    if (reset !== null) reset.hidden = query === '';
    history.replaceState(null, '', `${location.pathname}${query && `?${query}`}${location.hash}`);
  };
  fill(group, fromQuery(location.search));
  filter.hidden = false;
  update();
  // On a phone the matrix comes first, unless it has been narrowed already.
  if (details !== null) details.open = innerWidth > 640 || location.search !== '';
  filter.addEventListener('change', update);
  filter.addEventListener('submit', (event) => event.preventDefault());
  // The fields have their first values only after the event.
  filter.addEventListener('reset', () => setTimeout(update));
}

const group = form?.querySelector('select');
if (form && table && group) start(form, table, group);
