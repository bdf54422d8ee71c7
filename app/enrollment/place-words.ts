/** Where a session is held, on one line. */
export function placeInWords(site: { kind: 'PLACE' | 'REMOTE' | 'TO_CONFIRM'; name: string; address: string }): string {
  switch (site.kind) {
    case 'TO_CONFIRM':
      return 'Lieu à confirmer';
    case 'REMOTE':
      return `${site.name}, à distance`;
    case 'PLACE':
      return [site.name, site.address].filter((part) => part !== '').join(', ');
  }
}
