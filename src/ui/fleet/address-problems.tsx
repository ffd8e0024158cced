import type { ScenarioProblem } from '~/scenario/parse.ts';
import type { Words } from '~/words/words.ts';

export interface AddressProblemsProps {
  readonly words: Words;
  readonly problems: readonly ScenarioProblem[];
}

/** What is wrong with the settings that the address brought. */
export function AddressProblems({ words, problems }: AddressProblemsProps) {
  if (problems.length === 0) return null;
  return (
    <div class="notice" data-kind="warn" role="alert">
      {problems.map(({ path, value, expected }) => (
        <p key={path}>{words.tool.keep.badAddress(path, value, expected)}</p>
      ))}
    </div>
  );
}
