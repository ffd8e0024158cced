const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select'));

/** Opens the search by its button, `/` or Ctrl+K; its code comes when first opened. */
export function startSearch(): void {
  const dialog = document.querySelector<HTMLDialogElement>('[data-search]');
  const button = document.querySelector<HTMLButtonElement>('[data-search-open]');
  if (dialog === null || button === null) return;
  const open = async () => {
    if (dialog.open) return;
    dialog.showModal();
    const { startPanel } = await import('./search-panel.ts');
    await startPanel(dialog);
  };
  button.addEventListener('click', () => void open());
  document.addEventListener('keydown', (event) => {
    const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
    const isCtrlK = event.key === 'k' && (event.ctrlKey || event.metaKey);
    if (!isCtrlK && !(isSlash && !isTyping(event.target))) return;
    event.preventDefault();
    void open();
  });
}
