CREATE TABLE "credentials" (
	"person_id" text PRIMARY KEY NOT NULL,
	"password_hash" text NOT NULL,
	"changed_at" bigint NOT NULL,
	"password_short" boolean NOT NULL,
	"totp_sealed" "bytea",
	"totp_confirmed_at" bigint,
	"totp_last_step" integer
);
--> statement-breakpoint
CREATE TABLE "password_tokens" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"person_id" text NOT NULL,
	"created_by" text,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint,
	"revoked" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"hash" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"used_at" bigint
);
--> statement-breakpoint
CREATE TABLE "reset_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"at" bigint NOT NULL,
	"settled_at" bigint
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"id" text NOT NULL,
	"person_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"device" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"skill" text NOT NULL,
	"model_version" text NOT NULL,
	"form" json NOT NULL,
	"started_at" bigint NOT NULL,
	"finished_at" bigint,
	"result" json
);
--> statement-breakpoint
CREATE TABLE "item_banks" (
	"skill" text PRIMARY KEY NOT NULL,
	"aspects" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "item_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"item_id" text NOT NULL,
	"number" integer NOT NULL,
	"content" json NOT NULL,
	"difficulty" double precision NOT NULL,
	"slope" double precision NOT NULL,
	"published_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "items" (
	"id" text PRIMARY KEY NOT NULL,
	"skill" text NOT NULL,
	"current_version_id" text NOT NULL,
	"retired_at" bigint
);
--> statement-breakpoint
CREATE TABLE "responses" (
	"attempt_id" text NOT NULL,
	"position" integer NOT NULL,
	"item_version_id" text NOT NULL,
	"difficulty" double precision NOT NULL,
	"slope" double precision NOT NULL,
	"response" json NOT NULL,
	"correct" boolean NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "responses_attempt_id_position_pk" PRIMARY KEY("attempt_id","position")
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"sequence" integer PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"actor_id" text NOT NULL,
	"action" text NOT NULL,
	"subject_id" text NOT NULL,
	"detail" text NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "command_results" (
	"actor_id" text NOT NULL,
	"key" text NOT NULL,
	"action" text NOT NULL,
	"result" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "command_results_actor_id_key_pk" PRIMARY KEY("actor_id","key")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"payload" "bytea" NOT NULL,
	"at" bigint NOT NULL,
	"delivered_at" bigint,
	"attempts" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "draft_authors" (
	"draft_id" text NOT NULL,
	"person_id" text NOT NULL,
	CONSTRAINT "draft_authors_draft_id_person_id_pk" PRIMARY KEY("draft_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" text PRIMARY KEY NOT NULL,
	"course" text NOT NULL,
	"module_slug" text NOT NULL,
	"base_version_id" text,
	"state" text NOT NULL,
	"settings" json NOT NULL,
	"lesson_zh" text NOT NULL,
	"lesson_en" text NOT NULL,
	"quiz" text NOT NULL,
	"note" text NOT NULL,
	"revision" integer NOT NULL,
	"owner_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"saved_at" bigint NOT NULL,
	"submitted_at" bigint
);
--> statement-breakpoint
CREATE TABLE "review_decisions" (
	"id" text PRIMARY KEY NOT NULL,
	"draft_id" text NOT NULL,
	"reviewer_id" text NOT NULL,
	"decision" text NOT NULL,
	"comment" text NOT NULL,
	"revision" integer NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "course_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"course" text NOT NULL,
	"number" integer NOT NULL,
	"content" json NOT NULL,
	"published_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "courses" (
	"slug" text PRIMARY KEY NOT NULL,
	"current_version_id" text NOT NULL,
	"owner_id" text
);
--> statement-breakpoint
CREATE TABLE "module_texts" (
	"version_id" text NOT NULL,
	"locale" text NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"source" text NOT NULL,
	"compiled" json NOT NULL,
	CONSTRAINT "module_texts_version_id_locale_pk" PRIMARY KEY("version_id","locale")
);
--> statement-breakpoint
CREATE TABLE "module_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"module_id" text NOT NULL,
	"number" integer NOT NULL,
	"content" json NOT NULL,
	"quiz" json NOT NULL,
	"origin" text NOT NULL,
	"note" text NOT NULL,
	"author_id" text,
	"reviewer_id" text,
	"published_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "modules" (
	"id" text PRIMARY KEY NOT NULL,
	"course" text NOT NULL,
	"slug" text NOT NULL,
	"current_version_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "published_files" (
	"unit" text PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"version_id" text NOT NULL,
	"published_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lab_attempts" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"lab_id" text NOT NULL,
	"version_id" text NOT NULL,
	"submission" text NOT NULL,
	"verdict" text NOT NULL,
	"report" json NOT NULL,
	"passed" boolean NOT NULL,
	"cpu_ms" double precision NOT NULL,
	"peak_mb" double precision NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lab_drafts" (
	"person_id" text NOT NULL,
	"lab_id" text NOT NULL,
	"content" text NOT NULL,
	"hints_shown" integer NOT NULL,
	"saved_at" bigint NOT NULL,
	CONSTRAINT "lab_drafts_person_id_lab_id_pk" PRIMARY KEY("person_id","lab_id")
);
--> statement-breakpoint
CREATE TABLE "lab_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"lab_id" text NOT NULL,
	"number" integer NOT NULL,
	"manifest" json NOT NULL,
	"files" json NOT NULL,
	"statement" json NOT NULL,
	"published_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "labs" (
	"id" text PRIMARY KEY NOT NULL,
	"course" text NOT NULL,
	"slug" text NOT NULL,
	"current_version_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "check_answers" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"module_id" text NOT NULL,
	"version_id" text NOT NULL,
	"quiz_id" text NOT NULL,
	"question_id" text NOT NULL,
	"attempt" integer NOT NULL,
	"response" json NOT NULL,
	"correct" boolean NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "credit_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"module_id" text NOT NULL,
	"version_id" text NOT NULL,
	"hours" double precision NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "enrolments" (
	"person_id" text NOT NULL,
	"course" text NOT NULL,
	"kind" text NOT NULL,
	"nominated_by" text,
	"at" bigint NOT NULL,
	"due_at" bigint,
	CONSTRAINT "enrolments_person_id_course_pk" PRIMARY KEY("person_id","course")
);
--> statement-breakpoint
CREATE TABLE "module_progress" (
	"person_id" text NOT NULL,
	"module_id" text NOT NULL,
	"version_id" text NOT NULL,
	"opened_at" bigint NOT NULL,
	"saved_at" bigint NOT NULL,
	"completed_at" bigint,
	CONSTRAINT "module_progress_person_id_module_id_pk" PRIMARY KEY("person_id","module_id")
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" text PRIMARY KEY NOT NULL,
	"parent_id" text,
	"path" text NOT NULL,
	"kind" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"tier" text NOT NULL,
	"region_code" text NOT NULL,
	"retired_at" bigint
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"state" text NOT NULL,
	"staff_kind" text NOT NULL,
	"grade" text NOT NULL,
	"role_profile" text,
	"locale" text,
	"time_zone" text NOT NULL,
	"large_text" boolean NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "regions" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"parent" text
);
--> statement-breakpoint
CREATE TABLE "role_grants" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	"organisation_id" text NOT NULL,
	"granted_by" text,
	"granted_at" bigint NOT NULL,
	"revoked_at" bigint
);
--> statement-breakpoint
CREATE TABLE "access_log" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"viewer_id" text NOT NULL,
	"viewer_unit_id" text NOT NULL,
	"kind" text NOT NULL,
	"purpose" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contact_answers" (
	"id" text PRIMARY KEY NOT NULL,
	"request_id" text NOT NULL,
	"side" text NOT NULL,
	"answer" text NOT NULL,
	"by" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contact_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"requester_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"contract" text NOT NULL,
	"term_years" integer,
	"purpose" text NOT NULL,
	"message" text NOT NULL,
	"at" bigint NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "framework_sources" (
	"id" text PRIMARY KEY NOT NULL,
	"content" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person_skills" (
	"person_id" text NOT NULL,
	"skill" text NOT NULL,
	"level" integer NOT NULL,
	"confidence" double precision NOT NULL,
	"evidence_at" bigint NOT NULL,
	"diagnostic" boolean NOT NULL,
	"as_of" bigint NOT NULL,
	CONSTRAINT "person_skills_person_id_skill_pk" PRIMARY KEY("person_id","skill")
);
--> statement-breakpoint
CREATE TABLE "registry_consents" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"wording" text NOT NULL,
	"given_at" bigint NOT NULL,
	"withdrawn_at" bigint
);
--> statement-breakpoint
CREATE TABLE "registry_contracts" (
	"person_id" text NOT NULL,
	"contract" text NOT NULL,
	CONSTRAINT "registry_contracts_person_id_contract_pk" PRIMARY KEY("person_id","contract")
);
--> statement-breakpoint
CREATE TABLE "registry_entries" (
	"person_id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"unit_path" text NOT NULL,
	"tier" text NOT NULL,
	"region_code" text NOT NULL,
	"staff_kind" text NOT NULL,
	"grade" text NOT NULL,
	"available_from" bigint
);
--> statement-breakpoint
CREATE TABLE "role_profiles" (
	"code" text PRIMARY KEY NOT NULL,
	"content" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "skill_crosswalk" (
	"skill" text NOT NULL,
	"source" text NOT NULL,
	"code" text NOT NULL,
	"relation" text NOT NULL,
	CONSTRAINT "skill_crosswalk_skill_source_code_pk" PRIMARY KEY("skill","source","code")
);
--> statement-breakpoint
CREATE TABLE "skill_evidence" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"skill" text NOT NULL,
	"level" integer NOT NULL,
	"kind" text NOT NULL,
	"diagnostic" boolean NOT NULL,
	"strength" double precision NOT NULL,
	"issuer" text NOT NULL,
	"at" bigint NOT NULL,
	"expires_at" bigint,
	"source_id" text NOT NULL,
	"source_version" text NOT NULL,
	"hash" text NOT NULL,
	"revokes_id" text
);
--> statement-breakpoint
CREATE TABLE "skills" (
	"code" text PRIMARY KEY NOT NULL,
	"edition" text NOT NULL,
	"content" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "white_hat_applications" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	"at" bigint NOT NULL,
	"withdrawn_at" bigint
);
--> statement-breakpoint
CREATE TABLE "white_hat_entries" (
	"code_name" text PRIMARY KEY NOT NULL,
	"role" text NOT NULL,
	"tier" text NOT NULL,
	"region_code" text NOT NULL,
	"staff_kind" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "white_hat_evidence" (
	"code_name" text NOT NULL,
	"skill" text NOT NULL,
	"level" integer NOT NULL,
	"kind" text NOT NULL,
	"quarter" bigint NOT NULL,
	CONSTRAINT "white_hat_evidence_code_name_skill_level_kind_quarter_pk" PRIMARY KEY("code_name","skill","level","kind","quarter")
);
--> statement-breakpoint
CREATE TABLE "white_hat_searches" (
	"id" text PRIMARY KEY NOT NULL,
	"viewer_id" text NOT NULL,
	"purpose" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "white_hat_skills" (
	"code_name" text NOT NULL,
	"skill" text NOT NULL,
	"level" integer NOT NULL,
	"confidence" double precision NOT NULL,
	"evidence_at" bigint NOT NULL,
	CONSTRAINT "white_hat_skills_code_name_skill_pk" PRIMARY KEY("code_name","skill")
);
--> statement-breakpoint
CREATE TABLE "vault"."code_names" (
	"person_id" text PRIMARY KEY NOT NULL,
	"sealed" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vault"."delivered" (
	"message_id" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vault"."identities" (
	"person_id" text PRIMARY KEY NOT NULL,
	"sealed_key" "bytea" NOT NULL,
	"sealed" "bytea" NOT NULL,
	"changed_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vault"."logins" (
	"hash" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_tokens" ADD CONSTRAINT "password_tokens_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reset_requests" ADD CONSTRAINT "reset_requests_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_authors" ADD CONSTRAINT "draft_authors_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_decisions" ADD CONSTRAINT "review_decisions_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "module_texts" ADD CONSTRAINT "module_texts_version_id_module_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."module_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "modules" ADD CONSTRAINT "modules_course_courses_slug_fk" FOREIGN KEY ("course") REFERENCES "public"."courses"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lab_attempts" ADD CONSTRAINT "lab_attempts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lab_drafts" ADD CONSTRAINT "lab_drafts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_answers" ADD CONSTRAINT "check_answers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_entries" ADD CONSTRAINT "credit_entries_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "module_progress" ADD CONSTRAINT "module_progress_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_unit_id_organisations_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_log" ADD CONSTRAINT "access_log_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_answers" ADD CONSTRAINT "contact_answers_request_id_contact_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."contact_requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_requests" ADD CONSTRAINT "contact_requests_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_skills" ADD CONSTRAINT "person_skills_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registry_consents" ADD CONSTRAINT "registry_consents_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registry_contracts" ADD CONSTRAINT "registry_contracts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registry_entries" ADD CONSTRAINT "registry_entries_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_evidence" ADD CONSTRAINT "skill_evidence_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "white_hat_applications" ADD CONSTRAINT "white_hat_applications_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "password_tokens_person" ON "password_tokens" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "recovery_codes_person" ON "recovery_codes" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "reset_requests_person" ON "reset_requests" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "attempts_person" ON "attempts" USING btree ("person_id","skill","started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "item_versions_number" ON "item_versions" USING btree ("item_id","number");--> statement-breakpoint
CREATE INDEX "items_skill" ON "items" USING btree ("skill");--> statement-breakpoint
CREATE INDEX "audit_events_actor" ON "audit_events" USING btree ("actor_id","at");--> statement-breakpoint
CREATE INDEX "audit_events_subject" ON "audit_events" USING btree ("subject_id","at");--> statement-breakpoint
CREATE INDEX "command_results_at" ON "command_results" USING btree ("at");--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("delivered_at","at");--> statement-breakpoint
CREATE INDEX "drafts_state" ON "drafts" USING btree ("state");--> statement-breakpoint
CREATE INDEX "drafts_module" ON "drafts" USING btree ("course","module_slug");--> statement-breakpoint
CREATE INDEX "review_decisions_draft" ON "review_decisions" USING btree ("draft_id");--> statement-breakpoint
CREATE UNIQUE INDEX "course_versions_number" ON "course_versions" USING btree ("course","number");--> statement-breakpoint
CREATE UNIQUE INDEX "module_versions_number" ON "module_versions" USING btree ("module_id","number");--> statement-breakpoint
CREATE INDEX "modules_course" ON "modules" USING btree ("course");--> statement-breakpoint
CREATE INDEX "lab_attempts_person" ON "lab_attempts" USING btree ("person_id","lab_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "lab_versions_number" ON "lab_versions" USING btree ("lab_id","number");--> statement-breakpoint
CREATE INDEX "check_answers_person" ON "check_answers" USING btree ("person_id","module_id","at");--> statement-breakpoint
CREATE INDEX "credit_entries_person" ON "credit_entries" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "module_progress_version" ON "module_progress" USING btree ("version_id");--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_path" ON "organisations" USING btree ("path");--> statement-breakpoint
CREATE INDEX "organisations_parent" ON "organisations" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "people_organisation" ON "people" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "people_unit" ON "people" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "role_grants_person" ON "role_grants" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "access_log_person" ON "access_log" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "contact_answers_request" ON "contact_answers" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "contact_requests_person" ON "contact_requests" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "contact_requests_unit" ON "contact_requests" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "person_skills_skill" ON "person_skills" USING btree ("skill","level","person_id");--> statement-breakpoint
CREATE INDEX "registry_consents_person" ON "registry_consents" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "registry_entries_code" ON "registry_entries" USING btree ("code");--> statement-breakpoint
CREATE INDEX "registry_entries_place" ON "registry_entries" USING btree ("tier","region_code");--> statement-breakpoint
CREATE INDEX "skill_evidence_person" ON "skill_evidence" USING btree ("person_id","skill");--> statement-breakpoint
CREATE INDEX "white_hat_applications_person" ON "white_hat_applications" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "white_hat_skills_skill" ON "white_hat_skills" USING btree ("skill","level","code_name");--> statement-breakpoint
CREATE INDEX "logins_person" ON "vault"."logins" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "logins_person_kind" ON "vault"."logins" USING btree ("person_id","kind");