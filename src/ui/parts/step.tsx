import type { ComponentChildren } from 'preact';

export interface StepProps {
  /** Where an address leads to; the heading's id follows from it. */
  readonly id: string;
  readonly title: string;
  /** The answer: stays in view beside the inputs where there is room. */
  readonly isOutcome?: boolean;
  readonly children: ComponentChildren;
}

/** A part of a tool's page under its heading. */
export function Step({ id, title, isOutcome = false, children }: StepProps) {
  return (
    <section class={isOutcome ? 'step outcome' : 'step'} id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}
