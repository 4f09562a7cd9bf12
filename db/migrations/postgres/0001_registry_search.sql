DROP INDEX "person_skills_skill";--> statement-breakpoint
CREATE INDEX "person_skills_skill" ON "person_skills" USING btree ("skill","level","person_id","evidence_at","confidence");--> statement-breakpoint
CREATE UNIQUE INDEX "people_place" ON "people" USING btree ("id","unit_id","state");--> statement-breakpoint
ALTER TABLE "registry_entries" ADD COLUMN "unit_id" text;--> statement-breakpoint
ALTER TABLE "registry_entries" ADD COLUMN "person_state" text;--> statement-breakpoint
UPDATE "registry_entries" SET "unit_id" = p."unit_id", "person_state" = p."state" FROM "people" p WHERE p."id" = "registry_entries"."person_id";--> statement-breakpoint
ALTER TABLE "registry_entries" ALTER COLUMN "unit_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "registry_entries" ALTER COLUMN "person_state" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "registry_entries" ADD CONSTRAINT "registry_entries_person" FOREIGN KEY ("person_id","unit_id","person_state") REFERENCES "public"."people"("id","unit_id","state") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "registry_entries_search" ON "registry_entries" USING btree ("person_id","person_state","unit_id","tier","region_code","staff_kind","available_from","code");--> statement-breakpoint
ALTER TABLE "registry_entries" DROP COLUMN "unit_path";