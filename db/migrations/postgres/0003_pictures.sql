CREATE TABLE "pictures" (
	"course" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"alt" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"hash" text NOT NULL,
	"draft_id" text,
	"added_at" bigint NOT NULL,
	"published_at" bigint,
	CONSTRAINT "pictures_course_name_pk" PRIMARY KEY("course","name")
);
--> statement-breakpoint
ALTER TABLE "module_texts" ADD COLUMN "front_matter" json;--> statement-breakpoint
CREATE INDEX "pictures_draft" ON "pictures" USING btree ("draft_id");