import { type ByteSource, memorySource } from './bytes.ts';
import { problem, wholeFile } from './findings.ts';
import type { ImportProblem } from './outcome.ts';

/** Sizes that no honest export reaches: 100,000 VMs with all RVTools sheets are about 600 MiB. */
const entryLimitBytes = 768 * 2 ** 20;
const totalLimitBytes = 1536 * 2 ** 20;
const entryCountLimit = 65_536;
/**
 * Deflate packs at most 1,032 : 1. Sheets of blank cells reach 100 : 1, so only what is large and packed harder
 * than this is a bomb.
 */
const ratioLimit = 400;
const ratioFreeBytes = 32 * 2 ** 20;
/** Given to the inflater at once: makes 64 MiB at most, so that a lie about the size is noticed early. */
const pushBytes = 1 << 16;

export interface ZipEntry {
  readonly name: string;
  readonly size: number;
  readonly packedSize: number;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly checksum: number;
  readonly headerAt: number;
}

/** A zip whose table of contents is known to be sound; entries are unpacked when asked for. */
export class Zip {
  readonly file: string;
  readonly entries: readonly ZipEntry[];
  private readonly bytes: Uint8Array;
  private unpackedBytes = 0;

  constructor(file: string, bytes: Uint8Array, entries: readonly ZipEntry[]) {
    this.file = file;
    this.bytes = bytes;
    this.entries = entries;
  }

  find(name: string): ZipEntry | undefined {
    const wanted = name.replace(/^\/+/, '').toLowerCase();
    return this.entries.find((entry) => entry.name.replace(/^\/+/, '').toLowerCase() === wanted);
  }

  /**
   * Unpacks one entry into pieces, and only as far as its declared size. The checksum is tried before any of it is
   * used: a damaged sheet must not give half a fleet.
   */
  async unpack(entry: ZipEntry): Promise<ByteSource | ImportProblem> {
    const refuse = (kind: 'damaged-zip' | 'zip-too-large' | 'password-protected') =>
      problem(kind, wholeFile(this.file), entry.name);
    if (entry.isEncrypted) return refuse('password-protected');
    if (isTooLarge(entry) || this.unpackedBytes + entry.size > totalLimitBytes) {
      return refuse('zip-too-large');
    }
    const packed = packedBytes(this.bytes, entry);
    if (packed === null) return refuse('damaged-zip');
    const pieces = await inflate(packed, entry);
    if (pieces === null || checksumOf(pieces) !== entry.checksum) return refuse('damaged-zip');
    this.unpackedBytes += entry.size;
    return memorySource(entry.name, pieces);
  }
}

const isTooLarge = ({ size, packedSize }: ZipEntry) =>
  size > entryLimitBytes || (size > ratioFreeBytes && size > packedSize * ratioLimit);

/** @returns the pieces, or null where the data is damaged or not as long as it says */
async function inflate(packed: Uint8Array, entry: ZipEntry): Promise<Uint8Array[] | null> {
  if (entry.method === 0) return packed.length === entry.size ? [packed] : null;
  if (entry.method !== 8) return null;
  const stream = new DecompressionStream('deflate-raw');
  // What goes wrong here is seen by the reader below, which ends with the same error.
  feed(stream.writable.getWriter(), packed).catch(() => undefined);
  const reader = stream.readable.getReader();
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return size === entry.size ? pieces : null;
      size += value.length;
      if (size > entry.size) {
        await reader.cancel();
        return null;
      }
      pieces.push(value);
    }
  } catch {
    return null;
  }
}

/** Slice by slice, each when the one before has been taken: a browser unpacks all that it is given. */
async function feed(writer: WritableStreamDefaultWriter<BufferSource>, packed: Uint8Array) {
  for (let from = 0; from < packed.length; from += pushBytes) {
    await writer.write(packed.subarray(from, from + pushBytes) as Uint8Array<ArrayBuffer>);
  }
  await writer.close();
}

/** Reads the table of contents at the end of a zip. Without it (a truncated download) nothing is trusted. */
export function openZip(file: string, bytes: Uint8Array): Zip | ImportProblem {
  const damaged = problem('damaged-zip', wholeFile(file), null);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) return damaged;
  const entries: ZipEntry[] = [];
  try {
    const { count, at: start } = directoryPlace(view, end);
    if (count > entryCountLimit) return problem('zip-too-large', wholeFile(file), String(count));
    let at = start;
    for (let i = 0; i < count; i++) {
      if (view.getUint32(at, true) !== 0x02014b50) return damaged;
      const nameLength = view.getUint16(at + 28, true);
      const extraLength = view.getUint16(at + 30, true);
      entries.push(readEntry(view, at, bytes.subarray(at + 46, at + 46 + nameLength)));
      at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    }
  } catch (error) {
    // DataView says so when an offset points outside the file.
    if (error instanceof RangeError) return damaged;
    throw error;
  }
  return new Zip(file, bytes, entries);
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return -1;
}

