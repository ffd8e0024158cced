import type { LicensingPolicy } from '../model/licensing/policy.ts';
import type { ScenarioProblem } from './parse.ts';

/** Plain numbers that contradict one another: more of a kind than machines there are. */
export function numberProblems({ numbers, assumedRatio }: LicensingPolicy): ScenarioProblem[] {
  const problems: ScenarioProblem[] = [];
  const most = (path: string, value: number, limit: number) => {
    if (value > limit) {
      problems.push({ path: `licensing.${path}`, value: String(value), expected: `<=${limit}` });
    }
  };
  if (numbers !== null) {
    const { machines, windows, rhel, sles, sql, oracle } = numbers;
    most('numbers.windows', windows, machines);
    most('numbers.rhel', rhel, machines - windows);
    most('numbers.sles', sles, machines - windows - rhel);
    most('numbers.sql', sql, machines);
    most('numbers.oracle', oracle, machines);
  }
  const { windows, rhel, sles } = assumedRatio;
  if (windows + rhel + sles > 1)
    most('assumedRatio.windows', windows, Math.max(0, 1 - rhel - sles));
  return problems;
}
