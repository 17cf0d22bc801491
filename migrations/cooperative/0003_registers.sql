-- Where the registers live: derived from the record, owned by the worker, built beside and swapped when they change.
create schema register authorization palabre_worker;
create schema beside authorization palabre_worker;

create table public.register (
    name        text primary key,
    position    bigint not null,
    fingerprint text not null,
    broken      text          -- what stopped it, if it is late
);

-- A register of law keeps, for each trait of each subject, the days when a value held (valid) and the time when that
-- was known (known). Rows are closed, never changed: what was believed on a past day can be read again.
-- From `starting` until the next day that somebody already set, the trait has this value, as learnt at that moment.
create function public.keep_period(
    register text, subject text, trait text, value text, starting date, learnt timestamptz
) returns void
language plpgsql
as $$
declare
    following date;
    cut record;
begin
    execute format(
        'select min(lower(valid)) from %I where subject = $1 and trait = $2 and upper(known) is null and lower(valid) > $3',
        register
    ) into following using subject, trait, starting;
    for cut in execute format(
        'update %I set known = tstzrange(lower(known), $4) where subject = $1 and trait = $2 and upper(known) is null'
        ' and valid @> $3 returning lower(valid) as since, value as was', register
    ) using subject, trait, starting, learnt loop
        if cut.since < starting then
            execute format('insert into %I values ($1, $2, $3, daterange($4, $5), tstzrange($6, null))', register)
                using subject, trait, cut.was, cut.since, starting, learnt;
        end if;
    end loop;
    execute format('insert into %I values ($1, $2, $3, daterange($4, $5), tstzrange($6, null))', register)
        using subject, trait, value, starting, following, learnt;
end;
$$;

grant usage on schema register to palabre_web;
alter default privileges for role palabre_worker in schema register grant select on tables to palabre_web;
alter default privileges for role palabre_worker in schema beside grant select on tables to palabre_web;
grant select on public.register to palabre_web;
grant select, insert, update, delete on public.register to palabre_worker;
