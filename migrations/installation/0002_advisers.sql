-- Advisers whom several cooperatives invited sign in once. No mailbox is written here, only what HMAC-SHA-256 makes of
-- it under a key that is outside every database. Each cooperative's record says who may read: this tells which to ask.
create table public.adviser (
    mailbox text not null,
    slug    text not null references public.cooperative on delete cascade,
    person  text not null,                    -- as that cooperative knows her
    primary key (mailbox, slug)
);

create table public.asked (                    -- a link is wanted at this mailbox, known or not: the worker looks
    mailbox text primary key
);

create table public.session (
    digest  bytea primary key,                -- SHA-256 of the cookie
    person  text not null,                    -- the mailbox that the link was sent to, as above
    opened  timestamptz not null default clock_timestamp(),
    seen    timestamptz not null default clock_timestamp()
);

create table public.attempt (                  -- how often somebody asked for a link: the rate limit
    what text not null,
    at   timestamptz not null default clock_timestamp()
);
create index attempt_what on public.attempt (what, at);

grant select on public.adviser to palabre_web;
grant insert on public.asked to palabre_web;
grant select, insert, update, delete on public.session, public.attempt to palabre_web;
grant select, insert, delete on public.adviser to palabre_worker;
grant select, delete on public.asked to palabre_worker;
