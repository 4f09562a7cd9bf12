DROP INDEX `person_skills_skill`;--> statement-breakpoint
CREATE INDEX `person_skills_skill` ON `person_skills` (`skill`,`level`,`person_id`,`evidence_at`,`confidence`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_registry_entries` (
	`person_id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`unit_id` text NOT NULL,
	`person_state` text NOT NULL,
	`tier` text NOT NULL,
	`region_code` text NOT NULL,
	`staff_kind` text NOT NULL,
	`grade` text NOT NULL,
	`available_from` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`,`unit_id`,`person_state`) REFERENCES `people`(`id`,`unit_id`,`state`) ON UPDATE cascade ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_registry_entries`("person_id", "code", "unit_id", "person_state", "tier", "region_code", "staff_kind", "grade", "available_from") SELECT e."person_id", e."code", p."unit_id", p."state", e."tier", e."region_code", e."staff_kind", e."grade", e."available_from" FROM `registry_entries` e JOIN `people` p ON p."id" = e."person_id";--> statement-breakpoint
DROP TABLE `registry_entries`;--> statement-breakpoint
ALTER TABLE `__new_registry_entries` RENAME TO `registry_entries`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `registry_entries_code` ON `registry_entries` (`code`);--> statement-breakpoint
CREATE INDEX `registry_entries_search` ON `registry_entries` (`person_id`,`person_state`,`unit_id`,`tier`,`region_code`,`staff_kind`,`available_from`,`code`);--> statement-breakpoint
CREATE INDEX `registry_entries_place` ON `registry_entries` (`tier`,`region_code`);--> statement-breakpoint
CREATE UNIQUE INDEX `people_place` ON `people` (`id`,`unit_id`,`state`);