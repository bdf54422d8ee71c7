import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import options from './remix.config.js';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

/** On a phone, one file of components costs less than twenty of a few hundred bytes. */
const together = (id: string) => {
  if (/\/node_modules\/(react|react-dom|scheduler|@remix-run|react-router|react-router-dom)\//.test(id))
    return 'framework';
  return /\/app\/ui\/.*\.tsx?$|\/lucide-react\//.test(id) ? 'ui' : undefined;
};

const calendar = ['', '/daygrid', '/interaction', '/locales/fr', '/themes/classic', '/timegrid'];

/** Found only when a page first needs them: without this, the development server would reload that page once. */
const LATE = [...calendar.map((part) => `@fullcalendar/react${part}`), 'lucide-react', 'temporal-polyfill'];

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [tailwindcss(), remix(options)],
  optimizeDeps: { include: LATE },
  build: {
    target: 'es2022',
    rollupOptions: isSsrBuild ? {} : { output: { manualChunks: together } },
  },
}));
