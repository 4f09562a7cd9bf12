CREATE TABLE `code_names` (
	`person_id` text PRIMARY KEY NOT NULL,
	`sealed` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `delivered` (
	`message_id` text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE `identities` (
	`person_id` text PRIMARY KEY NOT NULL,
	`sealed_key` blob NOT NULL,
	`sealed` blob NOT NULL,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `logins` (
	`hash` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `logins_person` ON `logins` (`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `logins_person_kind` ON `logins` (`person_id`,`kind`);