-- The record: what is written once. The library calls types, tables and a function by these names (eventsourcing 9.5.6,
-- dcb.postgres_tt); they are ours, and owned by who migrates, not by who serves.
create type public.dcb_event_tt as (type text, data bytea, tags text[]);
create type public.dcb_query_item_tt as (types text[], tags text[]);

create table public.record_events_tt_main (
    id   bigint generated always as identity primary key,
    type text not null,
    data bytea not null,
    tags text[] not null
) with (
    autovacuum_analyze_threshold = 1000,
    autovacuum_analyze_scale_factor = 0.01
);
alter table public.record_events_tt_main alter column data set storage external;  -- proofs read bytes, never inflate

create table public.record_events_tt_tag (
    tag     text not null,
    main_id bigint not null,  -- no foreign key: one function alone writes both tables, and the check costs a third
    primary key (tag, main_id)
) with (
    autovacuum_analyze_threshold = 1000,
    autovacuum_analyze_scale_factor = 0.01
);

-- The kinds that this version of the software can read back, and the version that brought each.
create table public.record_kind (
    name    text primary key,
    version text not null
);

-- Several looks at the record, all of one moment: [{tags, after_id, at_most}…] in JSON, the entries under any of these
-- tags (null: all entries) after a position, no more than so many. One row at least for each look, by its place in the
-- list, with the database's clock and the head of the record; nothing more in it if nothing was found.
create function public.record_read(looks jsonb)
returns table (place bigint, now timestamptz, head bigint, id bigint, type text, data bytea, tags text[])
language plpgsql stable
set search_path = pg_catalog, pg_temp
-- A plan is made while the tables are small and kept while they grow: it must not become a scan.
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set plan_cache_mode = force_generic_plan
set jit = off
as $$
begin
    select clock_timestamp(), max(main.id) into now, head from public.record_events_tt_main as main;
    return query
        select look.place, now, head, entry.*
        from rows from (
            jsonb_to_recordset(looks) as (tags text[], after_id bigint, at_most bigint)
        ) with ordinality as look (tags, after_id, at_most, place)
        left join lateral (
            (
                select found.*
                from (
                    select distinct main_id from public.record_events_tt_tag
                    where tag = any (look.tags) and main_id > look.after_id
                ) as hit
                cross join lateral (
                    select main.* from public.record_events_tt_main as main where main.id = hit.main_id offset 0
                ) as found
                order by found.id limit look.at_most
            ) union all (
                select main.* from public.record_events_tt_main as main
                where look.tags is null and main.id > look.after_id order by main.id limit look.at_most
            )
        ) as entry on true
        order by look.place, entry.id;
end;
$$;

-- From when an entry of the past may be dated: never, for a record is written when things happen. A demonstration alone
-- carries a past, its own dates, never going back.
create function public.record_carries_from(first_new text) returns timestamptz
language plpgsql stable
as $$
declare
    opening jsonb := coalesce(
        (select convert_from(data, 'UTF8') from public.record_events_tt_main order by id limit 1), first_new
    )::jsonb;
begin
    if opening ->> 'kind' = 'RecordOpened' and (opening -> 'fact' ->> 'demonstration')::boolean then
        return coalesce((
            select (convert_from(data, 'UTF8')::jsonb ->> 'at')::timestamptz
            from public.record_events_tt_main order by id desc limit 1
        ), '-infinity');
    end if;
    return 'infinity';
end;
$$;

-- Appends, one after the other, each seeing the ones before it; they reach the disk together. Each is made if nothing
-- under the tags that it looks up was added after what its author saw. [{looked_up, after_id, new_events: [{type, data,
-- tags}…]}…] in JSON; answers for each its position, or null if it lost.
create function public.record_append(appends jsonb) returns setof bigint
language plpgsql security definer
set search_path = pg_catalog, pg_temp
set lock_timeout = '3s'
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set plan_cache_mode = force_generic_plan
set jit = off
as $$
declare
    one record;
    entry record;
    said jsonb;
    at timestamptz;
    place bigint;
begin
    lock table public.record_events_tt_main in exclusive mode;
    for one in
        select * from jsonb_to_recordset(appends) as each (looked_up text[], after_id bigint, new_events jsonb)
    loop
        if coalesce(cardinality(one.looked_up), 0) = 0 or coalesce(one.new_events, '[]') = '[]' then
            raise exception 'an append writes something, and looks something up first' using errcode = 'PA003';
        end if;
        if exists (
            select from public.record_events_tt_tag
            where tag = any (one.looked_up) and main_id > coalesce(one.after_id, 0)
        ) then
            return next null;
            continue;
        end if;
        for entry in
            select * from jsonb_to_recordset(one.new_events) as each (type text, data text, tags text[])
        loop
            said := entry.data::jsonb;
            at := (said ->> 'at')::timestamptz;
            if at is null or at > clock_timestamp() + interval '1 second'
               or at < clock_timestamp() - interval '5 seconds' and at < public.record_carries_from(entry.data) then
                raise exception 'an entry is dated when it is written' using errcode = 'PA002';
            end if;
            insert into public.record_events_tt_main (type, data, tags)
                select entry.type, convert_to(entry.data, 'UTF8'), entry.tags from public.record_kind
                where name = entry.type and name = said ->> 'kind'
                returning id into place;
            if not found then
                raise exception 'an entry is of a known kind, and says so' using errcode = 'PA001';
            end if;
            insert into public.record_events_tt_tag (tag, main_id) select unnest(entry.tags), place;
        end loop;
        return next place;
    end loop;
    notify record_events_tt_main;
end;
$$;

-- One append, as the library's own recorder asks for it: no row if it lost. A kind is part of a tag, and one tag names a
-- combination of subjects: anything else is not looked up.
create function public.dcb_conditional_append_tt(
    query_items public.dcb_query_item_tt[], after_id bigint, new_events public.dcb_event_tt[]
) returns setof bigint
language plpgsql
as $$
begin
    if exists (
        select from unnest(query_items) as item
        where coalesce(cardinality(item.tags), 0) <> 1 or cardinality(item.types) > 0
    ) then
        raise exception 'an append looks up one tag an item' using errcode = 'PA003';
    end if;
    return query
        select position from public.record_append(jsonb_build_array(jsonb_build_object(
            'looked_up', (select jsonb_agg(item.tags[1]) from unnest(query_items) as item),
            'after_id', after_id,
            'new_events', (
                select jsonb_agg(jsonb_build_object(
                    'type', event.type, 'data', convert_from(event.data, 'UTF8'), 'tags', event.tags
                ) order by event.place)
                from unnest(new_events) with ordinality as event (type, data, tags, place)
            )
        ))) as position
        where position is not null;
end;
$$;

create function public.the_record_is_written_once() returns trigger language plpgsql as $$
begin
    raise exception 'the record is written once' using errcode = 'PA004';
end;
$$;
create trigger written_once before update or delete or truncate on public.record_events_tt_main
    for each statement execute function public.the_record_is_written_once();
create trigger written_once before update or delete or truncate on public.record_events_tt_tag
    for each statement execute function public.the_record_is_written_once();
alter table public.record_events_tt_main enable always trigger written_once;
alter table public.record_events_tt_tag enable always trigger written_once;

revoke all on function public.record_append, public.record_carries_from from public;
grant select on public.record_events_tt_main, public.record_events_tt_tag, public.record_kind
    to palabre_web, palabre_worker;
grant execute on function public.record_append to palabre_web, palabre_worker;
