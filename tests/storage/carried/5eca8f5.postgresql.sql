-- A programme in the middle of its launch, as version 5eca8f5 left it. Written once with that version; never changed.
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET client_min_messages = warning;
CREATE SCHEMA dbos;
CREATE FUNCTION dbos.enqueue_workflow(workflow_name text, queue_name text, positional_args json[] DEFAULT ARRAY[]::json[], named_args json DEFAULT '{}'::json, class_name text DEFAULT NULL::text, config_name text DEFAULT NULL::text, workflow_id text DEFAULT NULL::text, app_version text DEFAULT NULL::text, timeout_ms bigint DEFAULT NULL::bigint, deadline_epoch_ms bigint DEFAULT NULL::bigint, deduplication_id text DEFAULT NULL::text, priority integer DEFAULT NULL::integer, queue_partition_key text DEFAULT NULL::text, authenticated_user text DEFAULT NULL::text, authenticated_roles text DEFAULT NULL::text, delay_until_epoch_ms bigint DEFAULT NULL::bigint, application_name text DEFAULT NULL::text) RETURNS text
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_workflow_id TEXT;
    v_serialized_inputs TEXT;
    v_owner_xid TEXT;
    v_now BIGINT;
    v_recovery_attempts INT4 := 0;
    v_priority INT4;
    v_status TEXT;
BEGIN

    -- Validate required parameters
    IF workflow_name IS NULL OR workflow_name = '' THEN
        RAISE EXCEPTION 'Workflow name cannot be null or empty';
    END IF;
    IF queue_name IS NULL OR queue_name = '' THEN
        RAISE EXCEPTION 'Queue name cannot be null or empty';
    END IF;
    IF named_args IS NOT NULL AND jsonb_typeof(named_args::jsonb) != 'object' THEN
        RAISE EXCEPTION 'Named args must be a JSON object';
    END IF;
    IF workflow_id IS NOT NULL AND workflow_id = '' THEN
        RAISE EXCEPTION 'Workflow ID cannot be an empty string if provided.';
    END IF;
    IF delay_until_epoch_ms IS NOT NULL AND delay_until_epoch_ms < 0 THEN
        RAISE EXCEPTION 'delay_until_epoch_ms must be >= 0';
    END IF;

    v_workflow_id := COALESCE(workflow_id, gen_random_uuid()::TEXT);
    v_owner_xid := gen_random_uuid()::TEXT;
    v_priority := COALESCE(priority, 0);
    v_serialized_inputs := json_build_object(
        'positionalArgs', positional_args,
        'namedArgs', named_args
    )::TEXT;
    v_now := EXTRACT(epoch FROM now()) * 1000;
    v_status := CASE WHEN delay_until_epoch_ms IS NULL THEN 'ENQUEUED' ELSE 'DELAYED' END;

    INSERT INTO "dbos".workflow_status (
        workflow_uuid, status,
        name, class_name, config_name,
        queue_name, deduplication_id, priority, queue_partition_key,
        application_version,
        created_at, updated_at, recovery_attempts,
        workflow_timeout_ms, workflow_deadline_epoch_ms,
        parent_workflow_id, owner_xid, serialization,
        authenticated_user, authenticated_roles,
        delay_until_epoch_ms, application_name
    ) VALUES (
        v_workflow_id, v_status,
        workflow_name, class_name, config_name,
        queue_name, deduplication_id, v_priority, queue_partition_key,
        app_version,
        v_now, v_now, v_recovery_attempts,
        timeout_ms, deadline_epoch_ms,
        NULL, v_owner_xid, 'portable_json',
        authenticated_user, authenticated_roles,
        delay_until_epoch_ms, application_name
    )
    ON CONFLICT (workflow_uuid)
    DO UPDATE SET
        updated_at = EXCLUDED.updated_at;

    INSERT INTO "dbos".workflow_input (
        workflow_uuid, inputs, retention_timestamp
    ) VALUES (
        v_workflow_id, v_serialized_inputs, v_now
    )
    ON CONFLICT (workflow_uuid) DO NOTHING;

    RETURN v_workflow_id;

EXCEPTION
    WHEN unique_violation THEN
        RAISE EXCEPTION 'DBOS queue duplicated'
            USING DETAIL = format('Workflow %s with queue %s and deduplication ID %s already exists', v_workflow_id, queue_name, deduplication_id),
                ERRCODE = 'unique_violation';
END;
$$;
CREATE FUNCTION dbos.notifications_function() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    payload text := NEW.destination_uuid || '::' || NEW.topic;
BEGIN
    PERFORM pg_notify('dbos_notifications_channel', payload);
    RETURN NEW;
END;
$$;
CREATE FUNCTION dbos.send_message(destination_id text, message json, topic text DEFAULT NULL::text, message_id text DEFAULT NULL::text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    v_topic TEXT := COALESCE(topic, '__null__topic__');
    v_message_id TEXT := COALESCE(message_id, gen_random_uuid()::TEXT);
BEGIN
    INSERT INTO "dbos".notifications (
        destination_uuid, topic, message, message_uuid, serialization
    ) VALUES (
        destination_id, v_topic, message, v_message_id, 'portable_json'
    )
    ON CONFLICT (message_uuid) DO NOTHING;
EXCEPTION
    WHEN foreign_key_violation THEN
        RAISE EXCEPTION 'DBOS non-existent workflow'
            USING DETAIL = format('Destination workflow %s does not exist', destination_id),
                ERRCODE = 'foreign_key_violation';
END;
$$;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE dbos.application_versions (
    version_id text NOT NULL,
    version_name text NOT NULL,
    version_timestamp bigint DEFAULT ((EXTRACT(epoch FROM now()) * 1000.0))::bigint NOT NULL,
    created_at bigint DEFAULT ((EXTRACT(epoch FROM now()) * 1000.0))::bigint NOT NULL,
    application_name text
);
CREATE TABLE dbos.dbos_migrations (
    version bigint NOT NULL
);
CREATE TABLE dbos.event_dispatch_kv (
    service_name text NOT NULL,
    workflow_fn_name text NOT NULL,
    key text NOT NULL,
    value text,
    update_seq numeric(38,0),
    update_time numeric(38,15)
);
CREATE TABLE dbos.notifications (
    message_uuid text DEFAULT gen_random_uuid() NOT NULL,
    destination_uuid text NOT NULL,
    topic text,
    message text NOT NULL,
    created_at_epoch_ms bigint DEFAULT ((EXTRACT(epoch FROM now()) * 1000.0))::bigint NOT NULL,
    serialization text,
    consumed boolean DEFAULT false NOT NULL,
    consumed_by_function_id integer
);
CREATE TABLE dbos.operation_outputs (
    workflow_uuid text NOT NULL,
    function_id integer NOT NULL,
    function_name text DEFAULT ''::text NOT NULL,
    output text,
    error text,
    child_workflow_id text,
    started_at_epoch_ms bigint,
    completed_at_epoch_ms bigint,
    serialization text,
    application_name text,
    retention_timestamp bigint DEFAULT ((EXTRACT(epoch FROM now()) * 1000.0))::bigint NOT NULL
);
CREATE TABLE dbos.queues (
    queue_id text DEFAULT (gen_random_uuid())::text NOT NULL,
    name text NOT NULL,
    concurrency integer,
    worker_concurrency integer,
    rate_limit_max integer,
    rate_limit_period_sec double precision,
    priority_enabled boolean DEFAULT false NOT NULL,
    partition_queue boolean DEFAULT false NOT NULL,
    polling_interval_sec double precision DEFAULT 1.0 NOT NULL,
    created_at bigint DEFAULT ((EXTRACT(epoch FROM now()) * 1000.0))::bigint NOT NULL,
    updated_at bigint DEFAULT ((EXTRACT(epoch FROM now()) * 1000.0))::bigint NOT NULL,
    application_name text,
    partition_concurrency integer,
    partition_worker_concurrency integer,
    partition_rate_limit_max integer,
    partition_rate_limit_period_sec double precision
);
CREATE TABLE dbos.streams (
    workflow_uuid text NOT NULL,
    key text NOT NULL,
    value text NOT NULL,
    "offset" integer NOT NULL,
    function_id integer DEFAULT 0 NOT NULL,
    serialization text
);
CREATE TABLE dbos.workflow_events (
    workflow_uuid text NOT NULL,
    key text NOT NULL,
    value text NOT NULL,
    serialization text
);
CREATE TABLE dbos.workflow_events_history (
    workflow_uuid text NOT NULL,
    function_id integer NOT NULL,
    key text NOT NULL,
    value text NOT NULL,
    serialization text
);
CREATE TABLE dbos.workflow_input (
    workflow_uuid text NOT NULL,
    inputs text,
    retention_timestamp bigint DEFAULT ((EXTRACT(epoch FROM now()) * 1000.0))::bigint NOT NULL
);
CREATE TABLE dbos.workflow_output (
    workflow_uuid text NOT NULL,
    output text,
    error text,
    retention_timestamp bigint DEFAULT ((EXTRACT(epoch FROM now()) * 1000.0))::bigint NOT NULL
);
CREATE TABLE dbos.workflow_schedules (
    schedule_id text NOT NULL,
    schedule_name text NOT NULL,
    workflow_name text NOT NULL,
    workflow_class_name text,
    schedule text NOT NULL,
    status text DEFAULT 'ACTIVE'::text NOT NULL,
    context text NOT NULL,
    last_fired_at text,
    automatic_backfill boolean DEFAULT false NOT NULL,
    cron_timezone text,
    queue_name text,
    application_name text
);
CREATE TABLE dbos.workflow_status (
    workflow_uuid text NOT NULL,
    status text,
    name text,
    authenticated_user text,
    assumed_role text,
    authenticated_roles text,
    request text,
    output text,
    error text,
    executor_id text,
    created_at bigint DEFAULT ((EXTRACT(epoch FROM now()) * 1000.0))::bigint NOT NULL,
    updated_at bigint DEFAULT ((EXTRACT(epoch FROM now()) * 1000.0))::bigint NOT NULL,
    application_version text,
    application_id text,
    class_name character varying(255) DEFAULT NULL::character varying,
    config_name character varying(255) DEFAULT NULL::character varying,
    recovery_attempts bigint DEFAULT 0,
    queue_name text,
    workflow_timeout_ms bigint,
    workflow_deadline_epoch_ms bigint,
    inputs text,
    started_at_epoch_ms bigint,
    deduplication_id text,
    priority integer DEFAULT 0 NOT NULL,
    queue_partition_key text,
    forked_from text,
    owner_xid text,
    parent_workflow_id text,
    serialization text,
    delay_until_epoch_ms bigint,
    was_forked_from boolean DEFAULT false NOT NULL,
    rate_limited boolean DEFAULT false NOT NULL,
    completed_at bigint,
    attributes jsonb,
    schedule_name text,
    debounce_deadline_epoch_ms bigint,
    is_debounced boolean DEFAULT false NOT NULL,
    application_name text,
    creator_xid text
);
CREATE TABLE public.absences (
    id character varying(200) NOT NULL,
    since timestamp with time zone NOT NULL,
    until date NOT NULL
);
CREATE TABLE public.agreements (
    id character varying(200) NOT NULL,
    tandem_id text NOT NULL,
    session_id text NOT NULL,
    cause text NOT NULL,
    minutes integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    state text NOT NULL,
    rhythm text NOT NULL,
    asked_by text NOT NULL,
    round integer NOT NULL,
    options json NOT NULL,
    accepted json NOT NULL,
    seen json NOT NULL,
    wished timestamp with time zone,
    not_before timestamp with time zone,
    shorter boolean NOT NULL,
    taken boolean NOT NULL,
    due_at timestamp with time zone
);
CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);
CREATE TABLE public.closings (
    id character varying(200) NOT NULL,
    by text NOT NULL,
    state text NOT NULL,
    tandems integer NOT NULL,
    ended json NOT NULL,
    troubled json NOT NULL,
    started_at timestamp with time zone,
    done_at timestamp with time zone
);
CREATE TABLE public.decisions (
    id character varying(200) NOT NULL,
    kind text NOT NULL,
    by text NOT NULL,
    at timestamp with time zone NOT NULL,
    mentee_id text NOT NULL,
    mentor_id text NOT NULL,
    reason text NOT NULL,
    settings json NOT NULL,
    undone_by text NOT NULL
);
CREATE TABLE public.effects (
    id character varying(200) NOT NULL,
    kind text NOT NULL,
    subject_id text NOT NULL,
    done boolean NOT NULL,
    attempt integer NOT NULL,
    not_before timestamp with time zone
);
CREATE TABLE public.enrolments (
    id character varying(200) NOT NULL,
    person_id text NOT NULL,
    role text NOT NULL,
    state text NOT NULL,
    invited_at timestamp with time zone NOT NULL,
    "position" text NOT NULL,
    answers text NOT NULL,
    done_at timestamp with time zone,
    reminded_at timestamp with time zone,
    priority integer NOT NULL
);
CREATE TABLE public.facts (
    id character varying(200) NOT NULL,
    value text NOT NULL
);
CREATE TABLE public.heartbeats (
    id character varying(200) NOT NULL,
    beat_at timestamp with time zone NOT NULL
);
CREATE TABLE public.invites (
    id character varying(200) NOT NULL,
    by text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    role text,
    state text NOT NULL,
    entries json NOT NULL
);
CREATE TABLE public.kickoffs (
    id character varying(200) NOT NULL,
    by text NOT NULL,
    dates json NOT NULL,
    state text NOT NULL
);
CREATE TABLE public.launches (
    id character varying(200) NOT NULL,
    by text NOT NULL,
    start date NOT NULL,
    state text NOT NULL,
    tandems integer NOT NULL,
    launched integer NOT NULL,
    started_at timestamp with time zone,
    done_at timestamp with time zone
);
CREATE TABLE public.pairs (
    id character varying(200) NOT NULL,
    mentor_id text NOT NULL,
    mentee_id text NOT NULL,
    kind text NOT NULL
);
CREATE TABLE public.people (
    id character varying(200) NOT NULL,
    profile json NOT NULL,
    language text NOT NULL,
    chose_language boolean NOT NULL,
    conversation text NOT NULL,
    service_url text NOT NULL
);
CREATE TABLE public.postings (
    id character varying(200) NOT NULL,
    kind text NOT NULL,
    subject_id text NOT NULL,
    person_id text NOT NULL,
    conversation text NOT NULL,
    service_url text NOT NULL,
    activity_id text NOT NULL,
    wanted integer NOT NULL,
    shown integer NOT NULL,
    page integer NOT NULL,
    view text DEFAULT ''::text NOT NULL
);
CREATE TABLE public.proposals (
    id character varying(200) NOT NULL,
    run_id text NOT NULL,
    mentor_id text NOT NULL,
    mentee_id text NOT NULL,
    score integer NOT NULL,
    state text NOT NULL,
    reasons json NOT NULL,
    checks json NOT NULL,
    alternatives json NOT NULL,
    decided_by text NOT NULL,
    decided_at timestamp with time zone,
    trio integer DEFAULT 0 NOT NULL,
    lock json DEFAULT '{}'::json NOT NULL
);
CREATE TABLE public.runs (
    id character varying(200) NOT NULL,
    started_by text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    state text NOT NULL,
    tandems integer NOT NULL,
    total_score integer NOT NULL,
    unmatched json NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    automatic boolean DEFAULT false NOT NULL,
    settings json DEFAULT '{}'::json NOT NULL,
    figures json DEFAULT '{}'::json NOT NULL,
    preview json DEFAULT '{}'::json NOT NULL,
    record text DEFAULT ''::text NOT NULL
);
CREATE TABLE public.seats (
    id character varying(200) NOT NULL,
    kickoff_id text NOT NULL,
    person_id text NOT NULL,
    number integer NOT NULL
);
CREATE TABLE public.sessions (
    id character varying(200) NOT NULL,
    tandem_id text NOT NULL,
    number integer NOT NULL,
    planned timestamp with time zone NOT NULL,
    minutes integer NOT NULL,
    state text NOT NULL,
    start timestamp with time zone,
    offer timestamp with time zone,
    declined timestamp with time zone,
    event_id text DEFAULT ''::text NOT NULL,
    join_url text DEFAULT ''::text NOT NULL,
    outcome text DEFAULT ''::text NOT NULL
);
CREATE TABLE public.tandems (
    id character varying(200) NOT NULL,
    number integer NOT NULL,
    proposal_id text NOT NULL,
    mentor_id text NOT NULL,
    mentee_id text NOT NULL,
    state text NOT NULL,
    due_at timestamp with time zone NOT NULL,
    round_ends_at timestamp with time zone NOT NULL,
    reasons json NOT NULL,
    launch_id text NOT NULL,
    team_id text NOT NULL,
    channel_id text NOT NULL,
    channel_url text NOT NULL,
    series_id text NOT NULL,
    join_url text NOT NULL,
    plan json NOT NULL,
    trouble text NOT NULL,
    mentor_agreed boolean NOT NULL,
    told_left_over boolean NOT NULL,
    organizer_id text DEFAULT ''::text NOT NULL,
    minutes integer DEFAULT 0 NOT NULL,
    rhythm text DEFAULT ''::text NOT NULL,
    lost_in_a_row integer DEFAULT 0 NOT NULL
);
CREATE TABLE public.timers (
    id character varying(200) NOT NULL,
    kind text NOT NULL,
    subject_id text NOT NULL,
    due_at timestamp with time zone NOT NULL
);
CREATE TABLE public.watches (
    id character varying(200) NOT NULL,
    subscription_id text NOT NULL,
    secret text NOT NULL,
    expires_at timestamp with time zone NOT NULL
);
INSERT INTO dbos.application_versions VALUES ('536adecb-a69d-4211-9b1c-72e93ff3efdd', 'tandem-1', 1795661120436, 1795661120436, 'tandem');
INSERT INTO dbos.dbos_migrations VALUES (125);
INSERT INTO dbos.operation_outputs VALUES ('post:invite:invite-1:367fc82c-a528-5b5d-9204-443bb2ea56a3', 1, 'post', 'gAROLg==', NULL, NULL, 1795661122427, 1795661122458, 'py_pickle', 'tandem', 1795661122459);
INSERT INTO dbos.operation_outputs VALUES ('post:invite:invite-1:367fc82c-a528-5b5d-9204-443bb2ea56a3', 2, 'done', 'gAROLg==', NULL, NULL, 1795661122472, 1795661122502, 'py_pickle', 'tandem', 1795661122504);
INSERT INTO dbos.operation_outputs VALUES ('invite:mentee:5b6f2802-536c-5700-a938-918662be37b2:20261102080005', 1, 'reach', 'gAROLg==', NULL, NULL, 1795661122653, 1795661123172, 'py_pickle', 'tandem', 1795661123174);
INSERT INTO dbos.operation_outputs VALUES ('invite:mentee:bd42c88d-352c-55d7-be83-1ef070996f2f:20261102080005', 1, 'reach', 'gAROLg==', NULL, NULL, 1795661122658, 1795661123201, 'py_pickle', 'tandem', 1795661123206);
INSERT INTO dbos.operation_outputs VALUES ('invite:mentee:5b6f2802-536c-5700-a938-918662be37b2:20261102080005', 2, 'done', 'gAROLg==', NULL, NULL, 1795661123193, 1795661123222, 'py_pickle', 'tandem', 1795661123224);
INSERT INTO dbos.operation_outputs VALUES ('invite:mentee:bd42c88d-352c-55d7-be83-1ef070996f2f:20261102080005', 2, 'done', 'gAROLg==', NULL, NULL, 1795661123217, 1795661123247, 'py_pickle', 'tandem', 1795661123249);
INSERT INTO dbos.operation_outputs VALUES ('invite:mentee:df0f91bc-fb1e-56ce-a11f-9a546677808d:20261102080005', 1, 'reach', 'gAROLg==', NULL, NULL, 1795661122661, 1795661123283, 'py_pickle', 'tandem', 1795661123287);
INSERT INTO dbos.operation_outputs VALUES ('invite:mentee:df0f91bc-fb1e-56ce-a11f-9a546677808d:20261102080005', 2, 'done', 'gAROLg==', NULL, NULL, 1795661123297, 1795661123369, 'py_pickle', 'tandem', 1795661123371);
INSERT INTO dbos.operation_outputs VALUES ('invite:mentee:e78f2982-83c5-559c-8d33-50ca45088ffe:20261102080005', 1, 'reach', 'gAROLg==', NULL, NULL, 1795661122663, 1795661123396, 'py_pickle', 'tandem', 1795661123406);
INSERT INTO dbos.operation_outputs VALUES ('invite:mentee:ea2ade30-667a-5618-a82e-29e2658ed6e5:20261102080005', 1, 'reach', 'gAROLg==', NULL, NULL, 1795661123001, 1795661123431, 'py_pickle', 'tandem', 1795661123432);
INSERT INTO dbos.operation_outputs VALUES ('invite:mentee:e78f2982-83c5-559c-8d33-50ca45088ffe:20261102080005', 2, 'done', 'gAROLg==', NULL, NULL, 1795661123415, 1795661123430, 'py_pickle', 'tandem', 1795661123432);
INSERT INTO dbos.operation_outputs VALUES ('invite:mentee:ea2ade30-667a-5618-a82e-29e2658ed6e5:20261102080005', 2, 'done', 'gAROLg==', NULL, NULL, 1795661123435, 1795661123440, 'py_pickle', 'tandem', 1795661123442);
INSERT INTO dbos.operation_outputs VALUES ('post:enrolment:mentee:5b6f2802-536c-5700-a938-918662be37b2:20261102080005', 1, 'post', 'gAROLg==', NULL, NULL, 1795661123466, 1795661123490, 'py_pickle', 'tandem', 1795661123491);
INSERT INTO dbos.operation_outputs VALUES ('invite:mentee:7996a206-db95-5369-9f07-66e6a283c401:20261102080005', 1, 'reach', 'gAROLg==', NULL, NULL, 1795661122657, 1795661123465, 'py_pickle', 'tandem', 1795661123490);
INSERT INTO dbos.operation_outputs VALUES ('invite:mentee:eb3e3ee1-134c-59ab-bcbc-8044908087a4:20261102080005', 1, 'reach', 'gAROLg==', NULL, NULL, 1795661123024, 1795661123524, 'py_pickle', 'tandem', 1795661123539);
INSERT INTO dbos.operation_outputs VALUES ('post:enrolment:mentee:ea2ade30-667a-5618-a82e-29e2658ed6e5:20261102080005', 1, 'post', 'gAROLg==', NULL, NULL, 1795661123469, 1795661123544, 'py_pickle', 'tandem', 1795661123547);
INSERT INTO dbos.operation_outputs VALUES ('post:enrolment:mentee:ea2ade30-667a-5618-a82e-29e2658ed6e5:20261102080005', 2, 'done', 'gAROLg==', NULL, NULL, 1795661123567, 1795661123593, 'py_pickle', 'tandem', 1795661123597);
INSERT INTO dbos.operation_outputs VALUES ('post:enrolment:mentee:df0f91bc-fb1e-56ce-a11f-9a546677808d:20261102080005', 1, 'post', 'gAROLg==', NULL, NULL, 1795661123468, 1795661123524, 'py_pickle', 'tandem', 1795661123539);
INSERT INTO dbos.operation_outputs VALUES ('invite:mentee:7996a206-db95-5369-9f07-66e6a283c401:20261102080005', 2, 'done', 'gAROLg==', NULL, NULL, 1795661123521, 1795661123628, 'py_pickle', 'tandem', 1795661123639);
INSERT INTO dbos.operation_outputs VALUES ('post:enrolment:mentee:e78f2982-83c5-559c-8d33-50ca45088ffe:20261102080005', 1, 'post', 'gAROLg==', NULL, NULL, 1795661123468, 1795661123639, 'py_pickle', 'tandem', 1795661123643);
INSERT INTO dbos.operation_outputs VALUES ('post:enrolment:mentee:5b6f2802-536c-5700-a938-918662be37b2:20261102080005', 2, 'done', 'gAROLg==', NULL, NULL, 1795661123498, 1795661123660, 'py_pickle', 'tandem', 1795661123662);
INSERT INTO dbos.operation_outputs VALUES ('post:enrolment:mentee:bd42c88d-352c-55d7-be83-1ef070996f2f:20261102080005', 1, 'post', 'gAROLg==', NULL, NULL, 1795661123466, 1795661123631, 'py_pickle', 'tandem', 1795661123640);
INSERT INTO dbos.operation_outputs VALUES ('invite:mentee:eb3e3ee1-134c-59ab-bcbc-8044908087a4:20261102080005', 2, 'done', 'gAROLg==', NULL, NULL, 1795661123608, 1795661123702, 'py_pickle', 'tandem', 1795661123708);
INSERT INTO dbos.operation_outputs VALUES ('post:enrolment:mentee:df0f91bc-fb1e-56ce-a11f-9a546677808d:20261102080005', 2, 'done', 'gAROLg==', NULL, NULL, 1795661123628, 1795661123720, 'py_pickle', 'tandem', 1795661123723);
INSERT INTO dbos.operation_outputs VALUES ('post:enrolment:mentee:e78f2982-83c5-559c-8d33-50ca45088ffe:20261102080005', 2, 'done', 'gAROLg==', NULL, NULL, 1795661123689, 1795661123733, 'py_pickle', 'tandem', 1795661123745);
INSERT INTO dbos.operation_outputs VALUES ('post:enrolment:mentee:bd42c88d-352c-55d7-be83-1ef070996f2f:20261102080005', 2, 'done', 'gAROLg==', NULL, NULL, 1795661123712, 1795661123754, 'py_pickle', 'tandem', 1795661123822);
INSERT INTO dbos.operation_outputs VALUES ('invite:mentee:12ebedee-1519-5659-81f0-5a49168f194c:20261102080005', 1, 'reach', 'gAROLg==', NULL, NULL, 1795661122652, 1795661124445, 'py_pickle', 'tandem', 1795661124447);
INSERT INTO dbos.operation_outputs VALUES ('post:enrolment:mentee:7996a206-db95-5369-9f07-66e6a283c401:20261102080005', 1, 'post', 'gAROLg==', NULL, NULL, 1795661123943, 1795661124652, 'py_pickle', 'tandem', 1795661124654);
INSERT INTO dbos.operation_outputs VALUES ('invite:mentee:12ebedee-1519-5659-81f0-5a49168f194c:20261102080005', 2, 'done', 'gAROLg==', NULL, NULL, 1795661124469, 1795661124626, 'py_pickle', 'tandem', 1795661124639);
INSERT INTO dbos.operation_outputs VALUES ('post:enrolment:mentee:7996a206-db95-5369-9f07-66e6a283c401:20261102080005', 2, 'done', 'gAROLg==', NULL, NULL, 1795661124661, 1795661124699, 'py_pickle', 'tandem', 1795661124711);
INSERT INTO dbos.operation_outputs VALUES ('post:enrolment:mentee:eb3e3ee1-134c-59ab-bcbc-8044908087a4:20261102080005', 1, 'post', 'gAROLg==', NULL, NULL, 1795661124062, 1795661124657, 'py_pickle', 'tandem', 1795661124669);
INSERT INTO dbos.operation_outputs VALUES ('post:enrolment:mentee:eb3e3ee1-134c-59ab-bcbc-8044908087a4:20261102080005', 2, 'done', 'gAROLg==', NULL, NULL, 1795661124718, 1795661124741, 'py_pickle', 'tandem', 1795661124751);
INSERT INTO dbos.operation_outputs VALUES ('post:enrolment:mentee:12ebedee-1519-5659-81f0-5a49168f194c:20261102080005', 1, 'post', 'gAROLg==', NULL, NULL, 1795661124742, 1795661124782, 'py_pickle', 'tandem', 1795661124785);
INSERT INTO dbos.operation_outputs VALUES ('post:enrolment:mentee:12ebedee-1519-5659-81f0-5a49168f194c:20261102080005', 2, 'done', 'gAROLg==', NULL, NULL, 1795661124791, 1795661124802, 'py_pickle', 'tandem', 1795661124803);
INSERT INTO dbos.operation_outputs VALUES ('post:invite:invite-2:367fc82c-a528-5b5d-9204-443bb2ea56a3', 1, 'post', 'gAROLg==', NULL, NULL, 1795661125766, 1795661126460, 'py_pickle', 'tandem', 1795661126465);
INSERT INTO dbos.operation_outputs VALUES ('post:invite:invite-2:367fc82c-a528-5b5d-9204-443bb2ea56a3', 2, 'done', 'gAROLg==', NULL, NULL, 1795661126475, 1795661126500, 'py_pickle', 'tandem', 1795661126502);
INSERT INTO dbos.operation_outputs VALUES ('invite:mentor:9e77fffd-c944-51a3-bc76-44c43ef027c2:20261102080009', 1, 'reach', 'gAROLg==', NULL, NULL, 1795661126891, 1795661127099, 'py_pickle', 'tandem', 1795661127100);
INSERT INTO dbos.operation_outputs VALUES ('invite:mentor:9e77fffd-c944-51a3-bc76-44c43ef027c2:20261102080009', 2, 'done', 'gAROLg==', NULL, NULL, 1795661127112, 1795661127127, 'py_pickle', 'tandem', 1795661127129);
INSERT INTO dbos.operation_outputs VALUES ('invite:mentor:628a2cfa-a40c-5509-9aff-8fced0174f42:20261102080009', 1, 'reach', 'gAROLg==', NULL, NULL, 1795661126890, 1795661127046, 'py_pickle', 'tandem', 1795661127078);
INSERT INTO dbos.operation_outputs VALUES ('invite:mentor:acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c:20261102080009', 1, 'reach', 'gAROLg==', NULL, NULL, 1795661126892, 1795661127155, 'py_pickle', 'tandem', 1795661127156);
INSERT INTO dbos.operation_outputs VALUES ('invite:mentor:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7:20261102080009', 1, 'reach', 'gAROLg==', NULL, NULL, 1795661126894, 1795661127083, 'py_pickle', 'tandem', 1795661127180);
INSERT INTO dbos.operation_outputs VALUES ('post:enrolment:mentor:628a2cfa-a40c-5509-9aff-8fced0174f42:20261102080009', 1, 'post', 'gAROLg==', NULL, NULL, 1795661127127, 1795661127305, 'py_pickle', 'tandem', 1795661127308);
INSERT INTO dbos.operation_outputs VALUES ('invite:mentor:628a2cfa-a40c-5509-9aff-8fced0174f42:20261102080009', 2, 'done', 'gAROLg==', NULL, NULL, 1795661127279, 1795661127302, 'py_pickle', 'tandem', 1795661127304);
INSERT INTO dbos.operation_outputs VALUES ('invite:mentor:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7:20261102080009', 2, 'done', 'gAROLg==', NULL, NULL, 1795661127279, 1795661127314, 'py_pickle', 'tandem', 1795661127317);
INSERT INTO dbos.operation_outputs VALUES ('post:enrolment:mentor:628a2cfa-a40c-5509-9aff-8fced0174f42:20261102080009', 2, 'done', 'gAROLg==', NULL, NULL, 1795661127320, 1795661127338, 'py_pickle', 'tandem', 1795661127339);
INSERT INTO dbos.operation_outputs VALUES ('invite:mentor:841e4150-42bf-5319-a2c7-74d825d470ec:20261102080009', 1, 'reach', 'gAROLg==', NULL, NULL, 1795661126890, 1795661127347, 'py_pickle', 'tandem', 1795661127350);
INSERT INTO dbos.operation_outputs VALUES ('kickoff:kickoff-1:f0d197fa', 2, 'done', 'gAROLg==', NULL, NULL, 1795661140067, 1795661140075, 'py_pickle', 'tandem', 1795661140076);
INSERT INTO dbos.operation_outputs VALUES ('invite:mentor:841e4150-42bf-5319-a2c7-74d825d470ec:20261102080009', 2, 'done', 'gAROLg==', NULL, NULL, 1795661127354, 1795661127390, 'py_pickle', 'tandem', 1795661127397);
INSERT INTO dbos.operation_outputs VALUES ('post:enrolment:mentor:9e77fffd-c944-51a3-bc76-44c43ef027c2:20261102080009', 1, 'post', 'gAROLg==', NULL, NULL, 1795661127351, 1795661127421, 'py_pickle', 'tandem', 1795661127422);
INSERT INTO dbos.operation_outputs VALUES ('post:enrolment:mentor:841e4150-42bf-5319-a2c7-74d825d470ec:20261102080009', 1, 'post', 'gAROLg==', NULL, NULL, 1795661127608, 1795661127714, 'py_pickle', 'tandem', 1795661127715);
INSERT INTO dbos.operation_outputs VALUES ('post:enrolment:mentor:acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c:20261102080009', 2, 'done', 'gAROLg==', NULL, NULL, 1795661127676, 1795661127841, 'py_pickle', 'tandem', 1795661127844);
INSERT INTO dbos.operation_outputs VALUES ('invite:mentor:acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c:20261102080009', 2, 'done', 'gAROLg==', NULL, NULL, 1795661127279, 1795661127398, 'py_pickle', 'tandem', 1795661127402);
INSERT INTO dbos.operation_outputs VALUES ('post:enrolment:mentor:acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c:20261102080009', 1, 'post', 'gAROLg==', NULL, NULL, 1795661127603, 1795661127667, 'py_pickle', 'tandem', 1795661127671);
INSERT INTO dbos.operation_outputs VALUES ('post:kickoff_seat:kickoff-1:12ebedee-1519-5659-81f0-5a49168f194c', 1, 'post', 'gAROLg==', NULL, NULL, 1795661140802, 1795661140842, 'py_pickle', 'tandem', 1795661140843);
INSERT INTO dbos.operation_outputs VALUES ('post:kickoff_seat:kickoff-1:5b6f2802-536c-5700-a938-918662be37b2', 1, 'post', 'gAROLg==', NULL, NULL, 1795661140803, 1795661140931, 'py_pickle', 'tandem', 1795661140936);
INSERT INTO dbos.operation_outputs VALUES ('post:kickoff_seat:kickoff-1:841e4150-42bf-5319-a2c7-74d825d470ec', 1, 'post', 'gAROLg==', NULL, NULL, 1795661140804, 1795661141046, 'py_pickle', 'tandem', 1795661141050);
INSERT INTO dbos.operation_outputs VALUES ('post:kickoff_seat:kickoff-1:841e4150-42bf-5319-a2c7-74d825d470ec', 2, 'done', 'gAROLg==', NULL, NULL, 1795661141083, 1795661141144, 'py_pickle', 'tandem', 1795661141148);
INSERT INTO dbos.operation_outputs VALUES ('kickoff_invite:kickoff-1:0:10930051907297bf', 2, 'done', 'gAROLg==', NULL, NULL, 1795661152265, 1795661152348, 'py_pickle', 'tandem', 1795661152349);
INSERT INTO dbos.operation_outputs VALUES ('post:enrolment:mentor:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7:20261102080009', 1, 'post', 'gAROLg==', NULL, NULL, 1795661127131, 1795661127400, 'py_pickle', 'tandem', 1795661127406);
INSERT INTO dbos.operation_outputs VALUES ('post:kickoff_seat:kickoff-1:9e77fffd-c944-51a3-bc76-44c43ef027c2', 1, 'post', 'gAROLg==', NULL, NULL, 1795661140811, 1795661141033, 'py_pickle', 'tandem', 1795661141042);
INSERT INTO dbos.operation_outputs VALUES ('post:kickoff_seat:kickoff-1:9e77fffd-c944-51a3-bc76-44c43ef027c2', 2, 'done', 'gAROLg==', NULL, NULL, 1795661141083, 1795661141215, 'py_pickle', 'tandem', 1795661141217);
INSERT INTO dbos.operation_outputs VALUES ('post:kickoff_seat:kickoff-1:df0f91bc-fb1e-56ce-a11f-9a546677808d', 1, 'post', 'gAROLg==', NULL, NULL, 1795661141118, 1795661141354, 'py_pickle', 'tandem', 1795661141358);
INSERT INTO dbos.operation_outputs VALUES ('post:enrolment:mentor:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7:20261102080009', 2, 'done', 'gAROLg==', NULL, NULL, 1795661127412, 1795661127428, 'py_pickle', 'tandem', 1795661127431);
INSERT INTO dbos.operation_outputs VALUES ('post:enrolment:mentor:841e4150-42bf-5319-a2c7-74d825d470ec:20261102080009', 2, 'done', 'gAROLg==', NULL, NULL, 1795661127722, 1795661127845, 'py_pickle', 'tandem', 1795661127862);
INSERT INTO dbos.operation_outputs VALUES ('post:kickoff:kickoff-1:367fc82c-a528-5b5d-9204-443bb2ea56a3', 2, 'done', 'gAROLg==', NULL, NULL, 1795661139567, 1795661139589, 'py_pickle', 'tandem', 1795661139592);
INSERT INTO dbos.operation_outputs VALUES ('kickoff:kickoff-1:f0d197fa', 1, 'dates', 'gAROLg==', NULL, NULL, 1795661139896, 1795661140062, 'py_pickle', 'tandem', 1795661140063);
INSERT INTO dbos.operation_outputs VALUES ('post:kickoff_seat:kickoff-1:628a2cfa-a40c-5509-9aff-8fced0174f42', 1, 'post', 'gAROLg==', NULL, NULL, 1795661140803, 1795661141086, 'py_pickle', 'tandem', 1795661141106);
INSERT INTO dbos.operation_outputs VALUES ('post:kickoff_seat:kickoff-1:628a2cfa-a40c-5509-9aff-8fced0174f42', 2, 'done', 'gAROLg==', NULL, NULL, 1795661141137, 1795661141217, 'py_pickle', 'tandem', 1795661141218);
INSERT INTO dbos.operation_outputs VALUES ('post:kickoff_seat:kickoff-1:eb3e3ee1-134c-59ab-bcbc-8044908087a4', 1, 'post', 'gAROLg==', NULL, NULL, 1795661141144, 1795661141354, 'py_pickle', 'tandem', 1795661141356);
INSERT INTO dbos.operation_outputs VALUES ('post:kickoff_seat:kickoff-1:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7', 1, 'post', 'gAROLg==', NULL, NULL, 1795661141137, 1795661141395, 'py_pickle', 'tandem', 1795661141406);
INSERT INTO dbos.operation_outputs VALUES ('post:matching:run-1:367fc82c-a528-5b5d-9204-443bb2ea56a3', 2, 'done', 'gAROLg==', NULL, NULL, 1795661152469, 1795661152493, 'py_pickle', 'tandem', 1795661152495);
INSERT INTO dbos.operation_outputs VALUES ('post:enrolment:mentor:9e77fffd-c944-51a3-bc76-44c43ef027c2:20261102080009', 2, 'done', 'gAROLg==', NULL, NULL, 1795661127434, 1795661127453, 'py_pickle', 'tandem', 1795661127455);
INSERT INTO dbos.operation_outputs VALUES ('post:kickoff_seat:kickoff-1:acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c', 1, 'post', 'gAROLg==', NULL, NULL, 1795661140811, 1795661140917, 'py_pickle', 'tandem', 1795661140921);
INSERT INTO dbos.operation_outputs VALUES ('post:kickoff_seat:kickoff-1:acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c', 2, 'done', 'gAROLg==', NULL, NULL, 1795661140930, 1795661141087, 'py_pickle', 'tandem', 1795661141099);
INSERT INTO dbos.operation_outputs VALUES ('post:kickoff_seat:kickoff-1:e78f2982-83c5-559c-8d33-50ca45088ffe', 1, 'post', 'gAROLg==', NULL, NULL, 1795661141141, 1795661141372, 'py_pickle', 'tandem', 1795661141373);
INSERT INTO dbos.operation_outputs VALUES ('kickoff_invite:kickoff-1:0:c7109e6db1d5a4b3', 1, 'invite', 'gAROLg==', NULL, NULL, 1795661154771, 1795661154896, 'py_pickle', 'tandem', 1795661154897);
INSERT INTO dbos.operation_outputs VALUES ('match:run-1:1', 1, 'match', 'gAROLg==', NULL, NULL, 1795661152109, 1795661170437, 'py_pickle', 'tandem', 1795661170438);
INSERT INTO dbos.operation_outputs VALUES ('post:kickoff:kickoff-1:367fc82c-a528-5b5d-9204-443bb2ea56a3', 1, 'post', 'gAROLg==', NULL, NULL, 1795661139512, 1795661139542, 'py_pickle', 'tandem', 1795661139549);
INSERT INTO dbos.operation_outputs VALUES ('post:kickoff_seat:kickoff-1:12ebedee-1519-5659-81f0-5a49168f194c', 2, 'done', 'gAROLg==', NULL, NULL, 1795661140845, 1795661140859, 'py_pickle', 'tandem', 1795661140862);
INSERT INTO dbos.operation_outputs VALUES ('post:kickoff_seat:kickoff-1:eb3e3ee1-134c-59ab-bcbc-8044908087a4', 2, 'done', 'gAROLg==', NULL, NULL, 1795661141368, 1795661141808, 'py_pickle', 'tandem', 1795661141825);
INSERT INTO dbos.operation_outputs VALUES ('kickoff_invite:kickoff-1:0:c7109e6db1d5a4b3', 2, 'done', 'gAROLg==', NULL, NULL, 1795661154914, 1795661154978, 'py_pickle', 'tandem', 1795661154984);
INSERT INTO dbos.operation_outputs VALUES ('post:kickoff_seat:kickoff-1:5b6f2802-536c-5700-a938-918662be37b2', 2, 'done', 'gAROLg==', NULL, NULL, 1795661140963, 1795661141086, 'py_pickle', 'tandem', 1795661141099);
INSERT INTO dbos.operation_outputs VALUES ('post:kickoff_seat:kickoff-1:df0f91bc-fb1e-56ce-a11f-9a546677808d', 2, 'done', 'gAROLg==', NULL, NULL, 1795661141370, 1795661141474, 'py_pickle', 'tandem', 1795661141488);
INSERT INTO dbos.operation_outputs VALUES ('post:kickoff_seat:kickoff-1:e78f2982-83c5-559c-8d33-50ca45088ffe', 2, 'done', 'gAROLg==', NULL, NULL, 1795661141379, 1795661141670, 'py_pickle', 'tandem', 1795661141699);
INSERT INTO dbos.operation_outputs VALUES ('post:matching:run-1:367fc82c-a528-5b5d-9204-443bb2ea56a3', 1, 'post', 'gAROLg==', NULL, NULL, 1795661152140, 1795661152454, 'py_pickle', 'tandem', 1795661152455);
INSERT INTO dbos.operation_outputs VALUES ('match:run-1:1', 2, 'done', 'gAROLg==', NULL, NULL, 1795661170439, 1795661170443, 'py_pickle', 'tandem', 1795661170444);
INSERT INTO dbos.operation_outputs VALUES ('post:kickoff_seat:kickoff-1:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7', 2, 'done', 'gAROLg==', NULL, NULL, 1795661141452, 1795661142065, 'py_pickle', 'tandem', 1795661142070);
INSERT INTO dbos.operation_outputs VALUES ('match:run-1:2', 2, 'done', 'gAROLg==', NULL, NULL, 1795661204670, 1795661204675, 'py_pickle', 'tandem', 1795661204676);
INSERT INTO dbos.operation_outputs VALUES ('kickoff_invite:kickoff-1:0:694a39ccec39b95c', 1, 'invite', 'gAROLg==', NULL, NULL, 1795661143845, 1795661144479, 'py_pickle', 'tandem', 1795661144481);
INSERT INTO dbos.operation_outputs VALUES ('kickoff_invite:kickoff-1:0:694a39ccec39b95c', 2, 'done', 'gAROLg==', NULL, NULL, 1795661151962, 1795661152048, 'py_pickle', 'tandem', 1795661152060);
INSERT INTO dbos.operation_outputs VALUES ('kickoff_invite:kickoff-1:0:10930051907297bf', 1, 'invite', 'gAROLg==', NULL, NULL, 1795661152115, 1795661152251, 'py_pickle', 'tandem', 1795661152253);
INSERT INTO dbos.operation_outputs VALUES ('match:run-1:2', 1, 'match', 'gAROLg==', NULL, NULL, 1795661189146, 1795661204663, 'py_pickle', 'tandem', 1795661204664);
INSERT INTO dbos.operation_outputs VALUES ('match:run-1:3', 1, 'match', 'gAROLg==', NULL, NULL, 1795661229334, 1795661256590, 'py_pickle', 'tandem', 1795661256591);
INSERT INTO dbos.operation_outputs VALUES ('match:run-1:3', 2, 'done', 'gAROLg==', NULL, NULL, 1795661256616, 1795661256643, 'py_pickle', 'tandem', 1795661256645);
INSERT INTO dbos.operation_outputs VALUES ('match:run-1:4', 1, 'match', 'gAROLg==', NULL, NULL, 1795661257866, 1795661278058, 'py_pickle', 'tandem', 1795661278060);
INSERT INTO dbos.operation_outputs VALUES ('match:run-1:4', 2, 'done', 'gAROLg==', NULL, NULL, 1795661278061, 1795661278079, 'py_pickle', 'tandem', 1795661278080);
INSERT INTO dbos.operation_outputs VALUES ('post:offer:tandem-5-4dc06581:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7', 1, 'post', 'gAROLg==', NULL, NULL, 1795661279436, 1795661279549, 'py_pickle', 'tandem', 1795661279565);
INSERT INTO dbos.operation_outputs VALUES ('post:offer:tandem-1-74b180db:9e77fffd-c944-51a3-bc76-44c43ef027c2', 1, 'post', 'gAROLg==', NULL, NULL, 1795661279433, 1795661279557, 'py_pickle', 'tandem', 1795661279567);
INSERT INTO dbos.operation_outputs VALUES ('post:offer:tandem-4-4ce2a031:acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c', 1, 'post', 'gAROLg==', NULL, NULL, 1795661279436, 1795661279675, 'py_pickle', 'tandem', 1795661279684);
INSERT INTO dbos.operation_outputs VALUES ('post:offer:tandem-5-4dc06581:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7', 2, 'done', 'gAROLg==', NULL, NULL, 1795661279639, 1795661279710, 'py_pickle', 'tandem', 1795661279712);
INSERT INTO dbos.operation_outputs VALUES ('post:offer:tandem-1-74b180db:9e77fffd-c944-51a3-bc76-44c43ef027c2', 2, 'done', 'gAROLg==', NULL, NULL, 1795661279653, 1795661279728, 'py_pickle', 'tandem', 1795661279729);
INSERT INTO dbos.operation_outputs VALUES ('post:offer:tandem-2-be9403d5:628a2cfa-a40c-5509-9aff-8fced0174f42', 1, 'post', 'gAROLg==', NULL, NULL, 1795661279434, 1795661279723, 'py_pickle', 'tandem', 1795661279772);
INSERT INTO dbos.operation_outputs VALUES ('post:offer:tandem-3-ccc4d5c0:841e4150-42bf-5319-a2c7-74d825d470ec', 1, 'post', 'gAROLg==', NULL, NULL, 1795661279435, 1795661279748, 'py_pickle', 'tandem', 1795661279772);
INSERT INTO dbos.operation_outputs VALUES ('post:offer:tandem-4-4ce2a031:acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c', 2, 'done', 'gAROLg==', NULL, NULL, 1795661279720, 1795661279806, 'py_pickle', 'tandem', 1795661279809);
INSERT INTO dbos.operation_outputs VALUES ('post:offer:tandem-3-ccc4d5c0:841e4150-42bf-5319-a2c7-74d825d470ec', 2, 'done', 'gAROLg==', NULL, NULL, 1795661279780, 1795661279817, 'py_pickle', 'tandem', 1795661279818);
INSERT INTO dbos.operation_outputs VALUES ('post:offer:tandem-2-be9403d5:628a2cfa-a40c-5509-9aff-8fced0174f42', 2, 'done', 'gAROLg==', NULL, NULL, 1795661279780, 1795661279852, 'py_pickle', 'tandem', 1795661279860);
INSERT INTO dbos.operation_outputs VALUES ('post:offer:tandem-1-74b180db:12ebedee-1519-5659-81f0-5a49168f194c', 1, 'post', 'gAROLg==', NULL, NULL, 1795661279933, 1795661279979, 'py_pickle', 'tandem', 1795661279987);
INSERT INTO dbos.operation_outputs VALUES ('post:offer:tandem-1-74b180db:12ebedee-1519-5659-81f0-5a49168f194c', 2, 'done', 'gAROLg==', NULL, NULL, 1795661280000, 1795661280017, 'py_pickle', 'tandem', 1795661280019);
INSERT INTO dbos.operation_outputs VALUES ('post:offer:tandem-3-ccc4d5c0:df0f91bc-fb1e-56ce-a11f-9a546677808d', 1, 'post', 'gAROLg==', NULL, NULL, 1795661280166, 1795661280192, 'py_pickle', 'tandem', 1795661280193);
INSERT INTO dbos.operation_outputs VALUES ('post:offer:tandem-2-be9403d5:5b6f2802-536c-5700-a938-918662be37b2', 1, 'post', 'gAROLg==', NULL, NULL, 1795661280171, 1795661280246, 'py_pickle', 'tandem', 1795661280252);
INSERT INTO dbos.operation_outputs VALUES ('post:offer:tandem-3-ccc4d5c0:df0f91bc-fb1e-56ce-a11f-9a546677808d', 2, 'done', 'gAROLg==', NULL, NULL, 1795661280206, 1795661280242, 'py_pickle', 'tandem', 1795661280257);
INSERT INTO dbos.operation_outputs VALUES ('post:offer:tandem-4-4ce2a031:e78f2982-83c5-559c-8d33-50ca45088ffe', 1, 'post', 'gAROLg==', NULL, NULL, 1795661280169, 1795661280263, 'py_pickle', 'tandem', 1795661280266);
INSERT INTO dbos.operation_outputs VALUES ('post:offer:tandem-4-4ce2a031:e78f2982-83c5-559c-8d33-50ca45088ffe', 2, 'done', 'gAROLg==', NULL, NULL, 1795661280273, 1795661280282, 'py_pickle', 'tandem', 1795661280291);
INSERT INTO dbos.operation_outputs VALUES ('post:offer:tandem-2-be9403d5:5b6f2802-536c-5700-a938-918662be37b2', 2, 'done', 'gAROLg==', NULL, NULL, 1795661280263, 1795661280338, 'py_pickle', 'tandem', 1795661280340);
INSERT INTO dbos.operation_outputs VALUES ('post:invite:invite-3:69a84bdf-47e2-524c-8007-7e4e3c98bc59', 1, 'post', 'gAROLg==', NULL, NULL, 1795661280594, 1795661280616, 'py_pickle', 'tandem', 1795661280617);
INSERT INTO dbos.operation_outputs VALUES ('post:invite:invite-3:69a84bdf-47e2-524c-8007-7e4e3c98bc59', 2, 'done', 'gAROLg==', NULL, NULL, 1795661280618, 1795661280634, 'py_pickle', 'tandem', 1795661280635);
INSERT INTO dbos.operation_outputs VALUES ('post:invite:invite-4:69a84bdf-47e2-524c-8007-7e4e3c98bc59', 1, 'post', 'gAROLg==', NULL, NULL, 1795661280834, 1795661280860, 'py_pickle', 'tandem', 1795661280861);
INSERT INTO dbos.operation_outputs VALUES ('post:invite:invite-4:69a84bdf-47e2-524c-8007-7e4e3c98bc59', 2, 'done', 'gAROLg==', NULL, NULL, 1795661280878, 1795661280888, 'py_pickle', 'tandem', 1795661280889);
INSERT INTO dbos.operation_outputs VALUES ('post:launch:launch-1:367fc82c-a528-5b5d-9204-443bb2ea56a3', 1, 'post', 'gAROLg==', NULL, NULL, 1795661281963, 1795661281985, 'py_pickle', 'tandem', 1795661281986);
INSERT INTO dbos.operation_outputs VALUES ('post:launch:launch-1:367fc82c-a528-5b5d-9204-443bb2ea56a3', 2, 'done', 'gAROLg==', NULL, NULL, 1795661281988, 1795661281995, 'py_pickle', 'tandem', 1795661281996);
INSERT INTO dbos.operation_outputs VALUES ('post:left_over:eb3e3ee1-134c-59ab-bcbc-8044908087a4:202611020802', 1, 'post', 'gAROLg==', NULL, NULL, 1795661282509, 1795661282565, 'py_pickle', 'tandem', 1795661282566);
INSERT INTO dbos.operation_outputs VALUES ('post:left_over:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7:202611020802', 1, 'post', 'gAROLg==', NULL, NULL, 1795661282508, 1795661282603, 'py_pickle', 'tandem', 1795661282605);
INSERT INTO dbos.operation_outputs VALUES ('post:left_over:eb3e3ee1-134c-59ab-bcbc-8044908087a4:202611020802', 2, 'done', 'gAROLg==', NULL, NULL, 1795661282582, 1795661282611, 'py_pickle', 'tandem', 1795661282614);
INSERT INTO dbos.operation_outputs VALUES ('post:left_over:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7:202611020802', 2, 'done', 'gAROLg==', NULL, NULL, 1795661282611, 1795661282621, 'py_pickle', 'tandem', 1795661282622);
INSERT INTO dbos.operation_outputs VALUES ('launch:launch-1', 1, 'seat', 'gAROLg==', NULL, NULL, 1795661282255, 1795661284411, 'py_pickle', 'tandem', 1795661284413);
INSERT INTO dbos.operation_outputs VALUES ('launch:launch-1', 2, 'teams', 'gASVkwEAAAAAAAB9lCiMJGMzODFlODhmLTM4YzAtNDhmZC04NzEyLWI4YmMwNzZmMzc4N5RdlCiMJDEyZWJlZGVlLTE1MTktNTY1OS04MWYwLTVhNDkxNjhmMTk0Y5SMJDViNmYyODAyLTUzNmMtNTcwMC1hOTM4LTkxODY2MmJlMzdiMpSMJDYyOGEyY2ZhLWE0MGMtNTUwOS05YWZmLThmY2VkMDE3NGY0MpSMJDg0MWU0MTUwLTQyYmYtNTMxOS1hMmM3LTc0ZDgyNWQ0NzBlY5SMJDllNzdmZmZkLWM5NDQtNTFhMy1iYzc2LTQ0YzQzZWYwMjdjMpSMJGRmMGY5MWJjLWZiMWUtNTZjZS1hMTFmLTlhNTQ2Njc3ODA4ZJRljCRjNzAzODA2OS04NGM4LTQ5OTktYTExNi03ZDhmY2YyM2NhZTiUXZQojCRhY2Q1Y2VjNS1jYzhlLTVkNzMtYjIwNy0wZGQ4ZDhhZTZjOWOUjCRlNzhmMjk4Mi04M2M1LTU1OWMtOGQzMy01MGNhNDUwODhmZmWUZXUu', NULL, NULL, 1795661284468, 1795661284479, 'py_pickle', 'tandem', 1795661284489);
INSERT INTO dbos.operation_outputs VALUES ('launch:launch-1', 3, 'members c381e88f-38c0-48fd-8712-b8bc076f3787', 'gAROLg==', NULL, NULL, 1795661284499, 1795661284621, 'py_pickle', 'tandem', 1795661284622);
INSERT INTO dbos.operation_outputs VALUES ('match:run-2:1', 1, 'match', 'gAROLg==', NULL, NULL, 1795661282363, 1795661296598, 'py_pickle', 'tandem', 1795661296599);
INSERT INTO dbos.operation_outputs VALUES ('match:run-2:1', 2, 'done', 'gAROLg==', NULL, NULL, 1795661296601, 1795661296607, 'py_pickle', 'tandem', 1795661296608);
INSERT INTO dbos.operation_outputs VALUES ('launch:launch-1', 4, 'members c7038069-84c8-4999-a116-7d8fcf23cae8', 'gAROLg==', NULL, NULL, 1795661284629, 1795661299352, 'py_pickle', 'tandem', 1795661299353);
INSERT INTO dbos.operation_outputs VALUES ('launch:launch-1', 5, 'groups', 'gASVWAAAAAAAAABdlF2UKIwRdGFuZGVtLTEtNzRiMTgwZGKUjBF0YW5kZW0tMi1iZTk0MDNkNZSMEXRhbmRlbS0zLWNjYzRkNWMwlIwRdGFuZGVtLTQtNGNlMmEwMzGUZWEu', NULL, NULL, 1795661299355, 1795661299362, 'py_pickle', 'tandem', 1795661299363);
INSERT INTO dbos.operation_outputs VALUES ('launch:launch-1', 6, 'dates 0', 'gAROLg==', NULL, NULL, 1795661299366, 1795661300366, 'py_pickle', 'tandem', 1795661300367);
INSERT INTO dbos.operation_outputs VALUES ('launch:launch-1', 7, 'done', 'gAROLg==', NULL, NULL, 1795661300379, 1795661300382, 'py_pickle', 'tandem', 1795661300383);
INSERT INTO dbos.operation_outputs VALUES ('launch:launch-1:tandem-2-be9403d5', 1, 'channel', 'gAROLg==', NULL, NULL, 1795661300862, 1795661300900, 'py_pickle', 'tandem', 1795661300901);
INSERT INTO dbos.operation_outputs VALUES ('launch:launch-1:tandem-2-be9403d5', 2, 'deputies', 'gAROLg==', NULL, NULL, 1795661300903, 1795661300915, 'py_pickle', 'tandem', 1795661300916);
INSERT INTO dbos.operation_outputs VALUES ('launch:launch-1:tandem-2-be9403d5', 3, 'series', 'gAROLg==', NULL, NULL, 1795661300926, 1795661300934, 'py_pickle', 'tandem', 1795661300934);
INSERT INTO dbos.operation_outputs VALUES ('launch:launch-1:tandem-2-be9403d5', 4, 'launched', 'gAROLg==', NULL, NULL, 1795661300936, 1795661300981, 'py_pickle', 'tandem', 1795661300982);
INSERT INTO dbos.operation_outputs VALUES ('look:tandem-3-ccc4d5c0:4d806f76f2131b94', 1, 'look', 'gAROLg==', NULL, NULL, 1795661305034, 1795661305182, 'py_pickle', 'tandem', 1795661305186);
INSERT INTO dbos.operation_outputs VALUES ('launch:launch-1:tandem-2-be9403d5', 5, 'done', 'gAROLg==', NULL, NULL, 1795661300998, 1795661301003, 'py_pickle', 'tandem', 1795661301004);
INSERT INTO dbos.operation_outputs VALUES ('post:agreement:agreement-1:mentee:5b6f2802-536c-5700-a938-918662be37b2', 1, 'post', 'gAROLg==', NULL, NULL, 1795661301780, 1795661303121, 'py_pickle', 'tandem', 1795661303124);
INSERT INTO dbos.operation_outputs VALUES ('post:tandem:tandem-3-ccc4d5c0:841e4150-42bf-5319-a2c7-74d825d470ec', 1, 'post', 'gAROLg==', NULL, NULL, 1795661303351, 1795661303424, 'py_pickle', 'tandem', 1795661303429);
INSERT INTO dbos.operation_outputs VALUES ('find:agreement-2:1', 2, 'done', 'gAROLg==', NULL, NULL, 1795661306128, 1795661306134, 'py_pickle', 'tandem', 1795661306135);
INSERT INTO dbos.operation_outputs VALUES ('post:absence:841e4150-42bf-5319-a2c7-74d825d470ec:20261102080309', 1, 'post', 'gAROLg==', NULL, NULL, 1795661307306, 1795661307354, 'py_pickle', 'tandem', 1795661307355);
INSERT INTO dbos.operation_outputs VALUES ('launch:launch-1:tandem-1-74b180db', 1, 'channel', 'gAROLg==', NULL, NULL, 1795661300861, 1795661301201, 'py_pickle', 'tandem', 1795661301206);
INSERT INTO dbos.operation_outputs VALUES ('launch:launch-1:tandem-3-ccc4d5c0', 1, 'channel', 'gAROLg==', NULL, NULL, 1795661300866, 1795661301530, 'py_pickle', 'tandem', 1795661301533);
INSERT INTO dbos.operation_outputs VALUES ('watch:841e4150-42bf-5319-a2c7-74d825d470ec:tandem-3-ccc4d5c0', 2, 'done', 'gAROLg==', NULL, NULL, 1795661303349, 1795661303359, 'py_pickle', 'tandem', 1795661303365);
INSERT INTO dbos.operation_outputs VALUES ('post:tandem:tandem-3-ccc4d5c0:841e4150-42bf-5319-a2c7-74d825d470ec', 2, 'done', 'gAROLg==', NULL, NULL, 1795661303432, 1795661303450, 'py_pickle', 'tandem', 1795661303454);
INSERT INTO dbos.operation_outputs VALUES ('post:closing:closing-1:367fc82c-a528-5b5d-9204-443bb2ea56a3', 2, 'done', 'gAROLg==', NULL, NULL, 1795661307345, 1795661307366, 'py_pickle', 'tandem', 1795661307367);
INSERT INTO dbos.operation_outputs VALUES ('post:partner_away:tandem-3-ccc4d5c0:001:df0f91bc-fb1e-56ce-a11f-9a546677808d:202701110700', 2, 'done', 'gAROLg==', NULL, NULL, 1795661307391, 1795661307416, 'py_pickle', 'tandem', 1795661307417);
INSERT INTO dbos.operation_outputs VALUES ('launch:launch-1:tandem-1-74b180db', 2, 'deputies', 'gAROLg==', NULL, NULL, 1795661301208, 1795661301213, 'py_pickle', 'tandem', 1795661301213);
INSERT INTO dbos.operation_outputs VALUES ('look:tandem-3-ccc4d5c0:4d806f76f2131b94', 2, 'done', 'gAROLg==', NULL, NULL, 1795661305189, 1795661305214, 'py_pickle', 'tandem', 1795661305215);
INSERT INTO dbos.operation_outputs VALUES ('find:agreement-2:1', 1, 'find', 'gAROLg==', NULL, NULL, 1795661305961, 1795661306126, 'py_pickle', 'tandem', 1795661306127);
INSERT INTO dbos.operation_outputs VALUES ('launch:launch-1:tandem-3-ccc4d5c0', 2, 'deputies', 'gAROLg==', NULL, NULL, 1795661301607, 1795661301615, 'py_pickle', 'tandem', 1795661301616);
INSERT INTO dbos.operation_outputs VALUES ('watch:841e4150-42bf-5319-a2c7-74d825d470ec:tandem-3-ccc4d5c0', 1, 'watch', 'gAROLg==', NULL, NULL, 1795661303290, 1795661303347, 'py_pickle', 'tandem', 1795661303348);
INSERT INTO dbos.operation_outputs VALUES ('post:agreement:agreement-2:mentor:841e4150-42bf-5319-a2c7-74d825d470ec', 2, 'done', 'gAROLg==', NULL, NULL, 1795661306917, 1795661306931, 'py_pickle', 'tandem', 1795661306945);
INSERT INTO dbos.operation_outputs VALUES ('launch:launch-1:tandem-3-ccc4d5c0', 3, 'series', 'gAROLg==', NULL, NULL, 1795661301629, 1795661301701, 'py_pickle', 'tandem', 1795661301702);
INSERT INTO dbos.operation_outputs VALUES ('post:agreement:agreement-1:mentee:5b6f2802-536c-5700-a938-918662be37b2', 2, 'done', 'gAROLg==', NULL, NULL, 1795661303128, 1795661303140, 'py_pickle', 'tandem', 1795661303141);
INSERT INTO dbos.operation_outputs VALUES ('post:tandem:tandem-3-ccc4d5c0:df0f91bc-fb1e-56ce-a11f-9a546677808d', 2, 'done', 'gAROLg==', NULL, NULL, 1795661303386, 1795661303410, 'py_pickle', 'tandem', 1795661303411);
INSERT INTO dbos.operation_outputs VALUES ('post:agreement:agreement-2:mentor:841e4150-42bf-5319-a2c7-74d825d470ec', 1, 'post', 'gAROLg==', NULL, NULL, 1795661306866, 1795661306908, 'py_pickle', 'tandem', 1795661306914);
INSERT INTO dbos.operation_outputs VALUES ('post:closing:closing-1:367fc82c-a528-5b5d-9204-443bb2ea56a3', 1, 'post', 'gAROLg==', NULL, NULL, 1795661307308, 1795661307336, 'py_pickle', 'tandem', 1795661307338);
INSERT INTO dbos.operation_outputs VALUES ('post:partner_away:tandem-3-ccc4d5c0:001:df0f91bc-fb1e-56ce-a11f-9a546677808d:202701110700', 1, 'post', 'gAROLg==', NULL, NULL, 1795661307308, 1795661307380, 'py_pickle', 'tandem', 1795661307383);
INSERT INTO dbos.operation_outputs VALUES ('launch:launch-1:tandem-3-ccc4d5c0', 4, 'launched', 'gAROLg==', NULL, NULL, 1795661301705, 1795661301746, 'py_pickle', 'tandem', 1795661301751);
INSERT INTO dbos.operation_outputs VALUES ('post:tandem:tandem-2-be9403d5:628a2cfa-a40c-5509-9aff-8fced0174f42', 1, 'post', NULL, 'gASVOwAAAAAAAACMCGJ1aWx0aW5zlIwKVmFsdWVFcnJvcpSTlIwZYSBmYXVsdCBvZiBvdXJzLCBmb3IgZ29vZJSFlFKULg==', NULL, 1795661301782, 1795661301790, 'py_pickle', 'tandem', 1795661301791);
INSERT INTO dbos.operation_outputs VALUES ('post:tandem:tandem-2-be9403d5:628a2cfa-a40c-5509-9aff-8fced0174f42', 2, 'again', 'gAROLg==', NULL, NULL, 1795661303076, 1795661303123, 'py_pickle', 'tandem', 1795661303127);
INSERT INTO dbos.operation_outputs VALUES ('post:tandem:tandem-3-ccc4d5c0:df0f91bc-fb1e-56ce-a11f-9a546677808d', 1, 'post', 'gAROLg==', NULL, NULL, 1795661303351, 1795661303377, 'py_pickle', 'tandem', 1795661303380);
INSERT INTO dbos.operation_outputs VALUES ('post:agreement:agreement-2:mentee:df0f91bc-fb1e-56ce-a11f-9a546677808d', 1, 'post', 'gAROLg==', NULL, NULL, 1795661306866, 1795661306882, 'py_pickle', 'tandem', 1795661306893);
INSERT INTO dbos.operation_outputs VALUES ('launch:launch-1:tandem-3-ccc4d5c0', 5, 'done', 'gAROLg==', NULL, NULL, 1795661301777, 1795661303092, 'py_pickle', 'tandem', 1795661303095);
INSERT INTO dbos.operation_outputs VALUES ('post:agreement:agreement-2:mentee:df0f91bc-fb1e-56ce-a11f-9a546677808d', 2, 'done', 'gAROLg==', NULL, NULL, 1795661306896, 1795661306899, 'py_pickle', 'tandem', 1795661306900);
INSERT INTO dbos.operation_outputs VALUES ('post:absence:841e4150-42bf-5319-a2c7-74d825d470ec:20261102080309', 2, 'done', 'gAROLg==', NULL, NULL, 1795661307360, 1795661307380, 'py_pickle', 'tandem', 1795661307383);
INSERT INTO dbos.queues VALUES ('f7ba385e-c944-4b64-ab06-f0c0b7097b7d', 'talk', NULL, 16, NULL, NULL, true, false, 0.2, 1795661120530, 1795661120521, 'tandem', NULL, NULL, NULL, NULL);
INSERT INTO dbos.queues VALUES ('cfc1d1db-d210-4b5c-b05d-3948d47d6b90', 'launch', NULL, 24, NULL, NULL, true, false, 0.2, 1795661120597, 1795661120593, 'tandem', NULL, NULL, NULL, NULL);
INSERT INTO dbos.queues VALUES ('ff3adb46-4b39-4f68-a3bc-2d019bbb0fd8', 'sessions', NULL, 12, NULL, NULL, true, false, 0.2, 1795661120648, 1795661120639, 'tandem', NULL, NULL, NULL, NULL);
INSERT INTO dbos.queues VALUES ('c1f04249-140d-4a61-92a5-ce117f21fa1a', 'work', NULL, 2, NULL, NULL, true, false, 0.2, 1795661120669, 1795661120660, 'tandem', NULL, NULL, NULL, NULL);
INSERT INTO dbos.workflow_input VALUES ('post:invite:invite-1:367fc82c-a528-5b5d-9204-443bb2ea56a3', 'gASVjAAAAAAAAAB9lCiMBGFyZ3OUjDlwb3N0Omludml0ZTppbnZpdGUtMTozNjdmYzgyYy1hNTI4LTViNWQtOTIwNC00NDNiYjJlYTU2YTOUjDRpbnZpdGU6aW52aXRlLTE6MzY3ZmM4MmMtYTUyOC01YjVkLTkyMDQtNDQzYmIyZWE1NmEzlIaUjAZrd2FyZ3OUfZR1Lg==', 1795661122315);
INSERT INTO dbos.workflow_input VALUES ('invite:mentee:12ebedee-1519-5659-81f0-5a49168f194c:20261102080005', 'gASViwAAAAAAAAB9lCiMBGFyZ3OUjEFpbnZpdGU6bWVudGVlOjEyZWJlZGVlLTE1MTktNTY1OS04MWYwLTVhNDkxNjhmMTk0YzoyMDI2MTEwMjA4MDAwNZSMK21lbnRlZToxMmViZWRlZS0xNTE5LTU2NTktODFmMC01YTQ5MTY4ZjE5NGOUhpSMBmt3YXJnc5R9lHUu', 1795661122589);
INSERT INTO dbos.workflow_input VALUES ('invite:mentee:5b6f2802-536c-5700-a938-918662be37b2:20261102080005', 'gASViwAAAAAAAAB9lCiMBGFyZ3OUjEFpbnZpdGU6bWVudGVlOjViNmYyODAyLTUzNmMtNTcwMC1hOTM4LTkxODY2MmJlMzdiMjoyMDI2MTEwMjA4MDAwNZSMK21lbnRlZTo1YjZmMjgwMi01MzZjLTU3MDAtYTkzOC05MTg2NjJiZTM3YjKUhpSMBmt3YXJnc5R9lHUu', 1795661122603);
INSERT INTO dbos.workflow_input VALUES ('invite:mentee:7996a206-db95-5369-9f07-66e6a283c401:20261102080005', 'gASViwAAAAAAAAB9lCiMBGFyZ3OUjEFpbnZpdGU6bWVudGVlOjc5OTZhMjA2LWRiOTUtNTM2OS05ZjA3LTY2ZTZhMjgzYzQwMToyMDI2MTEwMjA4MDAwNZSMK21lbnRlZTo3OTk2YTIwNi1kYjk1LTUzNjktOWYwNy02NmU2YTI4M2M0MDGUhpSMBmt3YXJnc5R9lHUu', 1795661122613);
INSERT INTO dbos.workflow_input VALUES ('invite:mentee:bd42c88d-352c-55d7-be83-1ef070996f2f:20261102080005', 'gASViwAAAAAAAAB9lCiMBGFyZ3OUjEFpbnZpdGU6bWVudGVlOmJkNDJjODhkLTM1MmMtNTVkNy1iZTgzLTFlZjA3MDk5NmYyZjoyMDI2MTEwMjA4MDAwNZSMK21lbnRlZTpiZDQyYzg4ZC0zNTJjLTU1ZDctYmU4My0xZWYwNzA5OTZmMmaUhpSMBmt3YXJnc5R9lHUu', 1795661122617);
INSERT INTO dbos.workflow_input VALUES ('invite:mentee:df0f91bc-fb1e-56ce-a11f-9a546677808d:20261102080005', 'gASViwAAAAAAAAB9lCiMBGFyZ3OUjEFpbnZpdGU6bWVudGVlOmRmMGY5MWJjLWZiMWUtNTZjZS1hMTFmLTlhNTQ2Njc3ODA4ZDoyMDI2MTEwMjA4MDAwNZSMK21lbnRlZTpkZjBmOTFiYy1mYjFlLTU2Y2UtYTExZi05YTU0NjY3NzgwOGSUhpSMBmt3YXJnc5R9lHUu', 1795661122622);
INSERT INTO dbos.workflow_input VALUES ('invite:mentee:e78f2982-83c5-559c-8d33-50ca45088ffe:20261102080005', 'gASViwAAAAAAAAB9lCiMBGFyZ3OUjEFpbnZpdGU6bWVudGVlOmU3OGYyOTgyLTgzYzUtNTU5Yy04ZDMzLTUwY2E0NTA4OGZmZToyMDI2MTEwMjA4MDAwNZSMK21lbnRlZTplNzhmMjk4Mi04M2M1LTU1OWMtOGQzMy01MGNhNDUwODhmZmWUhpSMBmt3YXJnc5R9lHUu', 1795661122624);
INSERT INTO dbos.workflow_input VALUES ('invite:mentee:ea2ade30-667a-5618-a82e-29e2658ed6e5:20261102080005', 'gASViwAAAAAAAAB9lCiMBGFyZ3OUjEFpbnZpdGU6bWVudGVlOmVhMmFkZTMwLTY2N2EtNTYxOC1hODJlLTI5ZTI2NThlZDZlNToyMDI2MTEwMjA4MDAwNZSMK21lbnRlZTplYTJhZGUzMC02NjdhLTU2MTgtYTgyZS0yOWUyNjU4ZWQ2ZTWUhpSMBmt3YXJnc5R9lHUu', 1795661122631);
INSERT INTO dbos.workflow_input VALUES ('invite:mentee:eb3e3ee1-134c-59ab-bcbc-8044908087a4:20261102080005', 'gASViwAAAAAAAAB9lCiMBGFyZ3OUjEFpbnZpdGU6bWVudGVlOmViM2UzZWUxLTEzNGMtNTlhYi1iY2JjLTgwNDQ5MDgwODdhNDoyMDI2MTEwMjA4MDAwNZSMK21lbnRlZTplYjNlM2VlMS0xMzRjLTU5YWItYmNiYy04MDQ0OTA4MDg3YTSUhpSMBmt3YXJnc5R9lHUu', 1795661122648);
INSERT INTO dbos.workflow_input VALUES ('post:enrolment:mentee:5b6f2802-536c-5700-a938-918662be37b2:20261102080005', 'gASVrAAAAAAAAAB9lCiMBGFyZ3OUjElwb3N0OmVucm9sbWVudDptZW50ZWU6NWI2ZjI4MDItNTM2Yy01NzAwLWE5MzgtOTE4NjYyYmUzN2IyOjIwMjYxMTAyMDgwMDA1lIxEZW5yb2xtZW50Om1lbnRlZTo1YjZmMjgwMi01MzZjLTU3MDAtYTkzOC05MTg2NjJiZTM3YjI6MjAyNjExMDIwODAwMDWUhpSMBmt3YXJnc5R9lHUu', 1795661123242);
INSERT INTO dbos.workflow_input VALUES ('post:enrolment:mentee:bd42c88d-352c-55d7-be83-1ef070996f2f:20261102080005', 'gASVrAAAAAAAAAB9lCiMBGFyZ3OUjElwb3N0OmVucm9sbWVudDptZW50ZWU6YmQ0MmM4OGQtMzUyYy01NWQ3LWJlODMtMWVmMDcwOTk2ZjJmOjIwMjYxMTAyMDgwMDA1lIxEZW5yb2xtZW50Om1lbnRlZTpiZDQyYzg4ZC0zNTJjLTU1ZDctYmU4My0xZWYwNzA5OTZmMmY6MjAyNjExMDIwODAwMDWUhpSMBmt3YXJnc5R9lHUu', 1795661123381);
INSERT INTO dbos.workflow_input VALUES ('post:enrolment:mentee:df0f91bc-fb1e-56ce-a11f-9a546677808d:20261102080005', 'gASVrAAAAAAAAAB9lCiMBGFyZ3OUjElwb3N0OmVucm9sbWVudDptZW50ZWU6ZGYwZjkxYmMtZmIxZS01NmNlLWExMWYtOWE1NDY2Nzc4MDhkOjIwMjYxMTAyMDgwMDA1lIxEZW5yb2xtZW50Om1lbnRlZTpkZjBmOTFiYy1mYjFlLTU2Y2UtYTExZi05YTU0NjY3NzgwOGQ6MjAyNjExMDIwODAwMDWUhpSMBmt3YXJnc5R9lHUu', 1795661123409);
INSERT INTO dbos.workflow_input VALUES ('post:enrolment:mentee:e78f2982-83c5-559c-8d33-50ca45088ffe:20261102080005', 'gASVrAAAAAAAAAB9lCiMBGFyZ3OUjElwb3N0OmVucm9sbWVudDptZW50ZWU6ZTc4ZjI5ODItODNjNS01NTljLThkMzMtNTBjYTQ1MDg4ZmZlOjIwMjYxMTAyMDgwMDA1lIxEZW5yb2xtZW50Om1lbnRlZTplNzhmMjk4Mi04M2M1LTU1OWMtOGQzMy01MGNhNDUwODhmZmU6MjAyNjExMDIwODAwMDWUhpSMBmt3YXJnc5R9lHUu', 1795661123427);
INSERT INTO dbos.workflow_input VALUES ('post:enrolment:mentee:ea2ade30-667a-5618-a82e-29e2658ed6e5:20261102080005', 'gASVrAAAAAAAAAB9lCiMBGFyZ3OUjElwb3N0OmVucm9sbWVudDptZW50ZWU6ZWEyYWRlMzAtNjY3YS01NjE4LWE4MmUtMjllMjY1OGVkNmU1OjIwMjYxMTAyMDgwMDA1lIxEZW5yb2xtZW50Om1lbnRlZTplYTJhZGUzMC02NjdhLTU2MTgtYTgyZS0yOWUyNjU4ZWQ2ZTU6MjAyNjExMDIwODAwMDWUhpSMBmt3YXJnc5R9lHUu', 1795661123441);
INSERT INTO dbos.workflow_input VALUES ('post:enrolment:mentee:7996a206-db95-5369-9f07-66e6a283c401:20261102080005', 'gASVrAAAAAAAAAB9lCiMBGFyZ3OUjElwb3N0OmVucm9sbWVudDptZW50ZWU6Nzk5NmEyMDYtZGI5NS01MzY5LTlmMDctNjZlNmEyODNjNDAxOjIwMjYxMTAyMDgwMDA1lIxEZW5yb2xtZW50Om1lbnRlZTo3OTk2YTIwNi1kYjk1LTUzNjktOWYwNy02NmU2YTI4M2M0MDE6MjAyNjExMDIwODAwMDWUhpSMBmt3YXJnc5R9lHUu', 1795661123585);
INSERT INTO dbos.workflow_input VALUES ('post:enrolment:mentee:eb3e3ee1-134c-59ab-bcbc-8044908087a4:20261102080005', 'gASVrAAAAAAAAAB9lCiMBGFyZ3OUjElwb3N0OmVucm9sbWVudDptZW50ZWU6ZWIzZTNlZTEtMTM0Yy01OWFiLWJjYmMtODA0NDkwODA4N2E0OjIwMjYxMTAyMDgwMDA1lIxEZW5yb2xtZW50Om1lbnRlZTplYjNlM2VlMS0xMzRjLTU5YWItYmNiYy04MDQ0OTA4MDg3YTQ6MjAyNjExMDIwODAwMDWUhpSMBmt3YXJnc5R9lHUu', 1795661123595);
INSERT INTO dbos.workflow_input VALUES ('post:enrolment:mentee:12ebedee-1519-5659-81f0-5a49168f194c:20261102080005', 'gASVrAAAAAAAAAB9lCiMBGFyZ3OUjElwb3N0OmVucm9sbWVudDptZW50ZWU6MTJlYmVkZWUtMTUxOS01NjU5LTgxZjAtNWE0OTE2OGYxOTRjOjIwMjYxMTAyMDgwMDA1lIxEZW5yb2xtZW50Om1lbnRlZToxMmViZWRlZS0xNTE5LTU2NTktODFmMC01YTQ5MTY4ZjE5NGM6MjAyNjExMDIwODAwMDWUhpSMBmt3YXJnc5R9lHUu', 1795661124559);
INSERT INTO dbos.workflow_input VALUES ('post:invite:invite-2:367fc82c-a528-5b5d-9204-443bb2ea56a3', 'gASVjAAAAAAAAAB9lCiMBGFyZ3OUjDlwb3N0Omludml0ZTppbnZpdGUtMjozNjdmYzgyYy1hNTI4LTViNWQtOTIwNC00NDNiYjJlYTU2YTOUjDRpbnZpdGU6aW52aXRlLTI6MzY3ZmM4MmMtYTUyOC01YjVkLTkyMDQtNDQzYmIyZWE1NmEzlIaUjAZrd2FyZ3OUfZR1Lg==', 1795661125579);
INSERT INTO dbos.workflow_input VALUES ('invite:mentor:628a2cfa-a40c-5509-9aff-8fced0174f42:20261102080009', 'gASViwAAAAAAAAB9lCiMBGFyZ3OUjEFpbnZpdGU6bWVudG9yOjYyOGEyY2ZhLWE0MGMtNTUwOS05YWZmLThmY2VkMDE3NGY0MjoyMDI2MTEwMjA4MDAwOZSMK21lbnRvcjo2MjhhMmNmYS1hNDBjLTU1MDktOWFmZi04ZmNlZDAxNzRmNDKUhpSMBmt3YXJnc5R9lHUu', 1795661126672);
INSERT INTO dbos.workflow_input VALUES ('invite:mentor:841e4150-42bf-5319-a2c7-74d825d470ec:20261102080009', 'gASViwAAAAAAAAB9lCiMBGFyZ3OUjEFpbnZpdGU6bWVudG9yOjg0MWU0MTUwLTQyYmYtNTMxOS1hMmM3LTc0ZDgyNWQ0NzBlYzoyMDI2MTEwMjA4MDAwOZSMK21lbnRvcjo4NDFlNDE1MC00MmJmLTUzMTktYTJjNy03NGQ4MjVkNDcwZWOUhpSMBmt3YXJnc5R9lHUu', 1795661126674);
INSERT INTO dbos.workflow_input VALUES ('invite:mentor:9e77fffd-c944-51a3-bc76-44c43ef027c2:20261102080009', 'gASViwAAAAAAAAB9lCiMBGFyZ3OUjEFpbnZpdGU6bWVudG9yOjllNzdmZmZkLWM5NDQtNTFhMy1iYzc2LTQ0YzQzZWYwMjdjMjoyMDI2MTEwMjA4MDAwOZSMK21lbnRvcjo5ZTc3ZmZmZC1jOTQ0LTUxYTMtYmM3Ni00NGM0M2VmMDI3YzKUhpSMBmt3YXJnc5R9lHUu', 1795661126676);
INSERT INTO dbos.workflow_input VALUES ('invite:mentor:acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c:20261102080009', 'gASViwAAAAAAAAB9lCiMBGFyZ3OUjEFpbnZpdGU6bWVudG9yOmFjZDVjZWM1LWNjOGUtNWQ3My1iMjA3LTBkZDhkOGFlNmM5YzoyMDI2MTEwMjA4MDAwOZSMK21lbnRvcjphY2Q1Y2VjNS1jYzhlLTVkNzMtYjIwNy0wZGQ4ZDhhZTZjOWOUhpSMBmt3YXJnc5R9lHUu', 1795661126678);
INSERT INTO dbos.workflow_input VALUES ('invite:mentor:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7:20261102080009', 'gASViwAAAAAAAAB9lCiMBGFyZ3OUjEFpbnZpdGU6bWVudG9yOmU2Y2EyZWM1LWQzYjktNWFlNC1iNGMxLTM4ZDRmODE5YmNkNzoyMDI2MTEwMjA4MDAwOZSMK21lbnRvcjplNmNhMmVjNS1kM2I5LTVhZTQtYjRjMS0zOGQ0ZjgxOWJjZDeUhpSMBmt3YXJnc5R9lHUu', 1795661126680);
INSERT INTO dbos.workflow_input VALUES ('post:enrolment:mentor:628a2cfa-a40c-5509-9aff-8fced0174f42:20261102080009', 'gASVrAAAAAAAAAB9lCiMBGFyZ3OUjElwb3N0OmVucm9sbWVudDptZW50b3I6NjI4YTJjZmEtYTQwYy01NTA5LTlhZmYtOGZjZWQwMTc0ZjQyOjIwMjYxMTAyMDgwMDA5lIxEZW5yb2xtZW50Om1lbnRvcjo2MjhhMmNmYS1hNDBjLTU1MDktOWFmZi04ZmNlZDAxNzRmNDI6MjAyNjExMDIwODAwMDmUhpSMBmt3YXJnc5R9lHUu', 1795661127077);
INSERT INTO dbos.workflow_input VALUES ('kickoff_invite:kickoff-1:0:10930051907297bf', 'gASVVQAAAAAAAAB9lCiMBGFyZ3OUjCtraWNrb2ZmX2ludml0ZTpraWNrb2ZmLTE6MDoxMDkzMDA1MTkwNzI5N2JmlIwLa2lja29mZi0xOjCUhpSMBmt3YXJnc5R9lHUu', 1795661152023);
INSERT INTO dbos.workflow_input VALUES ('post:enrolment:mentor:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7:20261102080009', 'gASVrAAAAAAAAAB9lCiMBGFyZ3OUjElwb3N0OmVucm9sbWVudDptZW50b3I6ZTZjYTJlYzUtZDNiOS01YWU0LWI0YzEtMzhkNGY4MTliY2Q3OjIwMjYxMTAyMDgwMDA5lIxEZW5yb2xtZW50Om1lbnRvcjplNmNhMmVjNS1kM2I5LTVhZTQtYjRjMS0zOGQ0ZjgxOWJjZDc6MjAyNjExMDIwODAwMDmUhpSMBmt3YXJnc5R9lHUu', 1795661127087);
INSERT INTO dbos.workflow_input VALUES ('post:kickoff_seat:kickoff-1:5b6f2802-536c-5700-a938-918662be37b2', 'gASVmgAAAAAAAAB9lCiMBGFyZ3OUjEBwb3N0OmtpY2tvZmZfc2VhdDpraWNrb2ZmLTE6NWI2ZjI4MDItNTM2Yy01NzAwLWE5MzgtOTE4NjYyYmUzN2IylIw7a2lja29mZl9zZWF0OmtpY2tvZmYtMTo1YjZmMjgwMi01MzZjLTU3MDAtYTkzOC05MTg2NjJiZTM3YjKUhpSMBmt3YXJnc5R9lHUu', 1795661140724);
INSERT INTO dbos.workflow_input VALUES ('post:kickoff_seat:kickoff-1:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7', 'gASVmgAAAAAAAAB9lCiMBGFyZ3OUjEBwb3N0OmtpY2tvZmZfc2VhdDpraWNrb2ZmLTE6ZTZjYTJlYzUtZDNiOS01YWU0LWI0YzEtMzhkNGY4MTliY2Q3lIw7a2lja29mZl9zZWF0OmtpY2tvZmYtMTplNmNhMmVjNS1kM2I5LTVhZTQtYjRjMS0zOGQ0ZjgxOWJjZDeUhpSMBmt3YXJnc5R9lHUu', 1795661140794);
INSERT INTO dbos.workflow_input VALUES ('match:run-1:3', 'gASVMQAAAAAAAAB9lCiMBGFyZ3OUjA1tYXRjaDpydW4tMTozlIwFcnVuLTGUhpSMBmt3YXJnc5R9lHUu', 1795661229187);
INSERT INTO dbos.workflow_input VALUES ('post:offer:tandem-3-ccc4d5c0:841e4150-42bf-5319-a2c7-74d825d470ec', 'gASVnAAAAAAAAAB9lCiMBGFyZ3OUjEFwb3N0Om9mZmVyOnRhbmRlbS0zLWNjYzRkNWMwOjg0MWU0MTUwLTQyYmYtNTMxOS1hMmM3LTc0ZDgyNWQ0NzBlY5SMPG9mZmVyOnRhbmRlbS0zLWNjYzRkNWMwOjg0MWU0MTUwLTQyYmYtNTMxOS1hMmM3LTc0ZDgyNWQ0NzBlY5SGlIwGa3dhcmdzlH2UdS4=', 1795661279346);
INSERT INTO dbos.workflow_input VALUES ('match:run-2:1', 'gASVMQAAAAAAAAB9lCiMBGFyZ3OUjA1tYXRjaDpydW4tMjoxlIwFcnVuLTKUhpSMBmt3YXJnc5R9lHUu', 1795661282241);
INSERT INTO dbos.workflow_input VALUES ('post:enrolment:mentor:9e77fffd-c944-51a3-bc76-44c43ef027c2:20261102080009', 'gASVrAAAAAAAAAB9lCiMBGFyZ3OUjElwb3N0OmVucm9sbWVudDptZW50b3I6OWU3N2ZmZmQtYzk0NC01MWEzLWJjNzYtNDRjNDNlZjAyN2MyOjIwMjYxMTAyMDgwMDA5lIxEZW5yb2xtZW50Om1lbnRvcjo5ZTc3ZmZmZC1jOTQ0LTUxYTMtYmM3Ni00NGM0M2VmMDI3YzI6MjAyNjExMDIwODAwMDmUhpSMBmt3YXJnc5R9lHUu', 1795661127179);
INSERT INTO dbos.workflow_input VALUES ('post:enrolment:mentor:acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c:20261102080009', 'gASVrAAAAAAAAAB9lCiMBGFyZ3OUjElwb3N0OmVucm9sbWVudDptZW50b3I6YWNkNWNlYzUtY2M4ZS01ZDczLWIyMDctMGRkOGQ4YWU2YzljOjIwMjYxMTAyMDgwMDA5lIxEZW5yb2xtZW50Om1lbnRvcjphY2Q1Y2VjNS1jYzhlLTVkNzMtYjIwNy0wZGQ4ZDhhZTZjOWM6MjAyNjExMDIwODAwMDmUhpSMBmt3YXJnc5R9lHUu', 1795661127372);
INSERT INTO dbos.workflow_input VALUES ('post:enrolment:mentor:841e4150-42bf-5319-a2c7-74d825d470ec:20261102080009', 'gASVrAAAAAAAAAB9lCiMBGFyZ3OUjElwb3N0OmVucm9sbWVudDptZW50b3I6ODQxZTQxNTAtNDJiZi01MzE5LWEyYzctNzRkODI1ZDQ3MGVjOjIwMjYxMTAyMDgwMDA5lIxEZW5yb2xtZW50Om1lbnRvcjo4NDFlNDE1MC00MmJmLTUzMTktYTJjNy03NGQ4MjVkNDcwZWM6MjAyNjExMDIwODAwMDmUhpSMBmt3YXJnc5R9lHUu', 1795661127399);
INSERT INTO dbos.workflow_input VALUES ('post:kickoff_seat:kickoff-1:12ebedee-1519-5659-81f0-5a49168f194c', 'gASVmgAAAAAAAAB9lCiMBGFyZ3OUjEBwb3N0OmtpY2tvZmZfc2VhdDpraWNrb2ZmLTE6MTJlYmVkZWUtMTUxOS01NjU5LTgxZjAtNWE0OTE2OGYxOTRjlIw7a2lja29mZl9zZWF0OmtpY2tvZmYtMToxMmViZWRlZS0xNTE5LTU2NTktODFmMC01YTQ5MTY4ZjE5NGOUhpSMBmt3YXJnc5R9lHUu', 1795661140717);
INSERT INTO dbos.workflow_input VALUES ('post:kickoff_seat:kickoff-1:e78f2982-83c5-559c-8d33-50ca45088ffe', 'gASVmgAAAAAAAAB9lCiMBGFyZ3OUjEBwb3N0OmtpY2tvZmZfc2VhdDpraWNrb2ZmLTE6ZTc4ZjI5ODItODNjNS01NTljLThkMzMtNTBjYTQ1MDg4ZmZllIw7a2lja29mZl9zZWF0OmtpY2tvZmYtMTplNzhmMjk4Mi04M2M1LTU1OWMtOGQzMy01MGNhNDUwODhmZmWUhpSMBmt3YXJnc5R9lHUu', 1795661140817);
INSERT INTO dbos.workflow_input VALUES ('match:run-1:4', 'gASVMQAAAAAAAAB9lCiMBGFyZ3OUjA1tYXRjaDpydW4tMTo0lIwFcnVuLTGUhpSMBmt3YXJnc5R9lHUu', 1795661257697);
INSERT INTO dbos.workflow_input VALUES ('post:offer:tandem-3-ccc4d5c0:df0f91bc-fb1e-56ce-a11f-9a546677808d', 'gASVnAAAAAAAAAB9lCiMBGFyZ3OUjEFwb3N0Om9mZmVyOnRhbmRlbS0zLWNjYzRkNWMwOmRmMGY5MWJjLWZiMWUtNTZjZS1hMTFmLTlhNTQ2Njc3ODA4ZJSMPG9mZmVyOnRhbmRlbS0zLWNjYzRkNWMwOmRmMGY5MWJjLWZiMWUtNTZjZS1hMTFmLTlhNTQ2Njc3ODA4ZJSGlIwGa3dhcmdzlH2UdS4=', 1795661279904);
INSERT INTO dbos.workflow_input VALUES ('post:offer:tandem-2-be9403d5:5b6f2802-536c-5700-a938-918662be37b2', 'gASVnAAAAAAAAAB9lCiMBGFyZ3OUjEFwb3N0Om9mZmVyOnRhbmRlbS0yLWJlOTQwM2Q1OjViNmYyODAyLTUzNmMtNTcwMC1hOTM4LTkxODY2MmJlMzdiMpSMPG9mZmVyOnRhbmRlbS0yLWJlOTQwM2Q1OjViNmYyODAyLTUzNmMtNTcwMC1hOTM4LTkxODY2MmJlMzdiMpSGlIwGa3dhcmdzlH2UdS4=', 1795661279983);
INSERT INTO dbos.workflow_input VALUES ('post:kickoff:kickoff-1:367fc82c-a528-5b5d-9204-443bb2ea56a3', 'gASVkAAAAAAAAAB9lCiMBGFyZ3OUjDtwb3N0OmtpY2tvZmY6a2lja29mZi0xOjM2N2ZjODJjLWE1MjgtNWI1ZC05MjA0LTQ0M2JiMmVhNTZhM5SMNmtpY2tvZmY6a2lja29mZi0xOjM2N2ZjODJjLWE1MjgtNWI1ZC05MjA0LTQ0M2JiMmVhNTZhM5SGlIwGa3dhcmdzlH2UdS4=', 1795661139473);
INSERT INTO dbos.workflow_input VALUES ('kickoff:kickoff-1:f0d197fa', 'gASVQgAAAAAAAAB9lCiMBGFyZ3OUjBpraWNrb2ZmOmtpY2tvZmYtMTpmMGQxOTdmYZSMCWtpY2tvZmYtMZSGlIwGa3dhcmdzlH2UdS4=', 1795661139708);
INSERT INTO dbos.workflow_input VALUES ('post:kickoff_seat:kickoff-1:9e77fffd-c944-51a3-bc76-44c43ef027c2', 'gASVmgAAAAAAAAB9lCiMBGFyZ3OUjEBwb3N0OmtpY2tvZmZfc2VhdDpraWNrb2ZmLTE6OWU3N2ZmZmQtYzk0NC01MWEzLWJjNzYtNDRjNDNlZjAyN2MylIw7a2lja29mZl9zZWF0OmtpY2tvZmYtMTo5ZTc3ZmZmZC1jOTQ0LTUxYTMtYmM3Ni00NGM0M2VmMDI3YzKUhpSMBmt3YXJnc5R9lHUu', 1795661140754);
INSERT INTO dbos.workflow_input VALUES ('post:kickoff_seat:kickoff-1:eb3e3ee1-134c-59ab-bcbc-8044908087a4', 'gASVmgAAAAAAAAB9lCiMBGFyZ3OUjEBwb3N0OmtpY2tvZmZfc2VhdDpraWNrb2ZmLTE6ZWIzZTNlZTEtMTM0Yy01OWFiLWJjYmMtODA0NDkwODA4N2E0lIw7a2lja29mZl9zZWF0OmtpY2tvZmYtMTplYjNlM2VlMS0xMzRjLTU5YWItYmNiYy04MDQ0OTA4MDg3YTSUhpSMBmt3YXJnc5R9lHUu', 1795661140823);
INSERT INTO dbos.workflow_input VALUES ('kickoff_invite:kickoff-1:0:694a39ccec39b95c', 'gASVVQAAAAAAAAB9lCiMBGFyZ3OUjCtraWNrb2ZmX2ludml0ZTpraWNrb2ZmLTE6MDo2OTRhMzljY2VjMzliOTVjlIwLa2lja29mZi0xOjCUhpSMBmt3YXJnc5R9lHUu', 1795661143583);
INSERT INTO dbos.workflow_input VALUES ('launch:launch-1', 'gASVNgAAAAAAAAB9lCiMBGFyZ3OUjA9sYXVuY2g6bGF1bmNoLTGUjAhsYXVuY2gtMZSGlIwGa3dhcmdzlH2UdS4=', 1795661282232);
INSERT INTO dbos.workflow_input VALUES ('post:kickoff_seat:kickoff-1:628a2cfa-a40c-5509-9aff-8fced0174f42', 'gASVmgAAAAAAAAB9lCiMBGFyZ3OUjEBwb3N0OmtpY2tvZmZfc2VhdDpraWNrb2ZmLTE6NjI4YTJjZmEtYTQwYy01NTA5LTlhZmYtOGZjZWQwMTc0ZjQylIw7a2lja29mZl9zZWF0OmtpY2tvZmYtMTo2MjhhMmNmYS1hNDBjLTU1MDktOWFmZi04ZmNlZDAxNzRmNDKUhpSMBmt3YXJnc5R9lHUu', 1795661140728);
INSERT INTO dbos.workflow_input VALUES ('post:kickoff_seat:kickoff-1:acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c', 'gASVmgAAAAAAAAB9lCiMBGFyZ3OUjEBwb3N0OmtpY2tvZmZfc2VhdDpraWNrb2ZmLTE6YWNkNWNlYzUtY2M4ZS01ZDczLWIyMDctMGRkOGQ4YWU2YzljlIw7a2lja29mZl9zZWF0OmtpY2tvZmYtMTphY2Q1Y2VjNS1jYzhlLTVkNzMtYjIwNy0wZGQ4ZDhhZTZjOWOUhpSMBmt3YXJnc5R9lHUu', 1795661140760);
INSERT INTO dbos.workflow_input VALUES ('post:matching:run-1:367fc82c-a528-5b5d-9204-443bb2ea56a3', 'gASVigAAAAAAAAB9lCiMBGFyZ3OUjDhwb3N0Om1hdGNoaW5nOnJ1bi0xOjM2N2ZjODJjLWE1MjgtNWI1ZC05MjA0LTQ0M2JiMmVhNTZhM5SMM21hdGNoaW5nOnJ1bi0xOjM2N2ZjODJjLWE1MjgtNWI1ZC05MjA0LTQ0M2JiMmVhNTZhM5SGlIwGa3dhcmdzlH2UdS4=', 1795661152078);
INSERT INTO dbos.workflow_input VALUES ('post:offer:tandem-4-4ce2a031:acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c', 'gASVnAAAAAAAAAB9lCiMBGFyZ3OUjEFwb3N0Om9mZmVyOnRhbmRlbS00LTRjZTJhMDMxOmFjZDVjZWM1LWNjOGUtNWQ3My1iMjA3LTBkZDhkOGFlNmM5Y5SMPG9mZmVyOnRhbmRlbS00LTRjZTJhMDMxOmFjZDVjZWM1LWNjOGUtNWQ3My1iMjA3LTBkZDhkOGFlNmM5Y5SGlIwGa3dhcmdzlH2UdS4=', 1795661279350);
INSERT INTO dbos.workflow_input VALUES ('post:kickoff_seat:kickoff-1:841e4150-42bf-5319-a2c7-74d825d470ec', 'gASVmgAAAAAAAAB9lCiMBGFyZ3OUjEBwb3N0OmtpY2tvZmZfc2VhdDpraWNrb2ZmLTE6ODQxZTQxNTAtNDJiZi01MzE5LWEyYzctNzRkODI1ZDQ3MGVjlIw7a2lja29mZl9zZWF0OmtpY2tvZmYtMTo4NDFlNDE1MC00MmJmLTUzMTktYTJjNy03NGQ4MjVkNDcwZWOUhpSMBmt3YXJnc5R9lHUu', 1795661140745);
INSERT INTO dbos.workflow_input VALUES ('post:kickoff_seat:kickoff-1:df0f91bc-fb1e-56ce-a11f-9a546677808d', 'gASVmgAAAAAAAAB9lCiMBGFyZ3OUjEBwb3N0OmtpY2tvZmZfc2VhdDpraWNrb2ZmLTE6ZGYwZjkxYmMtZmIxZS01NmNlLWExMWYtOWE1NDY2Nzc4MDhklIw7a2lja29mZl9zZWF0OmtpY2tvZmYtMTpkZjBmOTFiYy1mYjFlLTU2Y2UtYTExZi05YTU0NjY3NzgwOGSUhpSMBmt3YXJnc5R9lHUu', 1795661140778);
INSERT INTO dbos.workflow_input VALUES ('post:offer:tandem-1-74b180db:9e77fffd-c944-51a3-bc76-44c43ef027c2', 'gASVnAAAAAAAAAB9lCiMBGFyZ3OUjEFwb3N0Om9mZmVyOnRhbmRlbS0xLTc0YjE4MGRiOjllNzdmZmZkLWM5NDQtNTFhMy1iYzc2LTQ0YzQzZWYwMjdjMpSMPG9mZmVyOnRhbmRlbS0xLTc0YjE4MGRiOjllNzdmZmZkLWM5NDQtNTFhMy1iYzc2LTQ0YzQzZWYwMjdjMpSGlIwGa3dhcmdzlH2UdS4=', 1795661279323);
INSERT INTO dbos.workflow_input VALUES ('invite:mentor:557224ba-c22a-5232-ae6d-f3f63a4d7e64:20261102080243', 'gASViwAAAAAAAAB9lCiMBGFyZ3OUjEFpbnZpdGU6bWVudG9yOjU1NzIyNGJhLWMyMmEtNTIzMi1hZTZkLWYzZjYzYTRkN2U2NDoyMDI2MTEwMjA4MDI0M5SMK21lbnRvcjo1NTcyMjRiYS1jMjJhLTUyMzItYWU2ZC1mM2Y2M2E0ZDdlNjSUhpSMBmt3YXJnc5R9lHUu', 1795661280677);
INSERT INTO dbos.workflow_input VALUES ('post:left_over:eb3e3ee1-134c-59ab-bcbc-8044908087a4:202611020802', 'gASVmgAAAAAAAAB9lCiMBGFyZ3OUjEBwb3N0OmxlZnRfb3ZlcjplYjNlM2VlMS0xMzRjLTU5YWItYmNiYy04MDQ0OTA4MDg3YTQ6MjAyNjExMDIwODAylIw7bGVmdF9vdmVyOmViM2UzZWUxLTEzNGMtNTlhYi1iY2JjLTgwNDQ5MDgwODdhNDoyMDI2MTEwMjA4MDKUhpSMBmt3YXJnc5R9lHUu', 1795661282251);
INSERT INTO dbos.workflow_input VALUES ('match:run-1:1', 'gASVMQAAAAAAAAB9lCiMBGFyZ3OUjA1tYXRjaDpydW4tMToxlIwFcnVuLTGUhpSMBmt3YXJnc5R9lHUu', 1795661152062);
INSERT INTO dbos.workflow_input VALUES ('kickoff_invite:kickoff-1:0:c7109e6db1d5a4b3', 'gASVVQAAAAAAAAB9lCiMBGFyZ3OUjCtraWNrb2ZmX2ludml0ZTpraWNrb2ZmLTE6MDpjNzEwOWU2ZGIxZDVhNGIzlIwLa2lja29mZi0xOjCUhpSMBmt3YXJnc5R9lHUu', 1795661154599);
INSERT INTO dbos.workflow_input VALUES ('match:run-1:2', 'gASVMQAAAAAAAAB9lCiMBGFyZ3OUjA1tYXRjaDpydW4tMToylIwFcnVuLTGUhpSMBmt3YXJnc5R9lHUu', 1795661188909);
INSERT INTO dbos.workflow_input VALUES ('post:invite:invite-3:69a84bdf-47e2-524c-8007-7e4e3c98bc59', 'gASVjAAAAAAAAAB9lCiMBGFyZ3OUjDlwb3N0Omludml0ZTppbnZpdGUtMzo2OWE4NGJkZi00N2UyLTUyNGMtODAwNy03ZTRlM2M5OGJjNTmUjDRpbnZpdGU6aW52aXRlLTM6NjlhODRiZGYtNDdlMi01MjRjLTgwMDctN2U0ZTNjOThiYzU5lIaUjAZrd2FyZ3OUfZR1Lg==', 1795661280546);
INSERT INTO dbos.workflow_input VALUES ('post:invite:invite-4:69a84bdf-47e2-524c-8007-7e4e3c98bc59', 'gASVjAAAAAAAAAB9lCiMBGFyZ3OUjDlwb3N0Omludml0ZTppbnZpdGUtNDo2OWE4NGJkZi00N2UyLTUyNGMtODAwNy03ZTRlM2M5OGJjNTmUjDRpbnZpdGU6aW52aXRlLTQ6NjlhODRiZGYtNDdlMi01MjRjLTgwMDctN2U0ZTNjOThiYzU5lIaUjAZrd2FyZ3OUfZR1Lg==', 1795661280722);
INSERT INTO dbos.workflow_input VALUES ('post:offer:tandem-2-be9403d5:628a2cfa-a40c-5509-9aff-8fced0174f42', 'gASVnAAAAAAAAAB9lCiMBGFyZ3OUjEFwb3N0Om9mZmVyOnRhbmRlbS0yLWJlOTQwM2Q1OjYyOGEyY2ZhLWE0MGMtNTUwOS05YWZmLThmY2VkMDE3NGY0MpSMPG9mZmVyOnRhbmRlbS0yLWJlOTQwM2Q1OjYyOGEyY2ZhLWE0MGMtNTUwOS05YWZmLThmY2VkMDE3NGY0MpSGlIwGa3dhcmdzlH2UdS4=', 1795661279333);
INSERT INTO dbos.workflow_input VALUES ('post:offer:tandem-4-4ce2a031:e78f2982-83c5-559c-8d33-50ca45088ffe', 'gASVnAAAAAAAAAB9lCiMBGFyZ3OUjEFwb3N0Om9mZmVyOnRhbmRlbS00LTRjZTJhMDMxOmU3OGYyOTgyLTgzYzUtNTU5Yy04ZDMzLTUwY2E0NTA4OGZmZZSMPG9mZmVyOnRhbmRlbS00LTRjZTJhMDMxOmU3OGYyOTgyLTgzYzUtNTU5Yy04ZDMzLTUwY2E0NTA4OGZmZZSGlIwGa3dhcmdzlH2UdS4=', 1795661279919);
INSERT INTO dbos.workflow_input VALUES ('post:offer:tandem-5-4dc06581:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7', 'gASVnAAAAAAAAAB9lCiMBGFyZ3OUjEFwb3N0Om9mZmVyOnRhbmRlbS01LTRkYzA2NTgxOmU2Y2EyZWM1LWQzYjktNWFlNC1iNGMxLTM4ZDRmODE5YmNkN5SMPG9mZmVyOnRhbmRlbS01LTRkYzA2NTgxOmU2Y2EyZWM1LWQzYjktNWFlNC1iNGMxLTM4ZDRmODE5YmNkN5SGlIwGa3dhcmdzlH2UdS4=', 1795661279352);
INSERT INTO dbos.workflow_input VALUES ('post:offer:tandem-1-74b180db:12ebedee-1519-5659-81f0-5a49168f194c', 'gASVnAAAAAAAAAB9lCiMBGFyZ3OUjEFwb3N0Om9mZmVyOnRhbmRlbS0xLTc0YjE4MGRiOjEyZWJlZGVlLTE1MTktNTY1OS04MWYwLTVhNDkxNjhmMTk0Y5SMPG9mZmVyOnRhbmRlbS0xLTc0YjE4MGRiOjEyZWJlZGVlLTE1MTktNTY1OS04MWYwLTVhNDkxNjhmMTk0Y5SGlIwGa3dhcmdzlH2UdS4=', 1795661279681);
INSERT INTO dbos.workflow_input VALUES ('post:launch:launch-1:367fc82c-a528-5b5d-9204-443bb2ea56a3', 'gASVjAAAAAAAAAB9lCiMBGFyZ3OUjDlwb3N0OmxhdW5jaDpsYXVuY2gtMTozNjdmYzgyYy1hNTI4LTViNWQtOTIwNC00NDNiYjJlYTU2YTOUjDRsYXVuY2g6bGF1bmNoLTE6MzY3ZmM4MmMtYTUyOC01YjVkLTkyMDQtNDQzYmIyZWE1NmEzlIaUjAZrd2FyZ3OUfZR1Lg==', 1795661281746);
INSERT INTO dbos.workflow_input VALUES ('post:left_over:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7:202611020802', 'gASVmgAAAAAAAAB9lCiMBGFyZ3OUjEBwb3N0OmxlZnRfb3ZlcjplNmNhMmVjNS1kM2I5LTVhZTQtYjRjMS0zOGQ0ZjgxOWJjZDc6MjAyNjExMDIwODAylIw7bGVmdF9vdmVyOmU2Y2EyZWM1LWQzYjktNWFlNC1iNGMxLTM4ZDRmODE5YmNkNzoyMDI2MTEwMjA4MDKUhpSMBmt3YXJnc5R9lHUu', 1795661282246);
INSERT INTO dbos.workflow_input VALUES ('launch:launch-1:tandem-1-74b180db', 'gASVUQAAAAAAAAB9lCiMBGFyZ3OUjCFsYXVuY2g6bGF1bmNoLTE6dGFuZGVtLTEtNzRiMTgwZGKUjBF0YW5kZW0tMS03NGIxODBkYpSGlIwGa3dhcmdzlH2UdS4=', 1795661300652);
INSERT INTO dbos.workflow_input VALUES ('launch:launch-1:tandem-2-be9403d5', 'gASVUQAAAAAAAAB9lCiMBGFyZ3OUjCFsYXVuY2g6bGF1bmNoLTE6dGFuZGVtLTItYmU5NDAzZDWUjBF0YW5kZW0tMi1iZTk0MDNkNZSGlIwGa3dhcmdzlH2UdS4=', 1795661300654);
INSERT INTO dbos.workflow_input VALUES ('launch:launch-1:tandem-3-ccc4d5c0', 'gASVUQAAAAAAAAB9lCiMBGFyZ3OUjCFsYXVuY2g6bGF1bmNoLTE6dGFuZGVtLTMtY2NjNGQ1YzCUjBF0YW5kZW0tMy1jY2M0ZDVjMJSGlIwGa3dhcmdzlH2UdS4=', 1795661300656);
INSERT INTO dbos.workflow_input VALUES ('launch:launch-1:tandem-4-4ce2a031', 'gASVUQAAAAAAAAB9lCiMBGFyZ3OUjCFsYXVuY2g6bGF1bmNoLTE6dGFuZGVtLTQtNGNlMmEwMzGUjBF0YW5kZW0tNC00Y2UyYTAzMZSGlIwGa3dhcmdzlH2UdS4=', 1795661300658);
INSERT INTO dbos.workflow_input VALUES ('post:agreement:agreement-1:mentee:5b6f2802-536c-5700-a938-918662be37b2', 'gASVpgAAAAAAAAB9lCiMBGFyZ3OUjEZwb3N0OmFncmVlbWVudDphZ3JlZW1lbnQtMTptZW50ZWU6NWI2ZjI4MDItNTM2Yy01NzAwLWE5MzgtOTE4NjYyYmUzN2IylIxBYWdyZWVtZW50OmFncmVlbWVudC0xOm1lbnRlZTo1YjZmMjgwMi01MzZjLTU3MDAtYTkzOC05MTg2NjJiZTM3YjKUhpSMBmt3YXJnc5R9lHUu', 1795661301667);
INSERT INTO dbos.workflow_input VALUES ('post:agreement:agreement-1:mentor:628a2cfa-a40c-5509-9aff-8fced0174f42', 'gASVpgAAAAAAAAB9lCiMBGFyZ3OUjEZwb3N0OmFncmVlbWVudDphZ3JlZW1lbnQtMTptZW50b3I6NjI4YTJjZmEtYTQwYy01NTA5LTlhZmYtOGZjZWQwMTc0ZjQylIxBYWdyZWVtZW50OmFncmVlbWVudC0xOm1lbnRvcjo2MjhhMmNmYS1hNDBjLTU1MDktOWFmZi04ZmNlZDAxNzRmNDKUhpSMBmt3YXJnc5R9lHUu', 1795661301683);
INSERT INTO dbos.workflow_input VALUES ('post:tandem:tandem-2-be9403d5:5b6f2802-536c-5700-a938-918662be37b2', 'gASVngAAAAAAAAB9lCiMBGFyZ3OUjEJwb3N0OnRhbmRlbTp0YW5kZW0tMi1iZTk0MDNkNTo1YjZmMjgwMi01MzZjLTU3MDAtYTkzOC05MTg2NjJiZTM3YjKUjD10YW5kZW06dGFuZGVtLTItYmU5NDAzZDU6NWI2ZjI4MDItNTM2Yy01NzAwLWE5MzgtOTE4NjYyYmUzN2IylIaUjAZrd2FyZ3OUfZR1Lg==', 1795661301686);
INSERT INTO dbos.workflow_input VALUES ('post:tandem:tandem-2-be9403d5:628a2cfa-a40c-5509-9aff-8fced0174f42', 'gASVngAAAAAAAAB9lCiMBGFyZ3OUjEJwb3N0OnRhbmRlbTp0YW5kZW0tMi1iZTk0MDNkNTo2MjhhMmNmYS1hNDBjLTU1MDktOWFmZi04ZmNlZDAxNzRmNDKUjD10YW5kZW06dGFuZGVtLTItYmU5NDAzZDU6NjI4YTJjZmEtYTQwYy01NTA5LTlhZmYtOGZjZWQwMTc0ZjQylIaUjAZrd2FyZ3OUfZR1Lg==', 1795661301688);
INSERT INTO dbos.workflow_input VALUES ('post:tandem:tandem-3-ccc4d5c0:841e4150-42bf-5319-a2c7-74d825d470ec', 'gASVngAAAAAAAAB9lCiMBGFyZ3OUjEJwb3N0OnRhbmRlbTp0YW5kZW0tMy1jY2M0ZDVjMDo4NDFlNDE1MC00MmJmLTUzMTktYTJjNy03NGQ4MjVkNDcwZWOUjD10YW5kZW06dGFuZGVtLTMtY2NjNGQ1YzA6ODQxZTQxNTAtNDJiZi01MzE5LWEyYzctNzRkODI1ZDQ3MGVjlIaUjAZrd2FyZ3OUfZR1Lg==', 1795661303106);
INSERT INTO dbos.workflow_input VALUES ('post:tandem:tandem-3-ccc4d5c0:df0f91bc-fb1e-56ce-a11f-9a546677808d', 'gASVngAAAAAAAAB9lCiMBGFyZ3OUjEJwb3N0OnRhbmRlbTp0YW5kZW0tMy1jY2M0ZDVjMDpkZjBmOTFiYy1mYjFlLTU2Y2UtYTExZi05YTU0NjY3NzgwOGSUjD10YW5kZW06dGFuZGVtLTMtY2NjNGQ1YzA6ZGYwZjkxYmMtZmIxZS01NmNlLWExMWYtOWE1NDY2Nzc4MDhklIaUjAZrd2FyZ3OUfZR1Lg==', 1795661303120);
INSERT INTO dbos.workflow_input VALUES ('watch:841e4150-42bf-5319-a2c7-74d825d470ec:tandem-3-ccc4d5c0', 'gASVfwAAAAAAAAB9lCiMBGFyZ3OUjDx3YXRjaDo4NDFlNDE1MC00MmJmLTUzMTktYTJjNy03NGQ4MjVkNDcwZWM6dGFuZGVtLTMtY2NjNGQ1YzCUjCQ4NDFlNDE1MC00MmJmLTUzMTktYTJjNy03NGQ4MjVkNDcwZWOUhpSMBmt3YXJnc5R9lHUu', 1795661303126);
INSERT INTO dbos.workflow_input VALUES ('look:tandem-3-ccc4d5c0:4d806f76f2131b94', 'gASVVwAAAAAAAAB9lCiMBGFyZ3OUjCdsb29rOnRhbmRlbS0zLWNjYzRkNWMwOjRkODA2Zjc2ZjIxMzFiOTSUjBF0YW5kZW0tMy1jY2M0ZDVjMJSGlIwGa3dhcmdzlH2UdS4=', 1795661304803);
INSERT INTO dbos.workflow_input VALUES ('find:agreement-2:1', 'gASVPAAAAAAAAAB9lCiMBGFyZ3OUjBJmaW5kOmFncmVlbWVudC0yOjGUjAthZ3JlZW1lbnQtMpSGlIwGa3dhcmdzlH2UdS4=', 1795661305809);
INSERT INTO dbos.workflow_input VALUES ('post:agreement:agreement-2:mentee:df0f91bc-fb1e-56ce-a11f-9a546677808d', 'gASVpgAAAAAAAAB9lCiMBGFyZ3OUjEZwb3N0OmFncmVlbWVudDphZ3JlZW1lbnQtMjptZW50ZWU6ZGYwZjkxYmMtZmIxZS01NmNlLWExMWYtOWE1NDY2Nzc4MDhklIxBYWdyZWVtZW50OmFncmVlbWVudC0yOm1lbnRlZTpkZjBmOTFiYy1mYjFlLTU2Y2UtYTExZi05YTU0NjY3NzgwOGSUhpSMBmt3YXJnc5R9lHUu', 1795661306828);
INSERT INTO dbos.workflow_input VALUES ('post:agreement:agreement-2:mentor:841e4150-42bf-5319-a2c7-74d825d470ec', 'gASVpgAAAAAAAAB9lCiMBGFyZ3OUjEZwb3N0OmFncmVlbWVudDphZ3JlZW1lbnQtMjptZW50b3I6ODQxZTQxNTAtNDJiZi01MzE5LWEyYzctNzRkODI1ZDQ3MGVjlIxBYWdyZWVtZW50OmFncmVlbWVudC0yOm1lbnRvcjo4NDFlNDE1MC00MmJmLTUzMTktYTJjNy03NGQ4MjVkNDcwZWOUhpSMBmt3YXJnc5R9lHUu', 1795661306834);
INSERT INTO dbos.workflow_input VALUES ('post:absence:841e4150-42bf-5319-a2c7-74d825d470ec:20261102080309', 'gASVmgAAAAAAAAB9lCiMBGFyZ3OUjEBwb3N0OmFic2VuY2U6ODQxZTQxNTAtNDJiZi01MzE5LWEyYzctNzRkODI1ZDQ3MGVjOjIwMjYxMTAyMDgwMzA5lIw7YWJzZW5jZTo4NDFlNDE1MC00MmJmLTUzMTktYTJjNy03NGQ4MjVkNDcwZWM6MjAyNjExMDIwODAzMDmUhpSMBmt3YXJnc5R9lHUu', 1795661307056);
INSERT INTO dbos.workflow_input VALUES ('post:partner_away:tandem-3-ccc4d5c0:001:df0f91bc-fb1e-56ce-a11f-9a546677808d:202701110700', 'gASVzAAAAAAAAAB9lCiMBGFyZ3OUjFlwb3N0OnBhcnRuZXJfYXdheTp0YW5kZW0tMy1jY2M0ZDVjMDowMDE6ZGYwZjkxYmMtZmIxZS01NmNlLWExMWYtOWE1NDY2Nzc4MDhkOjIwMjcwMTExMDcwMJSMVHBhcnRuZXJfYXdheTp0YW5kZW0tMy1jY2M0ZDVjMDowMDE6ZGYwZjkxYmMtZmIxZS01NmNlLWExMWYtOWE1NDY2Nzc4MDhkOjIwMjcwMTExMDcwMJSGlIwGa3dhcmdzlH2UdS4=', 1795661307072);
INSERT INTO dbos.workflow_input VALUES ('post:closing:closing-1:367fc82c-a528-5b5d-9204-443bb2ea56a3', 'gASVkAAAAAAAAAB9lCiMBGFyZ3OUjDtwb3N0OmNsb3Npbmc6Y2xvc2luZy0xOjM2N2ZjODJjLWE1MjgtNWI1ZC05MjA0LTQ0M2JiMmVhNTZhM5SMNmNsb3Npbmc6Y2xvc2luZy0xOjM2N2ZjODJjLWE1MjgtNWI1ZC05MjA0LTQ0M2JiMmVhNTZhM5SGlIwGa3dhcmdzlH2UdS4=', 1795661307115);
INSERT INTO dbos.workflow_output VALUES ('post:invite:invite-1:367fc82c-a528-5b5d-9204-443bb2ea56a3', 'gAROLg==', NULL, 1795661122522);
INSERT INTO dbos.workflow_output VALUES ('invite:mentee:5b6f2802-536c-5700-a938-918662be37b2:20261102080005', 'gAROLg==', NULL, 1795661123237);
INSERT INTO dbos.workflow_output VALUES ('invite:mentee:bd42c88d-352c-55d7-be83-1ef070996f2f:20261102080005', 'gAROLg==', NULL, 1795661123259);
INSERT INTO dbos.workflow_output VALUES ('invite:mentee:df0f91bc-fb1e-56ce-a11f-9a546677808d:20261102080005', 'gAROLg==', NULL, 1795661123398);
INSERT INTO dbos.workflow_output VALUES ('invite:mentee:e78f2982-83c5-559c-8d33-50ca45088ffe:20261102080005', 'gAROLg==', NULL, 1795661123437);
INSERT INTO dbos.workflow_output VALUES ('invite:mentee:ea2ade30-667a-5618-a82e-29e2658ed6e5:20261102080005', 'gAROLg==', NULL, 1795661123452);
INSERT INTO dbos.workflow_output VALUES ('post:enrolment:mentee:ea2ade30-667a-5618-a82e-29e2658ed6e5:20261102080005', 'gAROLg==', NULL, 1795661123634);
INSERT INTO dbos.workflow_output VALUES ('post:enrolment:mentee:5b6f2802-536c-5700-a938-918662be37b2:20261102080005', 'gAROLg==', NULL, 1795661123674);
INSERT INTO dbos.workflow_output VALUES ('invite:mentee:7996a206-db95-5369-9f07-66e6a283c401:20261102080005', 'gAROLg==', NULL, 1795661123717);
INSERT INTO dbos.workflow_output VALUES ('invite:mentee:eb3e3ee1-134c-59ab-bcbc-8044908087a4:20261102080005', 'gAROLg==', NULL, 1795661123718);
INSERT INTO dbos.workflow_output VALUES ('post:enrolment:mentee:df0f91bc-fb1e-56ce-a11f-9a546677808d:20261102080005', 'gAROLg==', NULL, 1795661123750);
INSERT INTO dbos.workflow_output VALUES ('post:enrolment:mentee:e78f2982-83c5-559c-8d33-50ca45088ffe:20261102080005', 'gAROLg==', NULL, 1795661123761);
INSERT INTO dbos.workflow_output VALUES ('post:enrolment:mentee:bd42c88d-352c-55d7-be83-1ef070996f2f:20261102080005', 'gAROLg==', NULL, 1795661123895);
INSERT INTO dbos.workflow_output VALUES ('invite:mentee:12ebedee-1519-5659-81f0-5a49168f194c:20261102080005', 'gAROLg==', NULL, 1795661124713);
INSERT INTO dbos.workflow_output VALUES ('post:enrolment:mentee:7996a206-db95-5369-9f07-66e6a283c401:20261102080005', 'gAROLg==', NULL, 1795661124719);
INSERT INTO dbos.workflow_output VALUES ('post:enrolment:mentee:eb3e3ee1-134c-59ab-bcbc-8044908087a4:20261102080005', 'gAROLg==', NULL, 1795661124759);
INSERT INTO dbos.workflow_output VALUES ('post:enrolment:mentee:12ebedee-1519-5659-81f0-5a49168f194c:20261102080005', 'gAROLg==', NULL, 1795661124831);
INSERT INTO dbos.workflow_output VALUES ('post:invite:invite-2:367fc82c-a528-5b5d-9204-443bb2ea56a3', 'gAROLg==', NULL, 1795661126515);
INSERT INTO dbos.workflow_output VALUES ('invite:mentor:9e77fffd-c944-51a3-bc76-44c43ef027c2:20261102080009', 'gAROLg==', NULL, 1795661127143);
INSERT INTO dbos.workflow_output VALUES ('invite:mentor:628a2cfa-a40c-5509-9aff-8fced0174f42:20261102080009', 'gAROLg==', NULL, 1795661127318);
INSERT INTO dbos.workflow_output VALUES ('invite:mentor:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7:20261102080009', 'gAROLg==', NULL, 1795661127324);
INSERT INTO dbos.workflow_output VALUES ('post:enrolment:mentor:628a2cfa-a40c-5509-9aff-8fced0174f42:20261102080009', 'gAROLg==', NULL, 1795661127370);
INSERT INTO dbos.workflow_output VALUES ('post:enrolment:mentor:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7:20261102080009', 'gAROLg==', NULL, 1795661127437);
INSERT INTO dbos.workflow_output VALUES ('invite:mentor:acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c:20261102080009', 'gAROLg==', NULL, 1795661127449);
INSERT INTO dbos.workflow_output VALUES ('post:enrolment:mentor:9e77fffd-c944-51a3-bc76-44c43ef027c2:20261102080009', 'gAROLg==', NULL, 1795661127467);
INSERT INTO dbos.workflow_output VALUES ('invite:mentor:841e4150-42bf-5319-a2c7-74d825d470ec:20261102080009', 'gAROLg==', NULL, 1795661127470);
INSERT INTO dbos.workflow_output VALUES ('post:enrolment:mentor:acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c:20261102080009', 'gAROLg==', NULL, 1795661127865);
INSERT INTO dbos.workflow_output VALUES ('post:enrolment:mentor:841e4150-42bf-5319-a2c7-74d825d470ec:20261102080009', 'gAROLg==', NULL, 1795661127901);
INSERT INTO dbos.workflow_output VALUES ('post:kickoff:kickoff-1:367fc82c-a528-5b5d-9204-443bb2ea56a3', 'gAROLg==', NULL, 1795661139601);
INSERT INTO dbos.workflow_output VALUES ('kickoff:kickoff-1:f0d197fa', 'gAROLg==', NULL, 1795661140085);
INSERT INTO dbos.workflow_output VALUES ('post:kickoff_seat:kickoff-1:12ebedee-1519-5659-81f0-5a49168f194c', 'gAROLg==', NULL, 1795661140893);
INSERT INTO dbos.workflow_output VALUES ('post:kickoff_seat:kickoff-1:5b6f2802-536c-5700-a938-918662be37b2', 'gAROLg==', NULL, 1795661141131);
INSERT INTO dbos.workflow_output VALUES ('post:kickoff_seat:kickoff-1:acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c', 'gAROLg==', NULL, 1795661141136);
INSERT INTO dbos.workflow_output VALUES ('post:kickoff_seat:kickoff-1:841e4150-42bf-5319-a2c7-74d825d470ec', 'gAROLg==', NULL, 1795661141157);
INSERT INTO dbos.workflow_output VALUES ('post:kickoff_seat:kickoff-1:628a2cfa-a40c-5509-9aff-8fced0174f42', 'gAROLg==', NULL, 1795661141226);
INSERT INTO dbos.workflow_output VALUES ('post:kickoff_seat:kickoff-1:9e77fffd-c944-51a3-bc76-44c43ef027c2', 'gAROLg==', NULL, 1795661141226);
INSERT INTO dbos.workflow_output VALUES ('post:kickoff_seat:kickoff-1:df0f91bc-fb1e-56ce-a11f-9a546677808d', 'gAROLg==', NULL, 1795661141609);
INSERT INTO dbos.workflow_output VALUES ('post:kickoff_seat:kickoff-1:e78f2982-83c5-559c-8d33-50ca45088ffe', 'gAROLg==', NULL, 1795661141827);
INSERT INTO dbos.workflow_output VALUES ('post:kickoff_seat:kickoff-1:eb3e3ee1-134c-59ab-bcbc-8044908087a4', 'gAROLg==', NULL, 1795661141854);
INSERT INTO dbos.workflow_output VALUES ('post:kickoff_seat:kickoff-1:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7', 'gAROLg==', NULL, 1795661142116);
INSERT INTO dbos.workflow_output VALUES ('kickoff_invite:kickoff-1:0:694a39ccec39b95c', 'gAROLg==', NULL, 1795661152079);
INSERT INTO dbos.workflow_output VALUES ('kickoff_invite:kickoff-1:0:10930051907297bf', 'gAROLg==', NULL, 1795661152373);
INSERT INTO dbos.workflow_output VALUES ('post:matching:run-1:367fc82c-a528-5b5d-9204-443bb2ea56a3', 'gAROLg==', NULL, 1795661152499);
INSERT INTO dbos.workflow_output VALUES ('kickoff_invite:kickoff-1:0:c7109e6db1d5a4b3', 'gAROLg==', NULL, 1795661154998);
INSERT INTO dbos.workflow_output VALUES ('match:run-1:1', 'gAROLg==', NULL, 1795661170448);
INSERT INTO dbos.workflow_output VALUES ('match:run-1:2', 'gAROLg==', NULL, 1795661204685);
INSERT INTO dbos.workflow_output VALUES ('match:run-1:3', 'gAROLg==', NULL, 1795661256647);
INSERT INTO dbos.workflow_output VALUES ('match:run-1:4', 'gAROLg==', NULL, 1795661278083);
INSERT INTO dbos.workflow_output VALUES ('post:offer:tandem-5-4dc06581:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7', 'gAROLg==', NULL, 1795661279734);
INSERT INTO dbos.workflow_output VALUES ('post:offer:tandem-1-74b180db:9e77fffd-c944-51a3-bc76-44c43ef027c2', 'gAROLg==', NULL, 1795661279751);
INSERT INTO dbos.workflow_output VALUES ('post:offer:tandem-4-4ce2a031:acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c', 'gAROLg==', NULL, 1795661279835);
INSERT INTO dbos.workflow_output VALUES ('post:offer:tandem-3-ccc4d5c0:841e4150-42bf-5319-a2c7-74d825d470ec', 'gAROLg==', NULL, 1795661279836);
INSERT INTO dbos.workflow_output VALUES ('post:offer:tandem-2-be9403d5:628a2cfa-a40c-5509-9aff-8fced0174f42', 'gAROLg==', NULL, 1795661279865);
INSERT INTO dbos.workflow_output VALUES ('post:offer:tandem-1-74b180db:12ebedee-1519-5659-81f0-5a49168f194c', 'gAROLg==', NULL, 1795661280024);
INSERT INTO dbos.workflow_output VALUES ('post:offer:tandem-4-4ce2a031:e78f2982-83c5-559c-8d33-50ca45088ffe', 'gAROLg==', NULL, 1795661280296);
INSERT INTO dbos.workflow_output VALUES ('post:offer:tandem-3-ccc4d5c0:df0f91bc-fb1e-56ce-a11f-9a546677808d', 'gAROLg==', NULL, 1795661280321);
INSERT INTO dbos.workflow_output VALUES ('post:offer:tandem-2-be9403d5:5b6f2802-536c-5700-a938-918662be37b2', 'gAROLg==', NULL, 1795661280343);
INSERT INTO dbos.workflow_output VALUES ('post:invite:invite-3:69a84bdf-47e2-524c-8007-7e4e3c98bc59', 'gAROLg==', NULL, 1795661280638);
INSERT INTO dbos.workflow_output VALUES ('post:invite:invite-4:69a84bdf-47e2-524c-8007-7e4e3c98bc59', 'gAROLg==', NULL, 1795661280892);
INSERT INTO dbos.workflow_output VALUES ('post:launch:launch-1:367fc82c-a528-5b5d-9204-443bb2ea56a3', 'gAROLg==', NULL, 1795661281998);
INSERT INTO dbos.workflow_output VALUES ('post:left_over:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7:202611020802', 'gAROLg==', NULL, 1795661282632);
INSERT INTO dbos.workflow_output VALUES ('post:left_over:eb3e3ee1-134c-59ab-bcbc-8044908087a4:202611020802', 'gAROLg==', NULL, 1795661282637);
INSERT INTO dbos.workflow_output VALUES ('match:run-2:1', 'gAROLg==', NULL, 1795661296611);
INSERT INTO dbos.workflow_output VALUES ('launch:launch-1', 'gAROLg==', NULL, 1795661300385);
INSERT INTO dbos.workflow_output VALUES ('launch:launch-1:tandem-2-be9403d5', 'gAROLg==', NULL, 1795661301006);
INSERT INTO dbos.workflow_output VALUES ('launch:launch-1:tandem-3-ccc4d5c0', 'gAROLg==', NULL, 1795661303109);
INSERT INTO dbos.workflow_output VALUES ('post:tandem:tandem-2-be9403d5:628a2cfa-a40c-5509-9aff-8fced0174f42', 'gAROLg==', NULL, 1795661303140);
INSERT INTO dbos.workflow_output VALUES ('post:agreement:agreement-1:mentee:5b6f2802-536c-5700-a938-918662be37b2', 'gAROLg==', NULL, 1795661303143);
INSERT INTO dbos.workflow_output VALUES ('watch:841e4150-42bf-5319-a2c7-74d825d470ec:tandem-3-ccc4d5c0', 'gAROLg==', NULL, 1795661303396);
INSERT INTO dbos.workflow_output VALUES ('post:tandem:tandem-3-ccc4d5c0:df0f91bc-fb1e-56ce-a11f-9a546677808d', 'gAROLg==', NULL, 1795661303428);
INSERT INTO dbos.workflow_output VALUES ('post:tandem:tandem-3-ccc4d5c0:841e4150-42bf-5319-a2c7-74d825d470ec', 'gAROLg==', NULL, 1795661303459);
INSERT INTO dbos.workflow_output VALUES ('look:tandem-3-ccc4d5c0:4d806f76f2131b94', 'gAROLg==', NULL, 1795661305230);
INSERT INTO dbos.workflow_output VALUES ('find:agreement-2:1', 'gAROLg==', NULL, 1795661306139);
INSERT INTO dbos.workflow_output VALUES ('post:agreement:agreement-2:mentee:df0f91bc-fb1e-56ce-a11f-9a546677808d', 'gAROLg==', NULL, 1795661306916);
INSERT INTO dbos.workflow_output VALUES ('post:agreement:agreement-2:mentor:841e4150-42bf-5319-a2c7-74d825d470ec', 'gAROLg==', NULL, 1795661306956);
INSERT INTO dbos.workflow_output VALUES ('post:closing:closing-1:367fc82c-a528-5b5d-9204-443bb2ea56a3', 'gAROLg==', NULL, 1795661307378);
INSERT INTO dbos.workflow_output VALUES ('post:absence:841e4150-42bf-5319-a2c7-74d825d470ec:20261102080309', 'gAROLg==', NULL, 1795661307395);
INSERT INTO dbos.workflow_output VALUES ('post:partner_away:tandem-3-ccc4d5c0:001:df0f91bc-fb1e-56ce-a11f-9a546677808d:202701110700', 'gAROLg==', NULL, 1795661307437);
INSERT INTO dbos.workflow_status VALUES ('match:run-1:3', 'SUCCESS', 'match', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661229187, 1795661256647, 'tandem-1', '', NULL, NULL, 1, 'work', NULL, NULL, NULL, 1795661229294, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661256647, 'null', NULL, NULL, false, 'tandem', '322fae4b-dd4e-40da-93f5-c5299eea3a10');
INSERT INTO dbos.workflow_status VALUES ('post:invite:invite-1:367fc82c-a528-5b5d-9204-443bb2ea56a3', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661122315, 1795661122522, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661122404, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661122522, 'null', NULL, NULL, false, 'tandem', 'f7f53894-8a39-4091-be3f-8d99f6186a74');
INSERT INTO dbos.workflow_status VALUES ('match:run-1:4', 'SUCCESS', 'match', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661257697, 1795661278083, 'tandem-1', '', NULL, NULL, 1, 'work', NULL, NULL, NULL, 1795661257816, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661278083, 'null', NULL, NULL, false, 'tandem', '7c02b370-3c49-4bb9-ab5d-81a5edce1d05');
INSERT INTO dbos.workflow_status VALUES ('post:offer:tandem-4-4ce2a031:acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661279350, 1795661279835, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661279422, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661279835, 'null', NULL, NULL, false, 'tandem', '0f9a2c20-2714-4353-bcb0-47c07ee2f60b');
INSERT INTO dbos.workflow_status VALUES ('launch:launch-1:tandem-1-74b180db', 'PENDING', 'launch_tandem', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661300652, 1795661300831, 'tandem-1', '', NULL, NULL, 1, 'launch', NULL, NULL, NULL, 1795661300831, NULL, 0, NULL, NULL, '3292c7ac-ff8e-44ce-8a19-96b29c9614e3', NULL, 'py_pickle', NULL, false, false, NULL, 'null', NULL, NULL, false, 'tandem', '33fd185d-8c21-4826-b5be-fc54a4b15d85');
INSERT INTO dbos.workflow_status VALUES ('post:partner_away:tandem-3-ccc4d5c0:001:df0f91bc-fb1e-56ce-a11f-9a546677808d:202701110700', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661307072, 1795661307437, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661307272, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661307437, 'null', NULL, NULL, false, 'tandem', '58fe45f0-d461-4698-a272-b3ee8618e353');
INSERT INTO dbos.workflow_status VALUES ('invite:mentee:5b6f2802-536c-5700-a938-918662be37b2:20261102080005', 'SUCCESS', 'invite', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661122603, 1795661123237, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661122634, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661123237, 'null', NULL, NULL, false, 'tandem', 'f64047e5-8afc-4e97-8d10-ddd9b58387a6');
INSERT INTO dbos.workflow_status VALUES ('invite:mentee:bd42c88d-352c-55d7-be83-1ef070996f2f:20261102080005', 'SUCCESS', 'invite', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661122617, 1795661123259, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661122634, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661123259, 'null', NULL, NULL, false, 'tandem', 'fb475f28-182b-4803-a2fb-ab13529d37f3');
INSERT INTO dbos.workflow_status VALUES ('invite:mentee:df0f91bc-fb1e-56ce-a11f-9a546677808d:20261102080005', 'SUCCESS', 'invite', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661122622, 1795661123398, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661122634, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661123398, 'null', NULL, NULL, false, 'tandem', '9dfe629e-6ce4-4577-8cdb-cb1923683998');
INSERT INTO dbos.workflow_status VALUES ('invite:mentee:e78f2982-83c5-559c-8d33-50ca45088ffe:20261102080005', 'SUCCESS', 'invite', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661122624, 1795661123437, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661122634, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661123437, 'null', NULL, NULL, false, 'tandem', '29262354-f10d-4676-9f16-1c41ba9e9775');
INSERT INTO dbos.workflow_status VALUES ('invite:mentee:ea2ade30-667a-5618-a82e-29e2658ed6e5:20261102080005', 'SUCCESS', 'invite', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661122631, 1795661123452, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661122905, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661123452, 'null', NULL, NULL, false, 'tandem', '9147145f-8192-4d8d-b1e5-60542149cdf3');
INSERT INTO dbos.workflow_status VALUES ('post:enrolment:mentee:5b6f2802-536c-5700-a938-918662be37b2:20261102080005', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661123242, 1795661123674, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661123455, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661123674, 'null', NULL, NULL, false, 'tandem', '094832f5-fa75-44fb-8d9f-1e9eca7dea79');
INSERT INTO dbos.workflow_status VALUES ('invite:mentee:7996a206-db95-5369-9f07-66e6a283c401:20261102080005', 'SUCCESS', 'invite', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661122613, 1795661123717, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661122634, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661123717, 'null', NULL, NULL, false, 'tandem', '464f5cc9-90ef-483f-9818-07b23d14ac61');
INSERT INTO dbos.workflow_status VALUES ('invite:mentee:eb3e3ee1-134c-59ab-bcbc-8044908087a4:20261102080005', 'SUCCESS', 'invite', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661122648, 1795661123718, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661122905, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661123718, 'null', NULL, NULL, false, 'tandem', 'e58e69cc-efb6-4c66-b3c4-a74f0c8e4a23');
INSERT INTO dbos.workflow_status VALUES ('post:enrolment:mentee:df0f91bc-fb1e-56ce-a11f-9a546677808d:20261102080005', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661123409, 1795661123750, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661123455, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661123750, 'null', NULL, NULL, false, 'tandem', 'fe6a76dd-7713-4e5d-884f-7b6347dc68b4');
INSERT INTO dbos.workflow_status VALUES ('post:enrolment:mentee:bd42c88d-352c-55d7-be83-1ef070996f2f:20261102080005', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661123381, 1795661123895, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661123455, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661123895, 'null', NULL, NULL, false, 'tandem', 'ebca2a86-de61-47fc-9a26-72b24ed5b176');
INSERT INTO dbos.workflow_status VALUES ('invite:mentee:12ebedee-1519-5659-81f0-5a49168f194c:20261102080005', 'SUCCESS', 'invite', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661122589, 1795661124713, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661122634, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661124713, 'null', NULL, NULL, false, 'tandem', '32154405-d790-4f21-862f-0b6eb03a41c3');
INSERT INTO dbos.workflow_status VALUES ('post:enrolment:mentee:7996a206-db95-5369-9f07-66e6a283c401:20261102080005', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661123585, 1795661124719, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661123682, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661124719, 'null', NULL, NULL, false, 'tandem', '3bcaae89-f094-49bd-a63e-78636de77dac');
INSERT INTO dbos.workflow_status VALUES ('post:enrolment:mentee:eb3e3ee1-134c-59ab-bcbc-8044908087a4:20261102080005', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661123595, 1795661124759, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661123682, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661124759, 'null', NULL, NULL, false, 'tandem', 'd4be5643-9e7d-436e-92d3-5b490ffb3b23');
INSERT INTO dbos.workflow_status VALUES ('post:enrolment:mentee:12ebedee-1519-5659-81f0-5a49168f194c:20261102080005', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661124559, 1795661124831, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661124645, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661124831, 'null', NULL, NULL, false, 'tandem', 'beb67601-3fba-4cbf-a102-30f4b6b2af25');
INSERT INTO dbos.workflow_status VALUES ('post:invite:invite-2:367fc82c-a528-5b5d-9204-443bb2ea56a3', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661125579, 1795661126515, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661125714, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661126515, 'null', NULL, NULL, false, 'tandem', '2082e63f-0893-4bd5-81e5-c3adaeb582da');
INSERT INTO dbos.workflow_status VALUES ('invite:mentor:9e77fffd-c944-51a3-bc76-44c43ef027c2:20261102080009', 'SUCCESS', 'invite', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661126676, 1795661127143, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661126875, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661127143, 'null', NULL, NULL, false, 'tandem', 'cb121771-3c21-4470-b4ce-e162aab8f8b4');
INSERT INTO dbos.workflow_status VALUES ('invite:mentor:628a2cfa-a40c-5509-9aff-8fced0174f42:20261102080009', 'SUCCESS', 'invite', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661126672, 1795661127318, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661126875, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661127318, 'null', NULL, NULL, false, 'tandem', '5837b200-2101-40d6-94ff-014b201d5398');
INSERT INTO dbos.workflow_status VALUES ('post:enrolment:mentor:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7:20261102080009', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661127087, 1795661127437, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661127106, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661127437, 'null', NULL, NULL, false, 'tandem', 'f5b2a335-fab4-4b45-aad7-6674e5e50c44');
INSERT INTO dbos.workflow_status VALUES ('post:enrolment:mentor:acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c:20261102080009', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661127372, 1795661127865, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661127564, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661127865, 'null', NULL, NULL, false, 'tandem', 'bf240f38-4fd8-4395-bc7e-ecd27fd6eadc');
INSERT INTO dbos.workflow_status VALUES ('post:kickoff:kickoff-1:367fc82c-a528-5b5d-9204-443bb2ea56a3', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661139473, 1795661139601, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661139495, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661139601, 'null', NULL, NULL, false, 'tandem', 'ad921cdc-3d0d-454d-9c52-49d55cb2d3fc');
INSERT INTO dbos.workflow_status VALUES ('kickoff:kickoff-1:f0d197fa', 'SUCCESS', 'kickoff', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661139708, 1795661140085, 'tandem-1', '', NULL, NULL, 1, 'sessions', NULL, NULL, NULL, 1795661139870, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661140085, 'null', NULL, NULL, false, 'tandem', 'e68658e2-4d8b-4924-bbf3-bb8a612fee6f');
INSERT INTO dbos.workflow_status VALUES ('post:kickoff_seat:kickoff-1:eb3e3ee1-134c-59ab-bcbc-8044908087a4', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661140823, 1795661141854, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661141027, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661141854, 'null', NULL, NULL, false, 'tandem', '83399443-bcd8-43ae-8980-0962aa2bf05f');
INSERT INTO dbos.workflow_status VALUES ('post:kickoff_seat:kickoff-1:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661140794, 1795661142116, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661141027, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661142116, 'null', NULL, NULL, false, 'tandem', 'e78ed1e0-d8b7-4e9d-af2f-f4a37f9fd6ec');
INSERT INTO dbos.workflow_status VALUES ('kickoff_invite:kickoff-1:0:694a39ccec39b95c', 'SUCCESS', 'kickoff_invite', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661143583, 1795661152079, 'tandem-1', '', NULL, NULL, 1, 'sessions', NULL, NULL, NULL, 1795661143739, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661152079, 'null', NULL, NULL, false, 'tandem', '1718b7bb-065a-4167-922f-30bf7d9e2c76');
INSERT INTO dbos.workflow_status VALUES ('post:enrolment:mentee:ea2ade30-667a-5618-a82e-29e2658ed6e5:20261102080005', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661123441, 1795661123634, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661123455, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661123634, 'null', NULL, NULL, false, 'tandem', '36c47a24-8b05-4dea-8ce6-0d79b865778e');
INSERT INTO dbos.workflow_status VALUES ('post:enrolment:mentee:e78f2982-83c5-559c-8d33-50ca45088ffe:20261102080005', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661123427, 1795661123761, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661123455, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661123761, 'null', NULL, NULL, false, 'tandem', '487d67f7-81f9-4ea7-8295-7cc0abba225b');
INSERT INTO dbos.workflow_status VALUES ('post:offer:tandem-5-4dc06581:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661279352, 1795661279734, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661279422, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661279734, 'null', NULL, NULL, false, 'tandem', '3db55e30-3c44-4db9-9d21-60ab40d0f16c');
INSERT INTO dbos.workflow_status VALUES ('post:offer:tandem-1-74b180db:9e77fffd-c944-51a3-bc76-44c43ef027c2', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661279323, 1795661279751, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661279422, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661279751, 'null', NULL, NULL, false, 'tandem', 'be7afea0-0532-4a04-b091-410b3249a908');
INSERT INTO dbos.workflow_status VALUES ('invite:mentor:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7:20261102080009', 'SUCCESS', 'invite', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661126680, 1795661127324, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661126875, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661127324, 'null', NULL, NULL, false, 'tandem', '927145e2-d9fc-49d9-ad76-6eb4d0a56316');
INSERT INTO dbos.workflow_status VALUES ('post:enrolment:mentor:628a2cfa-a40c-5509-9aff-8fced0174f42:20261102080009', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661127077, 1795661127370, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661127106, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661127370, 'null', NULL, NULL, false, 'tandem', '137473bd-480e-4738-a613-a95bd8d2d6d1');
INSERT INTO dbos.workflow_status VALUES ('post:offer:tandem-1-74b180db:12ebedee-1519-5659-81f0-5a49168f194c', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661279681, 1795661280024, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661279910, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661280024, 'null', NULL, NULL, false, 'tandem', 'c8f63cb2-2452-43db-bec2-15c473148444');
INSERT INTO dbos.workflow_status VALUES ('post:enrolment:mentor:9e77fffd-c944-51a3-bc76-44c43ef027c2:20261102080009', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661127179, 1795661127467, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661127327, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661127467, 'null', NULL, NULL, false, 'tandem', 'eda2ba15-af8f-45c6-9b86-b359641a4421');
INSERT INTO dbos.workflow_status VALUES ('invite:mentor:841e4150-42bf-5319-a2c7-74d825d470ec:20261102080009', 'SUCCESS', 'invite', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661126674, 1795661127470, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661126875, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661127470, 'null', NULL, NULL, false, 'tandem', '97b76284-78f7-48ec-a5fe-9eb818a34756');
INSERT INTO dbos.workflow_status VALUES ('post:enrolment:mentor:841e4150-42bf-5319-a2c7-74d825d470ec:20261102080009', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661127399, 1795661127901, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661127564, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661127901, 'null', NULL, NULL, false, 'tandem', '2d1c4c7e-283f-4b43-a36f-e5701170c694');
INSERT INTO dbos.workflow_status VALUES ('post:invite:invite-3:69a84bdf-47e2-524c-8007-7e4e3c98bc59', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661280546, 1795661280638, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661280583, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661280638, 'null', NULL, NULL, false, 'tandem', '0164091d-8a15-4ca5-9d56-857a60295012');
INSERT INTO dbos.workflow_status VALUES ('invite:mentor:557224ba-c22a-5232-ae6d-f3f63a4d7e64:20261102080243', 'PENDING', 'invite', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661280677, 1795661280804, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661280804, NULL, 0, NULL, NULL, '9c153526-c6b5-4a79-9257-e111497f9142', NULL, 'py_pickle', NULL, false, false, NULL, 'null', NULL, NULL, false, 'tandem', '60db7efb-9baf-48c0-8002-103aaa757d5b');
INSERT INTO dbos.workflow_status VALUES ('post:invite:invite-4:69a84bdf-47e2-524c-8007-7e4e3c98bc59', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661280722, 1795661280892, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661280804, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661280892, 'null', NULL, NULL, false, 'tandem', '750156cc-00c8-4e60-b9a1-404846ce89c3');
INSERT INTO dbos.workflow_status VALUES ('post:launch:launch-1:367fc82c-a528-5b5d-9204-443bb2ea56a3', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661281746, 1795661281998, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661281940, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661281998, 'null', NULL, NULL, false, 'tandem', 'b74ebcfc-31a4-4c52-a8bb-d863ba8e325c');
INSERT INTO dbos.workflow_status VALUES ('post:kickoff_seat:kickoff-1:12ebedee-1519-5659-81f0-5a49168f194c', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661140717, 1795661140893, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661140791, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661140893, 'null', NULL, NULL, false, 'tandem', '1e8a919d-e430-4bf2-bb4b-9985859dcbd5');
INSERT INTO dbos.workflow_status VALUES ('post:kickoff_seat:kickoff-1:acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661140760, 1795661141136, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661140791, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661141136, 'null', NULL, NULL, false, 'tandem', 'ec40dffd-b33d-4076-99a4-bf665aea0397');
INSERT INTO dbos.workflow_status VALUES ('post:kickoff_seat:kickoff-1:841e4150-42bf-5319-a2c7-74d825d470ec', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661140745, 1795661141157, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661140791, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661141157, 'null', NULL, NULL, false, 'tandem', '168b8434-729a-4731-ac17-dc358a6d4bdf');
INSERT INTO dbos.workflow_status VALUES ('post:kickoff_seat:kickoff-1:628a2cfa-a40c-5509-9aff-8fced0174f42', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661140728, 1795661141226, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661140791, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661141226, 'null', NULL, NULL, false, 'tandem', '4c9b1c88-79da-4501-ba70-85070a1c3358');
INSERT INTO dbos.workflow_status VALUES ('post:kickoff_seat:kickoff-1:df0f91bc-fb1e-56ce-a11f-9a546677808d', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661140778, 1795661141609, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661141027, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661141609, 'null', NULL, NULL, false, 'tandem', 'f2e8a42e-4d56-4dfc-909f-7fcbff92719c');
INSERT INTO dbos.workflow_status VALUES ('post:kickoff_seat:kickoff-1:e78f2982-83c5-559c-8d33-50ca45088ffe', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661140817, 1795661141827, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661141027, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661141827, 'null', NULL, NULL, false, 'tandem', '1ab0b88b-8822-44fe-8e62-7a772c8da0d6');
INSERT INTO dbos.workflow_status VALUES ('post:left_over:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7:202611020802', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661282246, 1795661282632, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661282427, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661282632, 'null', NULL, NULL, false, 'tandem', 'da5999ef-9052-421e-8e03-7ec90f6cc23f');
INSERT INTO dbos.workflow_status VALUES ('post:left_over:eb3e3ee1-134c-59ab-bcbc-8044908087a4:202611020802', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661282251, 1795661282637, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661282427, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661282637, 'null', NULL, NULL, false, 'tandem', 'e6650deb-e64a-40b3-b138-38e63be23af6');
INSERT INTO dbos.workflow_status VALUES ('kickoff_invite:kickoff-1:0:10930051907297bf', 'SUCCESS', 'kickoff_invite', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661152023, 1795661152373, 'tandem-1', '', NULL, NULL, 1, 'sessions', NULL, NULL, NULL, 1795661152082, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661152373, 'null', NULL, NULL, false, 'tandem', '113eadf2-6e58-4c5e-8e3c-15657c62c443');
INSERT INTO dbos.workflow_status VALUES ('post:matching:run-1:367fc82c-a528-5b5d-9204-443bb2ea56a3', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661152078, 1795661152499, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661152118, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661152499, 'null', NULL, NULL, false, 'tandem', '86b43638-3094-44a5-8a05-1a0a5f5170b2');
INSERT INTO dbos.workflow_status VALUES ('post:agreement:agreement-1:mentor:628a2cfa-a40c-5509-9aff-8fced0174f42', 'PENDING', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661301683, 1795661301740, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661301740, NULL, 0, NULL, NULL, 'ab06f116-ad5d-479e-b990-9b8e5a20eb39', NULL, 'py_pickle', NULL, false, false, NULL, 'null', NULL, NULL, false, 'tandem', '7d1a9da4-2d0b-47ef-818c-61745ab85d2d');
INSERT INTO dbos.workflow_status VALUES ('launch:launch-1:tandem-3-ccc4d5c0', 'SUCCESS', 'launch_tandem', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661300656, 1795661303109, 'tandem-1', '', NULL, NULL, 1, 'launch', NULL, NULL, NULL, 1795661300831, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661303109, 'null', NULL, NULL, false, 'tandem', '5e6472b5-e611-4f48-855c-d2356d7a2273');
INSERT INTO dbos.workflow_status VALUES ('post:agreement:agreement-1:mentee:5b6f2802-536c-5700-a938-918662be37b2', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661301667, 1795661303143, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661301740, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661303143, 'null', NULL, NULL, false, 'tandem', '0c5dfc9d-33b3-4f21-ada2-b68c76898e97');
INSERT INTO dbos.workflow_status VALUES ('find:agreement-2:1', 'SUCCESS', 'find_slots', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661305809, 1795661306139, 'tandem-1', '', NULL, NULL, 1, 'sessions', NULL, NULL, NULL, 1795661305938, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661306139, 'null', NULL, NULL, false, 'tandem', 'd3461bcc-f095-4bde-98a3-6d9c6f7a85f1');
INSERT INTO dbos.workflow_status VALUES ('invite:mentor:acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c:20261102080009', 'SUCCESS', 'invite', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661126678, 1795661127449, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661126875, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661127449, 'null', NULL, NULL, false, 'tandem', 'dc4a881b-ac0a-4b46-ae83-4205c1625978');
INSERT INTO dbos.workflow_status VALUES ('post:offer:tandem-2-be9403d5:628a2cfa-a40c-5509-9aff-8fced0174f42', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661279333, 1795661279865, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661279422, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661279865, 'null', NULL, NULL, false, 'tandem', '2219d67d-d590-47f7-bb8b-33fa57ace1cd');
INSERT INTO dbos.workflow_status VALUES ('post:offer:tandem-4-4ce2a031:e78f2982-83c5-559c-8d33-50ca45088ffe', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661279919, 1795661280296, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661280141, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661280296, 'null', NULL, NULL, false, 'tandem', '40921988-a1ba-428c-a52f-4e784837db18');
INSERT INTO dbos.workflow_status VALUES ('post:offer:tandem-3-ccc4d5c0:df0f91bc-fb1e-56ce-a11f-9a546677808d', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661279904, 1795661280321, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661280141, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661280321, 'null', NULL, NULL, false, 'tandem', 'd1d67815-dd9e-44d1-aebf-67f9b868a7f3');
INSERT INTO dbos.workflow_status VALUES ('launch:launch-1:tandem-2-be9403d5', 'SUCCESS', 'launch_tandem', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661300654, 1795661301006, 'tandem-1', '', NULL, NULL, 1, 'launch', NULL, NULL, NULL, 1795661300831, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661301006, 'null', NULL, NULL, false, 'tandem', '960439ec-ee5e-4744-adc8-ad48f368d785');
INSERT INTO dbos.workflow_status VALUES ('post:tandem:tandem-2-be9403d5:5b6f2802-536c-5700-a938-918662be37b2', 'PENDING', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661301686, 1795661301740, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661301740, NULL, 0, NULL, NULL, 'ab06f116-ad5d-479e-b990-9b8e5a20eb39', NULL, 'py_pickle', NULL, false, false, NULL, 'null', NULL, NULL, false, 'tandem', 'dafda576-4336-4174-9fde-92030ff789e0');
INSERT INTO dbos.workflow_status VALUES ('post:tandem:tandem-3-ccc4d5c0:df0f91bc-fb1e-56ce-a11f-9a546677808d', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661303120, 1795661303428, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661303327, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661303428, 'null', NULL, NULL, false, 'tandem', 'df018ab1-32c4-4593-b4df-ec6db9a5a00f');
INSERT INTO dbos.workflow_status VALUES ('post:tandem:tandem-3-ccc4d5c0:841e4150-42bf-5319-a2c7-74d825d470ec', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661303106, 1795661303459, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661303327, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661303459, 'null', NULL, NULL, false, 'tandem', 'e77e65aa-f34d-4590-a10e-e8bcb85f3de7');
INSERT INTO dbos.workflow_status VALUES ('look:tandem-3-ccc4d5c0:4d806f76f2131b94', 'SUCCESS', 'look', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661304803, 1795661305230, 'tandem-1', '', NULL, NULL, 1, 'sessions', NULL, NULL, NULL, 1795661305014, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661305230, 'null', NULL, NULL, false, 'tandem', '23b90a9b-cad7-4b61-913d-7cd3f7847dd7');
INSERT INTO dbos.workflow_status VALUES ('post:agreement:agreement-2:mentee:df0f91bc-fb1e-56ce-a11f-9a546677808d', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661306828, 1795661306916, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661306847, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661306916, 'null', NULL, NULL, false, 'tandem', '669fbc07-1180-4002-8f1b-88e5180f87bc');
INSERT INTO dbos.workflow_status VALUES ('post:agreement:agreement-2:mentor:841e4150-42bf-5319-a2c7-74d825d470ec', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661306834, 1795661306956, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661306847, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661306956, 'null', NULL, NULL, false, 'tandem', '2a420e35-1f20-420c-90d6-a7459ee15dce');
INSERT INTO dbos.workflow_status VALUES ('post:absence:841e4150-42bf-5319-a2c7-74d825d470ec:20261102080309', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661307056, 1795661307395, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661307272, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661307395, 'null', NULL, NULL, false, 'tandem', 'adbd8f97-2b6d-4045-98eb-914ecdfa8d7d');
INSERT INTO dbos.workflow_status VALUES ('post:kickoff_seat:kickoff-1:5b6f2802-536c-5700-a938-918662be37b2', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661140724, 1795661141131, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661140791, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661141131, 'null', NULL, NULL, false, 'tandem', 'e8365d20-a55f-4a8f-b72e-279d1b25a87c');
INSERT INTO dbos.workflow_status VALUES ('post:kickoff_seat:kickoff-1:9e77fffd-c944-51a3-bc76-44c43ef027c2', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661140754, 1795661141226, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661140791, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661141226, 'null', NULL, NULL, false, 'tandem', 'a6e92fdd-5d83-4e30-83f5-5ce2a7374c39');
INSERT INTO dbos.workflow_status VALUES ('post:offer:tandem-3-ccc4d5c0:841e4150-42bf-5319-a2c7-74d825d470ec', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661279346, 1795661279836, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661279422, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661279836, 'null', NULL, NULL, false, 'tandem', '9d70b7f9-9b08-40a5-9450-51b7382aef02');
INSERT INTO dbos.workflow_status VALUES ('kickoff_invite:kickoff-1:0:c7109e6db1d5a4b3', 'SUCCESS', 'kickoff_invite', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661154599, 1795661154998, 'tandem-1', '', NULL, NULL, 1, 'sessions', NULL, NULL, NULL, 1795661154671, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661154998, 'null', NULL, NULL, false, 'tandem', '32d33654-e9b5-45ea-bce9-d3f2d396b186');
INSERT INTO dbos.workflow_status VALUES ('match:run-1:1', 'SUCCESS', 'match', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661152062, 1795661170448, 'tandem-1', '', NULL, NULL, 1, 'work', NULL, NULL, NULL, 1795661152084, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661170448, 'null', NULL, NULL, false, 'tandem', '32bd9521-3538-4fe6-8626-b61d1cc2b575');
INSERT INTO dbos.workflow_status VALUES ('post:offer:tandem-2-be9403d5:5b6f2802-536c-5700-a938-918662be37b2', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661279983, 1795661280343, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661280141, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661280343, 'null', NULL, NULL, false, 'tandem', 'ee83e8a8-5733-41ec-8b4d-942fbc72dc1c');
INSERT INTO dbos.workflow_status VALUES ('match:run-1:2', 'SUCCESS', 'match', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661188909, 1795661204685, 'tandem-1', '', NULL, NULL, 1, 'work', NULL, NULL, NULL, 1795661189111, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661204685, 'null', NULL, NULL, false, 'tandem', '50b5a919-ac91-4882-8fd6-78adf85b88d5');
INSERT INTO dbos.workflow_status VALUES ('match:run-2:1', 'SUCCESS', 'match', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661282241, 1795661296611, 'tandem-1', '', NULL, NULL, 1, 'work', NULL, NULL, NULL, 1795661282335, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661296611, 'null', NULL, NULL, false, 'tandem', '35d9edaf-4231-4327-b0b4-32e13f31fbd1');
INSERT INTO dbos.workflow_status VALUES ('launch:launch-1', 'SUCCESS', 'launch', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661282232, 1795661300385, 'tandem-1', '', NULL, NULL, 1, 'launch', NULL, NULL, NULL, 1795661282241, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661300385, 'null', NULL, NULL, false, 'tandem', '1f6eeded-2d75-4292-902a-389080b13907');
INSERT INTO dbos.workflow_status VALUES ('launch:launch-1:tandem-4-4ce2a031', 'PENDING', 'launch_tandem', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661300658, 1795661300831, 'tandem-1', '', NULL, NULL, 1, 'launch', NULL, NULL, NULL, 1795661300831, NULL, 0, NULL, NULL, '3292c7ac-ff8e-44ce-8a19-96b29c9614e3', NULL, 'py_pickle', NULL, false, false, NULL, 'null', NULL, NULL, false, 'tandem', 'd918c2f9-4037-49bd-a87d-2a64dc465a43');
INSERT INTO dbos.workflow_status VALUES ('post:tandem:tandem-2-be9403d5:628a2cfa-a40c-5509-9aff-8fced0174f42', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661301688, 1795661303140, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661301740, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661303140, 'null', NULL, NULL, false, 'tandem', '8dd867ad-7b24-4794-adb5-b917e5ea7312');
INSERT INTO dbos.workflow_status VALUES ('watch:841e4150-42bf-5319-a2c7-74d825d470ec:tandem-3-ccc4d5c0', 'SUCCESS', 'watch', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661303126, 1795661303396, 'tandem-1', '', NULL, NULL, 1, 'sessions', NULL, NULL, NULL, 1795661303283, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661303396, 'null', NULL, NULL, false, 'tandem', '87d340a9-d0ee-4241-a689-6efad1b8eb3f');
INSERT INTO dbos.workflow_status VALUES ('post:closing:closing-1:367fc82c-a528-5b5d-9204-443bb2ea56a3', 'SUCCESS', 'post', NULL, NULL, NULL, NULL, NULL, NULL, 'one', 1795661307115, 1795661307378, 'tandem-1', '', NULL, NULL, 1, 'talk', NULL, NULL, NULL, 1795661307272, NULL, 0, NULL, NULL, NULL, NULL, 'py_pickle', NULL, false, false, 1795661307378, 'null', NULL, NULL, false, 'tandem', '82162956-946e-4d05-8cce-1795a46b2602');
INSERT INTO public.absences VALUES ('841e4150-42bf-5319-a2c7-74d825d470ec', '2026-11-02 08:03:09.549701+00', '2027-01-20');
INSERT INTO public.agreements VALUES ('agreement-1', 'tandem-2-be9403d5', '', 'unreadable', 120, '2026-11-02 08:03:03.506708+00', 'open', '', '', 1, '[{"start": "2027-01-11T07:00:00Z", "series": {"plan": {"explanations": [{"code": "series-monthly", "facts": {"weekday": ["plain", "monday"], "start": ["clock", "08:00:00"], "end": ["clock", "10:00:00"], "zone": ["plain", "Europe/Berlin"], "zones": ["plain", "same"], "index": ["plain", "second"]}, "told_to": "both"}], "pattern": {"day": {"type": "relativeMonthly", "weekday": "monday", "interval": 1, "index": "second"}, "start_date": "2027-01-11", "start_time": "08:00:00", "zone": "Europe/Berlin", "length_minutes": 120, "occurrences": 6}}, "sessions": [{"id": "tandem-2-be9403d5:001", "tandem_id": "tandem-2-be9403d5", "number": 1, "planned": "2027-01-11T07:00:00Z", "minutes": 120, "state": "kept", "start": "2027-01-11T07:00:00Z", "offer": null, "event_id": "", "join_url": "", "declined": null, "outcome": ""}, {"id": "tandem-2-be9403d5:002", "tandem_id": "tandem-2-be9403d5", "number": 2, "planned": "2027-02-08T07:00:00Z", "minutes": 120, "state": "kept", "start": "2027-02-08T07:00:00Z", "offer": null, "event_id": "", "join_url": "", "declined": null, "outcome": ""}, {"id": "tandem-2-be9403d5:003", "tandem_id": "tandem-2-be9403d5", "number": 3, "planned": "2027-03-08T07:00:00Z", "minutes": 120, "state": "kept", "start": "2027-03-08T07:00:00Z", "offer": null, "event_id": "", "join_url": "", "declined": null, "outcome": ""}, {"id": "tandem-2-be9403d5:004", "tandem_id": "tandem-2-be9403d5", "number": 4, "planned": "2027-04-12T06:00:00Z", "minutes": 120, "state": "kept", "start": "2027-04-12T06:00:00Z", "offer": null, "event_id": "", "join_url": "", "declined": null, "outcome": ""}, {"id": "tandem-2-be9403d5:005", "tandem_id": "tandem-2-be9403d5", "number": 5, "planned": "2027-05-10T06:00:00Z", "minutes": 120, "state": "kept", "start": "2027-05-10T06:00:00Z", "offer": null, "event_id": "", "join_url": "", "declined": null, "outcome": ""}, {"id": "tandem-2-be9403d5:006", "tandem_id": "tandem-2-be9403d5", "number": 6, "planned": "2027-06-14T06:00:00Z", "minutes": 120, "state": "kept", "start": "2027-06-14T06:00:00Z", "offer": null, "event_id": "", "join_url": "", "declined": null, "outcome": ""}]}, "costs": {}, "sure": false}, {"start": "2027-01-12T07:00:00Z", "series": {"plan": {"explanations": [{"code": "series-monthly", "facts": {"weekday": ["plain", "tuesday"], "start": ["clock", "08:00:00"], "end": ["clock", "10:00:00"], "zone": ["plain", "Europe/Berlin"], "zones": ["plain", "same"], "index": ["plain", "second"]}, "told_to": "both"}], "pattern": {"day": {"type": "relativeMonthly", "weekday": "tuesday", "interval": 1, "index": "second"}, "start_date": "2027-01-12", "start_time": "08:00:00", "zone": "Europe/Berlin", "length_minutes": 120, "occurrences": 6}}, "sessions": [{"id": "tandem-2-be9403d5:001", "tandem_id": "tandem-2-be9403d5", "number": 1, "planned": "2027-01-12T07:00:00Z", "minutes": 120, "state": "kept", "start": "2027-01-12T07:00:00Z", "offer": null, "event_id": "", "join_url": "", "declined": null, "outcome": ""}, {"id": "tandem-2-be9403d5:002", "tandem_id": "tandem-2-be9403d5", "number": 2, "planned": "2027-02-09T07:00:00Z", "minutes": 120, "state": "kept", "start": "2027-02-09T07:00:00Z", "offer": null, "event_id": "", "join_url": "", "declined": null, "outcome": ""}, {"id": "tandem-2-be9403d5:003", "tandem_id": "tandem-2-be9403d5", "number": 3, "planned": "2027-03-09T07:00:00Z", "minutes": 120, "state": "kept", "start": "2027-03-09T07:00:00Z", "offer": null, "event_id": "", "join_url": "", "declined": null, "outcome": ""}, {"id": "tandem-2-be9403d5:004", "tandem_id": "tandem-2-be9403d5", "number": 4, "planned": "2027-04-13T06:00:00Z", "minutes": 120, "state": "kept", "start": "2027-04-13T06:00:00Z", "offer": null, "event_id": "", "join_url": "", "declined": null, "outcome": ""}, {"id": "tandem-2-be9403d5:005", "tandem_id": "tandem-2-be9403d5", "number": 5, "planned": "2027-05-11T06:00:00Z", "minutes": 120, "state": "kept", "start": "2027-05-11T06:00:00Z", "offer": null, "event_id": "", "join_url": "", "declined": null, "outcome": ""}, {"id": "tandem-2-be9403d5:006", "tandem_id": "tandem-2-be9403d5", "number": 6, "planned": "2027-06-08T06:00:00Z", "minutes": 120, "state": "kept", "start": "2027-06-08T06:00:00Z", "offer": null, "event_id": "", "join_url": "", "declined": null, "outcome": ""}]}, "costs": {}, "sure": false}, {"start": "2027-01-13T07:00:00Z", "series": {"plan": {"explanations": [{"code": "series-monthly", "facts": {"weekday": ["plain", "wednesday"], "start": ["clock", "08:00:00"], "end": ["clock", "10:00:00"], "zone": ["plain", "Europe/Berlin"], "zones": ["plain", "same"], "index": ["plain", "second"]}, "told_to": "both"}], "pattern": {"day": {"type": "relativeMonthly", "weekday": "wednesday", "interval": 1, "index": "second"}, "start_date": "2027-01-13", "start_time": "08:00:00", "zone": "Europe/Berlin", "length_minutes": 120, "occurrences": 6}}, "sessions": [{"id": "tandem-2-be9403d5:001", "tandem_id": "tandem-2-be9403d5", "number": 1, "planned": "2027-01-13T07:00:00Z", "minutes": 120, "state": "kept", "start": "2027-01-13T07:00:00Z", "offer": null, "event_id": "", "join_url": "", "declined": null, "outcome": ""}, {"id": "tandem-2-be9403d5:002", "tandem_id": "tandem-2-be9403d5", "number": 2, "planned": "2027-02-10T07:00:00Z", "minutes": 120, "state": "kept", "start": "2027-02-10T07:00:00Z", "offer": null, "event_id": "", "join_url": "", "declined": null, "outcome": ""}, {"id": "tandem-2-be9403d5:003", "tandem_id": "tandem-2-be9403d5", "number": 3, "planned": "2027-03-10T07:00:00Z", "minutes": 120, "state": "kept", "start": "2027-03-10T07:00:00Z", "offer": null, "event_id": "", "join_url": "", "declined": null, "outcome": ""}, {"id": "tandem-2-be9403d5:004", "tandem_id": "tandem-2-be9403d5", "number": 4, "planned": "2027-04-14T06:00:00Z", "minutes": 120, "state": "kept", "start": "2027-04-14T06:00:00Z", "offer": null, "event_id": "", "join_url": "", "declined": null, "outcome": ""}, {"id": "tandem-2-be9403d5:005", "tandem_id": "tandem-2-be9403d5", "number": 5, "planned": "2027-05-12T06:00:00Z", "minutes": 120, "state": "kept", "start": "2027-05-12T06:00:00Z", "offer": null, "event_id": "", "join_url": "", "declined": null, "outcome": ""}, {"id": "tandem-2-be9403d5:006", "tandem_id": "tandem-2-be9403d5", "number": 6, "planned": "2027-06-09T06:00:00Z", "minutes": 120, "state": "kept", "start": "2027-06-09T06:00:00Z", "offer": null, "event_id": "", "join_url": "", "declined": null, "outcome": ""}]}, "costs": {}, "sure": false}]', '{}', '[]', NULL, NULL, false, false, '2026-11-04 08:03:03.506708+00');
INSERT INTO public.agreements VALUES ('agreement-2', 'tandem-3-ccc4d5c0', 'tandem-3-ccc4d5c0:003', 'declined', 120, '2026-11-02 08:03:07.689049+00', 'open', '', '', 1, '[{"start": "2027-03-08T09:00:00Z", "series": {}, "costs": {}, "sure": true}, {"start": "2027-03-09T07:00:00Z", "series": {}, "costs": {}, "sure": true}, {"start": "2027-03-10T07:00:00Z", "series": {}, "costs": {}, "sure": true}]', '{"mentor": [0]}', '[]', NULL, NULL, false, false, '2026-11-04 08:03:08.537469+00');
INSERT INTO public.alembic_version VALUES ('0003');
INSERT INTO public.closings VALUES ('closing-1', '367fc82c-a528-5b5d-9204-443bb2ea56a3', 'preview', 0, '[]', '[]', NULL, NULL);
INSERT INTO public.decisions VALUES ('decision-000001', 'lock', '367fc82c-a528-5b5d-9204-443bb2ea56a3', '2026-11-02 08:01:11.445845+00', '12ebedee-1519-5659-81f0-5a49168f194c', '9e77fffd-c944-51a3-bc76-44c43ef027c2', '', '{}', '');
INSERT INTO public.decisions VALUES ('decision-000002', 'forbid', '367fc82c-a528-5b5d-9204-443bb2ea56a3', '2026-11-02 08:01:51.722297+00', '5b6f2802-536c-5700-a938-918662be37b2', '628a2cfa-a40c-5509-9aff-8fced0174f42', '', '{}', '367fc82c-a528-5b5d-9204-443bb2ea56a3');
INSERT INTO public.effects VALUES ('match:run-1:3', 'match', 'run-1', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:invite:invite-1:367fc82c-a528-5b5d-9204-443bb2ea56a3', 'post', 'invite:invite-1:367fc82c-a528-5b5d-9204-443bb2ea56a3', true, 1, NULL);
INSERT INTO public.effects VALUES ('match:run-1:4', 'match', 'run-1', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:offer:tandem-4-4ce2a031:acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c', 'post', 'offer:tandem-4-4ce2a031:acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:offer:tandem-3-ccc4d5c0:841e4150-42bf-5319-a2c7-74d825d470ec', 'post', 'offer:tandem-3-ccc4d5c0:841e4150-42bf-5319-a2c7-74d825d470ec', true, 1, NULL);
INSERT INTO public.effects VALUES ('invite:mentee:5b6f2802-536c-5700-a938-918662be37b2:20261102080005', 'invite', 'mentee:5b6f2802-536c-5700-a938-918662be37b2', true, 1, NULL);
INSERT INTO public.effects VALUES ('invite:mentee:bd42c88d-352c-55d7-be83-1ef070996f2f:20261102080005', 'invite', 'mentee:bd42c88d-352c-55d7-be83-1ef070996f2f', true, 1, NULL);
INSERT INTO public.effects VALUES ('invite:mentee:df0f91bc-fb1e-56ce-a11f-9a546677808d:20261102080005', 'invite', 'mentee:df0f91bc-fb1e-56ce-a11f-9a546677808d', true, 1, NULL);
INSERT INTO public.effects VALUES ('invite:mentee:e78f2982-83c5-559c-8d33-50ca45088ffe:20261102080005', 'invite', 'mentee:e78f2982-83c5-559c-8d33-50ca45088ffe', true, 1, NULL);
INSERT INTO public.effects VALUES ('invite:mentee:ea2ade30-667a-5618-a82e-29e2658ed6e5:20261102080005', 'invite', 'mentee:ea2ade30-667a-5618-a82e-29e2658ed6e5', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:enrolment:mentee:ea2ade30-667a-5618-a82e-29e2658ed6e5:20261102080005', 'post', 'enrolment:mentee:ea2ade30-667a-5618-a82e-29e2658ed6e5:20261102080005', true, 1, NULL);
INSERT INTO public.effects VALUES ('invite:mentee:7996a206-db95-5369-9f07-66e6a283c401:20261102080005', 'invite', 'mentee:7996a206-db95-5369-9f07-66e6a283c401', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:enrolment:mentee:5b6f2802-536c-5700-a938-918662be37b2:20261102080005', 'post', 'enrolment:mentee:5b6f2802-536c-5700-a938-918662be37b2:20261102080005', true, 1, NULL);
INSERT INTO public.effects VALUES ('invite:mentee:eb3e3ee1-134c-59ab-bcbc-8044908087a4:20261102080005', 'invite', 'mentee:eb3e3ee1-134c-59ab-bcbc-8044908087a4', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:enrolment:mentee:df0f91bc-fb1e-56ce-a11f-9a546677808d:20261102080005', 'post', 'enrolment:mentee:df0f91bc-fb1e-56ce-a11f-9a546677808d:20261102080005', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:enrolment:mentee:e78f2982-83c5-559c-8d33-50ca45088ffe:20261102080005', 'post', 'enrolment:mentee:e78f2982-83c5-559c-8d33-50ca45088ffe:20261102080005', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:enrolment:mentee:bd42c88d-352c-55d7-be83-1ef070996f2f:20261102080005', 'post', 'enrolment:mentee:bd42c88d-352c-55d7-be83-1ef070996f2f:20261102080005', true, 1, NULL);
INSERT INTO public.effects VALUES ('invite:mentee:12ebedee-1519-5659-81f0-5a49168f194c:20261102080005', 'invite', 'mentee:12ebedee-1519-5659-81f0-5a49168f194c', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:enrolment:mentee:7996a206-db95-5369-9f07-66e6a283c401:20261102080005', 'post', 'enrolment:mentee:7996a206-db95-5369-9f07-66e6a283c401:20261102080005', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:enrolment:mentee:eb3e3ee1-134c-59ab-bcbc-8044908087a4:20261102080005', 'post', 'enrolment:mentee:eb3e3ee1-134c-59ab-bcbc-8044908087a4:20261102080005', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:enrolment:mentee:12ebedee-1519-5659-81f0-5a49168f194c:20261102080005', 'post', 'enrolment:mentee:12ebedee-1519-5659-81f0-5a49168f194c:20261102080005', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:invite:invite-2:367fc82c-a528-5b5d-9204-443bb2ea56a3', 'post', 'invite:invite-2:367fc82c-a528-5b5d-9204-443bb2ea56a3', true, 1, NULL);
INSERT INTO public.effects VALUES ('invite:mentor:9e77fffd-c944-51a3-bc76-44c43ef027c2:20261102080009', 'invite', 'mentor:9e77fffd-c944-51a3-bc76-44c43ef027c2', true, 1, NULL);
INSERT INTO public.effects VALUES ('invite:mentor:628a2cfa-a40c-5509-9aff-8fced0174f42:20261102080009', 'invite', 'mentor:628a2cfa-a40c-5509-9aff-8fced0174f42', true, 1, NULL);
INSERT INTO public.effects VALUES ('invite:mentor:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7:20261102080009', 'invite', 'mentor:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:enrolment:mentor:628a2cfa-a40c-5509-9aff-8fced0174f42:20261102080009', 'post', 'enrolment:mentor:628a2cfa-a40c-5509-9aff-8fced0174f42:20261102080009', true, 1, NULL);
INSERT INTO public.effects VALUES ('invite:mentor:841e4150-42bf-5319-a2c7-74d825d470ec:20261102080009', 'invite', 'mentor:841e4150-42bf-5319-a2c7-74d825d470ec', true, 1, NULL);
INSERT INTO public.effects VALUES ('invite:mentor:acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c:20261102080009', 'invite', 'mentor:acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:enrolment:mentor:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7:20261102080009', 'post', 'enrolment:mentor:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7:20261102080009', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:enrolment:mentor:9e77fffd-c944-51a3-bc76-44c43ef027c2:20261102080009', 'post', 'enrolment:mentor:9e77fffd-c944-51a3-bc76-44c43ef027c2:20261102080009', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:enrolment:mentor:acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c:20261102080009', 'post', 'enrolment:mentor:acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c:20261102080009', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:enrolment:mentor:841e4150-42bf-5319-a2c7-74d825d470ec:20261102080009', 'post', 'enrolment:mentor:841e4150-42bf-5319-a2c7-74d825d470ec:20261102080009', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:kickoff:kickoff-1:367fc82c-a528-5b5d-9204-443bb2ea56a3', 'post', 'kickoff:kickoff-1:367fc82c-a528-5b5d-9204-443bb2ea56a3', true, 1, NULL);
INSERT INTO public.effects VALUES ('kickoff:kickoff-1:f0d197fa', 'kickoff', 'kickoff-1', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:kickoff_seat:kickoff-1:12ebedee-1519-5659-81f0-5a49168f194c', 'post', 'kickoff_seat:kickoff-1:12ebedee-1519-5659-81f0-5a49168f194c', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:kickoff_seat:kickoff-1:5b6f2802-536c-5700-a938-918662be37b2', 'post', 'kickoff_seat:kickoff-1:5b6f2802-536c-5700-a938-918662be37b2', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:kickoff_seat:kickoff-1:acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c', 'post', 'kickoff_seat:kickoff-1:acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:kickoff_seat:kickoff-1:841e4150-42bf-5319-a2c7-74d825d470ec', 'post', 'kickoff_seat:kickoff-1:841e4150-42bf-5319-a2c7-74d825d470ec', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:kickoff_seat:kickoff-1:9e77fffd-c944-51a3-bc76-44c43ef027c2', 'post', 'kickoff_seat:kickoff-1:9e77fffd-c944-51a3-bc76-44c43ef027c2', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:kickoff_seat:kickoff-1:eb3e3ee1-134c-59ab-bcbc-8044908087a4', 'post', 'kickoff_seat:kickoff-1:eb3e3ee1-134c-59ab-bcbc-8044908087a4', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:kickoff_seat:kickoff-1:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7', 'post', 'kickoff_seat:kickoff-1:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7', true, 1, NULL);
INSERT INTO public.effects VALUES ('kickoff_invite:kickoff-1:0:694a39ccec39b95c', 'kickoff_invite', 'kickoff-1:0', true, 1, '2026-11-02 08:00:25.501451+00');
INSERT INTO public.effects VALUES ('kickoff_invite:kickoff-1:0:10930051907297bf', 'kickoff_invite', 'kickoff-1:0', true, 1, '2026-11-02 08:00:27.920796+00');
INSERT INTO public.effects VALUES ('post:matching:run-1:367fc82c-a528-5b5d-9204-443bb2ea56a3', 'post', 'matching:run-1:367fc82c-a528-5b5d-9204-443bb2ea56a3', true, 1, NULL);
INSERT INTO public.effects VALUES ('kickoff_invite:kickoff-1:0:c7109e6db1d5a4b3', 'kickoff_invite', 'kickoff-1:0', true, 1, '2026-11-02 08:00:37.030005+00');
INSERT INTO public.effects VALUES ('match:run-1:1', 'match', 'run-1', true, 1, NULL);
INSERT INTO public.effects VALUES ('match:run-1:2', 'match', 'run-1', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:kickoff_seat:kickoff-1:628a2cfa-a40c-5509-9aff-8fced0174f42', 'post', 'kickoff_seat:kickoff-1:628a2cfa-a40c-5509-9aff-8fced0174f42', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:offer:tandem-1-74b180db:12ebedee-1519-5659-81f0-5a49168f194c', 'post', 'offer:tandem-1-74b180db:12ebedee-1519-5659-81f0-5a49168f194c', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:offer:tandem-4-4ce2a031:e78f2982-83c5-559c-8d33-50ca45088ffe', 'post', 'offer:tandem-4-4ce2a031:e78f2982-83c5-559c-8d33-50ca45088ffe', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:offer:tandem-2-be9403d5:5b6f2802-536c-5700-a938-918662be37b2', 'post', 'offer:tandem-2-be9403d5:5b6f2802-536c-5700-a938-918662be37b2', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:left_over:eb3e3ee1-134c-59ab-bcbc-8044908087a4:202611020802', 'post', 'left_over:eb3e3ee1-134c-59ab-bcbc-8044908087a4:202611020802', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:left_over:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7:202611020802', 'post', 'left_over:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7:202611020802', true, 1, NULL);
INSERT INTO public.effects VALUES ('match:run-2:1', 'match', 'run-2', true, 1, NULL);
INSERT INTO public.effects VALUES ('launch:launch-1', 'launch', 'launch-1', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:agreement:agreement-1:mentor:628a2cfa-a40c-5509-9aff-8fced0174f42', 'post', 'agreement:agreement-1:mentor:628a2cfa-a40c-5509-9aff-8fced0174f42', false, 1, NULL);
INSERT INTO public.effects VALUES ('post:tandem:tandem-2-be9403d5:5b6f2802-536c-5700-a938-918662be37b2', 'post', 'tandem:tandem-2-be9403d5:5b6f2802-536c-5700-a938-918662be37b2', false, 1, NULL);
INSERT INTO public.effects VALUES ('post:tandem:tandem-2-be9403d5:628a2cfa-a40c-5509-9aff-8fced0174f42', 'post', 'tandem:tandem-2-be9403d5:628a2cfa-a40c-5509-9aff-8fced0174f42', false, 2, '2026-11-02 08:05:05.683373+00');
INSERT INTO public.effects VALUES ('post:agreement:agreement-1:mentee:5b6f2802-536c-5700-a938-918662be37b2', 'post', 'agreement:agreement-1:mentee:5b6f2802-536c-5700-a938-918662be37b2', true, 1, NULL);
INSERT INTO public.effects VALUES ('watch:841e4150-42bf-5319-a2c7-74d825d470ec:tandem-3-ccc4d5c0', 'watch', '841e4150-42bf-5319-a2c7-74d825d470ec', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:tandem:tandem-3-ccc4d5c0:df0f91bc-fb1e-56ce-a11f-9a546677808d', 'post', 'tandem:tandem-3-ccc4d5c0:df0f91bc-fb1e-56ce-a11f-9a546677808d', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:tandem:tandem-3-ccc4d5c0:841e4150-42bf-5319-a2c7-74d825d470ec', 'post', 'tandem:tandem-3-ccc4d5c0:841e4150-42bf-5319-a2c7-74d825d470ec', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:absence:841e4150-42bf-5319-a2c7-74d825d470ec:20261102080309', 'post', 'absence:841e4150-42bf-5319-a2c7-74d825d470ec:20261102080309', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:partner_away:tandem-3-ccc4d5c0:001:df0f91bc-fb1e-56ce-a11f-9a546677808d:202701110700', 'post', 'partner_away:tandem-3-ccc4d5c0:001:df0f91bc-fb1e-56ce-a11f-9a546677808d:202701110700', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:kickoff_seat:kickoff-1:df0f91bc-fb1e-56ce-a11f-9a546677808d', 'post', 'kickoff_seat:kickoff-1:df0f91bc-fb1e-56ce-a11f-9a546677808d', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:offer:tandem-5-4dc06581:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7', 'post', 'offer:tandem-5-4dc06581:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:offer:tandem-1-74b180db:9e77fffd-c944-51a3-bc76-44c43ef027c2', 'post', 'offer:tandem-1-74b180db:9e77fffd-c944-51a3-bc76-44c43ef027c2', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:offer:tandem-3-ccc4d5c0:df0f91bc-fb1e-56ce-a11f-9a546677808d', 'post', 'offer:tandem-3-ccc4d5c0:df0f91bc-fb1e-56ce-a11f-9a546677808d', true, 1, NULL);
INSERT INTO public.effects VALUES ('invite:mentor:557224ba-c22a-5232-ae6d-f3f63a4d7e64:20261102080243', 'invite', 'mentor:557224ba-c22a-5232-ae6d-f3f63a4d7e64', false, 1, NULL);
INSERT INTO public.effects VALUES ('post:launch:launch-1:367fc82c-a528-5b5d-9204-443bb2ea56a3', 'post', 'launch:launch-1:367fc82c-a528-5b5d-9204-443bb2ea56a3', true, 1, NULL);
INSERT INTO public.effects VALUES ('look:tandem-3-ccc4d5c0:4d806f76f2131b94', 'look', 'tandem-3-ccc4d5c0', true, 1, '2026-11-02 08:03:06.909271+00');
INSERT INTO public.effects VALUES ('find:agreement-2:1', 'find_slots', 'agreement-2', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:closing:closing-1:367fc82c-a528-5b5d-9204-443bb2ea56a3', 'post', 'closing:closing-1:367fc82c-a528-5b5d-9204-443bb2ea56a3', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:kickoff_seat:kickoff-1:e78f2982-83c5-559c-8d33-50ca45088ffe', 'post', 'kickoff_seat:kickoff-1:e78f2982-83c5-559c-8d33-50ca45088ffe', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:offer:tandem-2-be9403d5:628a2cfa-a40c-5509-9aff-8fced0174f42', 'post', 'offer:tandem-2-be9403d5:628a2cfa-a40c-5509-9aff-8fced0174f42', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:invite:invite-3:69a84bdf-47e2-524c-8007-7e4e3c98bc59', 'post', 'invite:invite-3:69a84bdf-47e2-524c-8007-7e4e3c98bc59', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:invite:invite-4:69a84bdf-47e2-524c-8007-7e4e3c98bc59', 'post', 'invite:invite-4:69a84bdf-47e2-524c-8007-7e4e3c98bc59', true, 1, NULL);
INSERT INTO public.effects VALUES ('launch:launch-1:tandem-1-74b180db', 'launch_tandem', 'tandem-1-74b180db', false, 1, NULL);
INSERT INTO public.effects VALUES ('launch:launch-1:tandem-4-4ce2a031', 'launch_tandem', 'tandem-4-4ce2a031', false, 1, NULL);
INSERT INTO public.effects VALUES ('launch:launch-1:tandem-2-be9403d5', 'launch_tandem', 'tandem-2-be9403d5', true, 1, NULL);
INSERT INTO public.effects VALUES ('launch:launch-1:tandem-3-ccc4d5c0', 'launch_tandem', 'tandem-3-ccc4d5c0', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:agreement:agreement-2:mentee:df0f91bc-fb1e-56ce-a11f-9a546677808d', 'post', 'agreement:agreement-2:mentee:df0f91bc-fb1e-56ce-a11f-9a546677808d', true, 1, NULL);
INSERT INTO public.effects VALUES ('post:agreement:agreement-2:mentor:841e4150-42bf-5319-a2c7-74d825d470ec', 'post', 'agreement:agreement-2:mentor:841e4150-42bf-5319-a2c7-74d825d470ec', true, 1, NULL);
INSERT INTO public.enrolments VALUES ('mentor:557224ba-c22a-5232-ae6d-f3f63a4d7e64', '557224ba-c22a-5232-ae6d-f3f63a4d7e64', 'mentor', 'invited', '2026-11-02 08:02:43.219311+00', 'about', 'gAAAAABrB53gNN_9x3uKVipLkrGTq-IhC8O-SFplfbTIflOnprZsNkLINJCfZSZSLxYYturiKHWq6BopeHN4xEw2rzQoIME_KQ==', NULL, NULL, 0);
INSERT INTO public.enrolments VALUES ('mentee:bd42c88d-352c-55d7-be83-1ef070996f2f', 'bd42c88d-352c-55d7-be83-1ef070996f2f', 'mentee', 'invited', '2026-11-02 08:00:05.119808+00', 'about', 'gAAAAABrB51CDe3lTeLRnfhKnFdVa1htTFZFnILTdWT_RGY2CQfSzbpFeAbyNK2O-roXdrdH1mVTpvKHy8AeaWQnY4Up5kgQ4Q==', NULL, NULL, 0);
INSERT INTO public.enrolments VALUES ('mentee:5b6f2802-536c-5700-a938-918662be37b2', '5b6f2802-536c-5700-a938-918662be37b2', 'mentee', 'done', '2026-11-02 08:00:05.108158+00', 'summary', 'gAAAAABrB51E8_KX3mhoejxOvuv45YVnyYPsfpOxt9-dt0HzlEIWTc6kT2hDwtzfMzcwc9FbFpljx4KTkWrj83qITw697kOisRiy5tnVge7FtzIDeq0X_cb62FKKSDLdkMZMMRo3MOxpmDCWYPy5IFngSSyhEeUVASwcMURUT_TUTZOCIyiV59iWIRcrHAFy2kuc1SCo8qyiU8l6Alf4h1QmRLTdRpKEbQ1sA-66THQfr9OGiUTkLfVp4PA4_2Wv2xxxhuPEnMpc4ZKZOqYpRqoAYfXJj-A_921acDgJHxBlf1O020JB6ghZ61nTJ1Z87Vvid_jZwXBR229Xn6uZ-6C0A4KWzef_YNwNCzIs4CaPqMnZdxdR7hf22LpJtGVI8-f2vT943BPS3wOM2brhe-kLW_umz1uQZA==', '2026-11-02 08:00:07.005661+00', NULL, 0);
INSERT INTO public.enrolments VALUES ('mentee:df0f91bc-fb1e-56ce-a11f-9a546677808d', 'df0f91bc-fb1e-56ce-a11f-9a546677808d', 'mentee', 'done', '2026-11-02 08:00:05.103756+00', 'summary', 'gAAAAABrB51EAsElBWOG4h6DlrsgxQW3rth2BvX7Poz_z5kLNIgNjKCmT4lWa1H1hmBvFnSkaWJx3yyFS-4yfsaCwZCbioDgCqTopsPN_cKKh8PaJbfNGCjlzkXMKLE31c27o23CWOXqdIT8i--C6iQ6QAzvYkeWqA9j7UVXMCWoUp2T0t37hy4mX7w3KD8PuR0uJ2PRyGXysWL7yocYhgOdqMkT2XymP7g-ChrL5ZYsUwfQfc4UE2QOCtvBslDNisapquQh65j_22ZiIi8h___iyFR-Gya3yWjt43u45FM5HPjwrJZG739GOLlDIReI4PQevQP0Qq8f9gqI4etUp2fnQRcLAp_unbp83qLQwGBxGZcVBR4lyIndZ8owioDfWrLRS25D_kAmL2Ux_kAMAXMfTeJ3oLajEg==', '2026-11-02 08:00:07.253938+00', NULL, 0);
INSERT INTO public.enrolments VALUES ('mentee:7996a206-db95-5369-9f07-66e6a283c401', '7996a206-db95-5369-9f07-66e6a283c401', 'mentee', 'declined', '2026-11-02 08:00:05.117768+00', 'about', 'gAAAAABrB51EkfB5WQPFxiAKQtWDVFzkzbKqECHv8UlmzPEOdfWavlQh0e0ldjQZonFqBtJEqT5KtKA2qge1ONOP4Lff1GscJw==', NULL, NULL, 0);
INSERT INTO public.enrolments VALUES ('mentee:e78f2982-83c5-559c-8d33-50ca45088ffe', 'e78f2982-83c5-559c-8d33-50ca45088ffe', 'mentee', 'done', '2026-11-02 08:00:05.110421+00', 'summary', 'gAAAAABrB51E5acsnKiw9o6YzfJl64RYpwTzd5sQJ77QRwgAMLKrw0ti2bht_ErP2AztsJm66_W7HuNtenTZIbcfg8kwi8REkZ1sar_R6SDN-VTQ8nwjNjdq7N-E4rCRADvW5J00QUGVmX6TKcp143iLr5UpvsmKGHz90qboEWJCbvbmBLZ05XGHO9QEUG3gNSoCPsrNDJJMKabk5-acM9zddV6OaxMXbLd6M-7OHRNc5oH0m57nl5sl-oE2HfbklFQ7JeAeDRlqu3SdaniwMtINP-IvvCYqVCCCJO9O5AsizNeQ0QRPsI2nH7rAeyr0AoKKUuqCPnmjm2EwZlLBICQKAgfjCZJO2l1g36Cc35a5HmttBu6kGUYwiYKrzqaCm-26Wd7J-nJJCUOchaCXUDTaGELrAjj6ccplHrv-alw1gmzH-RfegZA=', '2026-11-02 08:00:07.226633+00', NULL, 0);
INSERT INTO public.enrolments VALUES ('mentee:eb3e3ee1-134c-59ab-bcbc-8044908087a4', 'eb3e3ee1-134c-59ab-bcbc-8044908087a4', 'mentee', 'done', '2026-11-02 08:00:05.115628+00', 'summary', 'gAAAAABrB53iZ6hZ4g4xoye-8QbbPGyPnTV3aMUfrJ3YMfaUHnqI0Dg1guFHFPnsQlftsqTIU9rzBiqGPpTJ3x6IThaHbQJL9mo2O5yinBU1ondAZn-XILkcH3_dqJzpfGXqAzhazjzylqPoRGhbXcFPPOLM-ebiXiB5jQuk8wGQDh_e_y6JM_cIYKnGFOJaoMq9BzJ3leFpkuefLlZlc7oLqfTcrAWma9n242-czF0i6uoOAVnEFufaBnC6piYNhkH6IVvOnBWtzzJjFPS_z9RMT4ytF2CEmP9zUBuYYprGMXKv8Ao1H7ri4Vm0MpM5ogAHhY-aOPDL4NlplAtg6wax4npOZDXoIwgpOWgwaW7lqY9Dg1wATqKqjQOPwhpbuzYnIH3Nc6o91Um8rvGb2JlB4QUfPm1_iA==', '2026-11-02 08:00:07.551968+00', NULL, 1);
INSERT INTO public.enrolments VALUES ('mentee:12ebedee-1519-5659-81f0-5a49168f194c', '12ebedee-1519-5659-81f0-5a49168f194c', 'mentee', 'done', '2026-11-02 08:00:05.112707+00', 'summary', 'gAAAAABrB51FMDXf1tGmtiKI1C_briB76LSQTuaIw_u3shEquIRsAuzOiUD_VpPw-qTXcTFL_LdngtYGhMbBKN0P9uChE0UWCYzlUxNvQwglBHnGQKm-2MhspRM9a-aVesKZYnv_wr_JEIcvFxonTBomQ441m2XAhgNdfQR19odU16u2x06eciu7O7wqJRrsP64B0bp6WPX5UmCPF1QpkFbKYYj9bpHGGzfsVZ8W3Np0UX10flCd3Qa5QE2OLpnc4VHxaSjqX6IPjkv6iHmuC72MJOUh1en4KAjblKLzRwUTzrCY9Hzlpohbef5DrNAZPjpNjGUo8O46LAVLWYvWCw3Z8dnmkfuyeuBOFJ2lfiwc5uMu_7HUYen3LD4Y-wxUy-2RGQqJuJF9V7WK3HsGx58WGKDQ762RZJ5isg5v7rprmH38MtJeaM4=', '2026-11-02 08:00:08.147116+00', NULL, 0);
INSERT INTO public.enrolments VALUES ('mentor:9e77fffd-c944-51a3-bc76-44c43ef027c2', '9e77fffd-c944-51a3-bc76-44c43ef027c2', 'mentor', 'done', '2026-11-02 08:00:09.213204+00', 'summary', 'gAAAAABrB51JxmTLLil-K89vZoRyNO5apoGoQyiiINXrFbzZzKkNJlDous8ehPLp7mU_lVGioJShetvjPG-itKWDek2bNOQCFfRfUoC59sKAbzhQVFXLmq2wWBnRmll9-lhP2GobbVh2RFAITb_hx5L2Jr8fqPFNc5Swh371x5jqMutpmfxh8hfNdE3Lla_lv7OvLCJsZJza8QzE9rL_EiP5KP8bssjYJgUeTo48fP8pf84f8fLwPBFGl429kp5TvMk0nW4ssBCbnx8Xch_xD_1U6_Wqp4wzGjePGjo2wLWaiKXn5VaEP0qK9M-GJGBA362hhxBUZssMzqrKW8oZbAh55epr5mvg7W1dmY8aFLRf4FkxIE5EyyfIc0GVbBgPr2VArAon_ZI56_OvVNJfZ4yUBdQd0jU5wAUu5bekXy3NOAGncs4U_oYSYzxL8bhClVwwncaI9792HHttg7daCuhtnB13bxrBLPrnJgpnjZy0VhfXIczSoV4SVX3LemzizYF0NERBkAwKBTk5GSopV00FL7NZICF5-d3FezajpIPs9cXk7K8o1Kl8t_MQgJqhCHm0SY5bMLAiuinBAoTbnhC_FcyZdnPqXVF-JWvUdOoezvbYgPGsGQxBkuK7FsFo2zfzcUoI9sBX3el0h5wWjgl0ymN1ZDqTaEDRak0h-ummE0f-jz7A5q1FamVWT6EEpGUWPcAXGpmDwAJNtt5UoqOSNSF7i3pnMqqi9u-5DCD1fl_rqokxCR3eDc3Y6H_0HJfcyBjkTXS9hX4cWOuYB-Pdf_Z0YBv63yweSpBI_Jgb9IPE1cU6tslSBep-Hs7NUHt-aXPGF0RCQA18NLM3jjOOSyhIopP17w==', '2026-11-02 08:00:11.839478+00', NULL, 0);
INSERT INTO public.enrolments VALUES ('mentor:acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c', 'acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c', 'mentor', 'done', '2026-11-02 08:00:09.20495+00', 'summary', 'gAAAAABrB51I1sD7_mCXnFTJZwURp026WHp3_lB6BiF_ZMCcr7SREAQ0gPld6yM5QejrY9crWk_Z5qyvBf4Zlm7kkn0w0q6l8EOROKO1ylSY6yYWYrsOs5pv4bBMGPp5ESuJLawOllvPASgK-Dd4wo0Fsty1w6qxI32GfEpjRcT1VE7wI3skh1X4XMSDd28QpZrbFFlkDja4r2U9_oqmtCAmXTYSQ4bTwvcfALuJT37aRecj77dz-p_-A9_O0Do1XkrFtnpfHj68LQKsw5CWE4AgfgGohjTjilO2b77XT1ZA6LsJHEAjrgZ15Ddh_-M-HOmq6o3Ow9jbnStDmQuRt_tZAdmqiYR19031BaIiMwO7glxT01NhSomTQ_-RimHWP5Fl9m6JcU7Ij_zwJ1tmfWSpitBmToXAthVnBXiUfkDiuAahtqcarKzI6DtIWl20-Y0-isoJmfj3bTb5H_tQ34FcU6y8i8XXWShCejwBCmSEAMe5OXzJG5_MA9cZ3a-_0Ueaxb-d7jvkT7icFWG9LYdxVFVqrynko7qg2eemSS-ZyKsRgZRuER4qytf-UiMMZsAw9154Lqc_So5aYVio8Hhf3NU2qoI56XyTkk0-dlgpkMXLfdqgiA5-Gp1adHC9Sa7KxhxX7nMjkzIfNSN8BiBADsrhBQqobRseXI64rFxVo-T7VlsEdgzx5h1_ic-FvxrUC8iY0dJBGf9V29XZYB4jxLZbETCuLR4r_88qiC0eX_YsS5qzova2EfsbsxUkvSCCyzNel4tez5J_7oWByZn8yc3PZBUFAXeAmTUYQnItTWZ1wUEfp4WpBeSn72Alpzn1sy19LXFd', '2026-11-02 08:00:10.962145+00', NULL, 0);
INSERT INTO public.enrolments VALUES ('mentee:ea2ade30-667a-5618-a82e-29e2658ed6e5', 'ea2ade30-667a-5618-a82e-29e2658ed6e5', 'mentee', 'begun', '2026-11-02 08:00:05.121927+00', 'standing', 'gAAAAABrB51J0j9gQxUu32ymqAkGyKto6rADqBrGGj2qihjVhHOx6FzhcoGOLFd6nXd_SqAUIRjr9v30G0rbaC0vaZUX4pIO7f0_Xz_-3hcL4ujOZlgfjAr8F2d1kgPevpMuCQTaTly759ik0gVEfXu6TjocjsfZlalCNF-LQSLCm1jinkCf88soWPFxnmEbsydBGOcF68Ykc2YEuYOmBp89w0UEiUQybQaPZWpqNuTgoHETSmk8baRkDC1VoDVtXazCw5mYsJHvctAB-O7mz6eT0RKh8zHhsWJN8ZZexDTsxsVhM7_zdKUXqYe4CyKpW1PTpReC_yns', NULL, NULL, 0);
INSERT INTO public.enrolments VALUES ('mentor:628a2cfa-a40c-5509-9aff-8fced0174f42', '628a2cfa-a40c-5509-9aff-8fced0174f42', 'mentor', 'done', '2026-11-02 08:00:09.173036+00', 'summary', 'gAAAAABrB51ISO4XijF6yHBOzSuO-96wTeI6mwdRJ-O_izQOSXUs1KJVeUCEy5H-u2layD1a4yDLx70S8X0URvJBeV5t1gAIKbHef-Ip5sTI8GfQ2441NR2ipdvnXRvdoUBFlB4eWurVZ2d85jsdTEmJJMpWyaFVQz-bY4ei5oXscJ6A2GnJUGXbLOqVBERmZRpX7jc0UHt0JULxQK5hegEH8M0R9Rbgn6bFVuzhF6ggOm3AnDF6jsz3CaGPvKYvmgGYEvnc1MhWRf7GJ2boRwEZlGdEZNhlsDsJ1PfUt37sU6r284N5GI8EdpthuFlfXPkQmZ-Osc3_iuWq6rWy0MNn7E7T33m6RqQBwBQaWMMgKTui9JpS7arNrM5ps389rGGr3UEfxIxrIiiPfwtLvYCaPItG12NornqZrOJUCFvpcpvj2_A9Vl5UXM1CWA_dlpVDqf21vBQi5dFbqECFGotC3VfMK4nLI9WiiyX1bvLONgBSb-5sVOWyiVmBNo4FoVBE5M2Zcm9r0tLfz6HBzyN6HKvdDiZTT234OPvlOT-HpmKDSiElDZKuIjqqsQJKADPyNqB2W3Hlwm64AW4khNEHDyUU2pkw3Dr8x39YTmYHSrr6EqfsfajLdrjpkHi5vf0cEB_Y7MJB5rRBdwH8MpvRx2mQuvBrZt-B8_V6soeAkcU-sPbXxZqd333-eO1s1UCBCLjbmSCN9WgY0VUJADDUT-gWcBv40eej0GfotoUKFoA9x4_3B20iGUtFn-qcgGZH_bVNyBhT7pCgbEM5Tt_AFvpHqiZj05jnGr4_qDL0uqpedPrq-Co=', '2026-11-02 08:00:10.732494+00', NULL, 0);
INSERT INTO public.enrolments VALUES ('mentor:841e4150-42bf-5319-a2c7-74d825d470ec', '841e4150-42bf-5319-a2c7-74d825d470ec', 'mentor', 'done', '2026-11-02 08:00:09.169762+00', 'summary', 'gAAAAABrB51Iz6G4ygDJcbQ7sm7I1s_Ryd5ac2-Rcd6r9EX5-MFpfzAj6F22NSkV_L67Ab7Q1Zbc0qRQYFTbD4hgWJkLpGXEEpndvE0iethRvL5QoZefTsP_gwOMN-Wk82xHN20MdwSZjBX7oi6rjYKdWp6zryTvMsvZQevs2Wr4BVUW5b73s7fH9HvbZvnN_pAudotVe9Z53IPQWDJSs84jX4nRv4dQ1_1970Jzb43QUZI2kQ_4udkJmGH3tLnyFjHMvT_0-lRZ2Mm6Ng4fyNGUiho98yG5b84TEsb2N7Mdu2R9wqs0MV2qrWImpTKqjCCc1vLV8aBGWLjAiD6O-C953HcnJNkww7WRMnlLSRRfwzAlL6sSeJmJSX86X-ngUcB-Z-gsOiH3iE0DrMXwkC2RdwvOx4XRkwTegIC4HaOe-B69v2mGhN3z_Ie3fMpowDypKJMTWfQF4YvOPCkC74_QtuL8-3C8dESds5BxMBMeAQ7h-QQxfMuF1LzTuNaphC2yDnjlvxA9BVK6Ji9DACVECz1LBMOuRyEord55GRNu612tm1CH8eVXR4oXbxL0edDKfkmxoSIlVGxqZdP4RUZ3uo5ErIVX1wcieKO-Sbw4_LdN3OEmAwW_bhJhy5EFZKtgIoID7IzcBDRZt-vfU1SNHNSvBV-HUnRoliFiOS4u-dxXPo0U6EZRAb9YJSxHGa3fNlAp716rzAh5TIH4zUUb5r0Td-WQ5t-dGETdjdT2lW3CmhssGOUBkrF97k4TbQxaIFxaWSl84r0Hcc8FtYdp6Soexa2kxmVw0_LVMnOngB9bIGPA-Ck=', '2026-11-02 08:00:10.940301+00', NULL, 0);
INSERT INTO public.enrolments VALUES ('mentor:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7', 'e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7', 'mentor', 'done', '2026-11-02 08:00:09.216208+00', 'summary', 'gAAAAABrB53iv_aFgUiYTHvCRKTTh5hYaGREg9cnOAnVIx52vhgNbVL-9pGzLqLrNs4CxCQ0neK3nso60NtwWLV7ODwlZedVmk50nEJUqnEe24oE9nRz-OSYTDMWRvdiVh3_PYFwmaULVuCI7xFZLuRnnP2pvBshiE6dQ-FYBN_a1MKimedklSOtc4fnoQrbqodZ_RU48pgmv8d9ot_rdiip4nt-vT06JF6EsTHI6iS0NFUMFki0GPM9Wis5Tkp1UniB3n-6iJe99Kevmz3OT_kUR_uuqYc9Yq5oSPLCXnvSwSDahvqfANu4wKPf2tGixSY2OsZ1b5pN1k6yLIWaCtDwdtxM12zun2RvzGJUt2fIYUDeoKaa-AT55RNF7cYtiTnTrWkHo-8EhK8SwnmCCGlW109FjFXv1yf6N-3syf3FSE3MQDD1GZSrJqM3a3E4XLiGifEGy58QM5Qa446xG0rtfiVnabw7b5u1r8tMoAYaPdoeK1yE8JtYeMU6KVUPcJc9lSo7D7VPaWXL4rK64T-kDaekuxjqAufVhrBAiZtp_IDf5UjVj9ellNo1o_qMNmOWSxoU9kn3HxSZBbTc_4mQLwzcAF4__0BNH1fJDSLb_wSiyvfyBruKqlxxiEXY-qgAsEzH7eedpXdWM5wruAGic_69ESRv1egXacIH6PmaNBLQld1LmQjemgvdgAqT_el5RW_WDAsZZz3OpTeTu0oNNuS8mnOjCl6WPqezLHUryTIHCkZuBAUL_NHdkZiZ3Y5DnSgHgTcAl5duoYsrfgP_dGtV1SXAmKmkmw9ZKgTAyTsbKLjE8T2wKmwLps91BatdkzVTV980', '2026-11-02 08:00:10.922596+00', NULL, 1);
INSERT INTO public.facts VALUES ('service_url', 'http://127.0.0.1:18080/connector/');
INSERT INTO public.facts VALUES ('enrolment_end', '2026-12-20');
INSERT INTO public.facts VALUES ('number:kickoff', '1');
INSERT INTO public.facts VALUES ('number:preview', '2');
INSERT INTO public.facts VALUES ('number:decision', '2');
INSERT INTO public.facts VALUES ('number:tandem', '5');
INSERT INTO public.facts VALUES ('number:invite', '4');
INSERT INTO public.facts VALUES ('number:launch', '1');
INSERT INTO public.facts VALUES ('number:run', '2');
INSERT INTO public.facts VALUES ('number:team', '1');
INSERT INTO public.facts VALUES ('opened_teams', 'c7038069-84c8-4999-a116-7d8fcf23cae8');
INSERT INTO public.facts VALUES ('number:agreement', '2');
INSERT INTO public.facts VALUES ('number:closing', '1');
INSERT INTO public.heartbeats VALUES ('one', '2026-11-26 02:48:27.409858+00');
INSERT INTO public.invites VALUES ('invite-1', '367fc82c-a528-5b5d-9204-443bb2ea56a3', '2026-11-02 08:00:04.805474+00', 'mentee', 'confirmed', '[{"text": "anna@nordwind.example", "person_id": "df0f91bc-fb1e-56ce-a11f-9a546677808d", "name": "Anna Amsel", "hindrance": ""}, {"text": "berta@nordwind.example", "person_id": "5b6f2802-536c-5700-a938-918662be37b2", "name": "Berta Bach", "hindrance": ""}, {"text": "clara@nordwind.example", "person_id": "e78f2982-83c5-559c-8d33-50ca45088ffe", "name": "Clara Clausen", "hindrance": ""}, {"text": "dora@nordwind.example", "person_id": "12ebedee-1519-5659-81f0-5a49168f194c", "name": "Dora Dorn", "hindrance": ""}, {"text": "frida@nordwind.example", "person_id": "eb3e3ee1-134c-59ab-bcbc-8044908087a4", "name": "Frida Fuchs", "hindrance": ""}, {"text": "hanna@nordwind.example", "person_id": "7996a206-db95-5369-9f07-66e6a283c401", "name": "Hanna Hase", "hindrance": ""}, {"text": "ines@nordwind.example", "person_id": "bd42c88d-352c-55d7-be83-1ef070996f2f", "name": "Ines Igel", "hindrance": ""}, {"text": "gerd@nordwind.example", "person_id": "ea2ade30-667a-5618-a82e-29e2658ed6e5", "name": "Gerd Gans", "hindrance": ""}]');
INSERT INTO public.invites VALUES ('invite-2', '367fc82c-a528-5b5d-9204-443bb2ea56a3', '2026-11-02 08:00:07.966731+00', 'mentor', 'confirmed', '[{"text": "amir@nordwind.example", "person_id": "841e4150-42bf-5319-a2c7-74d825d470ec", "name": "Amir Adler", "hindrance": ""}, {"text": "ben@nordwind.example", "person_id": "628a2cfa-a40c-5509-9aff-8fced0174f42", "name": "Ben Busch", "hindrance": ""}, {"text": "cem@nordwind.example", "person_id": "acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c", "name": "Cem Can", "hindrance": ""}, {"text": "deniz@nordwind.example", "person_id": "9e77fffd-c944-51a3-bc76-44c43ef027c2", "name": "Deniz Demir", "hindrance": ""}, {"text": "finn@nordwind.example", "person_id": "e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7", "name": "Finn Falke", "hindrance": ""}, {"text": "jan@nordwind.example", "person_id": "f2ef1142-32f2-55d9-b174-ab97b80d8010", "name": "Jan Jung", "hindrance": "no-licence"}]');
INSERT INTO public.invites VALUES ('invite-3', '69a84bdf-47e2-524c-8007-7e4e3c98bc59', '2026-11-02 08:02:43.063195+00', 'mentor', 'confirmed', '[{"text": "head@nordwind.example", "person_id": "557224ba-c22a-5232-ae6d-f3f63a4d7e64", "name": "Hans Haupt", "hindrance": ""}]');
INSERT INTO public.invites VALUES ('invite-4', '69a84bdf-47e2-524c-8007-7e4e3c98bc59', '2026-11-02 08:02:43.248963+00', 'mentor', 'preview', '[{"text": "chief@nordwind.example", "person_id": "2bb433c9-ac8f-5bb8-84ef-61f94498e233", "name": "Carla Chef", "hindrance": ""}]');
INSERT INTO public.kickoffs VALUES ('kickoff-1', '367fc82c-a528-5b5d-9204-443bb2ea56a3', '[{"start": "2026-12-10T09:00:00Z", "site": "Berlin", "seats": 40, "event_id": "AAMk4194eaea9a8bd8ddf812a91992097eb2d057a671da4dcdf4f99bf523d4606178AAA=", "join_url": "https://teams.microsoft.com/l/meetup-join/19%3ameeting_62397bc701764741bab9f87ff5059285%40thread.v2/0"}, {"start": "2026-12-11T13:00:00Z", "site": "", "seats": 500, "event_id": "AAMk7c93d5b700a8d4b485da3c85acc04ec430d3e1280ffa7fd3aebb1a01c421fe6eAAA=", "join_url": "https://teams.microsoft.com/l/meetup-join/19%3ameeting_83333218bd9141b7b03edca7e2dcaa37%40thread.v2/0"}]', 'open');
INSERT INTO public.launches VALUES ('launch-1', '367fc82c-a528-5b5d-9204-443bb2ea56a3', '2027-01-11', 'running', 4, 2, '2026-11-02 08:02:44.731539+00', NULL);
INSERT INTO public.pairs VALUES ('e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7:eb3e3ee1-134c-59ab-bcbc-8044908087a4', 'e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7', 'eb3e3ee1-134c-59ab-bcbc-8044908087a4', 'not_again');
INSERT INTO public.pairs VALUES ('628a2cfa-a40c-5509-9aff-8fced0174f42:5b6f2802-536c-5700-a938-918662be37b2', '628a2cfa-a40c-5509-9aff-8fced0174f42', '5b6f2802-536c-5700-a938-918662be37b2', 'past');
INSERT INTO public.pairs VALUES ('841e4150-42bf-5319-a2c7-74d825d470ec:df0f91bc-fb1e-56ce-a11f-9a546677808d', '841e4150-42bf-5319-a2c7-74d825d470ec', 'df0f91bc-fb1e-56ce-a11f-9a546677808d', 'past');
INSERT INTO public.people VALUES ('367fc82c-a528-5b5d-9204-443bb2ea56a3', '{"id": "367fc82c-a528-5b5d-9204-443bb2ea56a3", "name": "Olga Ort", "email": "olga@nordwind.example", "department": "People", "job_title": "", "location": "", "country": "DE", "state": "", "zone": "Europe/Berlin", "locale": "de-DE", "managers": ["2bb433c9-ac8f-5bb8-84ef-61f94498e233"], "hindrance": "", "working_days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "working_hours": ["08:00:00", "17:00:00"]}', 'de', false, '', '');
INSERT INTO public.people VALUES ('bd42c88d-352c-55d7-be83-1ef070996f2f', '{"id": "bd42c88d-352c-55d7-be83-1ef070996f2f", "name": "Ines Igel", "email": "ines@nordwind.example", "department": "Sales", "job_title": "", "location": "", "country": "DE", "state": "", "zone": "Europe/Berlin", "locale": "de-DE", "managers": ["df0f91bc-fb1e-56ce-a11f-9a546677808d", "2bb433c9-ac8f-5bb8-84ef-61f94498e233"], "hindrance": "", "working_days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "working_hours": ["08:00:00", "17:00:00"]}', 'de', false, 'a:1bd42c88d352c55d7be831ef070996f2f', 'http://127.0.0.1:18080/connector/');
INSERT INTO public.people VALUES ('12ebedee-1519-5659-81f0-5a49168f194c', '{"id": "12ebedee-1519-5659-81f0-5a49168f194c", "name": "Dora Dorn", "email": "dora@nordwind.example", "department": "Service", "job_title": "", "location": "", "country": "DE", "state": "", "zone": "Europe/Berlin", "locale": "de-DE", "managers": ["2bb433c9-ac8f-5bb8-84ef-61f94498e233"], "hindrance": "", "working_days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "working_hours": ["08:00:00", "17:00:00"]}', 'de', false, 'a:112ebedee1519565981f05a49168f194c', 'http://127.0.0.1:18080/connector/');
INSERT INTO public.people VALUES ('eb3e3ee1-134c-59ab-bcbc-8044908087a4', '{"id": "eb3e3ee1-134c-59ab-bcbc-8044908087a4", "name": "Frida Fuchs", "email": "frida@nordwind.example", "department": "Supply", "job_title": "", "location": "", "country": "DE", "state": "", "zone": "Europe/Berlin", "locale": "de-DE", "managers": ["2bb433c9-ac8f-5bb8-84ef-61f94498e233"], "hindrance": "", "working_days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "working_hours": ["08:00:00", "17:00:00"]}', 'de', false, 'a:1eb3e3ee1134c59abbcbc8044908087a4', 'http://127.0.0.1:18080/connector/');
INSERT INTO public.people VALUES ('e78f2982-83c5-559c-8d33-50ca45088ffe', '{"id": "e78f2982-83c5-559c-8d33-50ca45088ffe", "name": "Clara Clausen", "email": "clara@nordwind.example", "department": "Law", "job_title": "", "location": "", "country": "DE", "state": "", "zone": "Europe/Berlin", "locale": "de-DE", "managers": ["2bb433c9-ac8f-5bb8-84ef-61f94498e233"], "hindrance": "", "working_days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "working_hours": ["08:00:00", "17:00:00"]}', 'de', false, 'a:1e78f298283c5559c8d3350ca45088ffe', 'http://127.0.0.1:18080/connector/');
INSERT INTO public.people VALUES ('f2ef1142-32f2-55d9-b174-ab97b80d8010', '{"id": "f2ef1142-32f2-55d9-b174-ab97b80d8010", "name": "Jan Jung", "email": "jan@nordwind.example", "department": "IT", "job_title": "", "location": "", "country": "DE", "state": "", "zone": "Europe/Berlin", "locale": "de-DE", "managers": [], "hindrance": "no-licence", "working_days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "working_hours": ["08:00:00", "17:00:00"]}', 'de', false, '', '');
INSERT INTO public.people VALUES ('df0f91bc-fb1e-56ce-a11f-9a546677808d', '{"id": "df0f91bc-fb1e-56ce-a11f-9a546677808d", "name": "Anna Amsel", "email": "anna@nordwind.example", "department": "Sales", "job_title": "", "location": "", "country": "DE", "state": "", "zone": "Europe/Berlin", "locale": "de-DE", "managers": ["2bb433c9-ac8f-5bb8-84ef-61f94498e233"], "hindrance": "", "working_days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "working_hours": ["08:00:00", "17:00:00"]}', 'de', false, 'a:1df0f91bcfb1e56cea11f9a546677808d', 'http://127.0.0.1:18080/connector/');
INSERT INTO public.people VALUES ('acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c', '{"id": "acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c", "name": "Cem Can", "email": "cem@nordwind.example", "department": "IT", "job_title": "", "location": "", "country": "DE", "state": "", "zone": "Europe/Berlin", "locale": "de-DE", "managers": ["557224ba-c22a-5232-ae6d-f3f63a4d7e64", "2bb433c9-ac8f-5bb8-84ef-61f94498e233"], "hindrance": "", "working_days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "working_hours": ["08:00:00", "17:00:00"]}', 'de', false, 'a:1acd5cec5cc8e5d73b2070dd8d8ae6c9c', 'http://127.0.0.1:18080/connector/');
INSERT INTO public.people VALUES ('ea2ade30-667a-5618-a82e-29e2658ed6e5', '{"id": "ea2ade30-667a-5618-a82e-29e2658ed6e5", "name": "Gerd Gans", "email": "gerd@nordwind.example", "department": "Sales", "job_title": "", "location": "", "country": "DE", "state": "", "zone": "Europe/Berlin", "locale": "de-DE", "managers": ["2bb433c9-ac8f-5bb8-84ef-61f94498e233"], "hindrance": "", "working_days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "working_hours": ["08:00:00", "17:00:00"]}', 'de', false, 'a:1ea2ade30667a5618a82e29e2658ed6e5', 'http://127.0.0.1:18080/connector/');
INSERT INTO public.people VALUES ('e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7', '{"id": "e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7", "name": "Finn Falke", "email": "finn@nordwind.example", "department": "IT", "job_title": "", "location": "", "country": "DE", "state": "", "zone": "Europe/Berlin", "locale": "de-DE", "managers": ["557224ba-c22a-5232-ae6d-f3f63a4d7e64", "2bb433c9-ac8f-5bb8-84ef-61f94498e233"], "hindrance": "", "working_days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "working_hours": ["08:00:00", "17:00:00"]}', 'de', false, 'a:1e6ca2ec5d3b95ae4b4c138d4f819bcd7', 'http://127.0.0.1:18080/connector/');
INSERT INTO public.people VALUES ('9e77fffd-c944-51a3-bc76-44c43ef027c2', '{"id": "9e77fffd-c944-51a3-bc76-44c43ef027c2", "name": "Deniz Demir", "email": "deniz@nordwind.example", "department": "IT", "job_title": "", "location": "", "country": "DE", "state": "", "zone": "Europe/Berlin", "locale": "de-DE", "managers": ["557224ba-c22a-5232-ae6d-f3f63a4d7e64", "2bb433c9-ac8f-5bb8-84ef-61f94498e233"], "hindrance": "", "working_days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "working_hours": ["08:00:00", "17:00:00"]}', 'de', false, 'a:19e77fffdc94451a3bc7644c43ef027c2', 'http://127.0.0.1:18080/connector/');
INSERT INTO public.people VALUES ('557224ba-c22a-5232-ae6d-f3f63a4d7e64', '{"id": "557224ba-c22a-5232-ae6d-f3f63a4d7e64", "name": "Hans Haupt", "email": "head@nordwind.example", "department": "IT", "job_title": "", "location": "", "country": "DE", "state": "", "zone": "Europe/Berlin", "locale": "de-DE", "managers": [], "hindrance": "", "working_days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "working_hours": ["08:00:00", "17:00:00"]}', 'de', false, '', '');
INSERT INTO public.people VALUES ('5b6f2802-536c-5700-a938-918662be37b2', '{"id": "5b6f2802-536c-5700-a938-918662be37b2", "name": "Berta Bach", "email": "berta@nordwind.example", "department": "Finance", "job_title": "", "location": "", "country": "DE", "state": "", "zone": "Europe/Berlin", "locale": "de-DE", "managers": ["2bb433c9-ac8f-5bb8-84ef-61f94498e233"], "hindrance": "", "working_days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "working_hours": ["08:00:00", "17:00:00"]}', 'de', false, 'a:15b6f2802536c5700a938918662be37b2', 'http://127.0.0.1:18080/connector/');
INSERT INTO public.people VALUES ('7996a206-db95-5369-9f07-66e6a283c401', '{"id": "7996a206-db95-5369-9f07-66e6a283c401", "name": "Hanna Hase", "email": "hanna@nordwind.example", "department": "Law", "job_title": "", "location": "", "country": "DE", "state": "", "zone": "Europe/Berlin", "locale": "de-DE", "managers": ["2bb433c9-ac8f-5bb8-84ef-61f94498e233"], "hindrance": "", "working_days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "working_hours": ["08:00:00", "17:00:00"]}', 'de', false, 'a:17996a206db9553699f0766e6a283c401', 'http://127.0.0.1:18080/connector/');
INSERT INTO public.people VALUES ('628a2cfa-a40c-5509-9aff-8fced0174f42', '{"id": "628a2cfa-a40c-5509-9aff-8fced0174f42", "name": "Ben Busch", "email": "ben@nordwind.example", "department": "IT", "job_title": "", "location": "", "country": "DE", "state": "", "zone": "Europe/Berlin", "locale": "en-GB", "managers": ["557224ba-c22a-5232-ae6d-f3f63a4d7e64", "2bb433c9-ac8f-5bb8-84ef-61f94498e233"], "hindrance": "", "working_days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "working_hours": ["08:00:00", "17:00:00"]}', 'en', false, 'a:1628a2cfaa40c55099aff8fced0174f42', 'http://127.0.0.1:18080/connector/');
INSERT INTO public.people VALUES ('2bb433c9-ac8f-5bb8-84ef-61f94498e233', '{"id": "2bb433c9-ac8f-5bb8-84ef-61f94498e233", "name": "Carla Chef", "email": "chief@nordwind.example", "department": "Board", "job_title": "", "location": "", "country": "DE", "state": "", "zone": "Europe/Berlin", "locale": "de-DE", "managers": [], "hindrance": "", "working_days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "working_hours": ["08:00:00", "17:00:00"]}', 'de', false, '', '');
INSERT INTO public.people VALUES ('841e4150-42bf-5319-a2c7-74d825d470ec', '{"id": "841e4150-42bf-5319-a2c7-74d825d470ec", "name": "Amir Adler", "email": "amir@nordwind.example", "department": "IT", "job_title": "", "location": "", "country": "DE", "state": "", "zone": "Europe/Berlin", "locale": "de-DE", "managers": ["557224ba-c22a-5232-ae6d-f3f63a4d7e64", "2bb433c9-ac8f-5bb8-84ef-61f94498e233"], "hindrance": "", "working_days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "working_hours": ["08:00:00", "17:00:00"]}', 'de', false, 'a:1841e415042bf5319a2c774d825d470ec', 'http://127.0.0.1:18080/connector/');
INSERT INTO public.people VALUES ('69a84bdf-47e2-524c-8007-7e4e3c98bc59', '{"id": "69a84bdf-47e2-524c-8007-7e4e3c98bc59", "name": "Otto Ober", "email": "otto@nordwind.example", "department": "People", "job_title": "", "location": "", "country": "DE", "state": "", "zone": "Europe/Berlin", "locale": "de-DE", "managers": ["2bb433c9-ac8f-5bb8-84ef-61f94498e233"], "hindrance": "", "working_days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "working_hours": ["08:00:00", "17:00:00"]}', 'de', false, '', '');
INSERT INTO public.postings VALUES ('offer:tandem-1-74b180db:9e77fffd-c944-51a3-bc76-44c43ef027c2', 'offer', 'tandem-1-74b180db', '9e77fffd-c944-51a3-bc76-44c43ef027c2', 'a:19e77fffdc94451a3bc7644c43ef027c2', 'http://127.0.0.1:18080/connector/', '1793606562050', 3, 3, 0, '');
INSERT INTO public.postings VALUES ('enrolment:mentee:bd42c88d-352c-55d7-be83-1ef070996f2f:20261102080005', 'enrolment', 'mentee:bd42c88d-352c-55d7-be83-1ef070996f2f', 'bd42c88d-352c-55d7-be83-1ef070996f2f', '19:bd42c88d-352c-55d7-be83-1ef070996f2f_78e51061-7311-48a3-82ce-6f447ed4d57b@unq.gbl.spaces', 'http://127.0.0.1:18080/connector/', '1793606406144', 2, 2, 0, '');
INSERT INTO public.postings VALUES ('offer:tandem-5-4dc06581:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7', 'offer', 'tandem-5-4dc06581', 'e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7', 'a:1e6ca2ec5d3b95ae4b4c138d4f819bcd7', 'http://127.0.0.1:18080/connector/', '1793606562075', 3, 3, 0, '');
INSERT INTO public.postings VALUES ('agreement:agreement-2:mentee:df0f91bc-fb1e-56ce-a11f-9a546677808d', 'agreement', 'agreement-2', 'df0f91bc-fb1e-56ce-a11f-9a546677808d', 'a:1df0f91bcfb1e56cea11f9a546677808d', 'http://127.0.0.1:18080/connector/', '1793606589440', 3, 3, 0, 'mentee');
INSERT INTO public.postings VALUES ('agreement:agreement-2:mentor:841e4150-42bf-5319-a2c7-74d825d470ec', 'agreement', 'agreement-2', '841e4150-42bf-5319-a2c7-74d825d470ec', 'a:1841e415042bf5319a2c774d825d470ec', 'http://127.0.0.1:18080/connector/', '1793606589467', 3, 3, 0, 'mentor');
INSERT INTO public.postings VALUES ('offer:tandem-2-be9403d5:628a2cfa-a40c-5509-9aff-8fced0174f42', 'offer', 'tandem-2-be9403d5', '628a2cfa-a40c-5509-9aff-8fced0174f42', 'a:1628a2cfaa40c55099aff8fced0174f42', 'http://127.0.0.1:18080/connector/', '1793606562244', 3, 3, 0, '');
INSERT INTO public.postings VALUES ('offer:tandem-4-4ce2a031:acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c', 'offer', 'tandem-4-4ce2a031', 'acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c', 'a:1acd5cec5cc8e5d73b2070dd8d8ae6c9c', 'http://127.0.0.1:18080/connector/', '1793606562142', 3, 3, 0, '');
INSERT INTO public.postings VALUES ('offer:tandem-3-ccc4d5c0:841e4150-42bf-5319-a2c7-74d825d470ec', 'offer', 'tandem-3-ccc4d5c0', '841e4150-42bf-5319-a2c7-74d825d470ec', 'a:1841e415042bf5319a2c774d825d470ec', 'http://127.0.0.1:18080/connector/', '1793606562294', 3, 3, 0, '');
INSERT INTO public.postings VALUES ('enrolment:mentee:7996a206-db95-5369-9f07-66e6a283c401:20261102080005', 'enrolment', 'mentee:7996a206-db95-5369-9f07-66e6a283c401', '7996a206-db95-5369-9f07-66e6a283c401', '19:7996a206-db95-5369-9f07-66e6a283c401_78e51061-7311-48a3-82ce-6f447ed4d57b@unq.gbl.spaces', 'http://127.0.0.1:18080/connector/', '1793606407162', 2, 2, 0, '');
INSERT INTO public.postings VALUES ('enrolment:mentee:eb3e3ee1-134c-59ab-bcbc-8044908087a4:20261102080005', 'enrolment', 'mentee:eb3e3ee1-134c-59ab-bcbc-8044908087a4', 'eb3e3ee1-134c-59ab-bcbc-8044908087a4', '19:eb3e3ee1-134c-59ab-bcbc-8044908087a4_78e51061-7311-48a3-82ce-6f447ed4d57b@unq.gbl.spaces', 'http://127.0.0.1:18080/connector/', '1793606407191', 6, 6, 0, '');
INSERT INTO public.postings VALUES ('kickoff_seat:kickoff-1:12ebedee-1519-5659-81f0-5a49168f194c', 'kickoff_seat', 'kickoff-1', '12ebedee-1519-5659-81f0-5a49168f194c', 'a:112ebedee1519565981f05a49168f194c', 'http://127.0.0.1:18080/connector/', '1793606423399', 11, 11, 0, '');
INSERT INTO public.postings VALUES ('kickoff_seat:kickoff-1:9e77fffd-c944-51a3-bc76-44c43ef027c2', 'kickoff_seat', 'kickoff-1', '9e77fffd-c944-51a3-bc76-44c43ef027c2', 'a:19e77fffdc94451a3bc7644c43ef027c2', 'http://127.0.0.1:18080/connector/', '1793606423496', 11, 11, 0, '');
INSERT INTO public.postings VALUES ('kickoff_seat:kickoff-1:e78f2982-83c5-559c-8d33-50ca45088ffe', 'kickoff_seat', 'kickoff-1', 'e78f2982-83c5-559c-8d33-50ca45088ffe', 'a:1e78f298283c5559c8d3350ca45088ffe', 'http://127.0.0.1:18080/connector/', '1793606423879', 11, 11, 0, '');
INSERT INTO public.postings VALUES ('kickoff_seat:kickoff-1:eb3e3ee1-134c-59ab-bcbc-8044908087a4', 'kickoff_seat', 'kickoff-1', 'eb3e3ee1-134c-59ab-bcbc-8044908087a4', 'a:1eb3e3ee1134c59abbcbc8044908087a4', 'http://127.0.0.1:18080/connector/', '1793606423853', 11, 11, 0, '');
INSERT INTO public.postings VALUES ('enrolment:mentor:841e4150-42bf-5319-a2c7-74d825d470ec:20261102080009', 'enrolment', 'mentor:841e4150-42bf-5319-a2c7-74d825d470ec', '841e4150-42bf-5319-a2c7-74d825d470ec', '19:841e4150-42bf-5319-a2c7-74d825d470ec_78e51061-7311-48a3-82ce-6f447ed4d57b@unq.gbl.spaces', 'http://127.0.0.1:18080/connector/', '1793606410265', 10, 10, 0, '');
INSERT INTO public.postings VALUES ('enrolment:mentee:5b6f2802-536c-5700-a938-918662be37b2:20261102080005', 'enrolment', 'mentee:5b6f2802-536c-5700-a938-918662be37b2', '5b6f2802-536c-5700-a938-918662be37b2', '19:5b6f2802-536c-5700-a938-918662be37b2_78e51061-7311-48a3-82ce-6f447ed4d57b@unq.gbl.spaces', 'http://127.0.0.1:18080/connector/', '1793606406041', 6, 6, 0, '');
INSERT INTO public.postings VALUES ('enrolment:mentee:df0f91bc-fb1e-56ce-a11f-9a546677808d:20261102080005', 'enrolment', 'mentee:df0f91bc-fb1e-56ce-a11f-9a546677808d', 'df0f91bc-fb1e-56ce-a11f-9a546677808d', 'a:1df0f91bcfb1e56cea11f9a546677808d', 'http://127.0.0.1:18080/connector/', '1793606406066', 6, 6, 0, '');
INSERT INTO public.postings VALUES ('offer:tandem-1-74b180db:12ebedee-1519-5659-81f0-5a49168f194c', 'offer', 'tandem-1-74b180db', '12ebedee-1519-5659-81f0-5a49168f194c', 'a:112ebedee1519565981f05a49168f194c', 'http://127.0.0.1:18080/connector/', '1793606562519', 3, 3, 0, '');
INSERT INTO public.postings VALUES ('offer:tandem-2-be9403d5:5b6f2802-536c-5700-a938-918662be37b2', 'offer', 'tandem-2-be9403d5', '5b6f2802-536c-5700-a938-918662be37b2', 'a:15b6f2802536c5700a938918662be37b2', 'http://127.0.0.1:18080/connector/', '1793606562803', 3, 3, 0, '');
INSERT INTO public.postings VALUES ('absence:841e4150-42bf-5319-a2c7-74d825d470ec:20261102080309', 'absence', '841e4150-42bf-5319-a2c7-74d825d470ec', '841e4150-42bf-5319-a2c7-74d825d470ec', 'a:1841e415042bf5319a2c774d825d470ec', 'http://127.0.0.1:18080/connector/', '1793606589911', 2, 2, 0, '');
INSERT INTO public.postings VALUES ('partner_away:tandem-3-ccc4d5c0:001:df0f91bc-fb1e-56ce-a11f-9a546677808d:202701110700', 'partner_away', 'tandem-3-ccc4d5c0:001', 'df0f91bc-fb1e-56ce-a11f-9a546677808d', 'a:1df0f91bcfb1e56cea11f9a546677808d', 'http://127.0.0.1:18080/connector/', '1793606589938', 2, 2, 0, '');
INSERT INTO public.postings VALUES ('invite:invite-2:367fc82c-a528-5b5d-9204-443bb2ea56a3', 'invite', 'invite-2', '367fc82c-a528-5b5d-9204-443bb2ea56a3', '19:b9d179e06c0f44f5b8130c4237730edf@thread.tacv2;messageid=1793606407537', 'http://127.0.0.1:18080/connector/', '1793606409011', 18, 18, 0, '');
INSERT INTO public.postings VALUES ('enrolment:mentee:ea2ade30-667a-5618-a82e-29e2658ed6e5:20261102080005', 'enrolment', 'mentee:ea2ade30-667a-5618-a82e-29e2658ed6e5', 'ea2ade30-667a-5618-a82e-29e2658ed6e5', '19:ea2ade30-667a-5618-a82e-29e2658ed6e5_78e51061-7311-48a3-82ce-6f447ed4d57b@unq.gbl.spaces', 'http://127.0.0.1:18080/connector/', '1793606406093', 5, 5, 0, '');
INSERT INTO public.postings VALUES ('invite:invite-3:69a84bdf-47e2-524c-8007-7e4e3c98bc59', 'invite', 'invite-3', '69a84bdf-47e2-524c-8007-7e4e3c98bc59', '19:b9d179e06c0f44f5b8130c4237730edf@thread.tacv2;messageid=1793606562985', 'http://127.0.0.1:18080/connector/', '1793606563167', 2, 2, 0, '');
INSERT INTO public.postings VALUES ('enrolment:mentee:12ebedee-1519-5659-81f0-5a49168f194c:20261102080005', 'enrolment', 'mentee:12ebedee-1519-5659-81f0-5a49168f194c', '12ebedee-1519-5659-81f0-5a49168f194c', '19:12ebedee-1519-5659-81f0-5a49168f194c_78e51061-7311-48a3-82ce-6f447ed4d57b@unq.gbl.spaces', 'http://127.0.0.1:18080/connector/', '1793606407340', 6, 6, 0, '');
INSERT INTO public.postings VALUES ('enrolment:mentor:628a2cfa-a40c-5509-9aff-8fced0174f42:20261102080009', 'enrolment', 'mentor:628a2cfa-a40c-5509-9aff-8fced0174f42', '628a2cfa-a40c-5509-9aff-8fced0174f42', '19:628a2cfa-a40c-5509-9aff-8fced0174f42_78e51061-7311-48a3-82ce-6f447ed4d57b@unq.gbl.spaces', 'http://127.0.0.1:18080/connector/', '1793606409854', 10, 10, 0, '');
INSERT INTO public.postings VALUES ('offer:tandem-4-4ce2a031:e78f2982-83c5-559c-8d33-50ca45088ffe', 'offer', 'tandem-4-4ce2a031', 'e78f2982-83c5-559c-8d33-50ca45088ffe', 'a:1e78f298283c5559c8d3350ca45088ffe', 'http://127.0.0.1:18080/connector/', '1793606562779', 3, 3, 0, '');
INSERT INTO public.postings VALUES ('invite:invite-1:367fc82c-a528-5b5d-9204-443bb2ea56a3', 'invite', 'invite-1', '367fc82c-a528-5b5d-9204-443bb2ea56a3', '19:b9d179e06c0f44f5b8130c4237730edf@thread.tacv2;messageid=1793606404358', 'http://127.0.0.1:18080/connector/', '1793606405008', 37, 37, 0, '');
INSERT INTO public.postings VALUES ('left_over:eb3e3ee1-134c-59ab-bcbc-8044908087a4:202611020802', 'left_over', 'eb3e3ee1-134c-59ab-bcbc-8044908087a4', 'eb3e3ee1-134c-59ab-bcbc-8044908087a4', 'a:1eb3e3ee1134c59abbcbc8044908087a4', 'http://127.0.0.1:18080/connector/', '1793606565097', 1, 1, 0, '');
INSERT INTO public.postings VALUES ('left_over:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7:202611020802', 'left_over', 'e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7', 'e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7', 'a:1e6ca2ec5d3b95ae4b4c138d4f819bcd7', 'http://127.0.0.1:18080/connector/', '1793606565158', 1, 1, 0, '');
INSERT INTO public.postings VALUES ('matching:run-1:367fc82c-a528-5b5d-9204-443bb2ea56a3', 'matching', 'run-1', '367fc82c-a528-5b5d-9204-443bb2ea56a3', '19:b9d179e06c0f44f5b8130c4237730edf@thread.tacv2;messageid=1793606426710', 'http://127.0.0.1:18080/connector/', '1793606434991', 18, 18, 0, '');
INSERT INTO public.postings VALUES ('closing:closing-1:367fc82c-a528-5b5d-9204-443bb2ea56a3', 'closing', 'closing-1', '367fc82c-a528-5b5d-9204-443bb2ea56a3', '19:b9d179e06c0f44f5b8130c4237730edf@thread.tacv2;messageid=1793606589618', 'http://127.0.0.1:18080/connector/', '1793606589886', 1, 1, 0, '');
INSERT INTO public.postings VALUES ('enrolment:mentor:9e77fffd-c944-51a3-bc76-44c43ef027c2:20261102080009', 'enrolment', 'mentor:9e77fffd-c944-51a3-bc76-44c43ef027c2', '9e77fffd-c944-51a3-bc76-44c43ef027c2', 'a:19e77fffdc94451a3bc7644c43ef027c2', 'http://127.0.0.1:18080/connector/', '1793606409977', 10, 10, 0, '');
INSERT INTO public.postings VALUES ('enrolment:mentee:e78f2982-83c5-559c-8d33-50ca45088ffe:20261102080005', 'enrolment', 'mentee:e78f2982-83c5-559c-8d33-50ca45088ffe', 'e78f2982-83c5-559c-8d33-50ca45088ffe', '19:e78f2982-83c5-559c-8d33-50ca45088ffe_78e51061-7311-48a3-82ce-6f447ed4d57b@unq.gbl.spaces', 'http://127.0.0.1:18080/connector/', '1793606406169', 6, 6, 0, '');
INSERT INTO public.postings VALUES ('offer:tandem-3-ccc4d5c0:df0f91bc-fb1e-56ce-a11f-9a546677808d', 'offer', 'tandem-3-ccc4d5c0', 'df0f91bc-fb1e-56ce-a11f-9a546677808d', 'a:1df0f91bcfb1e56cea11f9a546677808d', 'http://127.0.0.1:18080/connector/', '1793606562747', 3, 3, 0, '');
INSERT INTO public.postings VALUES ('kickoff_seat:kickoff-1:5b6f2802-536c-5700-a938-918662be37b2', 'kickoff_seat', 'kickoff-1', '5b6f2802-536c-5700-a938-918662be37b2', 'a:15b6f2802536c5700a938918662be37b2', 'http://127.0.0.1:18080/connector/', '1793606423450', 11, 11, 0, '');
INSERT INTO public.postings VALUES ('kickoff_seat:kickoff-1:841e4150-42bf-5319-a2c7-74d825d470ec', 'kickoff_seat', 'kickoff-1', '841e4150-42bf-5319-a2c7-74d825d470ec', 'a:1841e415042bf5319a2c774d825d470ec', 'http://127.0.0.1:18080/connector/', '1793606423572', 11, 11, 0, '');
INSERT INTO public.postings VALUES ('launch:launch-1:367fc82c-a528-5b5d-9204-443bb2ea56a3', 'launch', 'launch-1', '367fc82c-a528-5b5d-9204-443bb2ea56a3', '19:b9d179e06c0f44f5b8130c4237730edf@thread.tacv2;messageid=1793606564285', 'http://127.0.0.1:18080/connector/', '1793606564540', 4, 4, 0, '');
INSERT INTO public.postings VALUES ('invite:invite-4:69a84bdf-47e2-524c-8007-7e4e3c98bc59', 'invite', 'invite-4', '69a84bdf-47e2-524c-8007-7e4e3c98bc59', '19:b9d179e06c0f44f5b8130c4237730edf@thread.tacv2;messageid=1793606563238', 'http://127.0.0.1:18080/connector/', '1793606563416', 1, 1, 0, '');
INSERT INTO public.postings VALUES ('kickoff_seat:kickoff-1:628a2cfa-a40c-5509-9aff-8fced0174f42', 'kickoff_seat', 'kickoff-1', '628a2cfa-a40c-5509-9aff-8fced0174f42', 'a:1628a2cfaa40c55099aff8fced0174f42', 'http://127.0.0.1:18080/connector/', '1793606423577', 11, 11, 0, '');
INSERT INTO public.postings VALUES ('kickoff_seat:kickoff-1:acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c', 'kickoff_seat', 'kickoff-1', 'acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c', 'a:1acd5cec5cc8e5d73b2070dd8d8ae6c9c', 'http://127.0.0.1:18080/connector/', '1793606423469', 11, 11, 0, '');
INSERT INTO public.postings VALUES ('kickoff_seat:kickoff-1:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7', 'kickoff_seat', 'kickoff-1', 'e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7', 'a:1e6ca2ec5d3b95ae4b4c138d4f819bcd7', 'http://127.0.0.1:18080/connector/', '1793606423904', 11, 11, 0, '');
INSERT INTO public.postings VALUES ('agreement:agreement-1:mentor:628a2cfa-a40c-5509-9aff-8fced0174f42', 'agreement', 'agreement-1', '628a2cfa-a40c-5509-9aff-8fced0174f42', '', '', '', 2, 0, 0, 'mentor');
INSERT INTO public.postings VALUES ('enrolment:mentor:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7:20261102080009', 'enrolment', 'mentor:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7', 'e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7', '19:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7_78e51061-7311-48a3-82ce-6f447ed4d57b@unq.gbl.spaces', 'http://127.0.0.1:18080/connector/', '1793606409944', 10, 10, 0, '');
INSERT INTO public.postings VALUES ('enrolment:mentor:acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c:20261102080009', 'enrolment', 'mentor:acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c', 'acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c', '19:acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c_78e51061-7311-48a3-82ce-6f447ed4d57b@unq.gbl.spaces', 'http://127.0.0.1:18080/connector/', '1793606410218', 10, 10, 0, '');
INSERT INTO public.postings VALUES ('tandem:tandem-2-be9403d5:628a2cfa-a40c-5509-9aff-8fced0174f42', 'tandem', 'tandem-2-be9403d5', '628a2cfa-a40c-5509-9aff-8fced0174f42', '', '', '', 1, 0, 0, '');
INSERT INTO public.postings VALUES ('tandem:tandem-2-be9403d5:5b6f2802-536c-5700-a938-918662be37b2', 'tandem', 'tandem-2-be9403d5', '5b6f2802-536c-5700-a938-918662be37b2', '', '', '', 1, 0, 0, '');
INSERT INTO public.postings VALUES ('kickoff:kickoff-1:367fc82c-a528-5b5d-9204-443bb2ea56a3', 'kickoff', 'kickoff-1', '367fc82c-a528-5b5d-9204-443bb2ea56a3', '19:b9d179e06c0f44f5b8130c4237730edf@thread.tacv2;messageid=1793606422000', 'http://127.0.0.1:18080/connector/', '1793606422089', 12, 12, 0, '');
INSERT INTO public.postings VALUES ('kickoff_seat:kickoff-1:df0f91bc-fb1e-56ce-a11f-9a546677808d', 'kickoff_seat', 'kickoff-1', 'df0f91bc-fb1e-56ce-a11f-9a546677808d', 'a:1df0f91bcfb1e56cea11f9a546677808d', 'http://127.0.0.1:18080/connector/', '1793606423822', 11, 11, 0, '');
INSERT INTO public.postings VALUES ('agreement:agreement-1:mentee:5b6f2802-536c-5700-a938-918662be37b2', 'agreement', 'agreement-1', '5b6f2802-536c-5700-a938-918662be37b2', 'a:15b6f2802536c5700a938918662be37b2', 'http://127.0.0.1:18080/connector/', '1793606585666', 2, 2, 0, 'mentee');
INSERT INTO public.postings VALUES ('tandem:tandem-3-ccc4d5c0:841e4150-42bf-5319-a2c7-74d825d470ec', 'tandem', 'tandem-3-ccc4d5c0', '841e4150-42bf-5319-a2c7-74d825d470ec', 'a:1841e415042bf5319a2c774d825d470ec', 'http://127.0.0.1:18080/connector/', '1793606585963', 4, 4, 0, '');
INSERT INTO public.postings VALUES ('tandem:tandem-3-ccc4d5c0:df0f91bc-fb1e-56ce-a11f-9a546677808d', 'tandem', 'tandem-3-ccc4d5c0', 'df0f91bc-fb1e-56ce-a11f-9a546677808d', 'a:1df0f91bcfb1e56cea11f9a546677808d', 'http://127.0.0.1:18080/connector/', '1793606585928', 4, 4, 0, '');
INSERT INTO public.proposals VALUES ('run-1:001:00001', 'run-1', '9e77fffd-c944-51a3-bc76-44c43ef027c2', '12ebedee-1519-5659-81f0-5a49168f194c', 120, 'discarded', '[{"code": "topic", "facts": {"topic": "collaboration", "rank": 1, "level": 3}, "points": 90}, {"code": "function", "facts": {}, "points": 20}, {"code": "hierarchy", "facts": {"levels": 1}, "points": 10}]', '[{"rule": "same_person", "state": "passed"}, {"rule": "reporting_line", "state": "passed"}, {"rule": "same_manager", "state": "passed"}, {"rule": "same_department", "state": "passed"}, {"rule": "kpi_group", "state": "assumed"}, {"rule": "kpi_dependency", "state": "passed"}, {"rule": "not_with", "state": "passed"}, {"rule": "not_again", "state": "passed"}, {"rule": "past_pair", "state": "passed"}, {"rule": "hierarchy", "state": "passed"}, {"rule": "language", "state": "passed"}, {"rule": "topic", "state": "passed"}, {"rule": "exclusion_group", "state": "passed"}, {"rule": "blocked_pair", "state": "passed"}, {"rule": "forbidden", "state": "passed"}, {"rule": "capacity", "state": "passed"}, {"rule": "lowest_score", "state": "passed"}]', '[]', '', NULL, 0, '{}');
INSERT INTO public.proposals VALUES ('run-1:001:00002', 'run-1', '628a2cfa-a40c-5509-9aff-8fced0174f42', '5b6f2802-536c-5700-a938-918662be37b2', 120, 'discarded', '[{"code": "topic", "facts": {"topic": "data", "rank": 1, "level": 3}, "points": 90}, {"code": "function", "facts": {}, "points": 20}, {"code": "hierarchy", "facts": {"levels": 1}, "points": 10}]', '[{"rule": "same_person", "state": "passed"}, {"rule": "reporting_line", "state": "passed"}, {"rule": "same_manager", "state": "passed"}, {"rule": "same_department", "state": "passed"}, {"rule": "kpi_group", "state": "assumed"}, {"rule": "kpi_dependency", "state": "passed"}, {"rule": "not_with", "state": "passed"}, {"rule": "not_again", "state": "passed"}, {"rule": "past_pair", "state": "passed"}, {"rule": "hierarchy", "state": "passed"}, {"rule": "language", "state": "passed"}, {"rule": "topic", "state": "passed"}, {"rule": "exclusion_group", "state": "passed"}, {"rule": "blocked_pair", "state": "passed"}, {"rule": "forbidden", "state": "passed"}, {"rule": "capacity", "state": "passed"}, {"rule": "lowest_score", "state": "passed"}]', '[]', '', NULL, 0, '{}');
INSERT INTO public.proposals VALUES ('run-1:001:00003', 'run-1', '841e4150-42bf-5319-a2c7-74d825d470ec', 'df0f91bc-fb1e-56ce-a11f-9a546677808d', 120, 'discarded', '[{"code": "topic", "facts": {"topic": "ai", "rank": 1, "level": 3}, "points": 90}, {"code": "function", "facts": {}, "points": 20}, {"code": "hierarchy", "facts": {"levels": 1}, "points": 10}]', '[{"rule": "same_person", "state": "passed"}, {"rule": "reporting_line", "state": "passed"}, {"rule": "same_manager", "state": "passed"}, {"rule": "same_department", "state": "passed"}, {"rule": "kpi_group", "state": "assumed"}, {"rule": "kpi_dependency", "state": "passed"}, {"rule": "not_with", "state": "passed"}, {"rule": "not_again", "state": "passed"}, {"rule": "past_pair", "state": "passed"}, {"rule": "hierarchy", "state": "passed"}, {"rule": "language", "state": "passed"}, {"rule": "topic", "state": "passed"}, {"rule": "exclusion_group", "state": "passed"}, {"rule": "blocked_pair", "state": "passed"}, {"rule": "forbidden", "state": "passed"}, {"rule": "capacity", "state": "passed"}, {"rule": "lowest_score", "state": "passed"}]', '[]', '', NULL, 0, '{}');
INSERT INTO public.proposals VALUES ('run-1:001:00004', 'run-1', 'acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c', 'e78f2982-83c5-559c-8d33-50ca45088ffe', 120, 'discarded', '[{"code": "topic", "facts": {"topic": "automation", "rank": 1, "level": 3}, "points": 90}, {"code": "function", "facts": {}, "points": 20}, {"code": "hierarchy", "facts": {"levels": 1}, "points": 10}]', '[{"rule": "same_person", "state": "passed"}, {"rule": "reporting_line", "state": "passed"}, {"rule": "same_manager", "state": "passed"}, {"rule": "same_department", "state": "passed"}, {"rule": "kpi_group", "state": "assumed"}, {"rule": "kpi_dependency", "state": "passed"}, {"rule": "not_with", "state": "passed"}, {"rule": "not_again", "state": "passed"}, {"rule": "past_pair", "state": "passed"}, {"rule": "hierarchy", "state": "passed"}, {"rule": "language", "state": "passed"}, {"rule": "topic", "state": "passed"}, {"rule": "exclusion_group", "state": "passed"}, {"rule": "blocked_pair", "state": "passed"}, {"rule": "forbidden", "state": "passed"}, {"rule": "capacity", "state": "passed"}, {"rule": "lowest_score", "state": "passed"}]', '[]', '', NULL, 0, '{}');
INSERT INTO public.proposals VALUES ('run-1:001:00005', 'run-1', 'e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7', 'eb3e3ee1-134c-59ab-bcbc-8044908087a4', 120, 'discarded', '[{"code": "topic", "facts": {"topic": "agile", "rank": 1, "level": 3}, "points": 90}, {"code": "function", "facts": {}, "points": 20}, {"code": "hierarchy", "facts": {"levels": 1}, "points": 10}]', '[{"rule": "same_person", "state": "passed"}, {"rule": "reporting_line", "state": "passed"}, {"rule": "same_manager", "state": "passed"}, {"rule": "same_department", "state": "passed"}, {"rule": "kpi_group", "state": "assumed"}, {"rule": "kpi_dependency", "state": "passed"}, {"rule": "not_with", "state": "passed"}, {"rule": "not_again", "state": "passed"}, {"rule": "past_pair", "state": "passed"}, {"rule": "hierarchy", "state": "passed"}, {"rule": "language", "state": "passed"}, {"rule": "topic", "state": "passed"}, {"rule": "exclusion_group", "state": "passed"}, {"rule": "blocked_pair", "state": "passed"}, {"rule": "forbidden", "state": "passed"}, {"rule": "capacity", "state": "passed"}, {"rule": "lowest_score", "state": "passed"}]', '[]', '', NULL, 0, '{}');
INSERT INTO public.proposals VALUES ('run-1:002:00001', 'run-1', '9e77fffd-c944-51a3-bc76-44c43ef027c2', '12ebedee-1519-5659-81f0-5a49168f194c', 120, 'discarded', '[{"code": "topic", "facts": {"topic": "collaboration", "rank": 1, "level": 3}, "points": 90}, {"code": "function", "facts": {}, "points": 20}, {"code": "hierarchy", "facts": {"levels": 1}, "points": 10}]', '[{"rule": "same_person", "state": "passed"}, {"rule": "reporting_line", "state": "passed"}, {"rule": "same_manager", "state": "passed"}, {"rule": "same_department", "state": "passed"}, {"rule": "kpi_group", "state": "assumed"}, {"rule": "kpi_dependency", "state": "passed"}, {"rule": "not_with", "state": "passed"}, {"rule": "not_again", "state": "passed"}, {"rule": "past_pair", "state": "passed"}, {"rule": "hierarchy", "state": "passed"}, {"rule": "language", "state": "passed"}, {"rule": "topic", "state": "passed"}, {"rule": "exclusion_group", "state": "passed"}, {"rule": "blocked_pair", "state": "passed"}, {"rule": "forbidden", "state": "passed"}, {"rule": "capacity", "state": "passed"}, {"rule": "lowest_score", "state": "passed"}]', '[]', '', NULL, 0, '{"mentee": "12ebedee-1519-5659-81f0-5a49168f194c", "mentor": "9e77fffd-c944-51a3-bc76-44c43ef027c2", "reason": "", "by": "367fc82c-a528-5b5d-9204-443bb2ea56a3", "at": "2026-11-02T08:01:11.445845Z"}');
INSERT INTO public.proposals VALUES ('run-1:002:00002', 'run-1', '628a2cfa-a40c-5509-9aff-8fced0174f42', '5b6f2802-536c-5700-a938-918662be37b2', 120, 'discarded', '[{"code": "topic", "facts": {"topic": "data", "rank": 1, "level": 3}, "points": 90}, {"code": "function", "facts": {}, "points": 20}, {"code": "hierarchy", "facts": {"levels": 1}, "points": 10}]', '[{"rule": "same_person", "state": "passed"}, {"rule": "reporting_line", "state": "passed"}, {"rule": "same_manager", "state": "passed"}, {"rule": "same_department", "state": "passed"}, {"rule": "kpi_group", "state": "assumed"}, {"rule": "kpi_dependency", "state": "passed"}, {"rule": "not_with", "state": "passed"}, {"rule": "not_again", "state": "passed"}, {"rule": "past_pair", "state": "passed"}, {"rule": "hierarchy", "state": "passed"}, {"rule": "language", "state": "passed"}, {"rule": "topic", "state": "passed"}, {"rule": "exclusion_group", "state": "passed"}, {"rule": "blocked_pair", "state": "passed"}, {"rule": "forbidden", "state": "passed"}, {"rule": "capacity", "state": "passed"}, {"rule": "lowest_score", "state": "passed"}]', '[]', '', NULL, 0, '{}');
INSERT INTO public.proposals VALUES ('run-1:002:00003', 'run-1', '841e4150-42bf-5319-a2c7-74d825d470ec', 'df0f91bc-fb1e-56ce-a11f-9a546677808d', 120, 'discarded', '[{"code": "topic", "facts": {"topic": "ai", "rank": 1, "level": 3}, "points": 90}, {"code": "function", "facts": {}, "points": 20}, {"code": "hierarchy", "facts": {"levels": 1}, "points": 10}]', '[{"rule": "same_person", "state": "passed"}, {"rule": "reporting_line", "state": "passed"}, {"rule": "same_manager", "state": "passed"}, {"rule": "same_department", "state": "passed"}, {"rule": "kpi_group", "state": "assumed"}, {"rule": "kpi_dependency", "state": "passed"}, {"rule": "not_with", "state": "passed"}, {"rule": "not_again", "state": "passed"}, {"rule": "past_pair", "state": "passed"}, {"rule": "hierarchy", "state": "passed"}, {"rule": "language", "state": "passed"}, {"rule": "topic", "state": "passed"}, {"rule": "exclusion_group", "state": "passed"}, {"rule": "blocked_pair", "state": "passed"}, {"rule": "forbidden", "state": "passed"}, {"rule": "capacity", "state": "passed"}, {"rule": "lowest_score", "state": "passed"}]', '[]', '', NULL, 0, '{}');
INSERT INTO public.proposals VALUES ('run-1:002:00004', 'run-1', 'acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c', 'e78f2982-83c5-559c-8d33-50ca45088ffe', 120, 'discarded', '[{"code": "topic", "facts": {"topic": "automation", "rank": 1, "level": 3}, "points": 90}, {"code": "function", "facts": {}, "points": 20}, {"code": "hierarchy", "facts": {"levels": 1}, "points": 10}]', '[{"rule": "same_person", "state": "passed"}, {"rule": "reporting_line", "state": "passed"}, {"rule": "same_manager", "state": "passed"}, {"rule": "same_department", "state": "passed"}, {"rule": "kpi_group", "state": "assumed"}, {"rule": "kpi_dependency", "state": "passed"}, {"rule": "not_with", "state": "passed"}, {"rule": "not_again", "state": "passed"}, {"rule": "past_pair", "state": "passed"}, {"rule": "hierarchy", "state": "passed"}, {"rule": "language", "state": "passed"}, {"rule": "topic", "state": "passed"}, {"rule": "exclusion_group", "state": "passed"}, {"rule": "blocked_pair", "state": "passed"}, {"rule": "forbidden", "state": "passed"}, {"rule": "capacity", "state": "passed"}, {"rule": "lowest_score", "state": "passed"}]', '[]', '', NULL, 0, '{}');
INSERT INTO public.proposals VALUES ('run-1:002:00005', 'run-1', 'e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7', 'eb3e3ee1-134c-59ab-bcbc-8044908087a4', 120, 'discarded', '[{"code": "topic", "facts": {"topic": "agile", "rank": 1, "level": 3}, "points": 90}, {"code": "function", "facts": {}, "points": 20}, {"code": "hierarchy", "facts": {"levels": 1}, "points": 10}]', '[{"rule": "same_person", "state": "passed"}, {"rule": "reporting_line", "state": "passed"}, {"rule": "same_manager", "state": "passed"}, {"rule": "same_department", "state": "passed"}, {"rule": "kpi_group", "state": "assumed"}, {"rule": "kpi_dependency", "state": "passed"}, {"rule": "not_with", "state": "passed"}, {"rule": "not_again", "state": "passed"}, {"rule": "past_pair", "state": "passed"}, {"rule": "hierarchy", "state": "passed"}, {"rule": "language", "state": "passed"}, {"rule": "topic", "state": "passed"}, {"rule": "exclusion_group", "state": "passed"}, {"rule": "blocked_pair", "state": "passed"}, {"rule": "forbidden", "state": "passed"}, {"rule": "capacity", "state": "passed"}, {"rule": "lowest_score", "state": "passed"}]', '[]', '', NULL, 0, '{}');
INSERT INTO public.proposals VALUES ('run-1:003:00003', 'run-1', 'acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c', 'e78f2982-83c5-559c-8d33-50ca45088ffe', 120, 'discarded', '[{"code": "topic", "facts": {"topic": "automation", "rank": 1, "level": 3}, "points": 90}, {"code": "function", "facts": {}, "points": 20}, {"code": "hierarchy", "facts": {"levels": 1}, "points": 10}]', '[{"rule": "same_person", "state": "passed"}, {"rule": "reporting_line", "state": "passed"}, {"rule": "same_manager", "state": "passed"}, {"rule": "same_department", "state": "passed"}, {"rule": "kpi_group", "state": "assumed"}, {"rule": "kpi_dependency", "state": "passed"}, {"rule": "not_with", "state": "passed"}, {"rule": "not_again", "state": "passed"}, {"rule": "past_pair", "state": "passed"}, {"rule": "hierarchy", "state": "passed"}, {"rule": "language", "state": "passed"}, {"rule": "topic", "state": "passed"}, {"rule": "exclusion_group", "state": "passed"}, {"rule": "blocked_pair", "state": "passed"}, {"rule": "forbidden", "state": "passed"}, {"rule": "capacity", "state": "passed"}, {"rule": "lowest_score", "state": "passed"}]', '[]', '', NULL, 0, '{}');
INSERT INTO public.proposals VALUES ('run-1:003:00001', 'run-1', '9e77fffd-c944-51a3-bc76-44c43ef027c2', '12ebedee-1519-5659-81f0-5a49168f194c', 120, 'discarded', '[{"code": "topic", "facts": {"topic": "collaboration", "rank": 1, "level": 3}, "points": 90}, {"code": "function", "facts": {}, "points": 20}, {"code": "hierarchy", "facts": {"levels": 1}, "points": 10}]', '[{"rule": "same_person", "state": "passed"}, {"rule": "reporting_line", "state": "passed"}, {"rule": "same_manager", "state": "passed"}, {"rule": "same_department", "state": "passed"}, {"rule": "kpi_group", "state": "assumed"}, {"rule": "kpi_dependency", "state": "passed"}, {"rule": "not_with", "state": "passed"}, {"rule": "not_again", "state": "passed"}, {"rule": "past_pair", "state": "passed"}, {"rule": "hierarchy", "state": "passed"}, {"rule": "language", "state": "passed"}, {"rule": "topic", "state": "passed"}, {"rule": "exclusion_group", "state": "passed"}, {"rule": "blocked_pair", "state": "passed"}, {"rule": "forbidden", "state": "passed"}, {"rule": "capacity", "state": "passed"}, {"rule": "lowest_score", "state": "passed"}]', '[]', '', NULL, 0, '{"mentee": "12ebedee-1519-5659-81f0-5a49168f194c", "mentor": "9e77fffd-c944-51a3-bc76-44c43ef027c2", "reason": "", "by": "367fc82c-a528-5b5d-9204-443bb2ea56a3", "at": "2026-11-02T08:01:11.445845Z"}');
INSERT INTO public.proposals VALUES ('run-1:003:00002', 'run-1', '841e4150-42bf-5319-a2c7-74d825d470ec', 'df0f91bc-fb1e-56ce-a11f-9a546677808d', 120, 'discarded', '[{"code": "topic", "facts": {"topic": "ai", "rank": 1, "level": 3}, "points": 90}, {"code": "function", "facts": {}, "points": 20}, {"code": "hierarchy", "facts": {"levels": 1}, "points": 10}]', '[{"rule": "same_person", "state": "passed"}, {"rule": "reporting_line", "state": "passed"}, {"rule": "same_manager", "state": "passed"}, {"rule": "same_department", "state": "passed"}, {"rule": "kpi_group", "state": "assumed"}, {"rule": "kpi_dependency", "state": "passed"}, {"rule": "not_with", "state": "passed"}, {"rule": "not_again", "state": "passed"}, {"rule": "past_pair", "state": "passed"}, {"rule": "hierarchy", "state": "passed"}, {"rule": "language", "state": "passed"}, {"rule": "topic", "state": "passed"}, {"rule": "exclusion_group", "state": "passed"}, {"rule": "blocked_pair", "state": "passed"}, {"rule": "forbidden", "state": "passed"}, {"rule": "capacity", "state": "passed"}, {"rule": "lowest_score", "state": "passed"}]', '[]', '', NULL, 0, '{}');
INSERT INTO public.proposals VALUES ('run-1:003:00004', 'run-1', 'e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7', 'eb3e3ee1-134c-59ab-bcbc-8044908087a4', 120, 'discarded', '[{"code": "topic", "facts": {"topic": "agile", "rank": 1, "level": 3}, "points": 90}, {"code": "function", "facts": {}, "points": 20}, {"code": "hierarchy", "facts": {"levels": 1}, "points": 10}]', '[{"rule": "same_person", "state": "passed"}, {"rule": "reporting_line", "state": "passed"}, {"rule": "same_manager", "state": "passed"}, {"rule": "same_department", "state": "passed"}, {"rule": "kpi_group", "state": "assumed"}, {"rule": "kpi_dependency", "state": "passed"}, {"rule": "not_with", "state": "passed"}, {"rule": "not_again", "state": "passed"}, {"rule": "past_pair", "state": "passed"}, {"rule": "hierarchy", "state": "passed"}, {"rule": "language", "state": "passed"}, {"rule": "topic", "state": "passed"}, {"rule": "exclusion_group", "state": "passed"}, {"rule": "blocked_pair", "state": "passed"}, {"rule": "forbidden", "state": "passed"}, {"rule": "capacity", "state": "passed"}, {"rule": "lowest_score", "state": "passed"}]', '[]', '', NULL, 0, '{}');
INSERT INTO public.proposals VALUES ('run-1:004:00002', 'run-1', '628a2cfa-a40c-5509-9aff-8fced0174f42', '5b6f2802-536c-5700-a938-918662be37b2', 120, 'approved', '[{"code": "topic", "facts": {"topic": "data", "rank": 1, "level": 3}, "points": 90}, {"code": "function", "facts": {}, "points": 20}, {"code": "hierarchy", "facts": {"levels": 1}, "points": 10}]', '[{"rule": "same_person", "state": "passed"}, {"rule": "reporting_line", "state": "passed"}, {"rule": "same_manager", "state": "passed"}, {"rule": "same_department", "state": "passed"}, {"rule": "kpi_group", "state": "assumed"}, {"rule": "kpi_dependency", "state": "passed"}, {"rule": "not_with", "state": "passed"}, {"rule": "not_again", "state": "passed"}, {"rule": "past_pair", "state": "passed"}, {"rule": "hierarchy", "state": "passed"}, {"rule": "language", "state": "passed"}, {"rule": "topic", "state": "passed"}, {"rule": "exclusion_group", "state": "passed"}, {"rule": "blocked_pair", "state": "passed"}, {"rule": "forbidden", "state": "passed"}, {"rule": "capacity", "state": "passed"}, {"rule": "lowest_score", "state": "passed"}]', '[]', '367fc82c-a528-5b5d-9204-443bb2ea56a3', '2026-11-02 08:02:41.71843+00', 0, '{}');
INSERT INTO public.proposals VALUES ('run-1:004:00001', 'run-1', '9e77fffd-c944-51a3-bc76-44c43ef027c2', '12ebedee-1519-5659-81f0-5a49168f194c', 120, 'approved', '[{"code": "topic", "facts": {"topic": "collaboration", "rank": 1, "level": 3}, "points": 90}, {"code": "function", "facts": {}, "points": 20}, {"code": "hierarchy", "facts": {"levels": 1}, "points": 10}]', '[{"rule": "same_person", "state": "passed"}, {"rule": "reporting_line", "state": "passed"}, {"rule": "same_manager", "state": "passed"}, {"rule": "same_department", "state": "passed"}, {"rule": "kpi_group", "state": "assumed"}, {"rule": "kpi_dependency", "state": "passed"}, {"rule": "not_with", "state": "passed"}, {"rule": "not_again", "state": "passed"}, {"rule": "past_pair", "state": "passed"}, {"rule": "hierarchy", "state": "passed"}, {"rule": "language", "state": "passed"}, {"rule": "topic", "state": "passed"}, {"rule": "exclusion_group", "state": "passed"}, {"rule": "blocked_pair", "state": "passed"}, {"rule": "forbidden", "state": "passed"}, {"rule": "capacity", "state": "passed"}, {"rule": "lowest_score", "state": "passed"}]', '[]', '367fc82c-a528-5b5d-9204-443bb2ea56a3', '2026-11-02 08:02:41.682449+00', 0, '{"mentee": "12ebedee-1519-5659-81f0-5a49168f194c", "mentor": "9e77fffd-c944-51a3-bc76-44c43ef027c2", "reason": "", "by": "367fc82c-a528-5b5d-9204-443bb2ea56a3", "at": "2026-11-02T08:01:11.445845Z"}');
INSERT INTO public.proposals VALUES ('run-1:004:00003', 'run-1', '841e4150-42bf-5319-a2c7-74d825d470ec', 'df0f91bc-fb1e-56ce-a11f-9a546677808d', 120, 'approved', '[{"code": "topic", "facts": {"topic": "ai", "rank": 1, "level": 3}, "points": 90}, {"code": "function", "facts": {}, "points": 20}, {"code": "hierarchy", "facts": {"levels": 1}, "points": 10}]', '[{"rule": "same_person", "state": "passed"}, {"rule": "reporting_line", "state": "passed"}, {"rule": "same_manager", "state": "passed"}, {"rule": "same_department", "state": "passed"}, {"rule": "kpi_group", "state": "assumed"}, {"rule": "kpi_dependency", "state": "passed"}, {"rule": "not_with", "state": "passed"}, {"rule": "not_again", "state": "passed"}, {"rule": "past_pair", "state": "passed"}, {"rule": "hierarchy", "state": "passed"}, {"rule": "language", "state": "passed"}, {"rule": "topic", "state": "passed"}, {"rule": "exclusion_group", "state": "passed"}, {"rule": "blocked_pair", "state": "passed"}, {"rule": "forbidden", "state": "passed"}, {"rule": "capacity", "state": "passed"}, {"rule": "lowest_score", "state": "passed"}]', '[]', '367fc82c-a528-5b5d-9204-443bb2ea56a3', '2026-11-02 08:02:41.783227+00', 0, '{}');
INSERT INTO public.proposals VALUES ('run-1:004:00004', 'run-1', 'acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c', 'e78f2982-83c5-559c-8d33-50ca45088ffe', 120, 'approved', '[{"code": "topic", "facts": {"topic": "automation", "rank": 1, "level": 3}, "points": 90}, {"code": "function", "facts": {}, "points": 20}, {"code": "hierarchy", "facts": {"levels": 1}, "points": 10}]', '[{"rule": "same_person", "state": "passed"}, {"rule": "reporting_line", "state": "passed"}, {"rule": "same_manager", "state": "passed"}, {"rule": "same_department", "state": "passed"}, {"rule": "kpi_group", "state": "assumed"}, {"rule": "kpi_dependency", "state": "passed"}, {"rule": "not_with", "state": "passed"}, {"rule": "not_again", "state": "passed"}, {"rule": "past_pair", "state": "passed"}, {"rule": "hierarchy", "state": "passed"}, {"rule": "language", "state": "passed"}, {"rule": "topic", "state": "passed"}, {"rule": "exclusion_group", "state": "passed"}, {"rule": "blocked_pair", "state": "passed"}, {"rule": "forbidden", "state": "passed"}, {"rule": "capacity", "state": "passed"}, {"rule": "lowest_score", "state": "passed"}]', '[]', '367fc82c-a528-5b5d-9204-443bb2ea56a3', '2026-11-02 08:02:41.806123+00', 0, '{}');
INSERT INTO public.proposals VALUES ('run-1:004:00005', 'run-1', 'e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7', 'eb3e3ee1-134c-59ab-bcbc-8044908087a4', 120, 'approved', '[{"code": "topic", "facts": {"topic": "agile", "rank": 1, "level": 3}, "points": 90}, {"code": "function", "facts": {}, "points": 20}, {"code": "hierarchy", "facts": {"levels": 1}, "points": 10}]', '[{"rule": "same_person", "state": "passed"}, {"rule": "reporting_line", "state": "passed"}, {"rule": "same_manager", "state": "passed"}, {"rule": "same_department", "state": "passed"}, {"rule": "kpi_group", "state": "assumed"}, {"rule": "kpi_dependency", "state": "passed"}, {"rule": "not_with", "state": "passed"}, {"rule": "not_again", "state": "passed"}, {"rule": "past_pair", "state": "passed"}, {"rule": "hierarchy", "state": "passed"}, {"rule": "language", "state": "passed"}, {"rule": "topic", "state": "passed"}, {"rule": "exclusion_group", "state": "passed"}, {"rule": "blocked_pair", "state": "passed"}, {"rule": "forbidden", "state": "passed"}, {"rule": "capacity", "state": "passed"}, {"rule": "lowest_score", "state": "passed"}]', '[]', '367fc82c-a528-5b5d-9204-443bb2ea56a3', '2026-11-02 08:02:41.821409+00', 0, '{}');
INSERT INTO public.runs VALUES ('run-2', '367fc82c-a528-5b5d-9204-443bb2ea56a3', '2026-11-02 08:02:44.751331+00', 'replaced', 0, 0, '[]', 1, true, '{}', '{}', '{}', '');
INSERT INTO public.runs VALUES ('run-1', '367fc82c-a528-5b5d-9204-443bb2ea56a3', '2026-11-02 08:02:20.221904+00', 'proposed', 5, 600, '[{"id": "eb3e3ee1-134c-59ab-bcbc-8044908087a4", "role": "mentee", "why": {"code": "not_possible", "facts": {}, "points": 0}, "waited": 2}, {"id": "e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7", "role": "mentor", "why": {"code": "not_possible", "facts": {}, "points": 0}, "waited": 2}]', 4, false, '{"rules": {}, "parameters": {"levels_between": 1, "common_languages": 1, "topic_level": 1, "mentor_years_at_most": null, "mentor_age_at_most": null, "mentor_generations": [], "mentee_level_at_most": null}, "weights": {"topic_ranks": [30, 20, 10], "function": 20, "location": 20, "background": 25, "generation": 25, "hierarchy": 10, "gender": 10, "shared_format": 10, "shared_times": 10}, "lowest_score": 0, "trios": false, "exclusion_groups": [], "blocked_pairs": []}', '{"scores": [{"low": 120, "high": 129, "tandems": 5}], "weakest": {"mentee": "12ebedee-1519-5659-81f0-5a49168f194c", "mentor": "9e77fffd-c944-51a3-bc76-44c43ef027c2", "score": 120}, "shares": [{"field": "role", "group": "mentee", "people": 5, "without": 0}, {"field": "role", "group": "mentor", "people": 5, "without": 0}, {"field": "department", "group": "IT", "people": 5, "without": 0}, {"field": "department", "group": "", "people": 5, "without": 0}, {"field": "location", "group": "", "people": 10, "without": 0}], "dropped": 0}', '{}', 'eNqVVcGO4jgQ/ZUo5wyyIYRkbmhGu1qNdi5zW4SQ41TA6mAj22mWafE3+xl7mx/bshOchHQfVt1Nu6ree3ZV2cVb/AraCCVN/PktvtzsScn4c7xaULrYxElsmazgjB6yoAuCDtmeLze0l4t0kaFtuPA2XdDNgsb3JG6YPLbsCOiswEmoi+Bengn3WbnIt1//SmMbwU8Q/SEtNI04gvyJcHD7b7UVteCCNZEIUQ5OvmKWBZmvzIKMWllF29ZcQdtWIvChglEWYQL4x5qbdadAAdZadWZWuER7mW3vMgI0KoRTDEjkcdU0rFR6Sv0qjsKyBqK/WsPOZ5BMlyBsOEIXjqZkVDPKZXc4QyWGdH6on8Jp/YneIY0fHhp10IGKhdFMgn1mG1fQLjIVCARXxe5ch7I1QoIx83x+B8NPv/6prTmrCjsAzyk9qJGP+9Ly1mDF8EIdVH3AldJaXYeeY59Qk9U2elUSaXrUqy8PaqTqKFBRU8L1cFX6Jch8hxaira8ytrwJWX6Ha3RlNy/gCAIbifwaoCoZfznwtrGthqDzWx/49M0HHjIPd/TAu7xuJeiDAd5qYW9B4YtzG3eH9WnUc++OAtpduaNoho23zjJ9CkMFvHs4uWs0WItr1xy08G5ZADR2b7GokHDhRcrXeUkKuil5VroOXYU5eczTdd3fkwcrpWkJhFWrDFJSVXTC8q9rBC7rFaWk3GR8mWYAywkY3/MIWgGracELtqYbWJbFFDo8pTGlKMsirYu6JlBnsJ5SfNH2932XutLj1FNWVEWxJvk65WSzzt2cAcY99a2fESvXOXZh3PeMDttu0pyxVVETLNoqpWxKdlPqQ2qZs7xk9TIv6hxyAlPq04j4UCXbZCRPSVoUkAPJnlTGA+pDiSUtVxuoSbqGNYesepLoLtwzG0upgRk/7Xc7d15/IetWcr8dvhbGbX/fLgoHBq6XxO3aQ084IZnmp9sIGzfw6gaAO15gUXLf43bwN2/a/vtlt9snu+7rIHYxw5X2rd7JtmkS/0GXJAkWwif2JDKHTyJzyXnkEd6HuuDccuf5RBP8JYn/j7x+FewhGOyBMradK5ShgupQ3pw+TRwUP7027X5ctgkZrXtUWPdajeIvvmrvDoD5DfWlPqmr/D8cbNR7g2L+7jzynSkxf2Qe+c6QmL+GDjmfDfNLv9/f/wMuVshe');
INSERT INTO public.seats VALUES ('kickoff-1:12ebedee-1519-5659-81f0-5a49168f194c', 'kickoff-1', '12ebedee-1519-5659-81f0-5a49168f194c', 0);
INSERT INTO public.seats VALUES ('kickoff-1:628a2cfa-a40c-5509-9aff-8fced0174f42', 'kickoff-1', '628a2cfa-a40c-5509-9aff-8fced0174f42', 0);
INSERT INTO public.seats VALUES ('kickoff-1:841e4150-42bf-5319-a2c7-74d825d470ec', 'kickoff-1', '841e4150-42bf-5319-a2c7-74d825d470ec', 0);
INSERT INTO public.seats VALUES ('kickoff-1:df0f91bc-fb1e-56ce-a11f-9a546677808d', 'kickoff-1', 'df0f91bc-fb1e-56ce-a11f-9a546677808d', 0);
INSERT INTO public.seats VALUES ('kickoff-1:e78f2982-83c5-559c-8d33-50ca45088ffe', 'kickoff-1', 'e78f2982-83c5-559c-8d33-50ca45088ffe', 0);
INSERT INTO public.seats VALUES ('kickoff-1:9e77fffd-c944-51a3-bc76-44c43ef027c2', 'kickoff-1', '9e77fffd-c944-51a3-bc76-44c43ef027c2', 0);
INSERT INTO public.seats VALUES ('kickoff-1:eb3e3ee1-134c-59ab-bcbc-8044908087a4', 'kickoff-1', 'eb3e3ee1-134c-59ab-bcbc-8044908087a4', 0);
INSERT INTO public.seats VALUES ('kickoff-1:acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c', 'kickoff-1', 'acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c', 0);
INSERT INTO public.seats VALUES ('kickoff-1:e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7', 'kickoff-1', 'e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7', 0);
INSERT INTO public.seats VALUES ('kickoff-1:5b6f2802-536c-5700-a938-918662be37b2', 'kickoff-1', '5b6f2802-536c-5700-a938-918662be37b2', 0);
INSERT INTO public.sessions VALUES ('tandem-1-74b180db:001', 'tandem-1-74b180db', 1, '2027-01-11 07:00:00+00', 120, 'kept', '2027-01-11 07:00:00+00', NULL, NULL, '', '', '');
INSERT INTO public.sessions VALUES ('tandem-1-74b180db:002', 'tandem-1-74b180db', 2, '2027-02-08 07:00:00+00', 120, 'kept', '2027-02-08 07:00:00+00', NULL, NULL, '', '', '');
INSERT INTO public.sessions VALUES ('tandem-1-74b180db:003', 'tandem-1-74b180db', 3, '2027-03-08 07:00:00+00', 120, 'kept', '2027-03-08 07:00:00+00', NULL, NULL, '', '', '');
INSERT INTO public.sessions VALUES ('tandem-1-74b180db:004', 'tandem-1-74b180db', 4, '2027-04-12 06:00:00+00', 120, 'kept', '2027-04-12 06:00:00+00', NULL, NULL, '', '', '');
INSERT INTO public.sessions VALUES ('tandem-1-74b180db:005', 'tandem-1-74b180db', 5, '2027-05-10 06:00:00+00', 120, 'kept', '2027-05-10 06:00:00+00', NULL, NULL, '', '', '');
INSERT INTO public.sessions VALUES ('tandem-1-74b180db:006', 'tandem-1-74b180db', 6, '2027-06-14 06:00:00+00', 120, 'kept', '2027-06-14 06:00:00+00', NULL, NULL, '', '', '');
INSERT INTO public.sessions VALUES ('tandem-4-4ce2a031:001', 'tandem-4-4ce2a031', 1, '2027-01-11 07:00:00+00', 120, 'kept', '2027-01-11 07:00:00+00', NULL, NULL, '', '', '');
INSERT INTO public.sessions VALUES ('tandem-4-4ce2a031:002', 'tandem-4-4ce2a031', 2, '2027-02-08 07:00:00+00', 120, 'kept', '2027-02-08 07:00:00+00', NULL, NULL, '', '', '');
INSERT INTO public.sessions VALUES ('tandem-4-4ce2a031:003', 'tandem-4-4ce2a031', 3, '2027-03-08 07:00:00+00', 120, 'kept', '2027-03-08 07:00:00+00', NULL, NULL, '', '', '');
INSERT INTO public.sessions VALUES ('tandem-4-4ce2a031:004', 'tandem-4-4ce2a031', 4, '2027-04-12 06:00:00+00', 120, 'kept', '2027-04-12 06:00:00+00', NULL, NULL, '', '', '');
INSERT INTO public.sessions VALUES ('tandem-4-4ce2a031:005', 'tandem-4-4ce2a031', 5, '2027-05-10 06:00:00+00', 120, 'kept', '2027-05-10 06:00:00+00', NULL, NULL, '', '', '');
INSERT INTO public.sessions VALUES ('tandem-4-4ce2a031:006', 'tandem-4-4ce2a031', 6, '2027-06-14 06:00:00+00', 120, 'kept', '2027-06-14 06:00:00+00', NULL, NULL, '', '', '');
INSERT INTO public.sessions VALUES ('tandem-3-ccc4d5c0:001', 'tandem-3-ccc4d5c0', 1, '2027-01-11 07:00:00+00', 120, 'kept', '2027-01-11 07:00:00+00', NULL, NULL, '', '', '');
INSERT INTO public.sessions VALUES ('tandem-3-ccc4d5c0:002', 'tandem-3-ccc4d5c0', 2, '2027-02-08 07:00:00+00', 120, 'kept', '2027-02-08 07:00:00+00', NULL, NULL, '', '', '');
INSERT INTO public.sessions VALUES ('tandem-3-ccc4d5c0:004', 'tandem-3-ccc4d5c0', 4, '2027-04-12 06:00:00+00', 120, 'kept', '2027-04-12 06:00:00+00', NULL, NULL, '', '', '');
INSERT INTO public.sessions VALUES ('tandem-3-ccc4d5c0:005', 'tandem-3-ccc4d5c0', 5, '2027-05-10 06:00:00+00', 120, 'kept', '2027-05-10 06:00:00+00', NULL, NULL, '', '', '');
INSERT INTO public.sessions VALUES ('tandem-3-ccc4d5c0:006', 'tandem-3-ccc4d5c0', 6, '2027-06-14 06:00:00+00', 120, 'kept', '2027-06-14 06:00:00+00', NULL, NULL, '', '', '');
INSERT INTO public.sessions VALUES ('tandem-3-ccc4d5c0:003', 'tandem-3-ccc4d5c0', 3, '2027-03-08 07:00:00+00', 120, 'kept', '2027-03-08 07:00:00+00', NULL, '2027-03-08 07:00:00+00', '', '', '');
INSERT INTO public.tandems VALUES ('tandem-5-4dc06581', 5, 'run-1:004:00005', 'e6ca2ec5-d3b9-5ae4-b4c1-38d4f819bcd7', 'eb3e3ee1-134c-59ab-bcbc-8044908087a4', 'released', '2026-11-07 08:02:41.822584+00', '2026-11-12 08:02:41.822584+00', '[{"code": "topic", "facts": {"topic": "agile", "rank": 1, "level": 3}, "points": 90}, {"code": "function", "facts": {}, "points": 20}, {"code": "hierarchy", "facts": {"levels": 1}, "points": 10}]', '', '', '', '', '', '', '{}', '', false, true, '', 0, '', 0);
INSERT INTO public.tandems VALUES ('tandem-1-74b180db', 1, 'run-1:004:00001', '9e77fffd-c944-51a3-bc76-44c43ef027c2', '12ebedee-1519-5659-81f0-5a49168f194c', 'launching', '2026-11-07 08:02:42.147089+00', '2026-11-12 08:02:41.683251+00', '[{"code": "topic", "facts": {"topic": "collaboration", "rank": 1, "level": 3}, "points": 90}, {"code": "function", "facts": {}, "points": 20}, {"code": "hierarchy", "facts": {"levels": 1}, "points": 10}]', 'launch-1', 'c381e88f-38c0-48fd-8712-b8bc076f3787', '19:1d3b993f79494eabbf1a355e526eb523@thread.tacv2', 'https://teams.microsoft.com/l/channel/19%3A1d3b993f79494eabbf1a355e526eb523%40thread.tacv2/Tandem%20001%2074B1?groupId=c381e88f-38c0-48fd-8712-b8bc076f3787&tenantId=1e2feb89-414c-443c-9027-c4d1c386bbc4&allowXTenantAccess=False', '', '', '{"explanations": [{"code": "series-monthly", "facts": {"weekday": ["plain", "monday"], "start": ["clock", "08:00:00"], "end": ["clock", "10:00:00"], "zone": ["plain", "Europe/Berlin"], "zones": ["plain", "same"], "index": ["plain", "second"]}, "told_to": "both"}], "pattern": {"day": {"type": "relativeMonthly", "weekday": "monday", "interval": 1, "index": "second"}, "start_date": "2027-01-11", "start_time": "08:00:00", "zone": "Europe/Berlin", "length_minutes": 120, "occurrences": 6}}', '', true, false, '', 0, '', 0);
INSERT INTO public.tandems VALUES ('tandem-4-4ce2a031', 4, 'run-1:004:00004', 'acd5cec5-cc8e-5d73-b207-0dd8d8ae6c9c', 'e78f2982-83c5-559c-8d33-50ca45088ffe', 'launching', '2026-11-07 08:02:42.44779+00', '2026-11-12 08:02:41.806644+00', '[{"code": "topic", "facts": {"topic": "automation", "rank": 1, "level": 3}, "points": 90}, {"code": "function", "facts": {}, "points": 20}, {"code": "hierarchy", "facts": {"levels": 1}, "points": 10}]', 'launch-1', 'c7038069-84c8-4999-a116-7d8fcf23cae8', '', '', '', '', '{"explanations": [{"code": "series-monthly", "facts": {"weekday": ["plain", "monday"], "start": ["clock", "08:00:00"], "end": ["clock", "10:00:00"], "zone": ["plain", "Europe/Berlin"], "zones": ["plain", "same"], "index": ["plain", "second"]}, "told_to": "both"}], "pattern": {"day": {"type": "relativeMonthly", "weekday": "monday", "interval": 1, "index": "second"}, "start_date": "2027-01-11", "start_time": "08:00:00", "zone": "Europe/Berlin", "length_minutes": 120, "occurrences": 6}}', '', true, false, '', 0, '', 0);
INSERT INTO public.tandems VALUES ('tandem-2-be9403d5', 2, 'run-1:004:00002', '628a2cfa-a40c-5509-9aff-8fced0174f42', '5b6f2802-536c-5700-a938-918662be37b2', 'launched', '2026-11-07 08:02:42.496302+00', '2026-11-12 08:02:41.725711+00', '[{"code": "topic", "facts": {"topic": "data", "rank": 1, "level": 3}, "points": 90}, {"code": "function", "facts": {}, "points": 20}, {"code": "hierarchy", "facts": {"levels": 1}, "points": 10}]', 'launch-1', 'c381e88f-38c0-48fd-8712-b8bc076f3787', '19:44c5b4763fe34d0387fc816ac16e2284@thread.tacv2', 'https://teams.microsoft.com/l/channel/19%3A44c5b4763fe34d0387fc816ac16e2284%40thread.tacv2/Tandem%20002%20BE94?groupId=c381e88f-38c0-48fd-8712-b8bc076f3787&tenantId=1e2feb89-414c-443c-9027-c4d1c386bbc4&allowXTenantAccess=False', '', '', '{"explanations": [{"code": "calendar-unreadable", "facts": {"who": ["plain", "mentee"]}, "told_to": "both"}], "proposals": [{"plan": {"explanations": [{"code": "series-monthly", "facts": {"weekday": ["plain", "monday"], "start": ["clock", "08:00:00"], "end": ["clock", "10:00:00"], "zone": ["plain", "Europe/Berlin"], "zones": ["plain", "same"], "index": ["plain", "second"]}, "told_to": "both"}], "pattern": {"day": {"type": "relativeMonthly", "weekday": "monday", "interval": 1, "index": "second"}, "start_date": "2027-01-11", "start_time": "08:00:00", "zone": "Europe/Berlin", "length_minutes": 120, "occurrences": 6}}, "sessions": [{"id": "tandem-2-be9403d5:001", "tandem_id": "tandem-2-be9403d5", "number": 1, "planned": "2027-01-11T07:00:00Z", "minutes": 120, "state": "kept", "start": "2027-01-11T07:00:00Z", "offer": null, "event_id": "", "join_url": "", "declined": null, "outcome": ""}, {"id": "tandem-2-be9403d5:002", "tandem_id": "tandem-2-be9403d5", "number": 2, "planned": "2027-02-08T07:00:00Z", "minutes": 120, "state": "kept", "start": "2027-02-08T07:00:00Z", "offer": null, "event_id": "", "join_url": "", "declined": null, "outcome": ""}, {"id": "tandem-2-be9403d5:003", "tandem_id": "tandem-2-be9403d5", "number": 3, "planned": "2027-03-08T07:00:00Z", "minutes": 120, "state": "kept", "start": "2027-03-08T07:00:00Z", "offer": null, "event_id": "", "join_url": "", "declined": null, "outcome": ""}, {"id": "tandem-2-be9403d5:004", "tandem_id": "tandem-2-be9403d5", "number": 4, "planned": "2027-04-12T06:00:00Z", "minutes": 120, "state": "kept", "start": "2027-04-12T06:00:00Z", "offer": null, "event_id": "", "join_url": "", "declined": null, "outcome": ""}, {"id": "tandem-2-be9403d5:005", "tandem_id": "tandem-2-be9403d5", "number": 5, "planned": "2027-05-10T06:00:00Z", "minutes": 120, "state": "kept", "start": "2027-05-10T06:00:00Z", "offer": null, "event_id": "", "join_url": "", "declined": null, "outcome": ""}, {"id": "tandem-2-be9403d5:006", "tandem_id": "tandem-2-be9403d5", "number": 6, "planned": "2027-06-14T06:00:00Z", "minutes": 120, "state": "kept", "start": "2027-06-14T06:00:00Z", "offer": null, "event_id": "", "join_url": "", "declined": null, "outcome": ""}]}, {"plan": {"explanations": [{"code": "series-monthly", "facts": {"weekday": ["plain", "tuesday"], "start": ["clock", "08:00:00"], "end": ["clock", "10:00:00"], "zone": ["plain", "Europe/Berlin"], "zones": ["plain", "same"], "index": ["plain", "second"]}, "told_to": "both"}], "pattern": {"day": {"type": "relativeMonthly", "weekday": "tuesday", "interval": 1, "index": "second"}, "start_date": "2027-01-12", "start_time": "08:00:00", "zone": "Europe/Berlin", "length_minutes": 120, "occurrences": 6}}, "sessions": [{"id": "tandem-2-be9403d5:001", "tandem_id": "tandem-2-be9403d5", "number": 1, "planned": "2027-01-12T07:00:00Z", "minutes": 120, "state": "kept", "start": "2027-01-12T07:00:00Z", "offer": null, "event_id": "", "join_url": "", "declined": null, "outcome": ""}, {"id": "tandem-2-be9403d5:002", "tandem_id": "tandem-2-be9403d5", "number": 2, "planned": "2027-02-09T07:00:00Z", "minutes": 120, "state": "kept", "start": "2027-02-09T07:00:00Z", "offer": null, "event_id": "", "join_url": "", "declined": null, "outcome": ""}, {"id": "tandem-2-be9403d5:003", "tandem_id": "tandem-2-be9403d5", "number": 3, "planned": "2027-03-09T07:00:00Z", "minutes": 120, "state": "kept", "start": "2027-03-09T07:00:00Z", "offer": null, "event_id": "", "join_url": "", "declined": null, "outcome": ""}, {"id": "tandem-2-be9403d5:004", "tandem_id": "tandem-2-be9403d5", "number": 4, "planned": "2027-04-13T06:00:00Z", "minutes": 120, "state": "kept", "start": "2027-04-13T06:00:00Z", "offer": null, "event_id": "", "join_url": "", "declined": null, "outcome": ""}, {"id": "tandem-2-be9403d5:005", "tandem_id": "tandem-2-be9403d5", "number": 5, "planned": "2027-05-11T06:00:00Z", "minutes": 120, "state": "kept", "start": "2027-05-11T06:00:00Z", "offer": null, "event_id": "", "join_url": "", "declined": null, "outcome": ""}, {"id": "tandem-2-be9403d5:006", "tandem_id": "tandem-2-be9403d5", "number": 6, "planned": "2027-06-08T06:00:00Z", "minutes": 120, "state": "kept", "start": "2027-06-08T06:00:00Z", "offer": null, "event_id": "", "join_url": "", "declined": null, "outcome": ""}]}, {"plan": {"explanations": [{"code": "series-monthly", "facts": {"weekday": ["plain", "wednesday"], "start": ["clock", "08:00:00"], "end": ["clock", "10:00:00"], "zone": ["plain", "Europe/Berlin"], "zones": ["plain", "same"], "index": ["plain", "second"]}, "told_to": "both"}], "pattern": {"day": {"type": "relativeMonthly", "weekday": "wednesday", "interval": 1, "index": "second"}, "start_date": "2027-01-13", "start_time": "08:00:00", "zone": "Europe/Berlin", "length_minutes": 120, "occurrences": 6}}, "sessions": [{"id": "tandem-2-be9403d5:001", "tandem_id": "tandem-2-be9403d5", "number": 1, "planned": "2027-01-13T07:00:00Z", "minutes": 120, "state": "kept", "start": "2027-01-13T07:00:00Z", "offer": null, "event_id": "", "join_url": "", "declined": null, "outcome": ""}, {"id": "tandem-2-be9403d5:002", "tandem_id": "tandem-2-be9403d5", "number": 2, "planned": "2027-02-10T07:00:00Z", "minutes": 120, "state": "kept", "start": "2027-02-10T07:00:00Z", "offer": null, "event_id": "", "join_url": "", "declined": null, "outcome": ""}, {"id": "tandem-2-be9403d5:003", "tandem_id": "tandem-2-be9403d5", "number": 3, "planned": "2027-03-10T07:00:00Z", "minutes": 120, "state": "kept", "start": "2027-03-10T07:00:00Z", "offer": null, "event_id": "", "join_url": "", "declined": null, "outcome": ""}, {"id": "tandem-2-be9403d5:004", "tandem_id": "tandem-2-be9403d5", "number": 4, "planned": "2027-04-14T06:00:00Z", "minutes": 120, "state": "kept", "start": "2027-04-14T06:00:00Z", "offer": null, "event_id": "", "join_url": "", "declined": null, "outcome": ""}, {"id": "tandem-2-be9403d5:005", "tandem_id": "tandem-2-be9403d5", "number": 5, "planned": "2027-05-12T06:00:00Z", "minutes": 120, "state": "kept", "start": "2027-05-12T06:00:00Z", "offer": null, "event_id": "", "join_url": "", "declined": null, "outcome": ""}, {"id": "tandem-2-be9403d5:006", "tandem_id": "tandem-2-be9403d5", "number": 6, "planned": "2027-06-09T06:00:00Z", "minutes": 120, "state": "kept", "start": "2027-06-09T06:00:00Z", "offer": null, "event_id": "", "join_url": "", "declined": null, "outcome": ""}]}]}', '', true, false, '', 0, '', 0);
INSERT INTO public.tandems VALUES ('tandem-3-ccc4d5c0', 3, 'run-1:004:00003', '841e4150-42bf-5319-a2c7-74d825d470ec', 'df0f91bc-fb1e-56ce-a11f-9a546677808d', 'launched', '2026-11-07 08:02:42.430474+00', '2026-11-12 08:02:41.784141+00', '[{"code": "topic", "facts": {"topic": "ai", "rank": 1, "level": 3}, "points": 90}, {"code": "function", "facts": {}, "points": 20}, {"code": "hierarchy", "facts": {"levels": 1}, "points": 10}]', 'launch-1', 'c381e88f-38c0-48fd-8712-b8bc076f3787', '19:f9bddea5d12942e4ae80fa489b0bca16@thread.tacv2', 'https://teams.microsoft.com/l/channel/19%3Af9bddea5d12942e4ae80fa489b0bca16%40thread.tacv2/Tandem%20003%20CCC4?groupId=c381e88f-38c0-48fd-8712-b8bc076f3787&tenantId=1e2feb89-414c-443c-9027-c4d1c386bbc4&allowXTenantAccess=False', 'AAMkcfad0e2fea3c40cc6f58fcead72f8271acb8f1cf9ff00d48eae3811d94e4cb7bAAA=', 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_f5bb9188b80549e9890b20bb257e8454%40thread.v2/0', '{"explanations": [{"code": "series-monthly", "facts": {"weekday": ["plain", "monday"], "start": ["clock", "08:00:00"], "end": ["clock", "10:00:00"], "zone": ["plain", "Europe/Berlin"], "zones": ["plain", "same"], "index": ["plain", "second"]}, "told_to": "both"}], "pattern": {"day": {"type": "relativeMonthly", "weekday": "monday", "interval": 1, "index": "second"}, "start_date": "2027-01-11", "start_time": "08:00:00", "zone": "Europe/Berlin", "length_minutes": 120, "occurrences": 6}}', '', true, false, '841e4150-42bf-5319-a2c7-74d825d470ec', 0, '', 1);
INSERT INTO public.timers VALUES ('enrolment-end:programme', 'enrolment-end', 'programme', '2026-12-20 23:00:00+00');
INSERT INTO public.timers VALUES ('kickoff-over:kickoff-1', 'kickoff-over', 'kickoff-1', '2026-12-11 14:00:00+00');
INSERT INTO public.timers VALUES ('offer-reminder:tandem-5-4dc06581:mentor:3', 'offer-reminder', 'tandem-5-4dc06581', '2026-11-04 08:02:41.822584+00');
INSERT INTO public.timers VALUES ('offer-reminder:tandem-5-4dc06581:mentor:1', 'offer-reminder', 'tandem-5-4dc06581', '2026-11-06 08:02:41.822584+00');
INSERT INTO public.timers VALUES ('agreement-due:agreement-1', 'agreement-due', 'agreement-1', '2026-11-04 08:03:03.506708+00');
INSERT INTO public.timers VALUES ('session-over:tandem-3-ccc4d5c0:001', 'session-over', 'tandem-3-ccc4d5c0:001', '2027-01-11 09:05:00+00');
INSERT INTO public.timers VALUES ('session-reminder:tandem-3-ccc4d5c0:001:841e4150-42bf-5319-a2c7-74d825d470ec', 'session-reminder', 'tandem-3-ccc4d5c0:001', '2027-01-08 08:00:00+00');
INSERT INTO public.timers VALUES ('session-reminder:tandem-3-ccc4d5c0:001:df0f91bc-fb1e-56ce-a11f-9a546677808d', 'session-reminder', 'tandem-3-ccc4d5c0:001', '2027-01-08 08:00:00+00');
INSERT INTO public.timers VALUES ('session-over:tandem-3-ccc4d5c0:002', 'session-over', 'tandem-3-ccc4d5c0:002', '2027-02-08 09:05:00+00');
INSERT INTO public.timers VALUES ('session-reminder:tandem-3-ccc4d5c0:002:841e4150-42bf-5319-a2c7-74d825d470ec', 'session-reminder', 'tandem-3-ccc4d5c0:002', '2027-02-05 08:00:00+00');
INSERT INTO public.timers VALUES ('session-reminder:tandem-3-ccc4d5c0:002:df0f91bc-fb1e-56ce-a11f-9a546677808d', 'session-reminder', 'tandem-3-ccc4d5c0:002', '2027-02-05 08:00:00+00');
INSERT INTO public.timers VALUES ('session-over:tandem-3-ccc4d5c0:003', 'session-over', 'tandem-3-ccc4d5c0:003', '2027-03-08 09:05:00+00');
INSERT INTO public.timers VALUES ('session-reminder:tandem-3-ccc4d5c0:003:841e4150-42bf-5319-a2c7-74d825d470ec', 'session-reminder', 'tandem-3-ccc4d5c0:003', '2027-03-05 08:00:00+00');
INSERT INTO public.timers VALUES ('session-reminder:tandem-3-ccc4d5c0:003:df0f91bc-fb1e-56ce-a11f-9a546677808d', 'session-reminder', 'tandem-3-ccc4d5c0:003', '2027-03-05 08:00:00+00');
INSERT INTO public.timers VALUES ('session-over:tandem-3-ccc4d5c0:004', 'session-over', 'tandem-3-ccc4d5c0:004', '2027-04-12 08:05:00+00');
INSERT INTO public.timers VALUES ('session-reminder:tandem-3-ccc4d5c0:004:841e4150-42bf-5319-a2c7-74d825d470ec', 'session-reminder', 'tandem-3-ccc4d5c0:004', '2027-04-09 07:00:00+00');
INSERT INTO public.timers VALUES ('session-reminder:tandem-3-ccc4d5c0:004:df0f91bc-fb1e-56ce-a11f-9a546677808d', 'session-reminder', 'tandem-3-ccc4d5c0:004', '2027-04-09 07:00:00+00');
INSERT INTO public.timers VALUES ('session-over:tandem-3-ccc4d5c0:005', 'session-over', 'tandem-3-ccc4d5c0:005', '2027-05-10 08:05:00+00');
INSERT INTO public.timers VALUES ('session-reminder:tandem-3-ccc4d5c0:005:841e4150-42bf-5319-a2c7-74d825d470ec', 'session-reminder', 'tandem-3-ccc4d5c0:005', '2027-05-07 07:00:00+00');
INSERT INTO public.timers VALUES ('session-reminder:tandem-3-ccc4d5c0:005:df0f91bc-fb1e-56ce-a11f-9a546677808d', 'session-reminder', 'tandem-3-ccc4d5c0:005', '2027-05-07 07:00:00+00');
INSERT INTO public.timers VALUES ('session-over:tandem-3-ccc4d5c0:006', 'session-over', 'tandem-3-ccc4d5c0:006', '2027-06-14 08:05:00+00');
INSERT INTO public.timers VALUES ('session-reminder:tandem-3-ccc4d5c0:006:841e4150-42bf-5319-a2c7-74d825d470ec', 'session-reminder', 'tandem-3-ccc4d5c0:006', '2027-06-11 07:00:00+00');
INSERT INTO public.timers VALUES ('session-reminder:tandem-3-ccc4d5c0:006:df0f91bc-fb1e-56ce-a11f-9a546677808d', 'session-reminder', 'tandem-3-ccc4d5c0:006', '2027-06-11 07:00:00+00');
INSERT INTO public.timers VALUES ('watch-renewal:841e4150-42bf-5319-a2c7-74d825d470ec', 'watch-renewal', '841e4150-42bf-5319-a2c7-74d825d470ec', '2026-11-06 08:03:05+00');
INSERT INTO public.timers VALUES ('look:tandem-3-ccc4d5c0', 'look', 'tandem-3-ccc4d5c0', '2026-11-03 08:03:07.689049+00');
INSERT INTO public.timers VALUES ('agreement-due:agreement-2', 'agreement-due', 'agreement-2', '2026-11-04 08:03:08.537469+00');
INSERT INTO public.timers VALUES ('pause-over:841e4150-42bf-5319-a2c7-74d825d470ec', 'pause-over', '841e4150-42bf-5319-a2c7-74d825d470ec', '2027-01-20 23:00:00+00');
INSERT INTO public.watches VALUES ('841e4150-42bf-5319-a2c7-74d825d470ec', 'a17a4340-f9c0-4fef-ba1b-1bf13879399b', 'gAAAAABrB533eWXvcA80HttkJZBd69SqRsMq1OGLgHSgH4KLbAeJkct5JTpngTj947BllCnhn8uiN061aRV67ncGOpxcqtP2uADp5DLyd78yLQNh1N2tbprqln17lUSyAdU-sdJgtA8a', '2026-11-08 08:03:05+00');
ALTER TABLE ONLY dbos.application_versions
    ADD CONSTRAINT application_versions_pkey PRIMARY KEY (version_id);
ALTER TABLE ONLY dbos.application_versions
    ADD CONSTRAINT application_versions_version_name_key UNIQUE (version_name);
ALTER TABLE ONLY dbos.dbos_migrations
    ADD CONSTRAINT dbos_migrations_pkey PRIMARY KEY (version);
ALTER TABLE ONLY dbos.event_dispatch_kv
    ADD CONSTRAINT event_dispatch_kv_pkey PRIMARY KEY (service_name, workflow_fn_name, key);
ALTER TABLE ONLY dbos.notifications
    ADD CONSTRAINT notifications_pkey PRIMARY KEY (message_uuid);
ALTER TABLE ONLY dbos.operation_outputs
    ADD CONSTRAINT operation_outputs_pkey PRIMARY KEY (workflow_uuid, function_id);
ALTER TABLE ONLY dbos.queues
    ADD CONSTRAINT queues_name_key UNIQUE (name);
ALTER TABLE ONLY dbos.queues
    ADD CONSTRAINT queues_pkey PRIMARY KEY (queue_id);
ALTER TABLE ONLY dbos.streams
    ADD CONSTRAINT streams_pkey PRIMARY KEY (workflow_uuid, key, "offset");
ALTER TABLE ONLY dbos.workflow_events_history
    ADD CONSTRAINT workflow_events_history_pkey PRIMARY KEY (workflow_uuid, function_id, key);
ALTER TABLE ONLY dbos.workflow_events
    ADD CONSTRAINT workflow_events_pkey PRIMARY KEY (workflow_uuid, key);
ALTER TABLE ONLY dbos.workflow_input
    ADD CONSTRAINT workflow_input_pkey PRIMARY KEY (workflow_uuid);
ALTER TABLE ONLY dbos.workflow_output
    ADD CONSTRAINT workflow_output_pkey PRIMARY KEY (workflow_uuid);
ALTER TABLE ONLY dbos.workflow_schedules
    ADD CONSTRAINT workflow_schedules_pkey PRIMARY KEY (schedule_id);
ALTER TABLE ONLY dbos.workflow_schedules
    ADD CONSTRAINT workflow_schedules_schedule_name_key UNIQUE (schedule_name);
ALTER TABLE ONLY dbos.workflow_status
    ADD CONSTRAINT workflow_status_pkey PRIMARY KEY (workflow_uuid);
ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);
ALTER TABLE ONLY public.absences
    ADD CONSTRAINT pk_absences PRIMARY KEY (id);
ALTER TABLE ONLY public.agreements
    ADD CONSTRAINT pk_agreements PRIMARY KEY (id);
ALTER TABLE ONLY public.closings
    ADD CONSTRAINT pk_closings PRIMARY KEY (id);
ALTER TABLE ONLY public.decisions
    ADD CONSTRAINT pk_decisions PRIMARY KEY (id);
ALTER TABLE ONLY public.effects
    ADD CONSTRAINT pk_effects PRIMARY KEY (id);
ALTER TABLE ONLY public.enrolments
    ADD CONSTRAINT pk_enrolments PRIMARY KEY (id);
ALTER TABLE ONLY public.facts
    ADD CONSTRAINT pk_facts PRIMARY KEY (id);
ALTER TABLE ONLY public.heartbeats
    ADD CONSTRAINT pk_heartbeats PRIMARY KEY (id);
ALTER TABLE ONLY public.invites
    ADD CONSTRAINT pk_invites PRIMARY KEY (id);
ALTER TABLE ONLY public.kickoffs
    ADD CONSTRAINT pk_kickoffs PRIMARY KEY (id);
ALTER TABLE ONLY public.launches
    ADD CONSTRAINT pk_launches PRIMARY KEY (id);
ALTER TABLE ONLY public.pairs
    ADD CONSTRAINT pk_pairs PRIMARY KEY (id);
ALTER TABLE ONLY public.people
    ADD CONSTRAINT pk_people PRIMARY KEY (id);
ALTER TABLE ONLY public.postings
    ADD CONSTRAINT pk_postings PRIMARY KEY (id);
ALTER TABLE ONLY public.proposals
    ADD CONSTRAINT pk_proposals PRIMARY KEY (id);
ALTER TABLE ONLY public.runs
    ADD CONSTRAINT pk_runs PRIMARY KEY (id);
ALTER TABLE ONLY public.seats
    ADD CONSTRAINT pk_seats PRIMARY KEY (id);
ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT pk_sessions PRIMARY KEY (id);
ALTER TABLE ONLY public.tandems
    ADD CONSTRAINT pk_tandems PRIMARY KEY (id);
ALTER TABLE ONLY public.timers
    ADD CONSTRAINT pk_timers PRIMARY KEY (id);
ALTER TABLE ONLY public.watches
    ADD CONSTRAINT pk_watches PRIMARY KEY (id);
CREATE INDEX idx_application_versions_owner_timestamp ON dbos.application_versions USING btree (application_name, version_timestamp DESC);
CREATE INDEX idx_application_versions_timestamp ON dbos.application_versions USING btree (version_timestamp DESC);
CREATE INDEX idx_operation_outputs_completed_at_function_name_v2 ON dbos.operation_outputs USING btree (completed_at_epoch_ms, function_name) INCLUDE (application_name);
CREATE INDEX idx_operation_outputs_retention ON dbos.operation_outputs USING btree (retention_timestamp);
CREATE INDEX idx_workflow_input_retention ON dbos.workflow_input USING btree (retention_timestamp);
CREATE INDEX idx_workflow_output_retention ON dbos.workflow_output USING btree (retention_timestamp);
CREATE INDEX idx_workflow_status_attributes ON dbos.workflow_status USING gin (attributes) WHERE (attributes IS NOT NULL);
CREATE INDEX idx_workflow_status_completed_at ON dbos.workflow_status USING btree (completed_at) WHERE (completed_at IS NOT NULL);
CREATE INDEX idx_workflow_status_deadline ON dbos.workflow_status USING btree (workflow_deadline_epoch_ms) WHERE ((status = ANY (ARRAY['ENQUEUED'::text, 'PENDING'::text, 'DELAYED'::text])) AND (workflow_deadline_epoch_ms IS NOT NULL));
CREATE INDEX idx_workflow_status_delayed ON dbos.workflow_status USING btree (delay_until_epoch_ms) WHERE (status = 'DELAYED'::text);
CREATE INDEX idx_workflow_status_failed ON dbos.workflow_status USING btree (status, created_at) WHERE (status = ANY (ARRAY['ERROR'::text, 'CANCELLED'::text, 'MAX_RECOVERY_ATTEMPTS_EXCEEDED'::text]));
CREATE INDEX idx_workflow_status_forked_from ON dbos.workflow_status USING btree (forked_from) WHERE (forked_from IS NOT NULL);
CREATE INDEX idx_workflow_status_in_flight_v2 ON dbos.workflow_status USING btree (queue_name, status, priority, created_at) INCLUDE (application_name) WHERE (status = ANY (ARRAY['ENQUEUED'::text, 'PENDING'::text]));
CREATE INDEX idx_workflow_status_parent_workflow_id ON dbos.workflow_status USING btree (parent_workflow_id) WHERE (parent_workflow_id IS NOT NULL);
CREATE INDEX idx_workflow_status_partition_dequeue_v3 ON dbos.workflow_status USING btree (queue_name, status, queue_partition_key, priority, created_at, workflow_uuid) INCLUDE (application_name) WHERE ((status = ANY (ARRAY['ENQUEUED'::text, 'PENDING'::text])) AND (queue_partition_key IS NOT NULL));
CREATE INDEX idx_workflow_status_pending ON dbos.workflow_status USING btree (created_at) WHERE (status = 'PENDING'::text);
CREATE INDEX idx_workflow_status_rate_limited ON dbos.workflow_status USING btree (queue_name, started_at_epoch_ms) WHERE (rate_limited = true);
CREATE INDEX idx_workflow_status_schedule_name ON dbos.workflow_status USING btree (schedule_name) WHERE (schedule_name IS NOT NULL);
CREATE INDEX idx_workflow_status_started_at ON dbos.workflow_status USING btree (started_at_epoch_ms) WHERE (started_at_epoch_ms IS NOT NULL);
CREATE INDEX idx_workflow_topic ON dbos.notifications USING btree (destination_uuid, topic);
CREATE UNIQUE INDEX uq_application_versions_owner_version ON dbos.application_versions USING btree (application_name, version_name) WHERE (application_name IS NOT NULL);
CREATE UNIQUE INDEX uq_application_versions_unclaimed_version ON dbos.application_versions USING btree (version_name) WHERE (application_name IS NULL);
CREATE UNIQUE INDEX uq_workflow_status_dedup_id ON dbos.workflow_status USING btree (queue_name, deduplication_id) WHERE (deduplication_id IS NOT NULL);
CREATE INDEX workflow_status_created_at_index ON dbos.workflow_status USING btree (created_at);
CREATE INDEX ix_agreements_state ON public.agreements USING btree (state);
CREATE INDEX ix_agreements_tandem_id ON public.agreements USING btree (tandem_id);
CREATE INDEX ix_effects_done ON public.effects USING btree (done);
CREATE INDEX ix_enrolments_person_id ON public.enrolments USING btree (person_id);
CREATE INDEX ix_enrolments_state ON public.enrolments USING btree (state);
CREATE INDEX ix_postings_subject ON public.postings USING btree (kind, subject_id);
CREATE INDEX ix_proposals_run_id ON public.proposals USING btree (run_id);
CREATE INDEX ix_seats_kickoff_id ON public.seats USING btree (kickoff_id);
CREATE INDEX ix_sessions_event_id ON public.sessions USING btree (event_id);
CREATE INDEX ix_sessions_start ON public.sessions USING btree (start);
CREATE INDEX ix_sessions_tandem_id ON public.sessions USING btree (tandem_id);
CREATE INDEX ix_tandems_launch_id ON public.tandems USING btree (launch_id);
CREATE INDEX ix_tandems_mentee_id ON public.tandems USING btree (mentee_id);
CREATE INDEX ix_tandems_mentor_id ON public.tandems USING btree (mentor_id);
CREATE INDEX ix_tandems_organizer_id ON public.tandems USING btree (organizer_id);
CREATE INDEX ix_tandems_state ON public.tandems USING btree (state);
CREATE INDEX ix_timers_due_at ON public.timers USING btree (due_at);
CREATE INDEX ix_watches_subscription_id ON public.watches USING btree (subscription_id);
CREATE TRIGGER dbos_notifications_trigger AFTER INSERT ON dbos.notifications FOR EACH ROW EXECUTE FUNCTION dbos.notifications_function();
ALTER TABLE ONLY dbos.notifications
    ADD CONSTRAINT notifications_destination_uuid_fkey FOREIGN KEY (destination_uuid) REFERENCES dbos.workflow_status(workflow_uuid) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY dbos.streams
    ADD CONSTRAINT streams_workflow_uuid_fkey FOREIGN KEY (workflow_uuid) REFERENCES dbos.workflow_status(workflow_uuid) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY dbos.workflow_events_history
    ADD CONSTRAINT workflow_events_history_workflow_uuid_fkey FOREIGN KEY (workflow_uuid) REFERENCES dbos.workflow_status(workflow_uuid) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY dbos.workflow_events
    ADD CONSTRAINT workflow_events_workflow_uuid_fkey FOREIGN KEY (workflow_uuid) REFERENCES dbos.workflow_status(workflow_uuid) ON UPDATE CASCADE ON DELETE CASCADE;
