import type { Words } from '~/words/words.ts';
import type { CatalogueSource } from './parts.ts';

interface SourceLineProps {
  readonly words: Words;
  readonly source: CatalogueSource;
}

/** Where the figures beside it come from: title, date, and how far they are trusted. */
export function SourceLine({ words, source }: SourceLineProps) {
  const { hosts: texts } = words.tool;
  const { title, url, asOf, confidence } = source;
  return (
    <p class="field-hint source-line">
      {texts.source}: {url === null ? title : <a href={url}>{title}</a>} (
      {texts.sourceFacts(asOf, texts.confidence[confidence])})
    </p>
  );
}
