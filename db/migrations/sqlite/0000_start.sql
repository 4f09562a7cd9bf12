CREATE TABLE `credentials` (
	`person_id` text PRIMARY KEY NOT NULL,
	`password_hash` text NOT NULL,
	`changed_at` integer NOT NULL,
	`password_short` integer NOT NULL,
	`totp_sealed` blob,
	`totp_confirmed_at` integer,
	`totp_last_step` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `password_tokens` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`person_id` text NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`revoked` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `password_tokens_person` ON `password_tokens` (`person_id`);--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`hash` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `recovery_codes_person` ON `recovery_codes` (`person_id`);--> statement-breakpoint
CREATE TABLE `reset_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	`settled_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reset_requests_person` ON `reset_requests` (`person_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`device` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE TABLE `attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`skill` text NOT NULL,
	`model_version` text NOT NULL,
	`form` text NOT NULL,
	`started_at` integer NOT NULL,
	`finished_at` integer,
	`result` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attempts_person` ON `attempts` (`person_id`,`skill`,`started_at`);--> statement-breakpoint
CREATE TABLE `item_banks` (
	`skill` text PRIMARY KEY NOT NULL,
	`aspects` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `item_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`number` integer NOT NULL,
	`content` text NOT NULL,
	`difficulty` real NOT NULL,
	`slope` real NOT NULL,
	`published_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `item_versions_number` ON `item_versions` (`item_id`,`number`);--> statement-breakpoint
CREATE TABLE `items` (
	`id` text PRIMARY KEY NOT NULL,
	`skill` text NOT NULL,
	`current_version_id` text NOT NULL,
	`retired_at` integer
);
--> statement-breakpoint
CREATE INDEX `items_skill` ON `items` (`skill`);--> statement-breakpoint
CREATE TABLE `responses` (
	`attempt_id` text NOT NULL,
	`position` integer NOT NULL,
	`item_version_id` text NOT NULL,
	`difficulty` real NOT NULL,
	`slope` real NOT NULL,
	`response` text NOT NULL,
	`correct` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`attempt_id`, `position`),
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `audit_events` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text NOT NULL,
	`action` text NOT NULL,
	`subject_id` text NOT NULL,
	`detail` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_events_actor` ON `audit_events` (`actor_id`,`at`);--> statement-breakpoint
CREATE INDEX `audit_events_subject` ON `audit_events` (`subject_id`,`at`);--> statement-breakpoint
CREATE TABLE `command_results` (
	`actor_id` text NOT NULL,
	`key` text NOT NULL,
	`action` text NOT NULL,
	`result` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`actor_id`, `key`)
);
--> statement-breakpoint
CREATE INDEX `command_results_at` ON `command_results` (`at`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`payload` blob NOT NULL,
	`at` integer NOT NULL,
	`delivered_at` integer,
	`attempts` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `outbox_waiting` ON `outbox` (`delivered_at`,`at`);--> statement-breakpoint
CREATE TABLE `draft_authors` (
	`draft_id` text NOT NULL,
	`person_id` text NOT NULL,
	PRIMARY KEY(`draft_id`, `person_id`),
	FOREIGN KEY (`draft_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`course` text NOT NULL,
	`module_slug` text NOT NULL,
	`base_version_id` text,
	`state` text NOT NULL,
	`settings` text NOT NULL,
	`lesson_zh` text NOT NULL,
	`lesson_en` text NOT NULL,
	`quiz` text NOT NULL,
	`note` text NOT NULL,
	`revision` integer NOT NULL,
	`owner_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`saved_at` integer NOT NULL,
	`submitted_at` integer
);
--> statement-breakpoint
CREATE INDEX `drafts_state` ON `drafts` (`state`);--> statement-breakpoint
CREATE INDEX `drafts_module` ON `drafts` (`course`,`module_slug`);--> statement-breakpoint
CREATE TABLE `review_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`draft_id` text NOT NULL,
	`reviewer_id` text NOT NULL,
	`decision` text NOT NULL,
	`comment` text NOT NULL,
	`revision` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`draft_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `review_decisions_draft` ON `review_decisions` (`draft_id`);--> statement-breakpoint
CREATE TABLE `course_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`course` text NOT NULL,
	`number` integer NOT NULL,
	`content` text NOT NULL,
	`published_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `course_versions_number` ON `course_versions` (`course`,`number`);--> statement-breakpoint
CREATE TABLE `courses` (
	`slug` text PRIMARY KEY NOT NULL,
	`current_version_id` text NOT NULL,
	`owner_id` text
);
--> statement-breakpoint
CREATE TABLE `module_texts` (
	`version_id` text NOT NULL,
	`locale` text NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`source` text NOT NULL,
	`compiled` text NOT NULL,
	PRIMARY KEY(`version_id`, `locale`),
	FOREIGN KEY (`version_id`) REFERENCES `module_versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `module_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`module_id` text NOT NULL,
	`number` integer NOT NULL,
	`content` text NOT NULL,
	`quiz` text NOT NULL,
	`origin` text NOT NULL,
	`note` text NOT NULL,
	`author_id` text,
	`reviewer_id` text,
	`published_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `module_versions_number` ON `module_versions` (`module_id`,`number`);--> statement-breakpoint
CREATE TABLE `modules` (
	`id` text PRIMARY KEY NOT NULL,
	`course` text NOT NULL,
	`slug` text NOT NULL,
	`current_version_id` text NOT NULL,
	FOREIGN KEY (`course`) REFERENCES `courses`(`slug`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `modules_course` ON `modules` (`course`);--> statement-breakpoint
CREATE TABLE `published_files` (
	`unit` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`version_id` text NOT NULL,
	`published_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `lab_attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`lab_id` text NOT NULL,
	`version_id` text NOT NULL,
	`submission` text NOT NULL,
	`verdict` text NOT NULL,
	`report` text NOT NULL,
	`passed` integer NOT NULL,
	`cpu_ms` real NOT NULL,
	`peak_mb` real NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `lab_attempts_person` ON `lab_attempts` (`person_id`,`lab_id`,`at`);--> statement-breakpoint
CREATE TABLE `lab_drafts` (
	`person_id` text NOT NULL,
	`lab_id` text NOT NULL,
	`content` text NOT NULL,
	`hints_shown` integer NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `lab_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `lab_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`lab_id` text NOT NULL,
	`number` integer NOT NULL,
	`manifest` text NOT NULL,
	`files` text NOT NULL,
	`statement` text NOT NULL,
	`published_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `lab_versions_number` ON `lab_versions` (`lab_id`,`number`);--> statement-breakpoint
CREATE TABLE `labs` (
	`id` text PRIMARY KEY NOT NULL,
	`course` text NOT NULL,
	`slug` text NOT NULL,
	`current_version_id` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `check_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`module_id` text NOT NULL,
	`version_id` text NOT NULL,
	`quiz_id` text NOT NULL,
	`question_id` text NOT NULL,
	`attempt` integer NOT NULL,
	`response` text NOT NULL,
	`correct` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `check_answers_person` ON `check_answers` (`person_id`,`module_id`,`at`);--> statement-breakpoint
CREATE TABLE `credit_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`module_id` text NOT NULL,
	`version_id` text NOT NULL,
	`hours` real NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `credit_entries_person` ON `credit_entries` (`person_id`,`at`);--> statement-breakpoint
CREATE TABLE `enrolments` (
	`person_id` text NOT NULL,
	`course` text NOT NULL,
	`kind` text NOT NULL,
	`nominated_by` text,
	`at` integer NOT NULL,
	`due_at` integer,
	PRIMARY KEY(`person_id`, `course`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `module_progress` (
	`person_id` text NOT NULL,
	`module_id` text NOT NULL,
	`version_id` text NOT NULL,
	`opened_at` integer NOT NULL,
	`saved_at` integer NOT NULL,
	`completed_at` integer,
	PRIMARY KEY(`person_id`, `module_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `module_progress_version` ON `module_progress` (`version_id`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`parent_id` text,
	`path` text NOT NULL,
	`kind` text NOT NULL,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`tier` text NOT NULL,
	`region_code` text NOT NULL,
	`retired_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_path` ON `organisations` (`path`);--> statement-breakpoint
CREATE INDEX `organisations_parent` ON `organisations` (`parent_id`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`state` text NOT NULL,
	`staff_kind` text NOT NULL,
	`grade` text NOT NULL,
	`role_profile` text,
	`locale` text,
	`time_zone` text NOT NULL,
	`large_text` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `people_organisation` ON `people` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `people_unit` ON `people` (`unit_id`);--> statement-breakpoint
CREATE TABLE `regions` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`parent` text
);
--> statement-breakpoint
CREATE TABLE `role_grants` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`organisation_id` text NOT NULL,
	`granted_by` text,
	`granted_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `role_grants_person` ON `role_grants` (`person_id`);--> statement-breakpoint
CREATE TABLE `access_log` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`viewer_id` text NOT NULL,
	`viewer_unit_id` text NOT NULL,
	`kind` text NOT NULL,
	`purpose` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `access_log_person` ON `access_log` (`person_id`,`at`);--> statement-breakpoint
CREATE TABLE `contact_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`request_id` text NOT NULL,
	`side` text NOT NULL,
	`answer` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`request_id`) REFERENCES `contact_requests`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contact_answers_request` ON `contact_answers` (`request_id`);--> statement-breakpoint
CREATE TABLE `contact_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`requester_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`contract` text NOT NULL,
	`term_years` integer,
	`purpose` text NOT NULL,
	`message` text NOT NULL,
	`at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contact_requests_person` ON `contact_requests` (`person_id`);--> statement-breakpoint
CREATE INDEX `contact_requests_unit` ON `contact_requests` (`unit_id`);--> statement-breakpoint
CREATE TABLE `framework_sources` (
	`id` text PRIMARY KEY NOT NULL,
	`content` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `person_skills` (
	`person_id` text NOT NULL,
	`skill` text NOT NULL,
	`level` integer NOT NULL,
	`confidence` real NOT NULL,
	`evidence_at` integer NOT NULL,
	`diagnostic` integer NOT NULL,
	`as_of` integer NOT NULL,
	PRIMARY KEY(`person_id`, `skill`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `person_skills_skill` ON `person_skills` (`skill`,`level`,`person_id`);--> statement-breakpoint
CREATE TABLE `registry_consents` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`wording` text NOT NULL,
	`given_at` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `registry_consents_person` ON `registry_consents` (`person_id`);--> statement-breakpoint
CREATE TABLE `registry_contracts` (
	`person_id` text NOT NULL,
	`contract` text NOT NULL,
	PRIMARY KEY(`person_id`, `contract`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `registry_entries` (
	`person_id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`unit_path` text NOT NULL,
	`tier` text NOT NULL,
	`region_code` text NOT NULL,
	`staff_kind` text NOT NULL,
	`grade` text NOT NULL,
	`available_from` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `registry_entries_code` ON `registry_entries` (`code`);--> statement-breakpoint
CREATE INDEX `registry_entries_place` ON `registry_entries` (`tier`,`region_code`);--> statement-breakpoint
CREATE TABLE `role_profiles` (
	`code` text PRIMARY KEY NOT NULL,
	`content` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `skill_crosswalk` (
	`skill` text NOT NULL,
	`source` text NOT NULL,
	`code` text NOT NULL,
	`relation` text NOT NULL,
	PRIMARY KEY(`skill`, `source`, `code`)
);
--> statement-breakpoint
CREATE TABLE `skill_evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`skill` text NOT NULL,
	`level` integer NOT NULL,
	`kind` text NOT NULL,
	`diagnostic` integer NOT NULL,
	`strength` real NOT NULL,
	`issuer` text NOT NULL,
	`at` integer NOT NULL,
	`expires_at` integer,
	`source_id` text NOT NULL,
	`source_version` text NOT NULL,
	`hash` text NOT NULL,
	`revokes_id` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `skill_evidence_person` ON `skill_evidence` (`person_id`,`skill`);--> statement-breakpoint
CREATE TABLE `skills` (
	`code` text PRIMARY KEY NOT NULL,
	`edition` text NOT NULL,
	`content` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `white_hat_applications` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`at` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `white_hat_applications_person` ON `white_hat_applications` (`person_id`);--> statement-breakpoint
CREATE TABLE `white_hat_entries` (
	`code_name` text PRIMARY KEY NOT NULL,
	`role` text NOT NULL,
	`tier` text NOT NULL,
	`region_code` text NOT NULL,
	`staff_kind` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `white_hat_evidence` (
	`code_name` text NOT NULL,
	`skill` text NOT NULL,
	`level` integer NOT NULL,
	`kind` text NOT NULL,
	`quarter` integer NOT NULL,
	PRIMARY KEY(`code_name`, `skill`, `level`, `kind`, `quarter`)
);
--> statement-breakpoint
CREATE TABLE `white_hat_searches` (
	`id` text PRIMARY KEY NOT NULL,
	`viewer_id` text NOT NULL,
	`purpose` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `white_hat_skills` (
	`code_name` text NOT NULL,
	`skill` text NOT NULL,
	`level` integer NOT NULL,
	`confidence` real NOT NULL,
	`evidence_at` integer NOT NULL,
	PRIMARY KEY(`code_name`, `skill`)
);
--> statement-breakpoint
CREATE INDEX `white_hat_skills_skill` ON `white_hat_skills` (`skill`,`level`,`code_name`);