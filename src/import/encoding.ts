import type { ByteSource } from './bytes.ts';

export interface Encoding {
  /** A label that TextDecoder knows. */
  readonly label: string;
  /** False for plain UTF-8, which needs no word to the reader. */
  readonly isGuess: boolean;
}

const sampleBytes = 1 << 16;

/**
 * Tells how a text is encoded: by its byte order mark, else by where its zero bytes lie (UTF-16), else UTF-8 where the
 * whole text is valid UTF-8, else Shift_JIS (as CP932) or Windows-1252, whichever reads better. Reads the source once.
 *
 * @returns null for what is no text
 */
export async function detectEncoding(source: ByteSource): Promise<Encoding | null> {
  let sample: Uint8Array | null = null;
  let marked: Encoding | null = null;
  let isUtf8 = true;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  await source.read((chunk) => {
    if (sample === null) {
      sample = chunk.subarray(0, sampleBytes);
      marked = byMark(sample) ?? byZeros(sample);
      if (marked !== null) return false;
    }
    try {
      decoder.decode(chunk, { stream: true });
      return true;
    } catch {
      isUtf8 = false;
      // Text in a Japanese code page may begin with a long stretch of ASCII: judge where it stops being UTF-8.
      sample = chunk.subarray(0, sampleBytes * 4);
      return false;
    }
  });
  if (sample === null) return { label: 'utf-8', isGuess: false };
  if (marked !== null) return marked;
  if (isBinary(sample)) return null;
  return isUtf8 ? { label: 'utf-8', isGuess: false } : legacy(sample);
}

function byMark(bytes: Uint8Array): Encoding | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { label: 'utf-8', isGuess: false };
  if (a === 0xff && b === 0xfe) return { label: 'utf-16le', isGuess: true };
  if (a === 0xfe && b === 0xff) return { label: 'utf-16be', isGuess: true };
  return null;
}

/** ASCII in UTF-16 has a zero in every second byte. */
function byZeros(bytes: Uint8Array): Encoding | null {
  let even = 0;
  let odd = 0;
  const pairs = bytes.length >> 1;
  for (let i = 0; i < pairs; i++) {
    if (bytes[2 * i] === 0) even += 1;
    if (bytes[2 * i + 1] === 0) odd += 1;
  }
  if (pairs < 2) return null;
  if (odd > 0.3 * pairs && even < 0.02 * pairs) return { label: 'utf-16le', isGuess: true };
  if (even > 0.3 * pairs && odd < 0.02 * pairs) return { label: 'utf-16be', isGuess: true };
  return null;
}

/** Text has no control characters but tab, line ends, form feed and the end-of-file mark of old systems. */
function isBinary(bytes: Uint8Array): boolean {
  let controls = 0;
  for (const byte of bytes) {
    if (byte === 0) return true;
    if (byte < 32 && !(byte >= 9 && byte <= 13) && byte !== 26) controls += 1;
  }
  return controls > bytes.length / 200;
}

/** Shift_JIS where it decodes with few errors and into Japanese; Windows-1252 accepts anything. */
function legacy(bytes: Uint8Array): Encoding {
  const text = new TextDecoder('shift_jis').decode(bytes);
  let broken = 0;
  let japanese = 0;
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code === 0xfffd) broken += 1;
    // Kana, CJK ideographs and full-width forms; half-width katakana (U+FF61…) do not count: é and ü land there.
    else if ((code >= 0x3040 && code <= 0x9fff) || (code >= 0xff01 && code < 0xff61)) japanese += 1;
  }
  const label = japanese > 0 && broken * 20 <= japanese ? 'shift_jis' : 'windows-1252';
  return { label, isGuess: true };
}
