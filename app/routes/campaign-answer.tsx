import { useLocation } from '@remix-run/react';
import type { ComponentProps } from 'react';
import type { AnswerPage } from '#app/training/campaign-answer.server.ts';
import { NeedForm } from '#app/training/need-form.tsx';
import { Button } from '#app/ui/button.tsx';
import { ContactLinks } from '#app/ui/contact-links.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Paragraphs } from '#app/ui/paragraphs.tsx';

interface CampaignAnswerProps {
  page: AnswerPage;
  refused: ComponentProps<typeof NeedForm>['refused'];
}

/** The page of a campaign's personal link: two minutes, without signing in. */
export function CampaignAnswer({ page, refused }: CampaignAnswerProps) {
  if (page.state !== 'OPEN') return <Dead page={page} />;
  return (
    <>
      <PageHeader
        title={`${page.firstName}, qu’aimeriez-vous apprendre ?`}
        lead={`${page.relais.name} vous le demande, jusqu’au ${page.closes}. Deux minutes suffisent.`}
        chain
      />
      <div className="grid w-full max-w-2xl gap-6 pt-6">
        {page.answered && (
          <Notice severity="success" title="Merci, c’est noté">
            <p>Vous pouvez ajouter un besoin ou changer votre réponse jusqu’au {page.closes}.</p>
          </Notice>
        )}
        {page.words !== '' && !page.answered && <Paragraphs text={page.words} />}
        <Said page={page} />
        <NeedForm themes={page.themes} refused={refused} />
        <NoNeed page={page} />
        <p className="text-soft">
          Votre réponse est lue par les animatrices et la responsable de votre relais, et par vous.
        </p>
      </div>
    </>
  );
}

function Said({ page: { said } }: { page: AnswerPage }) {
  const { pathname } = useLocation();
  if (said.length === 0) return null;
  return (
    <section className="panel grid gap-3" aria-labelledby="dit">
      <h2 id="dit">Ce que vous avez dit</h2>
      <ul className="grid gap-3">
        {said.map(({ id, title, words, hers }) => (
          <li key={id} className="flex flex-wrap items-center gap-3">
            <span className="min-w-0 flex-1 basis-40 wrap-anywhere">
              <b>{title}</b>
              {words !== '' && <span className="block">{words}</span>}
            </span>
            {hers && (
              <form method="post" action={`${pathname}/retrait`}>
                <input type="hidden" name="besoin" value={id} />
                <Button variant="danger">
                  Retirer<span className="sr-only"> : {title}</span>
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function NoNeed({ page: { said, answered } }: { page: AnswerPage }) {
  const { pathname } = useLocation();
  if (answered && said.length === 0) return <p>Vous avez répondu que vous n’avez pas de besoin pour le moment.</p>;
  return (
    <form method="post" action={`${pathname}/aucun`} className="grid gap-2">
      <Button variant="quiet" wide>
        Je n’ai pas de besoin
      </Button>
      <p className="hint">
        {said.some(({ hers }) => hers) ? 'Ce que vous avez dit ici est alors retiré.' : 'C’est une réponse aussi.'}
      </p>
    </form>
  );
}

function Dead({ page: { state, relais, closes } }: { page: AnswerPage }) {
  return (
    <>
      <PageHeader
        title={state === 'OVER' ? 'Cette campagne est finie' : 'Ce lien ne sert plus'}
        lead={
          state === 'OVER'
            ? `On pouvait répondre jusqu’au ${closes}. Vous pouvez toujours dire vos besoins dans votre espace, ou appeler le relais.`
            : `Vous n’êtes plus rattachée à ${relais.name}. Appelez-le si c’est une erreur.`
        }
        chain
      />
      <div className="grid gap-3 pt-6">
        <p>
          <a href="/mon-espace/besoins" className="btn btn--primary">
            Dire un besoin dans mon espace
          </a>
        </p>
        <ContactLinks phone={relais.phone} email={relais.email} />
      </div>
    </>
  );
}
