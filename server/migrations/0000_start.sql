CREATE TABLE "attempts" (
	"id" "bytea" PRIMARY KEY NOT NULL,
	"credential" "bytea" NOT NULL,
	"member" "bytea" NOT NULL,
	"expiresAt" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "credentials" (
	"id" "bytea" PRIMARY KEY NOT NULL,
	"member" "bytea" NOT NULL,
	"publicKey" "bytea" NOT NULL,
	"counter" bigint NOT NULL,
	"transports" text[] NOT NULL,
	"voprfRandom" "bytea" NOT NULL,
	"sealedSeed" "bytea" NOT NULL,
	"sealRevision" bigint NOT NULL,
	"tries" integer NOT NULL,
	"createdAt" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "descriptions" (
	"kind" text NOT NULL,
	"id" "bytea" NOT NULL,
	"revision" bigint NOT NULL,
	"sealed" "bytea" NOT NULL,
	"sealedUnderTeam" "bytea",
	CONSTRAINT "descriptions_kind_id_pk" PRIMARY KEY("kind","id")
);
--> statement-breakpoint
CREATE TABLE "enrolments" (
	"id" "bytea" PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"org" "bytea" NOT NULL,
	"credential" "bytea" NOT NULL,
	"member" "bytea" NOT NULL,
	"publicKey" "bytea" NOT NULL,
	"counter" bigint NOT NULL,
	"transports" text[] NOT NULL,
	"voprfRandom" "bytea" NOT NULL,
	"expiresAt" bigint NOT NULL,
	"invitation" "bytea",
	"signKey" "bytea",
	"receiveKey" "bytea",
	"invitationSignature" "bytea"
);
--> statement-breakpoint
CREATE TABLE "invitation_begins" (
	"invitation" "bytea" PRIMARY KEY NOT NULL,
	"begins" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitees" (
	"invitation" "bytea" PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "joins" (
	"invitation" "bytea" PRIMARY KEY NOT NULL,
	"member" "bytea" NOT NULL,
	"signKey" "bytea" NOT NULL,
	"receiveKey" "bytea" NOT NULL,
	"invitationSignature" "bytea" NOT NULL,
	"ownSignature" "bytea" NOT NULL,
	"askedAt" bigint NOT NULL,
	CONSTRAINT "joins_member_unique" UNIQUE("member")
);
--> statement-breakpoint
CREATE TABLE "journal_entries" (
	"folder" "bytea" NOT NULL,
	"sequence" bigint NOT NULL,
	"entry" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "journal_entries_folder_sequence_pk" PRIMARY KEY("folder","sequence")
);
--> statement-breakpoint
CREATE TABLE "ledger_entries" (
	"sequence" bigint PRIMARY KEY NOT NULL,
	"entry" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "nonces" (
	"nonce" "bytea" PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"expiresAt" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "org" (
	"single" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"id" "bytea" NOT NULL,
	"createdAt" bigint NOT NULL,
	CONSTRAINT "org_single" CHECK ("org"."single")
);
--> statement-breakpoint
CREATE TABLE "parts" (
	"folder" "bytea" NOT NULL,
	"item" "bytea" NOT NULL,
	"part" text NOT NULL,
	"revision" bigint NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "parts_folder_item_part_pk" PRIMARY KEY("folder","item","part")
);
--> statement-breakpoint
CREATE TABLE "profiles" (
	"member" "bytea" PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"salt" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "receive_keys" (
	"hash" "bytea" PRIMARY KEY NOT NULL,
	"key" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" "bytea" PRIMARY KEY NOT NULL,
	"member" "bytea" NOT NULL,
	"sessionKey" "bytea" NOT NULL,
	"renewedTime" bigint NOT NULL,
	"expiresAt" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "setup" (
	"single" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"codeHash" "bytea" NOT NULL,
	"triesLeft" integer NOT NULL,
	CONSTRAINT "setup_single" CHECK ("setup"."single")
);
--> statement-breakpoint
CREATE TABLE "wraps" (
	"kind" text NOT NULL,
	"id" "bytea" NOT NULL,
	"generation" bigint NOT NULL,
	"toKind" text NOT NULL,
	"toId" "bytea" NOT NULL,
	"toGeneration" bigint NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "wraps_id_kind_generation_toKind_toId_toGeneration_pk" PRIMARY KEY("id","kind","generation","toKind","toId","toGeneration")
);
--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_credential_credentials_id_fk" FOREIGN KEY ("credential") REFERENCES "public"."credentials"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "credentials_member_index" ON "credentials" USING btree ("member");--> statement-breakpoint
CREATE INDEX "nonces_expiresAt_index" ON "nonces" USING btree ("expiresAt");--> statement-breakpoint
CREATE INDEX "sessions_member_index" ON "sessions" USING btree ("member");