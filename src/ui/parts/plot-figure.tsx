import { type PlotOptions, plot } from '@observablehq/plot';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Words } from '~/words/words.ts';
import { download, downloadText } from './download.ts';
import { pngOf, standaloneSvg } from './svg-file.ts';

export interface PlotFigureProps {
  readonly words: Words;
  readonly title: string;
  readonly about?: string;
  /** Name of the downloaded file, without its ending. */
  readonly fileName: string;
  /** Draws for a width in pixels. A new function draws again: memoize it. */
  readonly options: (width: number) => PlotOptions;
  /** Fields that choose what is shown, and the legend. */
  readonly controls?: ComponentChildren;
  /** The same figures as a table, for readers who cannot see the chart. */
  readonly table: ComponentChildren;
  readonly isSmall?: boolean;
}

/** Renders a chart; the one place where Plot draws. */
export function PlotFigure(props: PlotFigureProps) {
  const { words, title, about, fileName, options, controls, table, isSmall = false } = props;
  const { charts } = words.tool;
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);

  useEffect(() => {
    if (width === 0 || box.current === null) return undefined;
    const drawn = plot(options(width));
    // Plot's own style element would be refused by the site's policy; plot.css says the same.
    for (const style of drawn.querySelectorAll('style')) style.remove();
    drawn.setAttribute('role', 'img');
    leaveUnnamed(drawn);
    // A tip is drawn anew, with its name, wherever the pointer comes.
    const observer = new MutationObserver(() => leaveUnnamed(drawn));
    observer.observe(drawn, { childList: true, subtree: true });
    box.current.replaceChildren(drawn);
    return () => observer.disconnect();
  }, [options, width]);

  const svg = () => {
    const drawn = box.current?.querySelector('svg');
    return drawn ? standaloneSvg(drawn) : null;
  };
  const saveSvg = () => {
    const text = svg();
    if (text !== null) downloadText(`${fileName}.svg`, 'image/svg+xml', text);
  };
  const savePng = async () => {
    const text = svg();
    if (text !== null) download(`${fileName}.png`, await pngOf(text));
  };

  return (
    <figure class="chart" data-size={isSmall ? 'small' : 'full'}>
      <figcaption>
        {isSmall ? <h4>{title}</h4> : <h3>{title}</h3>}
        {about !== undefined && <p class="field-hint">{about}</p>}
      </figcaption>
      {controls}
      <div class="chart-box" ref={box} />
      <div class="chart-tools">
        <details class="chart-table">
          <summary>{charts.show}</summary>
          {table}
        </details>
        <button
          type="button"
          data-kind="quiet"
          aria-label={charts.download(title, charts.svg)}
          onClick={saveSvg}
        >
          {charts.svg}
        </button>
        <button
          type="button"
          data-kind="quiet"
          aria-label={charts.download(title, charts.png)}
          onClick={() => void savePng()}
        >
          {charts.png}
        </button>
      </div>
    </figure>
  );
}

/** Plot names its groups, which ARIA allows only on elements with a role; the picture has one name. */
function leaveUnnamed(drawn: Element): void {
  for (const group of drawn.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label');
}

/** Width of an element in whole pixels, as it changes; 0 before it is known. */
function useWidth(box: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.floor(entry.contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return width;
}
