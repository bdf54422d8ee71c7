/** `npm start` and, with `--dev`, `npm run dev`: prepares what is missing, then serves in this same process. */
import { prepare, readEnvFile, Refusal, ROOT, say } from './prepare.mjs';

const dev = process.argv.includes('--dev');

try {
  process.chdir(ROOT);
  await prepare({ build: !dev });
  readEnvFile();
  const caller = { ...process.env };
  process.env.NODE_ENV = dev || caller.NODE_ENV === 'development' ? 'development' : 'production';
  const { serve } = await (dev ? fromSources() : import(new URL('../../build/server/serve.js', import.meta.url).href));
  await serve({ env: caller, dev });
} catch (error) {
  say(error instanceof Refusal ? error.message : String(Reflect.get(Object(error), 'stack') ?? error));
  process.exit(1);
}

async function fromSources() {
  const { register } = await import('tsx/esm/api');
  register();
  return import('./serve.ts');
}
