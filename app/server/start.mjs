/** `npm start` and, with `--dev`, `npm run dev`: prepares what is missing, then serves in this same process. */
import { prepare, readEnvFile, Refusal, ROOT, say } from './prepare.mjs';

const dev = process.argv.includes('--dev');

try {
  process.chdir(ROOT);
  await prepare({ build: !dev });
  readEnvFile();
  const caller = { ...process.env };
  process.env.NODE_ENV = dev || caller.NODE_ENV === 'development' ? 'development' : 'production';
  const { register } = await import('tsx/esm/api');
  register();
  const { serve } = await import('./serve.ts');
  await serve({ env: caller, dev });
} catch (error) {
  say(error instanceof Refusal ? error.message : String(Reflect.get(Object(error), 'stack') ?? error));
  process.exit(1);
}
