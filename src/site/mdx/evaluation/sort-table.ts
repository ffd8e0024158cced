/** Sorting and filtering for the tables that are already on the page; without this script nothing is missing. */

const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

/** The text that a cell sorts by, or NaN-free number where it says so. */
const keyOf = (row: HTMLTableRowElement, column: number) => {
  const cell = row.cells[column];
  return cell?.dataset['value'] ?? cell?.textContent?.trim() ?? '';
};

/** Gaps last in both directions: they are no figures. */
function compare(a: string, b: string, sign: number) {
  if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
  return sign * collator.compare(a, b);
}

function sortBy(body: HTMLTableSectionElement, header: HTMLTableCellElement, column: number) {
  const isUp = header.getAttribute('aria-sort') === 'ascending';
  for (const other of header.closest('thead')?.querySelectorAll('[aria-sort]') ?? []) {
    other.removeAttribute('aria-sort');
  }
  header.setAttribute('aria-sort', isUp ? 'descending' : 'ascending');
  const rows = [...body.rows];
  rows.sort((a, b) => compare(keyOf(a, column), keyOf(b, column), isUp ? -1 : 1));
  body.append(...rows);
}

function makeSortable(table: HTMLTableElement, label: string) {
  const headers = table.tHead?.rows[table.tHead.rows.length - 1]?.cells ?? [];
  const body = table.tBodies[0];
  if (body === undefined) return;
  [...headers].forEach((header, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'report-sort';
    button.title = `${label}: ${header.textContent?.trim()}`;
    button.append(...header.childNodes);
    button.addEventListener('click', () => sortBy(body, header, column));
    header.append(button);
  });
}

function makeFilterable(box: HTMLElement, table: HTMLTableElement, label: string) {
  const field = document.createElement('label');
  const input = document.createElement('input');
  const status = document.createElement('span');
  field.className = 'report-filter no-print';
  input.type = 'search';
  status.setAttribute('role', 'status');
  field.append(label, input, status);
  input.addEventListener('input', () => {
    const wanted = input.value.trim().toLowerCase();
    const rows = [...(table.tBodies[0]?.rows ?? [])];
    for (const row of rows) row.hidden = !row.textContent?.toLowerCase().includes(wanted);
    status.textContent = rows.every(({ hidden }) => hidden) ? (box.dataset['none'] ?? '') : '';
  });
  box.prepend(field);
}

for (const box of document.querySelectorAll<HTMLElement>('.report-table')) {
  const table = box.querySelector('table');
  if (table === null) continue;
  makeSortable(table, box.dataset['sortBy'] ?? '');
  const { filter } = box.dataset;
  if (filter !== undefined) makeFilterable(box, table, filter);
}