/** The directory's place, from the 64-bit record where the short one overflows. */
function directoryPlace(view: DataView, end: number) {
  const count = view.getUint16(end + 10, true);
  const at = view.getUint32(end + 16, true);
  if (count !== 0xffff && at !== 0xffffffff) return { count, at };
  if (end < 20 || view.getUint32(end - 20, true) !== 0x07064b50) return { count, at };
  const record = readUint64(view, end - 12);
  return { count: readUint64(view, record + 32), at: readUint64(view, record + 48) };
}

const readUint64 = (view: DataView, at: number) =>
  view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;

function readEntry(view: DataView, at: number, nameBytes: Uint8Array): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const sizes = [view.getUint32(at + 24, true), view.getUint32(at + 20, true)] as const;
  const offset = view.getUint32(at + 42, true);
  const wide = wideFields(view, at, [...sizes, offset]);
  return {
    name: entryName(nameBytes, (flags & 0x800) !== 0),
    size: wide[0] as number,
    packedSize: wide[1] as number,
    headerAt: wide[2] as number,
    method: view.getUint16(at + 10, true),
    isEncrypted: (flags & 1) !== 0,
    checksum: view.getUint32(at + 16, true),
  };
}

/** Zip64: each figure that does not fit 32 bits stands in the extra field, in this order. */
function wideFields(view: DataView, entryAt: number, narrow: readonly number[]): number[] {
  if (!narrow.includes(0xffffffff)) return [...narrow];
  let at = entryAt + 46 + view.getUint16(entryAt + 28, true);
  const end = at + view.getUint16(entryAt + 30, true);
  for (; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    return narrow.map((value) => {
      if (value !== 0xffffffff) return value;
      next += 8;
      return readUint64(view, next - 8);
    });
  }
  return [...narrow];
}

/** Names are UTF-8 where flagged; Windows in Japan writes CP932 without a flag. */
function entryName(bytes: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(isUtf8 ? 'utf-8' : 'shift_jis').decode(bytes);
  }
}

function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const { headerAt, packedSize } = entry;
  if (headerAt + 30 > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(headerAt, true) !== 0x04034b50) return null;
  const from =
    headerAt + 30 + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true);
  return from + packedSize > bytes.length ? null : bytes.subarray(from, from + packedSize);
}

/** CRC-32 as zip uses it (reflected, polynomial 0xEDB88320), four bytes a step. */
function checksumOf(pieces: readonly Uint8Array[]): number {
  const tables = checksumTables();
  let sum = 0xffffffff;
  for (const piece of pieces) sum = addToChecksum(sum, piece, tables);
  return (sum ^ 0xffffffff) >>> 0;
}

function addToChecksum(start: number, piece: Uint8Array, tables: Int32Array): number {
  let sum = start;
  let i = 0;
  const at = (index: number) => tables[index] as number;
  for (const end = piece.length - 3; i < end; i += 4) {
    sum ^=
      (piece[i] as number) |
      ((piece[i + 1] as number) << 8) |
      ((piece[i + 2] as number) << 16) |
      ((piece[i + 3] as number) << 24);
    sum =
      at(768 + (sum & 255)) ^
      at(512 + ((sum >>> 8) & 255)) ^
      at(256 + ((sum >>> 16) & 255)) ^
      at(sum >>> 24);
  }
  for (; i < piece.length; i++) sum = at((sum ^ (piece[i] as number)) & 255) ^ (sum >>> 8);
  return sum;
}

let knownTables: Int32Array | null = null;
function checksumTables(): Int32Array {
  if (knownTables !== null) return knownTables;
  const tables = new Int32Array(4 * 256);
  for (let n = 0; n < 256; n++) {
    let sum = n;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
    tables[n] = sum;
  }
  for (let n = 256; n < 1024; n++) {
    const before = tables[n - 256] as number;
    tables[n] = (before >>> 8) ^ (tables[before & 255] as number);
  }
  knownTables = tables;
  return tables;
}
