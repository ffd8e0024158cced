/** Hands a file to the reader. */
export function download(name: string, data: Blob) {
  const link = document.createElement('a');
  const address = URL.createObjectURL(data);
  link.href = address;
  link.download = name;
  link.click();
  // Not at once: some browsers read the address after the click.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export const downloadText = (name: string, type: string, text: string) =>
  download(name, new Blob([text], { type: `${type};charset=utf-8` }));
