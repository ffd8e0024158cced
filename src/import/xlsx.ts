import type { ByteSource } from './bytes.ts';
import { problem, wholeFile } from './findings.ts';
import type { ImportProblem } from './outcome.ts';
import type { OnRow, TableSource, WantedColumns } from './table-source.ts';
import { attributeOf, type CellPlace, isDamaged, readXml, unescapeXml } from './xml.ts';
import type { Zip } from './zip.ts';

/** Excel's own limits, and one on the cells of a sheet so that blank ones cannot fill the memory. */
const columnLimit = 16_384;
const cellLimit = 200_000_000;

export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly path: string }[];
  readonly from1904: boolean;
  readonly stringsPath: string | null;
}

/** True for a zip that is a workbook in SpreadsheetML (xlsx, xlsm), whatever its name. */
export const isWorkbook = (zip: Zip) =>
  zip.entries.some(({ name }) => /(^|\/)workbook\.xml$/i.test(name));

/** Reads which sheets a workbook has, and where. */
export async function openWorkbook(zip: Zip): Promise<Workbook | ImportProblem> {
  const main = zip.entries.find(({ name }) => /(^|\/)workbook\.xml$/i.test(name));
  if (main === undefined) return problem('unknown-format', wholeFile(zip.file), null);
  const folder = main.name.slice(0, main.name.lastIndexOf('/') + 1);
  const found: { name: string; id: string }[] = [];
  let from1904 = false;
  const failure = await readEntry(zip, main.name, {
    open(name, attributes) {
      if (name === 'sheet') {
        const id = attributeOf(attributes, ':id');
        found.push({ name: attributeOf(attributes, 'name') ?? '', id: id ?? '' });
      } else if (name === 'workbookPr') {
        from1904 = /^(1|true|on)$/.test(attributeOf(attributes, 'date1904') ?? '');
      }
    },
  });
  if (failure !== null) return failure;
  const targets = new Map<string, string>();
  let stringsPath: string | null = null;
  const relations = `${folder}_rels/workbook.xml.rels`;
  const relationFailure = await readEntry(zip, relations, {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const target = attributeOf(attributes, 'Target') ?? '';
      const path = target.startsWith('/') ? target.slice(1) : withoutDots(folder + target);
      targets.set(attributeOf(attributes, 'Id') ?? '', path);
      if ((attributeOf(attributes, 'Type') ?? '').endsWith('/sharedStrings')) stringsPath = path;
    },
  });
  if (relationFailure !== null) return relationFailure;
  const sheets = found.map(({ name, id }) => ({ name, path: targets.get(id) ?? '' }));
  return { sheets, from1904, stringsPath };
}

const withoutDots = (path: string) => {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
};

/** Reads the texts that cells refer to by number; rich text is joined, reading aids (furigana) are left out. */
export async function readSharedStrings(
  zip: Zip,
  workbook: Workbook,
): Promise<readonly string[] | ImportProblem> {
  const texts: string[] = [];
  if (workbook.stringsPath === null || zip.find(workbook.stringsPath) === undefined) return texts;
  let current = '';
  let isText = false;
  let isPhonetic = false;
  const failure = await readEntry(zip, workbook.stringsPath, {
    open(name, _attributes, isEmpty) {
      if (name === 'si') {
        current = '';
        if (isEmpty) texts.push('');
      } else if (name === 't') isText = !(isEmpty || isPhonetic);
      else if (name === 'rPh') isPhonetic = !isEmpty;
    },
    text(text) {
      if (isText) current += text;
    },
    close(name) {
      if (name === 'si') texts.push(unescapeUnicode(current));
      else if (name === 't') isText = false;
      else if (name === 'rPh') isPhonetic = false;
    },
  });
  return failure ?? texts;
}

/** Excel writes characters that XML cannot hold as `_x000D_`. */
const unescapeUnicode = (text: string) =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;

async function readEntry(
  zip: Zip,
  path: string,
  handler: Parameters<typeof readXml>[1],
): Promise<ImportProblem | null> {
  const entry = zip.find(path);
  if (entry === undefined) return problem('damaged-zip', wholeFile(zip.file), path);
  const source = await zip.unpack(entry);
  if ('kind' in source) return source;
  const failure = await readXml(source, handler);
  return isDamaged(failure) ? problem('damaged-sheet', wholeFile(zip.file), path) : null;
}

export interface SheetPlace {
  readonly zip: Zip;
  readonly workbook: Workbook;
  readonly sheet: { readonly name: string; readonly path: string };
  readonly strings: readonly string[];
  readonly onFormula: () => void;
  /** Hears how many bytes of the sheet have been read. */
  readonly onBytes: (count: number) => void;
}

