DELETE FROM "invitees";--> statement-breakpoint
ALTER TABLE "invitees" ADD COLUMN "salt" "bytea" NOT NULL;
