import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig, type Plugin } from 'vite';
import options from './remix.config.js';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

const FRAMEWORK = /\/node_modules\/(react|react-dom|scheduler|@remix-run|react-router|react-router-dom)\//;
/** What almost every page shows: components, icons, dates in words, kinds of activities. */
const EVERYWHERE = [
  /\/app\/ui\/.*\.tsx?$|\/lucide-react\//,
  /\/app\/time\/(french|iso-date|wall-clock)\.ts$/,
  /\/app\/catalog\/(kinds\.ts|kind-mark\.tsx|moment\.tsx)$/,
];

/** On a phone, one file of components costs less than twenty of a few hundred bytes. */
const together = (id: string) => {
  if (FRAMEWORK.test(id)) return 'framework';
  return EVERYWHERE.some((part) => part.test(id)) ? 'ui' : undefined;
};

/** Files that never change are compressed once and hard, a sixth smaller than what a server does while it answers. */
const compressed: Plugin = {
  name: 'compressed',
  apply: (_, { isSsrBuild }) => isSsrBuild !== true,
  async writeBundle({ dir = '.' }) {
    const files = (await readdir(join(dir, 'assets'))).filter((name) => /\.(js|css)$/.test(name));
    await Promise.all(
      files.map(async (name) => {
        const file = join(dir, 'assets', name);
        await writeFile(`${file}.br`, await promisify(brotliCompress)(await readFile(file)));
      }),
    );
  },
};

const calendar = ['', '/daygrid', '/interaction', '/locales/fr', '/themes/classic', '/timegrid'];

/** Found only when a page first needs them: without this, the development server would reload that page once. */
const LATE = [...calendar.map((part) => `@fullcalendar/react${part}`), 'lucide-react', 'temporal-polyfill'];

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [tailwindcss(), remix(options), compressed],
  optimizeDeps: { include: LATE },
  // Its thousand icons take a fifth of a second to load; the build keeps those we show.
  ssr: { noExternal: ['lucide-react'] },
  build: {
    target: 'es2022',
    rollupOptions: isSsrBuild ? {} : { output: { manualChunks: together } },
  },
}));