/** One sheet as a table. Cells come as text: numbers as stored, booleans as TRUE and FALSE, formulas as their value. */
export function sheetTable(place: SheetPlace): TableSource {
  const { zip, workbook, sheet } = place;
  let unpacked: ByteSource | ImportProblem | null = null;
  let reported = 0;
  return {
    file: zip.file,
    sheet: sheet.name,
    from1904: workbook.from1904,
    async read(onRow, want) {
      const entry = zip.find(sheet.path);
      if (entry === undefined)
        return problem('damaged-sheet', wholeFile(zip.file, sheet.name), null);
      unpacked ??= await zip.unpack(entry);
      if ('kind' in unpacked) return { ...unpacked, sheet: sheet.name };
      let formulas = 0;
      const onFormula = () => {
        formulas += 1;
        // A sheet is looked at before it is read: a cell counts once.
        if (formulas <= reported) return;
        reported += 1;
        place.onFormula();
      };
      const reader = new SheetReader(place.strings, onRow, { onFormula, want });
      const failure = await readXml(measured(unpacked, place.onBytes), reader);
      // What was read to its end is not needed again, and may be large.
      if (!reader.isStopped) unpacked = null;
      if (reader.isTooLarge) return problem('too-many-rows', wholeFile(zip.file, sheet.name), null);
      return isDamaged(failure)
        ? problem('damaged-sheet', wholeFile(zip.file, sheet.name), null)
        : null;
    },
  };
}

const measured = (source: ByteSource, onBytes: (count: number) => void): ByteSource => ({
  ...source,
  read: (onChunk) =>
    source.read((chunk) => {
      onBytes(chunk.length);
      return onChunk(chunk);
    }),
});

interface SheetReaderParts {
  readonly onFormula: () => void;
  readonly want: WantedColumns | undefined;
}

/** Puts cells into rows. Positions come from `r` attributes where they exist, else from the order. */
class SheetReader {
  isTooLarge = false;
  isStopped = false;
  private readonly strings: readonly string[];
  private readonly onRow: OnRow;
  private readonly onFormula: () => void;
  private cells: string[] = [];
  private row = 0;
  private hasText = false;
  private cellCount = 0;
  private column = -1;
  private type = '';
  private value = '';
  private isValue = false;
  private isPhonetic = false;
  private wanted: Uint8Array | null = null;
  private readonly want: WantedColumns | undefined;

  constructor(strings: readonly string[], onRow: OnRow, parts: SheetReaderParts) {
    this.strings = strings;
    this.onRow = onRow;
    this.onFormula = parts.onFormula;
    this.want = parts.want;
  }

  open(name: string, attributes: string, isEmpty: boolean): boolean {
    switch (name) {
      case 'c':
        this.openCell(attributes);
        break;
      case 'v':
        this.isValue = !isEmpty;
        break;
      case 't':
        this.isValue = !(isEmpty || this.isPhonetic);
        break;
      case 'rPh':
        this.isPhonetic = !isEmpty;
        break;
      case 'f':
        this.onFormula();
        break;
      case 'row':
        this.openRow(attributes);
        break;
    }
    return !(this.isStopped || this.isTooLarge);
  }

  text(text: string) {
    if (this.isValue) this.value += text;
  }

  cell(text: string, place: CellPlace) {
    const { attributes, value } = place;
    const hasReference = text.startsWith(' r="', attributes);
    const column = hasReference ? columnOf(text, attributes + 4) : -1;
    if (this.wanted !== null && hasReference && this.wanted[column] !== 1) {
      // Not to be kept, but a row that has only such cells is no blank row.
      this.column = column;
      this.hasText = true;
      return;
    }
    this.openCell(text.slice(attributes, place.attributesEnd));
    this.value = unescapeXml(text.slice(value, place.valueEnd));
    if (this.value !== '') this.closeCell();
  }

  close(name: string): boolean {
    switch (name) {
      case 'v':
      case 't':
        this.isValue = false;
        break;
      case 'rPh':
        this.isPhonetic = false;
        break;
      case 'c':
        if (this.value !== '') this.closeCell();
        break;
      case 'row':
        this.closeRow();
        break;
      case 'sheetData':
        return false;
    }
    return !this.isStopped;
  }

  private openRow(attributes: string) {
    const row = Number(attributeOf(attributes, 'r') ?? Number.NaN);
    this.row = row > this.row ? row : this.row + 1;
    this.cells = [];
    this.hasText = false;
    this.column = -1;
  }

  private openCell(attributes: string) {
    // `r` stands first in what every program writes; its letters are read in place.
    if (attributes.startsWith(' r="')) this.column = columnOf(attributes, 4);
    else {
      const reference = attributeOf(attributes, 'r');
      this.column = reference === null ? this.column + 1 : columnOf(reference, 0);
    }
    this.type = attributeOf(attributes, 't') ?? 'n';
    this.value = '';
  }

  private closeCell() {
    const { column, cells } = this;
    if (column < 0 || column >= columnLimit) return;
    const text = this.cellText();
    if (text === '') return;
    while (cells.length < column) cells.push('');
    cells[column] = text;
    if (text.trim() !== '') this.hasText = true;
    this.value = '';
  }

  private cellText(): string {
    const { type, value } = this;
    if (type === 's') return this.strings[Number(value)] ?? '';
    if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
    return type === 'inlineStr' || type === 'str' ? unescapeUnicode(value) : value;
  }

  private closeRow() {
    this.cellCount += this.cells.length;
    if (this.cellCount > cellLimit) this.isTooLarge = true;
    else if (this.hasText && !this.onRow(this.cells, this.row)) this.isStopped = true;
    if (this.wanted === null && this.hasText) this.wanted = this.want?.() ?? null;
  }
}

/** Column of the reference like `AB12` that begins at `from`; the first is 0. */
function columnOf(reference: string, from: number): number {
  let column = 0;
  for (let i = from; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}
