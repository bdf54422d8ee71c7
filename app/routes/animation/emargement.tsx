import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { markedInWords } from '#app/attendance/messages.ts';
import { saveSheet } from '#app/attendance/saveSheet.server.ts';
import { readSheet } from '#app/attendance/sheet-form.schema.server.ts';
import { sheetOf } from '#app/attendance/sheets.server.ts';
import { saidAt } from '#app/auth/flash.server.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { SheetPage } from './sheet-page.tsx';

export const headers = () => ({ 'Cache-Control': 'private, no-cache' });
/** A tablet installs the sheet as an application of its own. */
export const handle = { manifest: '/animation/seances/feuilles.webmanifest' };

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: `Émargement : ${page.sheet.title} · Ribambelle` }] : [];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const sheet = await sheetOf(requireActor(context, request), requireId(params), context.now());
  if (!sheet) throw new Response(null, { status: 404 });
  return { sheet };
}

/** The whole sheet, saved without script. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request);
  const sessionId = requireId(params);
  const typed = readSheet(await readForm(request));
  if (!typed) return data({ error: 'Un nombre n’a pas été compris : rien n’est enregistré.' }, { status: 400 });
  const outcome = await saveSheet(actor, { sessionId, typed }, context.now());
  if (outcome.outcome === 'notFound') throw new Response(null, { status: 404 });
  const told = markedInWords(outcome);
  if (outcome.outcome === 'notYet') return data({ error: told.text }, { status: 409 });
  return saidAt(`/animation/seances/${sessionId}/emargement`, told, context);
}

export default function Emargement() {
  const { sheet } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return <SheetPage key={sheet.sessionId} sheet={sheet} error={refused?.error ?? null} />;
}
