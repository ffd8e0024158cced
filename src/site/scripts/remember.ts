/** Keeps a choice of the reader in this browser. Where storage is forbidden it holds for the page only. */
export function remember(key: 'hostfit-theme' | 'hostfit-language', value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Nothing to do: the choice is not worth an error.
  }
}
