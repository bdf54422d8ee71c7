import { StaticRouter } from 'react-router-dom/server';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { Card, Panel } from '#app/ui/card.tsx';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { ChipGroup, ChipLink } from '#app/ui/chip.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { Field, Fieldset } from '#app/ui/field.tsx';
import { FigureNumber } from '#app/ui/figure-number.tsx';
import {
  ArrowLeftRight,
  Blocks,
  Check,
  GraduationCap,
  type Icon,
  MessageCircleHeart,
  MessagesSquare,
} from '#app/ui/icons.tsx';
import { KindBadge } from '#app/ui/kind-badge.tsx';
import { MonthGrid } from '#app/ui/month-grid.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Page } from '#app/ui/page.tsx';
import { Pager } from '#app/ui/pager.tsx';
import { Stepper } from '#app/ui/stepper.tsx';
import { Table } from '#app/ui/table.tsx';
import { severities, type Tone } from '#app/ui/tone.ts';

/** Every component once, in a page: what html-validate reads and what one looks at when changing the style. */
export function Gallery({ signedIn = true }: { signedIn?: boolean }) {
  return (
    <StaticRouter location="/activites">
      <Page
        nav={[
          { href: '/activites', label: 'Séances' },
          ...(signedIn ? [{ href: '/mon-espace', label: 'Mon espace' }] : []),
        ]}
        account={signedIn ? { name: 'Nadia Morel', signOut: '/deconnexion' } : null}
        signIn={{ href: '/connexion', label: 'Se connecter' }}
        footer={[
          { href: '/mentions-legales', label: 'Mentions légales' },
          { href: '/accessibilite', label: 'Accessibilité : non conforme' },
          { href: '/confidentialite', label: 'Données personnelles' },
          { href: '/plan-du-site', label: 'Plan du site' },
        ]}
        footnote="Ribambelle, logiciel libre."
        banner={
          <>
            <strong>Démonstration :</strong> personnes fictives. <a href="/demo/courriels">Voir les courriels</a>
          </>
        }
        flash={{ severity: 'success', text: 'Vous êtes inscrite avec 2 enfants.' }}
      >
        <PageHeader
          title="Vos prochaines séances"
          lead="Ateliers, réunions et formations des relais près de chez vous. Réservez votre place, et celle des enfants."
          chain
        />
        <div className="pt-3">
          <ChipGroup label="Filtres" scroll>
            {['Mes relais', 'Avec des places', 'Ateliers', 'Réunions', 'Formations', 'Ce mois-ci'].map(
              (label, index) => (
                <ChipLink key={label} to="?" current={index === 0}>
                  {label}
                </ChipLink>
              ),
            )}
          </ChipGroup>
        </div>
        <div className="grid items-start gap-6 pt-4 lg:grid-cols-[1.35fr_1fr]">
          <Sessions />
          <Booking />
        </div>
        <Rest />
      </Page>
    </StaticRouter>
  );
}

function Session(props: {
  title: string;
  at: string;
  until: string;
  tone: Tone;
  icon: Icon;
  kind: string;
  text: string;
}) {
  const full = props.tone === 'passerelle';
  return (
    <Card
      to="/seances/1"
      tone={props.tone}
      title={props.title}
      aside={{ large: props.at, small: props.until }}
      badge={<KindBadge tone={props.tone} icon={props.icon} label={props.kind} />}
      text={props.text}
      figures={
        full ? (
          <>
            <FigureNumber value={0} label="place" />
            <span>complet, 3 en attente</span>
          </>
        ) : (
          <>
            <FigureNumber value={2} label="places adultes" />
            <FigureNumber value={5} label="places enfants" />
          </>
        )
      }
    />
  );
}

function Sessions() {
  return (
    <section className="grid gap-3" aria-label="Séances">
      <h2>Mardi 24 novembre</h2>
      <Session
        title="Musique et comptines"
        at="9h30"
        until="à 11 h"
        tone="atelier"
        icon={Blocks}
        kind="Atelier d’éveil"
        text="Relais du Chemin vert · salle des Lutins"
      />
      <Session
        title="Matinée à la bibliothèque"
        at="10 h"
        until="à 11 h"
        tone="passerelle"
        icon={ArrowLeftRight}
        kind="Passerelle"
        text="Bibliothèque du Faubourg"
      />
      <h2>Jeudi 26 novembre</h2>
      <Session
        title="Le sommeil du tout-petit"
        at="19h30"
        until="à 21h30"
        tone="reunion"
        icon={MessagesSquare}
        kind="Réunion à thème"
        text="Avec une psychologue · à distance"
      />
      <Session
        title="Gestes et postures"
        at="9 h"
        until="2 samedis"
        tone="formation"
        icon={GraduationCap}
        kind="Formation · 14 h"
        text="Organisme de formation"
      />
      <Session
        title="Groupe du mardi soir"
        at="20 h"
        until="à 22 h"
        tone="analyse"
        icon={MessageCircleHeart}
        kind="Analyse de pratiques"
        text="Complet, prochaine rentrée en janvier"
      />
    </section>
  );
}

