ALTER TABLE "white_hat_applications" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "white_hat_evidence" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP TABLE "white_hat_applications" CASCADE;--> statement-breakpoint
DROP TABLE "white_hat_evidence" CASCADE;--> statement-breakpoint
ALTER TABLE "white_hat_entries" ALTER COLUMN "tier" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "white_hat_entries" ALTER COLUMN "staff_kind" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "white_hat_skills" ADD COLUMN "kind" text;--> statement-breakpoint
DELETE FROM "white_hat_skills";--> statement-breakpoint
DELETE FROM "white_hat_entries";--> statement-breakpoint
DELETE FROM "vault"."code_names";