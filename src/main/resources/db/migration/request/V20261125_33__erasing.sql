-- When the personal data of a case is erased, so is what its letters say and what the applicant remarked; the rows stay.
create function request.erase_beside() returns trigger language plpgsql as $$
begin
    update request.letter set sealed = null where application_id = new.application_id;
    update request.rating set words = null where application_id = new.application_id;
    return new;
end $$;
create trigger applicant_is_erased after update of name on request.applicant
    for each row when (old.name is not null and new.name is null)
    execute function request.erase_beside();
