CREATE TABLE "receipts" (
	"member" "bytea" PRIMARY KEY NOT NULL,
	"serial" bigserial NOT NULL,
	"head" bigint NOT NULL,
	"at" bigint NOT NULL,
	"receipt" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "repairs" (
	"single" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "repairs_single" CHECK ("repairs"."single")
);
--> statement-breakpoint
CREATE INDEX "receipts_serial_index" ON "receipts" USING btree ("serial");