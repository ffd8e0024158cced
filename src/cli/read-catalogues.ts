import { type BackupCatalogue, parseBackupCatalogue } from '../scenario/backup-catalogue.ts';
import { type Catalogue, parseCatalogue } from '../scenario/catalogue.ts';
import { type HaCatalogue, parseHaCatalogue } from '../scenario/ha-catalogue.ts';
import { type LicensingCatalogue, parseLicensing } from '../scenario/licensing-catalogue.ts';
import { type MigrationProduct, parseMigrationProducts } from '../scenario/migration-catalogue.ts';
import { readData } from './read-data.ts';

/* The site's catalogues, from the same files. */

export const readHostCatalogue = async (): Promise<Catalogue> =>
  parseCatalogue({
    hostTypes: await readData('host-types'),
    overheads: await readData('overheads'),
  });

export const readMigrationProducts = async (): Promise<readonly MigrationProduct[]> =>
  parseMigrationProducts(await readData('migration/products'));

export const readHaCatalogue = async (): Promise<HaCatalogue> =>
  parseHaCatalogue({
    profiles: await readData('ha/profiles'),
    assumptions: await readData('ha/assumptions'),
  });

/** Licence terms and prices. */
export const readLicensing = async (): Promise<LicensingCatalogue> =>
  parseLicensing({
    products: await readData('licensing/products'),
    sources: await readData('licensing/sources'),
  });

export const readBackup = async (): Promise<BackupCatalogue> =>
  parseBackupCatalogue({
    methods: await readData('backup/methods'),
    products: await readData('backup/products'),
    figures: await readData('backup/figures'),
  });
