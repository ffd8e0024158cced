import type { MigrationWords } from '~/words/migration.ts';
import type { ToolWork } from '../store/tool-answer.ts';

/** What the planner is doing, as long as it does. */
export function WorkLine({ own, work }: { readonly own: MigrationWords; readonly work: ToolWork }) {
  return (
    <p class="work-line" role="status" data-kind={work.kind}>
      {work.kind === 'asking' && own.evacuation.working}
      {work.kind === 'failed' && own.evacuation.failed(work.message)}
    </p>
  );
}
