-- What the database itself refuses, whatever the application does.
-- Lock order everywhere: site (when it has a ceiling), then session; FOR NO KEY UPDATE, because a plain FOR UPDATE
-- in a trigger deadlocks with the share locks of foreign keys.

-- One live enrolment per person and session.
CREATE UNIQUE INDEX "Enrollment_one_live" ON "Enrollment" ("sessionId", "personId")
  WHERE state IN ('REQUESTED', 'WAITING', 'OFFERED', 'CONFIRMED');

-- What the catalogue reads, in its order, all relais or one.
CREATE INDEX "Session_shown" ON "Session" ("collectiviteId", "startsAt", id) WHERE state <> 'DRAFT';
CREATE INDEX "Session_shown_by_relais" ON "Session" ("relaisId", "startsAt", id) WHERE state <> 'DRAFT';

-- A running offer has its deadline.
ALTER TABLE "Enrollment" ADD CONSTRAINT "Enrollment_offer_has_deadline"
  CHECK (state <> 'OFFERED' OR "offerExpiresAt" IS NOT NULL);
ALTER TABLE "Enrollment" ADD CONSTRAINT "Enrollment_ended_has_date"
  CHECK ((state IN ('WITHDRAWN', 'REFUSED', 'EXPIRED', 'CANCELLED')) = ("endedAt" IS NOT NULL));

ALTER TABLE "Session" ADD CONSTRAINT "Session_ends_after_start" CHECK ("endsAt" > "startsAt");
ALTER TABLE "Session" ADD CONSTRAINT "Session_ceilings_positive"
  CHECK (("maxAdults" IS NULL OR "maxAdults" >= 0) AND ("maxChildren" IS NULL OR "maxChildren" >= 0));
ALTER TABLE "Site" ADD CONSTRAINT "Site_ceiling_positive" CHECK ("maxPersons" IS NULL OR "maxPersons" >= 0);

-- A person or an exclusive site is held once at a time; '[)': touching is not overlapping.
ALTER TABLE "Occupation" ADD CONSTRAINT "Occupation_no_clash"
  EXCLUDE USING gist (resource WITH =, during WITH &&) WHERE (NOT overridden);
ALTER TABLE "Occupation" ADD CONSTRAINT "Occupation_override_has_reason"
  CHECK (NOT overridden OR coalesce("overrideReason", '') <> '');

-- Persons a session brings to its site at most now: those holding a place, intervenants, staff when the site counts them.
CREATE FUNCTION session_persons(target uuid, counts_staff boolean) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT (SELECT count(*) FROM "Enrollment" e
            WHERE e."sessionId" = target AND e.state IN ('REQUESTED', 'OFFERED', 'CONFIRMED'))
       + (SELECT count(*) FROM "EnrolledChild" c JOIN "Enrollment" e ON e.id = c."enrollmentId"
            WHERE e."sessionId" = target AND e.state IN ('REQUESTED', 'OFFERED', 'CONFIRMED'))
       + (SELECT count(*) FROM "Assignment" a
            WHERE a."sessionId" = target AND a.state <> 'DECLINED' AND (a.role = 'INTERVENANT' OR counts_staff))
$$;

-- The largest number of persons together at a site while the given session lasts: the peak is reached
-- when some session starts, so each start within it is tried.
CREATE FUNCTION site_peak(target_site uuid, counts_staff boolean, from_at timestamptz, until_at timestamptz)
RETURNS bigint LANGUAGE sql STABLE AS $$
  WITH there AS (
    SELECT s."startsAt", s."endsAt", session_persons(s.id, counts_staff) AS persons
      FROM "Session" s
     WHERE s."siteId" = target_site AND s.state = 'PUBLISHED' AND s."startsAt" < until_at AND s."endsAt" > from_at
  )
  SELECT coalesce(max(together), 0) FROM (
    SELECT (SELECT sum(o.persons) FROM there o WHERE o."startsAt" <= m.moment AND o."endsAt" > m.moment) AS together
      FROM (SELECT greatest("startsAt", from_at) AS moment FROM there) m
  ) t
$$;

