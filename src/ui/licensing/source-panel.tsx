import type { PlainNumbers } from '~/model/licensing/policy.ts';
import type { Words } from '~/words/words.ts';
import { FleetPanel } from '../fleet/fleet-panel.tsx';
import type { FleetSession } from '../store/fleet-session.ts';
import { NumbersFields } from './numbers-fields.tsx';
import type { Shelf } from './parts.ts';

export interface SourcePanelProps {
  readonly words: Words;
  readonly shelf: Shelf;
  readonly session: FleetSession;
  readonly base: string;
  readonly mode: 'numbers' | 'fleet';
  readonly numbers: PlainNumbers;
  readonly onMode: (mode: 'numbers' | 'fleet') => void;
}

/** What is licensed: numbers that the reader types, or the plan of a fleet. */
export function SourcePanel(props: SourcePanelProps) {
  const { words, shelf, session, base, mode, numbers, onMode } = props;
  const { tool: texts } = shelf.own;
  return (
    <>
      <fieldset class="licence-source">
        <legend class="visually-hidden">{texts.source}</legend>
        {(['numbers', 'fleet'] as const).map((choice) => (
          <label class="check" key={choice}>
            <input
              type="radio"
              name="licence-source"
              checked={mode === choice}
              onChange={() => onMode(choice)}
            />
            {choice === 'numbers' ? texts.fromNumbers : texts.fromFleet}
          </label>
        ))}
      </fieldset>
      {mode === 'numbers' ? (
        <NumbersFields own={shelf.own} session={session} numbers={numbers} />
      ) : (
        <FleetPanel words={words} session={session} base={base} />
      )}
    </>
  );
}
