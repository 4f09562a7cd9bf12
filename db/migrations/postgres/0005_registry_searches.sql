CREATE TABLE "registry_searches" (
	"id" text PRIMARY KEY NOT NULL,
	"viewer_id" text NOT NULL,
	"purpose" text NOT NULL,
	"at" bigint NOT NULL
);
