/** What signs links and cookies in the tests. */
export const SECRET = 'secret-of-the-tests';

// Run before each file: files share a process, and one may have needed another secret.
process.env.SESSION_SECRET = SECRET;
