import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { SectionNav } from '#app/ui/section-nav.tsx';
import { animationSections } from './sections.ts';
import { TypedAgain } from './typed-again.tsx';

export const headers = () => ({ 'Cache-Control': 'private, no-cache' });

/** The frame of the team's pages. Each page asks for its actor too: loaders run side by side. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  return { owner: actor.personId, sections: animationSections(actor) };
}

export default function Animation() {
  const { owner, sections } = useLoaderData<typeof loader>();
  return (
    <>
      <SectionNav label="Animation" groups={sections} home="/animation" />
      <TypedAgain owner={owner} />
      <Outlet />
    </>
  );
}
