import type { Actor } from '#app/people/actor.ts';
import { maySomewhere, type Permission } from '#app/people/permissions.ts';

type Section = { href: string; label: string; permission: Permission };

/** The team's pages, in the order of the menu, and what one must be allowed somewhere to see each. */
const SECTIONS: readonly Section[] = [
  { href: '/animation', label: 'Aujourd’hui', permission: 'enrollment.list' },
  { href: '/animation/seances/feuilles', label: 'Feuilles du jour', permission: 'attendance.read' },
  { href: '/animation/planning', label: 'Planning', permission: 'enrollment.list' },
  { href: '/animation/activites', label: 'Activités', permission: 'enrollment.list' },
  { href: '/animation/fermetures', label: 'Fermetures', permission: 'closure.read' },
  { href: '/animation/a-prevenir', label: 'À prévenir', permission: 'enrollment.message' },
  { href: '/animation/messages', label: 'Messages', permission: 'enrollment.message' },
  { href: '/animation/professionnels', label: 'Professionnel·les', permission: 'professional.read' },
  { href: '/animation/besoins', label: 'Besoins', permission: 'need.read' },
  { href: '/animation/echeances', label: 'Échéances', permission: 'need.read' },
  { href: '/animation/plans', label: 'Plan de formation', permission: 'plan.write' },
  { href: '/animation/intervenants', label: 'Intervenant·es', permission: 'money.read' },
  { href: '/animation/groupes', label: 'Groupes', permission: 'cohort.write' },
  { href: '/animation/reglages', label: 'Réglages', permission: 'relais.settings' },
  { href: '/animation/agenda', label: 'Mon agenda', permission: 'enrollment.list' },
];

/** The team's pages this actor may open. */
export function animationSections(actor: Actor): { href: string; label: string }[] {
  return SECTIONS.filter(({ permission }) => maySomewhere(actor, permission)).map(({ href, label }) => ({
    href,
    label,
  }));
}
