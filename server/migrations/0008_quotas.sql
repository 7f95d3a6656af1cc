CREATE TABLE "quotas" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expire" timestamp with time zone
);
--> statement-breakpoint
CREATE INDEX "quotas_expire_index" ON "quotas" USING btree ("expire");