-- The secret address of somebody's calendar: its digest alone, one a person, thrown away when she closes it.
create table public.calendar (
    person text primary key,
    digest bytea not null unique,             -- SHA-256 of the key that ends the address
    opened timestamptz not null default clock_timestamp()
);
grant select, insert, update, delete on public.calendar to palabre_web, palabre_worker;
