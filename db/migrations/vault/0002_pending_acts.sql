CREATE TABLE `pending_acts` (
	`id` text PRIMARY KEY NOT NULL,
	`sealed` blob NOT NULL
);