-- Refuses (SQLSTATE RB001) what would overflow a session or its site. Takes the site's and the session's locks;
-- writing `version` makes the conflict visible in every isolation mode.
CREATE FUNCTION refuse_overflow(target uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  place record;
  meeting record;
  adults bigint;
  children bigint;
BEGIN
  SELECT st.id, st."maxPersons", st."countsStaff" INTO place
    FROM "Session" s JOIN "Site" st ON st.id = s."siteId" WHERE s.id = target;
  IF NOT FOUND THEN RETURN; END IF;
  IF place."maxPersons" IS NOT NULL THEN
    UPDATE "Site" SET version = version + 1 WHERE id = place.id;
  END IF;
  UPDATE "Session" SET version = version + 1 WHERE id = target
    RETURNING "maxAdults", "maxChildren", "siteId", "startsAt", "endsAt", state INTO meeting;
  SELECT count(*) INTO adults FROM "Enrollment" e
    WHERE e."sessionId" = target AND e.state IN ('REQUESTED', 'OFFERED', 'CONFIRMED');
  IF meeting."maxAdults" IS NOT NULL AND adults > meeting."maxAdults" THEN
    RAISE EXCEPTION 'session %: % adults for % places', target, adults, meeting."maxAdults" USING ERRCODE = 'RB001';
  END IF;
  SELECT count(*) INTO children FROM "EnrolledChild" c JOIN "Enrollment" e ON e.id = c."enrollmentId"
    WHERE e."sessionId" = target AND e.state IN ('REQUESTED', 'OFFERED', 'CONFIRMED');
  IF meeting."maxChildren" IS NOT NULL AND children > meeting."maxChildren" THEN
    RAISE EXCEPTION 'session %: % children for % places', target, children, meeting."maxChildren" USING ERRCODE = 'RB001';
  END IF;
  SELECT st.id, st."maxPersons", st."countsStaff" INTO place FROM "Site" st WHERE st.id = meeting."siteId";
  IF place."maxPersons" IS NOT NULL AND meeting.state = 'PUBLISHED'
     AND site_peak(place.id, place."countsStaff", meeting."startsAt", meeting."endsAt") > place."maxPersons" THEN
    RAISE EXCEPTION 'session %: more than % persons at its site', target, place."maxPersons" USING ERRCODE = 'RB001';
  END IF;
END $$;

CREATE FUNCTION refuse_overflow_of_enrollments() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE target uuid;
BEGIN
  FOR target IN SELECT DISTINCT "sessionId" FROM changed ORDER BY 1 LOOP
    PERFORM refuse_overflow(target);
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER "Enrollment_capacity_insert" AFTER INSERT ON "Enrollment"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refuse_overflow_of_enrollments();
CREATE TRIGGER "Enrollment_capacity_update" AFTER UPDATE ON "Enrollment"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refuse_overflow_of_enrollments();

CREATE FUNCTION refuse_overflow_of_children() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE target uuid;
BEGIN
  FOR target IN SELECT DISTINCT e."sessionId" FROM changed c JOIN "Enrollment" e ON e.id = c."enrollmentId" ORDER BY 1 LOOP
    PERFORM refuse_overflow(target);
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER "EnrolledChild_capacity_insert" AFTER INSERT ON "EnrolledChild"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refuse_overflow_of_children();
CREATE TRIGGER "EnrolledChild_capacity_update" AFTER UPDATE ON "EnrolledChild"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION refuse_overflow_of_children();

CREATE FUNCTION refuse_overflow_of_assignments() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_overflow(NEW."sessionId");
  RETURN NULL;
END $$;
CREATE TRIGGER "Assignment_capacity" AFTER INSERT OR UPDATE ON "Assignment"
  FOR EACH ROW EXECUTE FUNCTION refuse_overflow_of_assignments();

CREATE FUNCTION refuse_overflow_of_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_overflow(NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER "Session_capacity" AFTER UPDATE ON "Session" FOR EACH ROW
  WHEN (OLD."maxAdults" IS DISTINCT FROM NEW."maxAdults" OR OLD."maxChildren" IS DISTINCT FROM NEW."maxChildren"
     OR OLD."siteId" <> NEW."siteId" OR OLD."startsAt" <> NEW."startsAt" OR OLD."endsAt" <> NEW."endsAt"
     OR OLD.state <> NEW.state)
  EXECUTE FUNCTION refuse_overflow_of_session();

CREATE FUNCTION refuse_overflow_of_site() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."maxPersons" IS NOT NULL AND EXISTS (
    SELECT 1 FROM "Session" s WHERE s."siteId" = NEW.id AND s.state = 'PUBLISHED'
       AND s."endsAt" > now() AND site_peak(NEW.id, NEW."countsStaff", s."startsAt", s."endsAt") > NEW."maxPersons") THEN
    RAISE EXCEPTION 'site %: more than % persons at once', NEW.id, NEW."maxPersons" USING ERRCODE = 'RB001';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Site_capacity" AFTER UPDATE ON "Site" FOR EACH ROW
  WHEN (OLD."maxPersons" IS DISTINCT FROM NEW."maxPersons" OR OLD."countsStaff" <> NEW."countsStaff")
  EXECUTE FUNCTION refuse_overflow_of_site();
