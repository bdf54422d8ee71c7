import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PageHeader } from '#app/ui/page-header.tsx';

export const meta: MetaFunction = () => [{ title: 'Accessibilité : non conforme · Ribambelle' }];

export function loader({ context: { publisher, appUrl } }: LoaderFunctionArgs) {
  return { name: publisher?.name ?? 'L’éditeur de ce site', email: publisher?.email ?? null, address: appUrl };
}

export default function Accessibilite() {
  const { name, email, address } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Déclaration d’accessibilité"
        lead="Ce que nous faisons pour que chacune et chacun puisse se servir de ce site, et comment nous dire ce qui manque."
      />
      <div className="prose">
        <p>
          {name} s’engage à rendre son service accessible, conformément à l’article 47 de la loi n° 2005-102 du 11
          février 2005. Cette déclaration s’applique à {address}.
        </p>
        <h2>État de conformité</h2>
        <p>
          Ce site n’a pas encore fait l’objet d’un audit par une personne tierce. En l’absence de résultat d’audit, il
          est déclaré <strong>non conforme</strong> au référentiel général d’amélioration de l’accessibilité (RGAA,
          version 4.1), même si le logiciel a été conçu pour le respecter.
        </p>
        <h2>Ce qui est prévu pour vous aider</h2>
        <ul>
          <li>chaque page s’utilise au clavier, et commence par un lien vers son contenu ;</li>
          <li>aucune information n’est donnée par la seule couleur : un mot ou un pictogramme l’accompagne ;</li>
          <li>les contrastes sont vérifiés à chaque modification, en clair et en sombre ;</li>
          <li>le texte peut être agrandi, et les animations respectent le réglage de votre appareil ;</li>
          <li>le calendrier existe aussi sous forme de liste ;</li>
          <li>les formulaires fonctionnent sans JavaScript et relient chaque erreur à son champ ;</li>
          <li>les pages sont contrôlées par un outil automatique (axe) à chaque version.</li>
        </ul>
        <h2>Contenus dont l’accessibilité n’est pas assurée</h2>
        <ul>
          <li>les documents joints par les relais ou par leurs partenaires ;</li>
          <li>les cartes et les sites extérieurs vers lesquels nous renvoyons.</li>
        </ul>
        <h2>Technologies</h2>
        <p>HTML, CSS, SVG, JavaScript (facultatif). Pages essayées avec Chromium, en petite et en grande fenêtre.</p>
        <h2>Signaler une difficulté</h2>
        <p>
          Si une page vous résiste, dites-le nous : nous vous donnerons l’information autrement, et nous vous inscrirons
          par téléphone si vous le souhaitez.{' '}
          {email === null ? (
            'Les coordonnées de votre relais sont sur sa page.'
          ) : (
            <>
              Écrivez à <a href={`mailto:${email}`}>{email}</a>.
            </>
          )}
        </p>
        <h2>Voies de recours</h2>
        <p>
          Si vous nous avez signalé un défaut qui vous empêche d’utiliser le service et que notre réponse ne vous
          convient pas, vous pouvez :
        </p>
        <ul>
          <li>
            écrire au Défenseur des droits par{' '}
            <a href="https://formulaire.defenseurdesdroits.fr/">son formulaire en ligne</a> ;
          </li>
          <li>contacter le délégué du Défenseur des droits dans votre région ;</li>
          <li>
            écrire, sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07, ou appeler le 09 69
            39 00 00.
          </li>
        </ul>
        <p>Déclaration établie le 22 novembre 2026.</p>
      </div>
    </>
  );
}
