import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { errorsByField } from '#app/auth/form-errors.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { changeDatedSetting } from '#app/people/changeDatedSetting.server.ts';
import { settingForm } from '#app/people/setting.schema.server.ts';
import { settingMessage } from '#app/people/setting-words.ts';
import { settingsPage } from '#app/people/settings-page.server.ts';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { doneAt, typedIn } from './form-answer.ts';
import { SettingPanel } from './setting-panel.tsx';

export const meta: MetaFunction = () => [{ title: 'Réglages · Animation · Ribambelle' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = await settingsPage(requireStaff(context, request), context.now());
  if (!page) throw new Response(null, { status: 404 });
  return page;
}

/** Sets a value from a day on. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const form = await readForm(request);
  const typed = typedIn(form, ['reglage', 'des', 'valeur']);
  const parsed = settingForm.safeParse(typed);
  if (!parsed.success) return data({ errors: errorsByField(parsed.error.issues), typed }, { status: 400 });
  const { reglage: key, des: from, valeur: value } = parsed.data;
  const outcome = await changeDatedSetting(actor, { key, from, value }, context.now());
  if (!outcome.ok && outcome.refusal.code === 'NOT_ALLOWED') throw new Response(null, { status: 404 });
  if (!outcome.ok) {
    const { field, message } = settingMessage(outcome.refusal);
    return data({ errors: { [field]: message }, typed }, { status: 409 });
  }
  throw doneAt(`/animation/reglages#${key}`, 'Le réglage est enregistré.', context);
}

const THEMES = [
  { prefix: 'training', title: 'Formation' },
  { prefix: 'agrement', title: 'Agrément' },
  { prefix: 'analyse', title: 'Analyse de pratiques' },
];

export default function Reglages() {
  const { settings, changes, earliest } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title="Réglages"
        lead="Ce que l’État, la branche ou vous-même pouvez changer. Chaque valeur a sa date : les années passées gardent les leurs."
      />
      {!changes && <Notice title="La responsable de tous les relais change ces réglages ; vous les lisez." />}
      {THEMES.map(({ prefix, title }) => (
        <section key={prefix} className="grid gap-4 pt-8" aria-labelledby={prefix}>
          <h2 id={prefix}>{title}</h2>
          <div className="grid gap-5 md:grid-cols-2 md:items-start">
            {settings
              .filter(({ key }) => key.startsWith(`${prefix}.`))
              .map((setting) => (
                <SettingPanel
                  key={setting.key}
                  setting={setting}
                  changes={changes}
                  earliest={earliest}
                  refused={refused?.typed.reglage === setting.key ? refused : undefined}
                />
              ))}
          </div>
        </section>
      ))}
    </>
  );
}
