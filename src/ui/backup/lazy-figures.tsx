import type { ComponentType } from 'preact';
import { Near } from '../parts/near.tsx';
import type { BackupPanelProps } from './parts.ts';

type Figures = ComponentType<BackupPanelProps>;

const loaders = {
  space: async (): Promise<Figures> => (await import('./space-figure.tsx')).SpaceFigure,
  night: async (): Promise<Figures> => (await import('./night-figures.tsx')).NightFigures,
};

/** Loads charts when the reader comes near them: nobody pays for Plot who does not look. */
export function LazyFigures({
  which,
  panel,
}: {
  readonly which: keyof typeof loaders;
  readonly panel: BackupPanelProps;
}) {
  return <Near load={loaders[which]} props={panel} place="charts backup-charts" />;
}
