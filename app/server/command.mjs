/** `npm run doctor`, `import`, `create-admin`, `backup`, `restore`, `bench`: `command.mjs NAME ARGUMENTS…`. */
import { prepare, readEnvFile, Refusal, ROOT, say } from './prepare.mjs';

const [name = '', ...args] = process.argv.slice(2);
const cwd = process.env.INIT_CWD ?? process.cwd(); // npm moves to the package's folder

try {
  process.chdir(ROOT);
  await prepare({ build: name === 'bench' });
  readEnvFile();
  const caller = { ...process.env };
  process.env.NODE_ENV = caller.NODE_ENV === 'development' ? 'development' : 'production';
  const { register } = await import('tsx/esm/api');
  register();
  const { runCommand } = await import('./run-command.ts');
  process.exit(await runCommand(name, args, { env: caller, cwd }));
} catch (error) {
  say(error instanceof Refusal ? error.message : String(Reflect.get(Object(error), 'stack') ?? error));
  process.exit(1);
}
