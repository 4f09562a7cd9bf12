DROP TABLE `white_hat_applications`;--> statement-breakpoint
DROP TABLE `white_hat_evidence`;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_white_hat_entries` (
	`code_name` text PRIMARY KEY NOT NULL,
	`role` text NOT NULL,
	`tier` text,
	`region_code` text NOT NULL,
	`staff_kind` text
);
--> statement-breakpoint
INSERT INTO `__new_white_hat_entries`("code_name", "role", "tier", "region_code", "staff_kind") SELECT "code_name", "role", "tier", "region_code", "staff_kind" FROM `white_hat_entries`;--> statement-breakpoint
DROP TABLE `white_hat_entries`;--> statement-breakpoint
ALTER TABLE `__new_white_hat_entries` RENAME TO `white_hat_entries`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
ALTER TABLE `white_hat_skills` ADD `kind` text;--> statement-breakpoint
DELETE FROM `white_hat_skills`;--> statement-breakpoint
DELETE FROM `white_hat_entries`;