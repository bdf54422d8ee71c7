import type pg from 'pg';

/**
 * Copies every row of the demo so many times: other collectivités, each with her relais, sessions, persons and
 * enrolments. Identifiers are derived from the original's, so that what belonged together still does.
 */
const MULTIPLY = (copies: number) => `
DO $$
DECLARE t record; given text; copied text;
BEGIN
  SET LOCAL session_replication_role = replica;
  FOR t IN SELECT c.oid, c.relname FROM pg_class c
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
              AND c.relname NOT IN ('_prisma_migrations', 'Setting', 'AuthSession', 'LoginCode', 'bare_session', 'bare_place')
  LOOP
    SELECT string_agg(quote_ident(a.attname), ', '), string_agg(CASE
             WHEN a.atttypid = 'uuid'::regtype THEN format('md5(o.%I::text || n)::uuid', a.attname)
             WHEN a.atttypid = 'uuid[]'::regtype THEN format('ARRAY(SELECT md5(x::text || n)::uuid FROM unnest(o.%I) x)', a.attname)
             WHEN a.atttypid = 'text'::regtype AND EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = t.oid
                    AND (i.indisunique OR i.indisexclusion) AND a.attnum = ANY (i.indkey)) THEN format('n || ''-'' || o.%I', a.attname)
             ELSE format('o.%I', a.attname) END, ', ')
      INTO given, copied
      FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '';
    EXECUTE format('INSERT INTO %I (%s) SELECT %s FROM %I o, generate_series(1, ${copies}) n ON CONFLICT DO NOTHING',
                   t.relname, given, copied, t.relname);
  END LOOP;
END $$`;

/** Makes the demo so many times as large, 1 for as it is. To be called once on a database. */
export async function multiply(pool: pg.Pool, times: number): Promise<void> {
  await pool.query(MULTIPLY(times - 1));
  await pool.query('ANALYZE');
}
