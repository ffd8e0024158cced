/**
 * The nodes of a Pagefind excerpt: text, and `<mark>` around what was found. Anything else that the
 * string might hold becomes plain text, so that the index need not be trusted.
 */
export function excerptNodes(excerpt: string): readonly Node[] {
  const { body } = new DOMParser().parseFromString(excerpt, 'text/html');
  return [...body.childNodes].map((node) => {
    const text = node.textContent ?? '';
    if (node.nodeName !== 'MARK') return document.createTextNode(text);
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}
