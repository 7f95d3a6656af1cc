ALTER TABLE "descriptions" ADD COLUMN "named" "bytea" NOT NULL;--> statement-breakpoint
ALTER TABLE "descriptions" ADD COLUMN "forRegister" "bytea";