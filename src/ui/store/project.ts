import { batch } from '@preact/signals';
import type { ScenarioProblem } from '~/scenario/parse.ts';
import { downloadText } from '../parts/download.ts';
import type { Keeper } from './fleet-keeper.ts';
import type { FleetSession } from './fleet-session.ts';

/** Loaded when it is needed: most visits neither save nor open a project. */
const projectFile = () => import('~/scenario/project-file.ts');

/** Saves settings and fleet as one file. */
export async function saveProject(session: FleetSession) {
  const fleet = session.loaded.value?.fleet;
  if (fleet === undefined) return;
  const { encodeProject } = await projectFile();
  const text = encodeProject(session.scenario.value, fleet);
  downloadText(`${fleet.name}.hostfit.json`, 'application/json', text);
}

/** Opens a project file. @returns what is wrong with it; nothing has changed then */
export async function openProject(
  session: FleetSession,
  keeper: Keeper,
  file: Blob,
): Promise<readonly ScenarioProblem[]> {
  const { decodeProject } = await projectFile();
  const project = decodeProject(await file.text());
  if (project.kind === 'bad') return project.problems;
  batch(() => {
    session.scenario.value = project.scenario;
    session.takeFleet(project.fleet, null);
  });
  await keeper.keepFleet({ fleet: project.fleet, report: null });
  return [];
}

/** Whether a file that was dropped among others is a project of this tool. */
export const isProjectName = (name: string) => name.toLowerCase().endsWith('.hostfit.json');