function Booking() {
  return (
    <Panel label="S’inscrire">
      <KindBadge tone="atelier" icon={Blocks} label="Atelier d’éveil" />
      <h2 className="mt-2 mb-4">Musique et comptines</h2>
      <Facts
        facts={[
          { name: 'Où', value: 'Salle des Lutins, relais du Chemin vert' },
          { name: 'Pour', value: '3 mois à 4 ans, 4 enfants au plus par adulte' },
          { name: 'À prévoir', value: 'Chaussons ou chaussettes antidérapantes' },
        ]}
      />
      <form method="post" className="mt-5 grid gap-4">
        <Fieldset id="enfants" legend="Avec qui venez-vous ?">
          <CheckboxCard name="enfant" value="1" label="Léo" note="2 ans" defaultChecked />
          <CheckboxCard name="enfant" value="2" label="Mia" note="14 mois" />
          <Stepper id="grands" name="grands" label="Autre enfant, 18 mois à 3 ans" max={4} />
        </Fieldset>
        <Notice title="Il y a de la place.">Il restera 1 place adulte et 3 places enfants.</Notice>
        <Button wide>M’inscrire avec 2 enfants</Button>
      </form>
    </Panel>
  );
}

function Rest() {
  return (
    <div className="grid gap-6 pt-10">
      <h2>Formulaire</h2>
      <form method="post" className="grid max-w-xl gap-4">
        <ErrorSummary errors={[{ id: 'courriel', message: 'Indiquez votre courriel.' }]} />
        <Field
          id="courriel"
          label="Courriel"
          hint="Nous y enverrons un code."
          errors={['Indiquez votre courriel, par exemple nadia@exemple.fr.']}
        >
          {(control) => <input type="email" name="courriel" autoComplete="email" {...control} />}
        </Field>
        <Field id="message" label="Message" optional>
          {(control) => <textarea name="message" {...control} />}
        </Field>
        <div className="flex flex-wrap gap-3">
          <Button>Envoyer</Button>
          <LinkButton to="/" variant="quiet">
            Annuler
          </LinkButton>
          <Button variant="danger">Me désister</Button>
          <Button disabled>Complet</Button>
        </div>
      </form>
      {severities.map((severity) => (
        <Notice key={severity} severity={severity}>
          Une phrase qui dit ce qui se passe.
        </Notice>
      ))}
      <Table caption="Mes heures de formation" columns={['Thème', 'Date', 'Heures']}>
        <tr>
          <th scope="row">Gestes et postures</th>
          <td>28 novembre 2026</td>
          <td>14</td>
        </tr>
      </Table>
      <Pager
        label="Mois"
        previous={{ to: '?mois=10', label: 'Octobre' }}
        here="Novembre 2026"
        next={{ to: '?mois=12', label: 'Décembre' }}
      />
      <Month />
      <Empty sentence="Aucune séance ne correspond à ces filtres.">
        <LinkButton to="/activites" variant="quiet">
          <Check size={18} />
          Voir toutes les séances
        </LinkButton>
      </Empty>
    </div>
  );
}

const weekdays = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];

function Month() {
  const weeks = [0, 7, 14].map((start) =>
    weekdays.map((weekday, index) => {
      const number = String(start + index + 9);
      return {
        key: number,
        number,
        name: `${weekday} ${number} novembre`,
        today: number === '17',
        shade: number === '11' || index > 4,
        ...(number === '11' ? { note: 'Armistice' } : {}),
        items:
          index === 1
            ? [
                { key: 'a', to: '/seances/1', tone: 'atelier' as const, time: '9 h 30', label: 'Musique et comptines' },
                {
                  key: 'b',
                  to: '/seances/2',
                  tone: 'reunion' as const,
                  time: '19 h 30',
                  label: 'Le sommeil',
                  mark: 'inscrite',
                },
              ]
            : index === 3
              ? [{ key: 'c', to: '/seances/3', tone: 'permanence' as const, time: '14 h', label: 'Permanence' }]
              : [],
      };
    }),
  );
  return <MonthGrid caption="Novembre 2026" weekdays={weekdays} weeks={weeks} />;
}
