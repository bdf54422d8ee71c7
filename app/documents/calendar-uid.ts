/** The right half of every UID: fixed for ever, whatever address an installation has (RFC 5545, 3.8.4.7). */
const DOMAIN = 'agenda.ribambelle.example';

/** The UID of a session in public feeds. */
export const sessionUid = (sessionId: string): string => `seance-${sessionId}@${DOMAIN}`;

/** The UID of a person's place, the same in her mails and in her private feed. */
export const enrollmentUid = (enrollmentId: string): string => `inscription-${enrollmentId}@${DOMAIN}`;
