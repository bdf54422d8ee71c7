/**
 * Builds the server room into `build/server/serve.js`: read as one file, it is there a second sooner than as its
 * hundreds of sources. What is plain JavaScript stays where it stands: it looks for other files beside itself.
 */
import { dirname, relative, resolve } from 'node:path';
import { build } from 'vite';

import { ROOT } from './prepare.mjs';

/** @type {import('vite').Plugin} */
const plainStays = {
  name: 'plain-stays',
  enforce: 'pre',
  resolveId(source, importer = '') {
    if (!source.endsWith('.mjs')) return null;
    const file = source.startsWith('.') ? relative(resolve(ROOT, 'app'), resolve(dirname(importer), source)) : null;
    return { id: file === null ? source : `#app/${file.replaceAll('\\', '/')}`, external: true };
  },
};

await build({
  configFile: false,
  root: ROOT,
  logLevel: 'warn',
  publicDir: false,
  plugins: [plainStays],
  build: {
    ssr: 'app/server/serve.ts',
    outDir: 'build/server',
    emptyOutDir: false,
    target: 'node20',
    rollupOptions: { output: { entryFileNames: 'serve.js', inlineDynamicImports: true } },
  },
});
