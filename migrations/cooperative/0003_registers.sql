-- Where the registers live: derived from the record, owned by the worker, built beside and swapped when they change.
create schema register authorization palabre_worker;
create schema beside authorization palabre_worker;

create table public.register (
    name        text primary key,
    position    bigint not null,
    fingerprint text not null,
    broken      text          -- what stopped it, if it is late
);

grant usage on schema register to palabre_web;
alter default privileges for role palabre_worker in schema register grant select on tables to palabre_web;
alter default privileges for role palabre_worker in schema beside grant select on tables to palabre_web;
grant select on public.register to palabre_web;
grant select, insert, update, delete on public.register to palabre_worker;
