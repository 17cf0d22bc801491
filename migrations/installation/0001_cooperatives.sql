-- The cooperatives of this installation, and nothing personal: one database each.
create table public.cooperative (
    slug     text primary key,
    name     text not null,
    database text not null unique,
    state    text not null default 'making' check (state in ('making', 'open'))
);
grant select on public.cooperative to palabre_web, palabre_worker;
