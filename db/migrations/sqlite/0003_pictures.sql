CREATE TABLE `pictures` (
	`course` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`alt` text NOT NULL,
	`bytes` blob NOT NULL,
	`hash` text NOT NULL,
	`draft_id` text,
	`added_at` integer NOT NULL,
	`published_at` integer,
	PRIMARY KEY(`course`, `name`)
);
--> statement-breakpoint
CREATE INDEX `pictures_draft` ON `pictures` (`draft_id`);--> statement-breakpoint
ALTER TABLE `module_texts` ADD `front_matter` text;