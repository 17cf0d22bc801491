-- The vault: what is said of persons, closed under two keys each, themselves closed under a key kept outside.
create table public.vault_key (
    person  text not null,
    purpose text not null check (purpose in ('register', 'contact')),
    closed  bytea not null,
    at      timestamptz not null default clock_timestamp(),
    primary key (person, purpose)
);

create table public.vault (
    commitment text primary key,
    person     text not null,
    purpose    text not null,
    closed     bytea not null,
    gesture    text not null,
    mailbox    bytea,  -- of an e-mail address, a keyed digest: who has it? The table alone does not say
    at         timestamptz not null default clock_timestamp()
);
create index vault_person on public.vault (person, purpose);
create index vault_mailbox on public.vault (mailbox) where mailbox is not null;

-- Forgets what a person gave under one of her keys up to a position of the record, and the key with it. What entries
-- after that position cite was given since, and stays: to read the record again must not forget it.
create function public.vault_forget(whose text, which text, until bigint) returns void
language plpgsql
as $$
begin
    delete from public.vault where person = whose and purpose = which and not exists (
        select from public.record_events_tt_tag where tag = 'gesture/' || gesture and main_id > until
    );
    delete from public.vault_key where person = whose and purpose = which and not exists (
        select from public.vault where person = whose and purpose = which
    );
end;
$$;

grant select, insert on public.vault, public.vault_key to palabre_web, palabre_worker;
grant delete on public.vault, public.vault_key to palabre_worker;
