import { ClassesPanel } from './classes-panel.tsx';
import type { FailoverPanelProps } from './parts.ts';
import { RulesPanel } from './rules-panel.tsx';

/** How the cluster recovers, and whose machines come first. */
export function AllRules(panel: FailoverPanelProps) {
  return (
    <>
      <RulesPanel {...panel} />
      <ClassesPanel {...panel} />
    </>
  );
}
