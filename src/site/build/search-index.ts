import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

/** Pagefind's own user interfaces and highlighter: ours is src/site/scripts/search-panel.ts. */
const isUnused = (path: string) => /(^|\/)pagefind-[a-z-]*(ui|highlight)\.(js|css)$/.test(path);

/** Indexes the built pages for search, one index for each `<html lang>`, into `pagefind/`. */
export const searchIndex = (): AstroIntegration => ({
  name: 'hostfit-search-index',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const folder = fileURLToPath(dir);
      const { index, errors } = await createIndex();
      if (index === undefined) throw new Error(`Pagefind: ${errors.join('; ')}`);
      const indexed = await index.addDirectory({ path: folder });
      const { files } = await index.getFiles();
      for (const { path, content } of files.filter((file) => !isUnused(file.path))) {
        const target = join(folder, 'pagefind', path);
        await mkdir(dirname(target), { recursive: true });
        await writeFile(target, content);
      }
      await close();
      logger.info(`${indexed.page_count} pages indexed`);
    },
  },
});
