ALTER TABLE "wraps" ADD COLUMN "holder" "bytea" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "wraps" DROP CONSTRAINT "wraps_id_kind_generation_toKind_toId_toGeneration_pk";--> statement-breakpoint
ALTER TABLE "wraps" ADD CONSTRAINT "wraps_id_kind_generation_toKind_toId_toGeneration_holder_pk" PRIMARY KEY("id","kind","generation","toKind","toId","toGeneration","holder");
