-- A session from before has no key that could sign its requests: its person unlocks again.
DELETE FROM "sessions";--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "thumbprint" "bytea" NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" DROP COLUMN "sessionKey";--> statement-breakpoint
ALTER TABLE "sessions" DROP COLUMN "renewedTime";