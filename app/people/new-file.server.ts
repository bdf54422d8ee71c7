import type { z } from 'zod';
import type { NewProfessional } from './addProfessionals.server.ts';
import type { newProfessionalForm } from './professional.schema.server.ts';

/** The file that a filled form describes. An agrément without a first day begins with her file. */
export function newFileOf(form: z.infer<typeof newProfessionalForm>): NewProfessional {
  const { prenom, nom, email, telephone, commune, metier, relais, depuis, enfants, moins3, debut, fin } = form;
  return {
    ...{ firstName: prenom, lastName: nom, kind: metier },
    ...(email !== '' && { email }),
    ...(telephone !== '' && { phone: telephone }),
    ...(commune !== null && { communeId: commune }),
    memberships: [{ relaisId: relais, home: true, from: depuis }],
    statuses: [{ status: 'ACTIVE', from: depuis }],
    ...(enfants !== null && {
      agrement: {
        ...{ children: enfants, validFrom: debut ?? depuis },
        ...(moins3 !== null && { underThree: moins3 }),
        ...(fin !== null && { validUntil: fin }),
      },
    }),
  };
}
