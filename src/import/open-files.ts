import { allBytes, type ByteSource, firstBytes, sourceOf } from './bytes.ts';
import { csvTable, guessSeparator, type Separator } from './csv.ts';
import { detectEncoding } from './encoding.ts';
import { type Findings, problem, wholeFile } from './findings.ts';
import type { ColumnMapping, ImportFile, ImportProblem } from './outcome.ts';
import type { OnImportProgress } from './progress.ts';
import type { TableSource } from './table-source.ts';
import { isWorkbook, openWorkbook, readSharedStrings, sheetTable, type Workbook } from './xlsx.ts';
import { openZip, type Zip } from './zip.ts';

/** A zip is held in memory whole; larger ones are no export. */
const zipLimitBytes = 512 * 2 ** 20;
/** Zips inside zips are opened this deep. */
const nestingLimit = 2;

export interface OpenedTable {
  readonly source: TableSource;
  readonly separator: Separator;
  /** The same object for all sheets of one workbook; null for text. */
  readonly workbook: Workbook | null;
}

export interface Opened {
  readonly tables: OpenedTable[];
  readonly problems: ImportProblem[];
}

/** Finds the tables in the files given: text is a table, a workbook has one a sheet, a zip holds either. */
export async function openFiles(
  files: readonly ImportFile[],
  mapping: ColumnMapping | null,
  findings: Findings,
  onProgress: OnImportProgress | null,
): Promise<Opened> {
  const opener = new Opener(mapping, findings, onProgress);
  let done = 0;
  for (const file of files) {
    await opener.open(sourceOf(file), 0);
    done += 1;
    onProgress?.('reading', done / files.length);
  }
  opener.reportParsing();
  return opener.opened;
}

class Opener {
  readonly opened: Opened = { tables: [], problems: [] };
  private readonly mapping: ColumnMapping | null;
  private readonly findings: Findings;
  private readonly onProgress: OnImportProgress | null;
  private totalBytes = 0;
  private doneBytes = 0;
  private isParsing = false;

  constructor(
    mapping: ColumnMapping | null,
    findings: Findings,
    onProgress: OnImportProgress | null,
  ) {
    this.mapping = mapping;
    this.findings = findings;
    this.onProgress = onProgress;
  }

  async open(source: ByteSource, depth: number): Promise<void> {
    const head = await firstBytes(source, 8);
    if (head.length === 0) this.refuse('empty-file', source.name);
    else if (isZip(head)) await this.openZip(source, depth);
    else if (isCompound(head)) this.refuse(await compoundKind(source), source.name);
    else await this.openText(source);
  }

  private refuse(kind: ImportProblem['kind'], file: string) {
    this.opened.problems.push(problem(kind, wholeFile(file), null));
  }

  private async openText(source: ByteSource) {
    const encoding = await detectEncoding(source);
    if (encoding === null) return this.refuse('not-text', source.name);
    if (encoding.isGuess) this.findings.warn({ kind: 'decoded-as', encoding: encoding.label });
    const head = new TextDecoder(encoding.label).decode(await firstBytes(source, 1 << 16));
    if (isOtherText(head)) return this.refuse('unknown-format', source.name);
    const separator = this.mapping?.separator ?? guessSeparator(head);
    const table = csvTable(this.measured(source), encoding, separator);
    this.opened.tables.push({ source: table, separator, workbook: null });
  }

  private async openZip(source: ByteSource, depth: number) {
    if (source.size > zipLimitBytes || depth >= nestingLimit) {
      return this.refuse('zip-too-large', source.name);
    }
    const zip = openZip(source.name, await allBytes(source));
    if ('kind' in zip) this.opened.problems.push(zip);
    else if (isWorkbook(zip)) await this.openWorkbook(zip);
    else if (isOtherDocument(zip)) this.refuse('unknown-format', source.name);
    else await this.openEntries(zip, depth);
  }

  private async openEntries(zip: Zip, depth: number) {
    const entries = zip.entries.filter(({ name }) => isWorthOpening(name));
    if (entries.length === 0) return this.refuse('empty-file', zip.file);
    for (const entry of entries) {
      const source = await zip.unpack(entry);
      if ('kind' in source) this.opened.problems.push(source);
      else await this.open(source, depth + 1);
    }
  }

  private async openWorkbook(zip: Zip) {
    const workbook = await openWorkbook(zip);
    if ('kind' in workbook) {
      this.opened.problems.push(workbook);
      return;
    }
    const strings = await readSharedStrings(zip, workbook);
    if ('kind' in strings) {
      this.opened.problems.push(strings);
      return;
    }
    for (const { path } of workbook.sheets) this.totalBytes += zip.find(path)?.size ?? 0;
    const onBytes = (count: number) => this.advance(count);
    const onFormula = () => this.findings.count('formula-cells');
    for (const sheet of workbook.sheets) {
      this.opened.tables.push({
        source: sheetTable({ zip, workbook, sheet, strings, onFormula, onBytes }),
        separator: ',',
        workbook,
      });
    }
  }

  reportParsing() {
    this.isParsing = true;
    this.onProgress?.('parsing', 0);
  }

  /** Tells how far the reading of tables has come. */
  private measured(source: ByteSource): ByteSource {
    this.totalBytes += source.size;
    return {
      ...source,
      read: (onChunk) =>
        source.read((chunk) => {
          this.advance(chunk.length);
          return onChunk(chunk);
        }),
    };
  }

  /** Tables are looked at before they are read, and some sheets are never read: the ratio is near, not exact. */
  private advance(byteCount: number) {
    if (!this.isParsing) return;
    this.doneBytes += byteCount;
    this.onProgress?.('parsing', Math.min(1, this.doneBytes / this.totalBytes));
  }
}

const isZip = (head: Uint8Array) =>
  head[0] === 0x50 &&
  head[1] === 0x4b &&
  (head[2] === 3 || head[2] === 5) &&
  head[3] === (head[2] as number) + 1;

/** Microsoft's compound file: an encrypted workbook, or one of before 2007. */
const isCompound = (head: Uint8Array) =>
  head[0] === 0xd0 && head[1] === 0xcf && head[2] === 0x11 && head[3] === 0xe0;

async function compoundKind(source: ByteSource): Promise<'password-protected' | 'unknown-format'> {
  const bytes = await firstBytes(source, 1 << 22);
  const text = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1));
  return /Workbook|\bBook\b/.test(text) && !text.includes('EncryptedPackage')
    ? 'unknown-format'
    : 'password-protected';
}

/** Notes and what systems put beside files are not tables. */
const isWorthOpening = (name: string) =>
  !(
    name.endsWith('/') ||
    /(^|\/)(__MACOSX\/|\.)/.test(name) ||
    /(^|\/)(readme|licen[cs]e|notice|copying|attribution)[^/]*$/i.test(name) ||
    /\.(md|pdf|html?|log|json|png|jpe?g)$/i.test(name)
  );

/** Office documents and those of LibreOffice, which are zips too. */
const isOtherDocument = (zip: Zip) =>
  zip.entries.some(({ name }) => name === '[Content_Types].xml' || name === 'mimetype');

/** Web pages, XML, JSON, RTF and PDF are text, but no table begins as they do. */
const isOtherText = (text: string) => /^\ufeff?\s*(<|\{|%PDF)/.test(text);
