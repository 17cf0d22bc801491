-- A cooperative that its host suspends: nobody enters, nothing of it is touched. `reason`: what its pages say then.
alter table public.cooperative
    drop constraint cooperative_state_check,
    add constraint cooperative_state_check check (state in ('making', 'open', 'suspended')),
    add reason text not null default '';
