import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { chosenDates, weeksAsked } from '#app/catalog/chosen-dates.ts';
import { chooseDates } from '#app/catalog/chooseDates.server.ts';
import { dateChoices, type DateChoices } from '#app/enrollment/cohort-date-choices.server.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { ChipGroup, ChipLink } from '#app/ui/chip.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Field, Fieldset } from '#app/ui/field.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { BackToGroup } from './back-to-group.tsx';
import { doneAt } from './form-answer.ts';

export const meta: MetaFunction = () => [{ title: 'Dates du groupe · Animation · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  const query = new URL(request.url).searchParams;
  const weeks = weeksAsked(query.get('semaines'));
  const asked = { activityId: query.get('activite'), seriesId: query.get('serie'), weeks };
  const page = await dateChoices(actor, params.id ?? '', asked, context.now());
  if (!page) throw new Response(null, { status: 404 });
  return { page };
}

/** Settles the dates of one activity; members are enrolled right after, by a job. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const asked = { activityId: null, seriesId: null, weeks: null };
  const page = await dateChoices(actor, params.id ?? '', asked, context.now());
  if (!page) throw new Response(null, { status: 404 });
  const chosen = chosenDates(await readForm(request));
  const outcome = await chooseDates(actor, { cohortId: page.id, ...chosen }, context.now());
  if (!outcome.ok) throw new Response(null, { status: 404 });
  return doneAt(`/animation/groupes/${page.id}`, 'Les dates sont enregistrées. Les inscriptions suivent.', context);
}

export default function GroupeSeances() {
  const { page } = useLoaderData<typeof loader>();
  const { id, name, chosen } = page;
  return (
    <>
      <PageHeader
        above={<BackToGroup id={id} name={name} />}
        title="Les dates du groupe"
        lead="Le groupe est inscrit d’un coup à ces dates. Les brouillons le seront à leur publication."
      />
      <div className="grid w-full max-w-3xl gap-6 pt-6">
        <ActivityChoice page={page} />
        {chosen && <Dates key={`${chosen.id} ${chosen.seriesId} ${chosen.weeks}`} id={id} chosen={chosen} />}
      </div>
    </>
  );
}

function ActivityChoice({ page: { id, activities, chosen } }: { page: DateChoices }) {
  if (activities.length === 0) {
    return (
      <Empty sentence="Aucune activité du relais n’a de date à venir.">
        <Link to="/animation/planning">Voir le planning</Link>
      </Empty>
    );
  }
  return (
    <Form method="get" action={`/animation/groupes/${id}/seances`} className="flex flex-wrap items-end gap-3">
      <div className="min-w-64 flex-1">
        <Field id="activite" label="Activité">
          {(control) => (
            <select {...control} name="activite" defaultValue={chosen?.id}>
              {activities.map(({ id, title, dates }) => (
                <option key={id} value={id}>
                  {title} ({dates})
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Button variant={chosen ? 'quiet' : 'primary'}>Voir les dates</Button>
    </Form>
  );
}

const WEEKS = [
  { weeks: 'ALL', word: 'Toutes' },
  { weeks: 'ODD', word: 'Semaines impaires' },
  { weeks: 'EVEN', word: 'Semaines paires' },
] as const;

function Dates({ id, chosen }: { id: string; chosen: NonNullable<DateChoices['chosen']> }) {
  const { id: activityId, title, series, seriesId, weeks, follows, dates } = chosen;
  const to = (serie: string | null, semaines: string) =>
    `/animation/groupes/${id}/seances?${new URLSearchParams({ activite: activityId, semaines, ...(serie === null ? {} : { serie }) })}`;
  return (
    <Form method="post" action={`/animation/groupes/${id}/seances`} className="grid gap-5">
      <input type="hidden" name="activite" value={activityId} />
      <input type="hidden" name="serie" value={seriesId ?? ''} />
      <input type="hidden" name="semaines" value={weeks} />
      {series.length > 0 && (
        <ChipGroup label="Créneau">
          <ChipLink to={to(null, weeks)} current={seriesId === null}>
            Tous les créneaux
          </ChipLink>
          {series.map(({ id, words }) => (
            <ChipLink key={id} to={to(id, weeks)} current={seriesId === id}>
              {words}
            </ChipLink>
          ))}
        </ChipGroup>
      )}
      <ChipGroup label="Demi-groupes : cocher">
        {WEEKS.map(({ weeks: one, word }) => (
          <ChipLink key={one} to={to(seriesId, one)} current={weeks === one}>
            {word}
          </ChipLink>
        ))}
      </ChipGroup>
      <Fieldset id="dates" legend={title} hint="Décochez les dates où le groupe ne vient pas.">
        {dates.map(({ id, when, week, draft, ticked }) => (
          <div key={id}>
            <input type="hidden" name="montree" value={id} />
            <CheckboxCard
              name="seance"
              value={id}
              defaultChecked={ticked}
              label={when}
              note={draft ? `brouillon, ${week}` : week}
            />
          </div>
        ))}
        {dates.length === 0 && <p className="text-soft">Pas encore de date à venir.</p>}
      </Fieldset>
      <CheckboxCard
        name="suivre"
        value="oui"
        defaultChecked={follows}
        label="Venir aussi aux dates qui seront ajoutées"
        note={weeks === 'ALL' ? undefined : 'mêmes semaines'}
      />
      <Button wide>Enregistrer les dates</Button>
      <LinkButton to={`/animation/groupes/${id}`} variant="quiet">
        Ne rien changer
      </LinkButton>
    </Form>
  );
}
