import { Form, useNavigation } from '@remix-run/react';
import { summaryOf } from '#app/auth/form-errors.ts';
import { KindMark } from '#app/catalog/kind-mark.tsx';
import type { EditPreview, SessionEditPage } from '#app/enrollment/session-edit-page.server.ts';
import type { TypedEdit } from '#app/enrollment/session-edit.schema.server.ts';
import { capital } from '#app/time/french.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { EditEffect } from './edit-effect.tsx';
import { EditFields } from './edit-fields.tsx';
import { StateMark } from './planning-state-mark.tsx';

interface Props {
  page: SessionEditPage;
  typed: TypedEdit;
  errors: Readonly<Record<string, string>>;
  preview: EditPreview | null;
}

/** One session to change, alone or with others of its series; what will happen is said before it is saved. */
export function EditScreen({ page, typed, errors, preview }: Props) {
  const here = `/animation/seances/${page.id}`;
  const isBusy = useNavigation().state === 'submitting';
  const isPossible = preview !== null && preview.refusal === null && preview.lines.length > 0;
  return (
    <>
      <PageHeader
        above={
          <div className="flex flex-wrap items-center gap-2">
            <KindMark kind={page.kind} />
            <StateMark state={page.state} />
          </div>
        }
        title={`Modifier : ${page.title}`}
        lead={`${capital(page.when)} · ${page.relais}`}
      />
      {page.past ? (
        <div className="grid max-w-2xl gap-4 pt-6">
          <Notice title="Cette séance a commencé">
            <p>Elle ne change plus.</p>
          </Notice>
          <p>
            <LinkButton to={here} variant="quiet">
              Revenir à la séance
            </LinkButton>
          </p>
        </div>
      ) : (
        <Form method="post" action={`${here}/modification`} className="grid max-w-4xl gap-6 pt-6" noValidate>
          <ErrorSummary errors={summaryOf(errors)} />
          {preview && <EditEffect preview={preview} typed={typed} errors={errors} />}
          {isPossible && (
            <div className="flex flex-wrap gap-3">
              <Button formAction={`${here}/modification/enregistrement`} disabled={isBusy}>
                {preview.clashes.length > 0 ? 'Enregistrer en passant outre' : 'Enregistrer'}
              </Button>
              <LinkButton to={here} variant="quiet">
                Ne rien changer
              </LinkButton>
            </div>
          )}
          <EditFields page={page} typed={typed} errors={errors} />
          <div className="flex flex-wrap gap-3">
            <Button variant={isPossible ? 'quiet' : 'primary'} disabled={isBusy}>
              Voir ce qui va changer
            </Button>
            <LinkButton to={here} variant="quiet">
              Annuler
            </LinkButton>
          </div>
        </Form>
      )}
    </>
  );
}
