CREATE TABLE "server_secret" (
	"single" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"mark" "bytea" NOT NULL,
	CONSTRAINT "server_secret_single" CHECK ("server_secret"."single")
);
