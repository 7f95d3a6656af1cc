-- Nobody stays signed in over this step: sessions and attempts begin to say which key opened them.
DELETE FROM "sessions";--> statement-breakpoint
DELETE FROM "attempts";--> statement-breakpoint
CREATE TABLE "pin_changes" (
	"id" "bytea" PRIMARY KEY NOT NULL,
	"credential" "bytea" NOT NULL,
	"voprfRandom" "bytea" NOT NULL,
	"sealRevision" bigint NOT NULL,
	"expiresAt" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "revoked_credentials" (
	"id" "bytea" PRIMARY KEY NOT NULL,
	"revokedAt" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shift_keys" (
	"credential" "bytea" PRIMARY KEY NOT NULL,
	"key" "bytea" NOT NULL,
	"startedAt" bigint NOT NULL,
	"endsAt" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "byTouch" boolean NOT NULL;--> statement-breakpoint
ALTER TABLE "credentials" ADD COLUMN "usedAt" bigint;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "credential" "bytea" NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "byTouch" boolean NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "startedAt" bigint NOT NULL;--> statement-breakpoint
ALTER TABLE "pin_changes" ADD CONSTRAINT "pin_changes_credential_credentials_id_fk" FOREIGN KEY ("credential") REFERENCES "public"."credentials"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shift_keys" ADD CONSTRAINT "shift_keys_credential_credentials_id_fk" FOREIGN KEY ("credential") REFERENCES "public"."credentials"("id") ON DELETE cascade ON UPDATE no action;