/** The reader asked for something else meanwhile; nobody waits for this answer any more. */
export class AbortedError extends Error {
  override readonly name = 'AbortError';
}

/** The thread died: memory ran out, or a defect of ours. */
export class ThreadError extends Error {
  override readonly name = 'ThreadError';
}
