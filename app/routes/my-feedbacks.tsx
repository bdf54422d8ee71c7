import { LinkButton } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';

/** The questionnaires about trainings that wait for her. */
export function MyFeedbacks({ asked }: { asked: readonly { id: string; training: string }[] }) {
  return asked.map(({ id, training }) => (
    <Notice key={id} title={`Votre avis sur la formation : ${training}`}>
      <p>Cinq questions, une minute, sans votre nom.</p>
      <p className="mt-2">
        <LinkButton to={`/mon-espace/avis/${id}`}>
          Donner mon avis<span className="sr-only"> sur {training}</span>
        </LinkButton>
      </p>
    </Notice>
  ));
}
