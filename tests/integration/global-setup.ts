import type { TestProject } from 'vitest/node';

import { generate } from '#app/db/generate.mjs';

import { dropRun, embeddedTemplate, serverTemplate, type Template } from './template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    template: Template;
  }
}

/** Prepares the migrated database that workers clone: on `TEST_DATABASE_URL` when set, else on the embedded engine. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await generate();
  const server = process.env.TEST_DATABASE_URL;
  const template = server ? await serverTemplate(server) : await embeddedTemplate();
  project.provide('template', template);
  return () => dropRun(template);
}
