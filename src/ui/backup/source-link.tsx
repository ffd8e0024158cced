import type { ShownSource } from './parts.ts';

/** Where a figure or a rule comes from, and of when. */
export function SourceLink({
  label,
  source: { title, url, asOf },
}: {
  readonly label: string;
  readonly source: ShownSource;
}) {
  const text = `${title} (${asOf})`;
  return (
    <p class="field-hint">
      {label}: {url === null ? text : <a href={url}>{text}</a>}
    </p>
  );
}
