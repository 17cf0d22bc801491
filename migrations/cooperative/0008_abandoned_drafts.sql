-- A draft of statutes that nobody saves any more is swept by the worker.
grant select (at), delete on public.statutes_draft to palabre_worker;
