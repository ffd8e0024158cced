import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import { defineConfig } from 'astro/config';

export default defineConfig({
  base: process.env.HOSTFIT_BASE ?? '/',
  outDir: process.env.HOSTFIT_OUT ?? 'dist',
  integrations: [mdx(), preact()],
});
