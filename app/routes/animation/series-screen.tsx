import { Form, Link, useNavigation } from '@remix-run/react';
import { summaryOf } from '#app/auth/form-errors.ts';
import { KindMark } from '#app/catalog/kind-mark.tsx';
import type { SeriesPage } from '#app/catalog/series-page.server.ts';
import type { SeriesPreview } from '#app/catalog/series-preview.server.ts';
import type { TypedSeries } from '#app/catalog/series-typed.ts';
import { capital } from '#app/time/french.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { SeriesDates } from './series-dates.tsx';
import { SeriesRule } from './series-rule.tsx';
import { SeriesTeam } from './series-team.tsx';

interface Props {
  page: SeriesPage;
  typed: TypedSeries;
  errors: Readonly<Record<string, string>>;
  preview: SeriesPreview | null;
}

/** The form of a series: its rule, then, once looked at, its dates; one form, so that nothing typed is lost. */
export function SeriesScreen({ page, typed, errors, preview }: Props) {
  const here = `/animation/activites/${page.activityId}`;
  const isBusy = useNavigation().state === 'submitting';
  const isFolded = preview !== null && Object.keys(errors).every((name) => name === 'motif' || name === 'apercu');
  const rule = <SeriesRule page={page} typed={typed} errors={errors} />;
  const team = <SeriesTeam page={page} typed={typed} errors={errors} />;
  return (
    <>
      <PageHeader
        above={<KindMark kind={page.kind} />}
        title={`Ajouter des dates : ${page.title}`}
        lead={`${page.relais}. Dites le rythme, regardez les dates, enregistrez : elles restent en brouillon jusqu’à leur publication.`}
      />
      <Form method="post" action={`${here}/dates`} className="grid gap-6 pt-6" noValidate>
        <ErrorSummary errors={summaryOf(errors)} />
        {isFolded ? (
          <details className="panel fold">
            <summary>
              <span className="font-title">{capital(preview.sentence)}.</span>
              <span className="text-soft"> Changer le rythme, les horaires, le lieu ou l’équipe</span>
            </summary>
            <div className="grid gap-6 pt-4">
              {rule}
              {team}
            </div>
          </details>
        ) : (
          <>
            {rule}
            {team}
          </>
        )}
        {preview && <SeriesDates page={page} typed={typed} preview={preview} errors={errors} />}
        <div className="flex flex-wrap gap-3">
          {preview && (
            <Button formAction={`${here}/dates/enregistrement`} disabled={isBusy}>
              Enregistrer en brouillon
            </Button>
          )}
          <Button variant={preview ? 'quiet' : 'primary'} disabled={isBusy}>
            {preview ? 'Recalculer les dates' : 'Voir les dates'}
          </Button>
          <LinkButton to={here} variant="quiet">
            Annuler
          </LinkButton>
        </div>
        <p className="text-soft">
          Les brouillons ne se voient qu’en équipe. <Link to={here}>Revenir à l’activité</Link>
        </p>
      </Form>
    </>
  );
}
