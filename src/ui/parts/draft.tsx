import type { InputHTMLAttributes, TargetedEvent } from 'preact';
import { useState } from 'preact/hooks';

/**
 * What is typed into a field that counts only once it is left. Until then it is kept here: an answer that arrives
 * meanwhile draws the field again, and would put back what stood there.
 */
export function useDraft<Field extends HTMLInputElement | HTMLTextAreaElement>(
  value: string,
  onText: (text: string) => void,
) {
  const [draft, setDraft] = useState<string | null>(null);
  return {
    value: draft ?? value,
    onInput: (event: TargetedEvent<Field>) => setDraft(event.currentTarget.value),
    onChange: (event: TargetedEvent<Field>) => onText(event.currentTarget.value),
    onBlur: () => setDraft(null),
  };
}

export interface DraftInputProps
  extends Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onInput' | 'onChange' | 'onBlur'> {
  readonly value: string;
  readonly onText: (text: string) => void;
}

/** An input whose text counts once it is left. */
export function DraftInput({ value, onText, ...others }: DraftInputProps) {
  return <input {...others} {...useDraft<HTMLInputElement>(value, onText)} />;
}
