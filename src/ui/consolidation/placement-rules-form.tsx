import { useId, useState } from 'preact/hooks';
import type { Scenario } from '~/model/scenario.ts';
import type { Words } from '~/words/words.ts';
import {
  groupsFromText,
  groupsText,
  type PlacementKind,
  pinnedFromText,
  pinnedText,
  setsFromText,
  setsText,
} from './placement-text.ts';

export interface PlacementRulesFormProps {
  readonly words: Words;
  readonly scenario: Scenario;
  readonly onScenario: (scenario: Scenario) => void;
}

/** Which machines go together, apart, over domains or to hosts of their own, by name. */
export function PlacementRulesForm({ words, scenario, onScenario }: PlacementRulesFormProps) {
  const texts = words.settings.rules;
  const { rules, hostTypes } = scenario;
  const kinds: readonly PlacementKind[] = ['together', 'apart', 'spread'];
  const isExclusive = rules.groups.some((group) => group.isExclusive);
  const setRules = (change: Partial<Scenario['rules']>) =>
    onScenario({ ...scenario, rules: { ...rules, ...change } });
  return (
    <fieldset class="placement">
      <legend>{texts.title}</legend>
      {kinds.map((kind) => (
        <LinesField
          key={kind}
          label={texts[kind]}
          help={kind === 'spread' ? texts.spreadHelp : texts.help}
          text={setsText(rules[kind])}
          onText={(text) => setRules({ [kind]: setsFromText(text) })}
        />
      ))}
      <LinesField
        label={texts.groups}
        help={texts.groupsHelp}
        text={groupsText(rules.groups)}
        onText={(text) => setRules({ groups: groupsFromText(text, isExclusive) })}
      />
      {rules.groups.length > 0 && (
        <label class="check">
          <input
            type="checkbox"
            checked={isExclusive}
            onChange={({ currentTarget }) =>
              setRules({
                groups: rules.groups.map((group) => ({
                  ...group,
                  isExclusive: currentTarget.checked,
                })),
              })
            }
          />
          {texts.exclusive}
        </label>
      )}
      {hostTypes.length > 1 && (
        <LinesField
          label={texts.pinned}
          help={texts.pinnedHelp}
          text={pinnedText(rules.pinned, hostTypes)}
          onText={(text) => setRules({ pinned: pinnedFromText(text, hostTypes) })}
        />
      )}
    </fieldset>
  );
}

interface LinesFieldProps {
  readonly label: string;
  readonly help: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** Lines of names; they count when the reader leaves the field, not at every letter. */
function LinesField({ label, help, text, onText }: LinesFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        rows={3}
        spellcheck={false}
        value={typed ?? text}
        aria-describedby={`${id}-help`}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => {
          if (typed !== null) onText(typed);
          setTyped(null);
        }}
      />
      <p class="field-hint" id={`${id}-help`}>
        {help}
      </p>
    </div>
  );
}
