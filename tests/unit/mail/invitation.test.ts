import { describe, expect, it } from 'vitest';
import { enrollmentUid } from '#app/documents/calendar-uid.ts';
import { invitationText } from '#app/mail/invitation.ts';
import { contents, enrollmentId } from './contents.ts';

const organizer = { name: 'Ribambelle', email: 'relais@test.example' };
const attendee = { name: 'Nadia Morel', email: 'nadia@test.example' };
const at = new Date('2026-11-22T08:00:00Z');
const ABOUT_SEVERAL = ['sessions-moved', 'sessions-cancelled', 'group-joined', 'group-left'];

describe('the calendar entry of a mail', () => {
  it.each(contents.filter(({ template }) => ABOUT_SEVERAL.includes(template)))(
    'finds its session among those of $template',
    (content) => {
      const part = { uid: enrollmentUid(enrollmentId), method: 'REQUEST' as const, sequence: 2 };
      const text = invitationText({ content, part, appUrl: 'https://relais.test', organizer, attendee, at });
      const unfolded = text?.replace(/\r\n[ \t]/g, '');
      expect(unfolded).toContain(`UID:${part.uid}`);
      expect(unfolded).toContain('SEQUENCE:2');
      const other = { ...part, uid: enrollmentUid('00000000-0000-4000-8000-000000000000') };
      expect(
        invitationText({ content, part: other, appUrl: 'https://relais.test', organizer, attendee, at }),
      ).toBeNull();
    },
  );
});
