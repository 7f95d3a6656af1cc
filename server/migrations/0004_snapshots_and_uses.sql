CREATE TABLE "snapshots" (
	"folder" "bytea" PRIMARY KEY NOT NULL,
	"sequence" bigint NOT NULL,
	"content" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "uses" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "uses_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" bigint NOT NULL,
	"folder" "bytea" NOT NULL,
	"item" "bytea" NOT NULL,
	"member" "bytea" NOT NULL,
	"purpose" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "uses_folder_id_index" ON "uses" USING btree ("folder","id");