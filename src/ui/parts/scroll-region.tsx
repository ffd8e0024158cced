import type { ComponentChildren, RefObject, TargetedEvent } from 'preact';

export interface ScrollRegionProps {
  readonly label: string;
  readonly children: ComponentChildren;
  readonly isTall?: boolean;
  readonly box?: RefObject<HTMLElement>;
  readonly onScroll?: (event: TargetedEvent<HTMLElement>) => void;
}

/** A box that scrolls, with mouse, finger and keyboard. */
export function ScrollRegion({
  label,
  children,
  isTall = false,
  box,
  onScroll,
}: ScrollRegionProps) {
  return (
    <section
      class="table-scroll"
      data-height={isTall ? 'tall' : undefined}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (axe: scrollable-region-focusable)
      tabIndex={0}
      {...(box && { ref: box })}
      {...(onScroll && { onScroll })}
    >
      {children}
    </section>
  );
}
