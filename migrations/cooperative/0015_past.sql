-- The registers as they were known on past days, for who asked: built again from the record up to an entry, each in one
-- of five places beside the registers of today, and as disposable as they are.
create schema past_1 authorization palabre_worker;
create schema past_2 authorization palabre_worker;
create schema past_3 authorization palabre_worker;
create schema past_4 authorization palabre_worker;
create schema past_5 authorization palabre_worker;

create table public.past (
    position    bigint primary key,           -- the last entry that it knows
    place       int unique check (place between 1 and 5),  -- the number of its schema; null until it stands there whole
    fingerprint text not null default '',     -- of the registers of the version that built it
    head        bigint not null default 0,    -- how far words had been forgotten when it was begun
    reached     bigint not null default 0,    -- the entry that its building has come to
    broken      text,                         -- what stopped it
    asked       timestamptz not null default clock_timestamp(),
    visited     timestamptz not null default clock_timestamp()
);

-- The position of the last entry written before a moment, 0 if there is none. Entries are dated as they are written: a
-- few looks find it among a million.
create function public.record_known(until timestamptz) returns bigint
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
    low bigint := 0;   -- an entry written before, or none
    high bigint := coalesce((select max(id) from public.record_events_tt_main), 0);  -- what comes after was not
    middle bigint;
    entry record;
begin
    while low < high loop
        middle := (low + high + 1) / 2;
        select id, (convert_from(data, 'UTF8')::jsonb ->> 'at')::timestamptz as at into entry
        from public.record_events_tt_main where id >= middle order by id limit 1;
        if entry.at < until then
            low := entry.id;
        else
            high := middle - 1;
        end if;
    end loop;
    return low;
end;
$$;

grant usage on schema past_1, past_2, past_3, past_4, past_5 to palabre_web;
alter default privileges for role palabre_worker in schema past_1, past_2, past_3, past_4, past_5
    grant select on tables to palabre_web;
grant select, insert (position), update (visited) on public.past to palabre_web;
grant select, insert, update, delete on public.past to palabre_worker;
