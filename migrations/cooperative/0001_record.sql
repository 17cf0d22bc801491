-- The record: what is written once. The library calls the types, tables and the function by these names
-- (eventsourcing 9.5.6, dcb.postgres_tt); they are ours, and owned by who migrates, not by who serves.
create type public.dcb_event_tt as (type text, data bytea, tags text[]);
create type public.dcb_query_item_tt as (types text[], tags text[]);

create table public.record_events_tt_main (
    id   bigint generated always as identity primary key,
    type text not null,
    data bytea not null,
    tags text[] not null
) with (
    autovacuum_analyze_threshold = 1000,   -- without fresh statistics a look-up of tags becomes a scan
    autovacuum_analyze_scale_factor = 0.01
);
alter table public.record_events_tt_main alter column data set storage external;  -- proofs read bytes, never inflate

create table public.record_events_tt_tag (
    tag     text not null,
    main_id bigint not null references public.record_events_tt_main (id),
    primary key (tag, main_id)
) with (
    autovacuum_analyze_threshold = 1000,
    autovacuum_analyze_scale_factor = 0.01
);

-- The kinds that this version of the software can read back: `palabre migrate` fills it.
create table public.record_kind (name text primary key);

-- Refuses an entry of an unknown kind, or one not dated when it is written. A demonstration alone may carry a
-- past: its own dates, never going back, never in the future.
create function public.entry_is_sound(entry public.dcb_event_tt, earliest timestamptz) returns boolean
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
    said jsonb := convert_from(entry.data, 'UTF8')::jsonb;
    at timestamptz := (said ->> 'at')::timestamptz;
begin
    if said ->> 'kind' is distinct from entry.type
       or not exists (select from public.record_kind where name = entry.type) then
        raise exception 'an entry is of a known kind, and says so' using errcode = 'PA001';
    end if;
    if at is null or at > clock_timestamp() + interval '1 second' or at < earliest then
        raise exception 'an entry is dated when it is written' using errcode = 'PA002';
    end if;
    return true;
end;
$$;

create function public.earliest_date(first_new public.dcb_event_tt) returns timestamptz
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
    opening bytea := coalesce((select data from public.record_events_tt_main where id = 1), first_new.data);
    said jsonb := convert_from(opening, 'UTF8')::jsonb;
begin
    if said ->> 'kind' = 'RecordOpened' and (said -> 'fact' ->> 'demonstration')::boolean then
        return coalesce((
            select (convert_from(data, 'UTF8')::jsonb ->> 'at')::timestamptz
            from public.record_events_tt_main order by id desc limit 1
        ), '-infinity');
    end if;
    return clock_timestamp() - interval '5 seconds';
end;
$$;

-- Appends if nothing under the tags looked up was added after what the caller saw; answers the position, or nothing.
create function public.dcb_conditional_append_tt(
    query_items public.dcb_query_item_tt[], after_id bigint, new_events public.dcb_event_tt[]
) returns setof bigint
language plpgsql security definer
set search_path = pg_catalog, pg_temp
set lock_timeout = '5s'
as $$
declare
    earliest timestamptz;
    entry public.dcb_event_tt;
begin
    if coalesce(cardinality(query_items), 0) = 0 or coalesce(cardinality(new_events), 0) = 0
       or exists (select from unnest(query_items) as item where coalesce(cardinality(item.tags), 0) <> 1) then
        raise exception 'an append looks something up first' using errcode = 'PA003';
    end if;

    lock table public.record_events_tt_main in exclusive mode;
    if exists (
        select from unnest(query_items) as item
        join public.record_events_tt_tag as found on found.tag = item.tags[1]
        where found.main_id > coalesce(after_id, 0)
    ) then
        return;
    end if;

    earliest := public.earliest_date(new_events[1]);
    foreach entry in array new_events loop
        perform public.entry_is_sound(entry, earliest);
    end loop;

    return query
        with written as (
            insert into public.record_events_tt_main (type, data, tags)
            select event.type, event.data, event.tags from unnest(new_events) with ordinality as event
            order by event.ordinality
            returning id, record_events_tt_main.tags
        ), found_by as (
            insert into public.record_events_tt_tag (tag, main_id)
            select distinct one_tag, written.id from written, unnest(written.tags) as one_tag
        )
        select max(id) from written;
    notify record_events_tt_main;
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

revoke all on function public.dcb_conditional_append_tt, public.entry_is_sound, public.earliest_date from public;
grant select on public.record_events_tt_main, public.record_events_tt_tag, public.record_kind
    to palabre_web, palabre_worker;
grant execute on function public.dcb_conditional_append_tt to palabre_web, palabre_worker;
