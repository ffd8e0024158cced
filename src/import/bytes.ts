import type { ImportFile, ImportProblem } from './outcome.ts';

/** Bytes that can be read from the start as often as needed: a file, a Blob, an entry of a zip. */
export interface ByteSource {
  readonly name: string;
  readonly size: number;
  /**
   * Hands over the bytes piece by piece until `onChunk` gives false or they end.
   *
   * @returns why the bytes cannot be read to their end; null when all is well, also after a stop
   */
  read(onChunk: (chunk: Uint8Array) => boolean): Promise<ImportProblem | null>;
}

/** Small enough that progress moves and a stop is heard, large enough that decoding is quick. */
export const chunkBytes = 1 << 18;

export function sourceOf(file: ImportFile): ByteSource {
  const { data, name } = file;
  if (data instanceof Uint8Array) return memorySource(name, [data]);
  return {
    name,
    size: data.size,
    async read(onChunk) {
      const reader = data.stream().getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return null;
        if (!onChunk(value)) {
          await reader.cancel();
          return null;
        }
      }
    },
  };
}

export function memorySource(name: string, pieces: readonly Uint8Array[]): ByteSource {
  return {
    name,
    size: pieces.reduce((sum, piece) => sum + piece.length, 0),
    read: async (onChunk) => {
      for (const piece of pieces) {
        for (let from = 0; from < piece.length; from += chunkBytes) {
          if (!onChunk(piece.subarray(from, from + chunkBytes))) return null;
        }
      }
      return null;
    },
  };
}

/** The first bytes, at most `limit`. */
export async function firstBytes(source: ByteSource, limit: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(Math.min(limit, source.size));
  let filled = 0;
  await source.read((chunk) => {
    const part = chunk.subarray(0, bytes.length - filled);
    bytes.set(part, filled);
    filled += part.length;
    return filled < bytes.length;
  });
  return bytes.subarray(0, filled);
}

export async function allBytes(source: ByteSource): Promise<Uint8Array> {
  return firstBytes(source, source.size);
}
