import type { Actor } from '#app/people/actor.ts';
import { maySomewhere, type Permission } from '#app/people/permissions.ts';
import type { NavGroup, NavPage } from '#app/ui/section-nav.tsx';

type Section = NavPage & { permission: Permission };

/** The team's pages, in the order of the menu, and what one must be allowed somewhere to see each. */
const GROUPS: readonly { label: string; pages: readonly Section[] }[] = [
  {
    label: 'Aujourd’hui',
    pages: [
      { href: '/animation', label: 'Aujourd’hui', permission: 'enrollment.list' },
      { href: '/animation/seances/feuilles', label: 'Feuilles du jour', permission: 'attendance.read' },
      { href: '/animation/a-prevenir', label: 'À prévenir', permission: 'enrollment.message' },
      { href: '/animation/messages', label: 'Messages', permission: 'enrollment.message' },
    ],
  },
  {
    label: 'Planning',
    pages: [
      { href: '/animation/planning', label: 'Planning', permission: 'enrollment.list', also: ['/animation/seances'] },
      { href: '/animation/fermetures', label: 'Fermetures', permission: 'closure.read', also: ['/animation/absences'] },
      { href: '/animation/lieux', label: 'Lieux', permission: 'session.plan' },
      { href: '/animation/agenda', label: 'Mon agenda', permission: 'enrollment.list' },
    ],
  },
  {
    label: 'Activités',
    pages: [
      {
        ...{ href: '/animation/activites', label: 'Activités', permission: 'enrollment.list' },
        also: ['/animation/publication', '/animation/annonces'],
      },
      { href: '/animation/groupes', label: 'Groupes', permission: 'cohort.write' },
    ],
  },
  {
    label: 'Professionnel·les',
    pages: [{ href: '/animation/professionnels', label: 'Professionnel·les', permission: 'professional.read' }],
  },
  {
    label: 'Formation',
    pages: [
      { href: '/animation/besoins', label: 'Besoins', permission: 'need.read', also: ['/animation/themes'] },
      {
        ...{ href: '/animation/plans', label: 'Plan de formation', permission: 'plan.write' },
        also: ['/animation/lignes', '/animation/dossiers', '/animation/organismes'],
      },
      { href: '/animation/echeances', label: 'Échéances', permission: 'need.read' },
    ],
  },
  {
    label: 'Intervenant·es',
    pages: [
      { href: '/animation/intervenants', label: 'Intervenant·es', permission: 'money.read' },
      { href: '/animation/budget', label: 'Budget', permission: 'money.read' },
    ],
  },
  {
    label: 'Réglages',
    pages: [
      { href: '/animation/reglages', label: 'Réglages', permission: 'relais.settings' },
      { href: '/animation/reglements', label: 'Règlements et chartes', permission: 'relais.settings' },
      { href: '/animation/relais', label: 'Relais', permission: 'relais.settings' },
      { href: '/animation/equipe', label: 'Équipe', permission: 'staff.manage' },
    ],
  },
];

/** The team's pages this actor may open, in their groups; none is empty. */
export function animationSections(actor: Actor): NavGroup[] {
  return GROUPS.map(({ label, pages }) => ({
    label,
    pages: pages.filter(({ permission }) => maySomewhere(actor, permission)).map(shown),
  })).filter(({ pages }) => pages.length > 0);
}

const shown = ({ href, label, also = [] }: Section): NavPage => ({ href, label, also });
