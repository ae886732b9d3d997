-- The service's user may read and insert everywhere; only what is listed here may it change. A new table is append
-- only until somebody says otherwise.
grant select, insert on ${flyway:defaultSchema}.* to ${app};
grant update on company to ${app};
grant update on company_counter to ${app};
grant update, delete on dimension to ${app};
grant update, delete on dimension_value to ${app};
grant update on dimension_set_counter to ${app};
grant update, delete on account to ${app};
grant update, delete on source_setting to ${app};
grant update, delete on dimension_policy to ${app};
grant update, delete on combination_rule to ${app};
grant delete on idempotency_key to ${app};
grant update on job to ${app};
