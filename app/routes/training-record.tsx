import type { MyRecord } from '#app/training/my-record.server.ts';
import type { RecordTraining } from '#app/training/person-record.server.ts';
import { HoursPanel } from '#app/training/hours-panel.tsx';
import { RecordTimeline } from '#app/training/record-timeline.tsx';
import { RenewalList } from '#app/training/renewal-list.tsx';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';

/** What is to renew, the hours of the year, then each year with its trainings and presences. */
export function TrainingRecord({ record }: { record: MyRecord }) {
  const { hours, renewals, years, initial } = record;
  const nothing =
    initial.length === 0 && years.every(({ hours, trainings }) => trainings.length + hours.presences.length === 0);
  return (
    <div className="grid gap-6">
      <RenewalList renewals={renewals}>
        <p className="mt-2">
          <LinkButton to="/mon-espace/besoins">Dire ce qui me convient</LinkButton>
        </p>
      </RenewalList>
      <HoursPanel year={hours} title={`Mes heures de ${hours.year}`} />
      {nothing && (
        <Empty sentence="Rien pour le moment. Ajoutez les formations que vous avez suivies : votre relais vous préviendra avant une fin de validité." />
      )}
      <RecordTimeline
        record={record}
        proofPath={(id) => `/mon-espace/parcours/${id}/justificatif`}
        deeds={(training) => <Deeds training={training} />}
      />
    </div>
  );
}

function Deeds({ training: { id, title, proof } }: { training: RecordTraining }) {
  return (
    <details className="fold mt-2">
      <summary>
        {proof === null ? 'Ajouter un justificatif, retirer' : 'Changer le justificatif, retirer'}
        <span className="sr-only"> : {title}</span>
      </summary>
      <form
        method="post"
        action={`/mon-espace/parcours/${id}/justificatif`}
        encType="multipart/form-data"
        className="grid gap-3 py-2"
      >
        <div className="field">
          <label htmlFor={`fichier-${id}`}>Justificatif</label>
          <div className="hint" id={`fichier-${id}-aide`}>
            PDF ou photo (JPEG, PNG), 5 Mo au plus.
          </div>
          <input
            id={`fichier-${id}`}
            aria-describedby={`fichier-${id}-aide`}
            className="input"
            type="file"
            name="justificatif"
            accept=".pdf,.jpg,.jpeg,.png"
            required
          />
        </div>
        <p>
          <Button variant="quiet" aria-label={`Enregistrer le justificatif : ${title}`}>
            Enregistrer le justificatif
          </Button>
        </p>
      </form>
      <form method="post" action={`/mon-espace/parcours/${id}/retrait`} className="py-2">
        <Button variant="danger" aria-label={`Retirer la formation : ${title}`}>
          Retirer cette formation
        </Button>
      </form>
    </details>
  );
}
