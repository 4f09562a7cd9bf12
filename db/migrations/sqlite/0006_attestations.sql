CREATE TABLE `attestations` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`grounds` text NOT NULL,
	`withdrawn_at` integer,
	`withdrawn_by` text,
	`reason` text,
	FOREIGN KEY (`id`) REFERENCES `skill_evidence`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attestations_person` ON `attestations` (`person_id`);