-- What was sealed here was a code name alone; it is the whole application now. Whoever applied
-- before applies again: their role was in the main database, whose table is dropped.
DELETE FROM `code_names`;
