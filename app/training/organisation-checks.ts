/** What is written of a provider of trainings. Days are ISO; empty texts and null: unknown. */
export type OrganisationInput = {
  name: string;
  siret: string;
  qualiopiNumber: string;
  /** The last day on which its quality certification holds. */
  qualiopiUntil: string | null;
  contactName: string;
  email: string;
  phone: string;
  website: string;
};

/** As it is stored; null: its SIRET has not 14 digits. */
export function organisationRow(input: OrganisationInput) {
  const siret = input.siret.replaceAll(/\s/g, '');
  if (siret !== '' && !/^\d{14}$/.test(siret)) return null;
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  return {
    name: input.name.trim(),
    siret: orNull(siret),
    qualiopiNumber: orNull(input.qualiopiNumber),
    qualiopiUntil: input.qualiopiUntil === null ? null : new Date(input.qualiopiUntil),
    contactName: input.contactName.trim(),
    email: orNull(input.email),
    phone: orNull(input.phone),
    website: orNull(input.website),
  };
}
