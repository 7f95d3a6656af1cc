ALTER TABLE "credentials" ADD COLUMN "aaguid" text;--> statement-breakpoint
ALTER TABLE "credentials" ADD COLUMN "attested" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "enrolments" ADD COLUMN "aaguid" text;--> statement-breakpoint
ALTER TABLE "enrolments" ADD COLUMN "attested" boolean DEFAULT false NOT NULL;