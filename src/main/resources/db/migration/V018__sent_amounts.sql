-- What a feed is compared by are the amounts its source sent: a line that Marge adds itself (a rounding or exchange
-- difference) counts in neither the lines nor these sums, from here on.
alter table journal_entry
  modify column debit decimal(28,4) not null default 0 comment 'sum of the debit lines as sent',
  modify column credit decimal(28,4) not null default 0 comment 'sum of the credit lines as sent, positive';
