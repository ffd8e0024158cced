import type { BackupSettings } from '../model/backup/settings.ts';
import type { BackupCatalogue } from './backup-catalogue.ts';
import type { NamedId } from './unknown-id.ts';

/** The methods and the product that the backup's section names; a product may be another than those known. */
export function backupIds(
  { environment, rest, classes }: BackupSettings,
  { methods, products }: BackupCatalogue,
): readonly NamedId[] {
  const known = methods.map(({ id }) => id);
  return [
    {
      path: 'backup.environment.product',
      id: environment.product,
      known: [...products.map(({ id }) => id), 'other'],
    },
    { path: 'backup.rest.method', id: rest.method, known },
    ...classes.map(({ method }, index) => ({
      path: `backup.classes.${index}.method`,
      id: method,
      known,
    })),
  ];
}
