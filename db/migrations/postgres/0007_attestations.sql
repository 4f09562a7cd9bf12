CREATE TABLE "attestations" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"grounds" text NOT NULL,
	"withdrawn_at" bigint,
	"withdrawn_by" text,
	"reason" text
);
--> statement-breakpoint
ALTER TABLE "attestations" ADD CONSTRAINT "attestations_id_skill_evidence_id_fk" FOREIGN KEY ("id") REFERENCES "public"."skill_evidence"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attestations" ADD CONSTRAINT "attestations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attestations_person" ON "attestations" USING btree ("person_id");