using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wuzha.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "burden_ceilings",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_burden_ceilings", x => x.tenant_id);
                    table.CheckConstraint("ck_burden_ceilings_tenant_id_length", "length(\"tenant_id\") <= 32");
                });

            migrationBuilder.CreateTable(
                name: "calendar_days",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    on_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    is_worked = table.Column<bool>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calendar_days", x => new { x.tenant_id, x.on_day });
                    table.CheckConstraint("ck_calendar_days_name_length", "length(\"name\") <= 40");
                    table.CheckConstraint("ck_calendar_days_tenant_id_length", "length(\"tenant_id\") <= 32");
                });

            migrationBuilder.CreateTable(
                name: "calendar_hours",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    morning_from = table.Column<int>(type: "INTEGER", nullable: false),
                    morning_until = table.Column<int>(type: "INTEGER", nullable: false),
                    afternoon_from = table.Column<int>(type: "INTEGER", nullable: false),
                    afternoon_until = table.Column<int>(type: "INTEGER", nullable: false),
                    quiet_from = table.Column<int>(type: "INTEGER", nullable: false),
                    quiet_until = table.Column<int>(type: "INTEGER", nullable: false),
                    noon_quiet = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calendar_hours", x => x.tenant_id);
                    table.CheckConstraint("ck_calendar_hours_tenant_id_length", "length(\"tenant_id\") <= 32");
                });

            migrationBuilder.CreateTable(
                name: "directive_addresses",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reach = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directive_addresses", x => new { x.tenant_id, x.owner_id, x.unit_id, x.reach });
                    table.CheckConstraint("ck_directive_addresses_reach_length", "length(\"reach\") <= 40");
                    table.CheckConstraint("ck_directive_addresses_tenant_id_length", "length(\"tenant_id\") <= 32");
                });

            migrationBuilder.CreateTable(
                name: "directive_receipts",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    directive_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    signed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    signed_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    returned_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    returned_reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directive_receipts", x => new { x.tenant_id, x.directive_id, x.unit_id });
                    table.CheckConstraint("ck_directive_receipts_returned_reason_length", "length(\"returned_reason\") <= 200");
                    table.CheckConstraint("ck_directive_receipts_tenant_id_length", "length(\"tenant_id\") <= 32");
                });

            migrationBuilder.CreateTable(
                name: "directive_relay_days",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    relay_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    opens = table.Column<long>(type: "INTEGER", nullable: false),
                    previews = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directive_relay_days", x => new { x.tenant_id, x.relay_id, x.day });
                    table.CheckConstraint("ck_directive_relay_days_tenant_id_length", "length(\"tenant_id\") <= 32");
                });

            migrationBuilder.CreateTable(
                name: "fact_blocks",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    from_position = table.Column<long>(type: "INTEGER", nullable: false),
                    to_position = table.Column<long>(type: "INTEGER", nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false),
                    previous_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    marks = table.Column<byte[]>(type: "BLOB", nullable: false),
                    sealed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fact_blocks", x => new { x.tenant_id, x.number });
                    table.CheckConstraint("ck_fact_blocks_tenant_id_length", "length(\"tenant_id\") <= 32");
                });

            migrationBuilder.CreateTable(
                name: "facts",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    campaign_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    node_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    actor_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    on_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    occurred_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    source = table.Column<int>(type: "INTEGER", nullable: false),
                    payload = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    withdraws = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_facts", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_facts_kind_length", "length(\"kind\") <= 80");
                    table.CheckConstraint("ck_facts_payload_length", "length(\"payload\") <= 20000");
                    table.CheckConstraint("ck_facts_tenant_id_length", "length(\"tenant_id\") <= 32");
                });

            migrationBuilder.CreateTable(
                name: "jobs",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    payload = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    due_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    enqueued_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    claimed_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    done_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    stopped_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    error = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_jobs", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_jobs_error_length", "length(\"error\") <= 2000");
                    table.CheckConstraint("ck_jobs_kind_length", "length(\"kind\") <= 80");
                    table.CheckConstraint("ck_jobs_payload_length", "length(\"payload\") <= 20000");
                    table.CheckConstraint("ck_jobs_tenant_id_length", "length(\"tenant_id\") <= 32");
                });

            migrationBuilder.CreateTable(
                name: "listener_cursors",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    listener = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: false),
                    fact_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_listener_cursors", x => new { x.tenant_id, x.listener });
                    table.CheckConstraint("ck_listener_cursors_listener_length", "length(\"listener\") <= 80");
                    table.CheckConstraint("ck_listener_cursors_tenant_id_length", "length(\"tenant_id\") <= 32");
                });

            migrationBuilder.CreateTable(
                name: "open_secrets",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    secret = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_open_secrets", x => new { x.tenant_id, x.day });
                    table.CheckConstraint("ck_open_secrets_secret_length", "length(\"secret\") <= 32");
                    table.CheckConstraint("ck_open_secrets_tenant_id_length", "length(\"tenant_id\") <= 32");
                });

            migrationBuilder.CreateTable(
                name: "parked_facts",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    listener = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    fact_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    error = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    failed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    next_try_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    parked_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_parked_facts", x => new { x.tenant_id, x.listener, x.fact_id });
                    table.CheckConstraint("ck_parked_facts_error_length", "length(\"error\") <= 2000");
                    table.CheckConstraint("ck_parked_facts_listener_length", "length(\"listener\") <= 80");
                    table.CheckConstraint("ck_parked_facts_tenant_id_length", "length(\"tenant_id\") <= 32");
                });

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name_sealed = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name_index = table.Column<byte[]>(type: "BLOB", nullable: false),
                    phone_sealed = table.Column<byte[]>(type: "BLOB", nullable: true),
                    phone_index = table.Column<byte[]>(type: "BLOB", nullable: true),
                    phone_tail_index = table.Column<byte[]>(type: "BLOB", nullable: true),
                    post = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_people_post_length", "length(\"post\") <= 60");
                    table.CheckConstraint("ck_people_tenant_id_length", "length(\"tenant_id\") <= 32");
                });

            migrationBuilder.CreateTable(
                name: "session_keys",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    xml = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_session_keys", x => x.id);
                    table.CheckConstraint("ck_session_keys_id_length", "length(\"id\") <= 100");
                    table.CheckConstraint("ck_session_keys_xml_length", "length(\"xml\") <= 4000");
                });

            migrationBuilder.CreateTable(
                name: "signed_texts",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    kept_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_signed_texts", x => new { x.tenant_id, x.hash });
                    table.CheckConstraint("ck_signed_texts_hash_length", "length(\"hash\") <= 64");
                    table.CheckConstraint("ck_signed_texts_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.CheckConstraint("ck_signed_texts_text_length", "length(\"text\") <= 20000");
                });

            migrationBuilder.CreateTable(
                name: "tallies",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    measure = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    node_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    campaign_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    value = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tallies", x => new { x.tenant_id, x.measure, x.node_id, x.day, x.campaign_id });
                    table.CheckConstraint("ck_tallies_measure_length", "length(\"measure\") <= 80");
                    table.CheckConstraint("ck_tallies_tenant_id_length", "length(\"tenant_id\") <= 32");
                });

            migrationBuilder.CreateTable(
                name: "tenants",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    time_zone = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    public_address = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    organiser = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    password_days = table.Column<int>(type: "INTEGER", nullable: false),
                    idle_days = table.Column<int>(type: "INTEGER", nullable: false),
                    is_demo = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tenants", x => x.id);
                    table.CheckConstraint("ck_tenants_id_length", "length(\"id\") <= 32");
                    table.CheckConstraint("ck_tenants_name_length", "length(\"name\") <= 100");
                    table.CheckConstraint("ck_tenants_organiser_length", "length(\"organiser\") <= 100");
                    table.CheckConstraint("ck_tenants_public_address_length", "length(\"public_address\") <= 200");
                    table.CheckConstraint("ck_tenants_time_zone_length", "length(\"time_zone\") <= 60");
                });

            migrationBuilder.CreateTable(
                name: "unit_placements",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    node_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    path = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unit_placements", x => new { x.tenant_id, x.node_id, x.from_on });
                    table.CheckConstraint("ck_unit_placements_path_length", "length(\"path\") <= 400");
                    table.CheckConstraint("ck_unit_placements_tenant_id_length", "length(\"tenant_id\") <= 32");
                });

            migrationBuilder.CreateTable(
                name: "units",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    parent_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    path = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    sort_key = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_units", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_units_kind_length", "length(\"kind\") <= 30");
                    table.CheckConstraint("ck_units_name_length", "length(\"name\") <= 100");
                    table.CheckConstraint("ck_units_path_length", "length(\"path\") <= 400");
                    table.CheckConstraint("ck_units_sort_key_length", "length(\"sort_key\") <= 120");
                    table.CheckConstraint("ck_units_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.ForeignKey(
                        name: "FK_units_units_tenant_id_parent_id",
                        columns: x => new { x.tenant_id, x.parent_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sign_in_name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    former_hashes = table.Column<string>(type: "TEXT", maxLength: 800, nullable: false),
                    password_expires_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    password_set_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ended_sessions = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    must_change_password = table.Column<bool>(type: "INTEGER", nullable: false),
                    second_factor_sealed = table.Column<byte[]>(type: "BLOB", nullable: true),
                    second_factor_step = table.Column<long>(type: "INTEGER", nullable: false),
                    recovery_hashes = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    failed_sign_ins = table.Column<int>(type: "INTEGER", nullable: false),
                    locked_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    unlocked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    opened_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    opened_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    approved_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    approved_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    last_sign_in_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    is_demo = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts", x => x.id);
                    table.CheckConstraint("ck_accounts_ended_sessions_length", "length(\"ended_sessions\") <= 400");
                    table.CheckConstraint("ck_accounts_former_hashes_length", "length(\"former_hashes\") <= 800");
                    table.CheckConstraint("ck_accounts_password_hash_length", "length(\"password_hash\") <= 200");
                    table.CheckConstraint("ck_accounts_recovery_hashes_length", "length(\"recovery_hashes\") <= 400");
                    table.CheckConstraint("ck_accounts_security_stamp_length", "length(\"security_stamp\") <= 60");
                    table.CheckConstraint("ck_accounts_sign_in_name_length", "length(\"sign_in_name\") <= 40");
                    table.CheckConstraint("ck_accounts_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.ForeignKey(
                        name: "FK_accounts_people_tenant_id_person_id",
                        columns: x => new { x.tenant_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "signatures",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    text_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    drawing_sealed = table.Column<byte[]>(type: "BLOB", nullable: true),
                    name_sealed = table.Column<byte[]>(type: "BLOB", nullable: true),
                    signed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    device_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_signatures", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_signatures_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.CheckConstraint("ck_signatures_text_hash_length", "length(\"text_hash\") <= 64");
                    table.ForeignKey(
                        name: "FK_signatures_people_tenant_id_person_id",
                        columns: x => new { x.tenant_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_signatures_signed_texts_tenant_id_text_hash",
                        columns: x => new { x.tenant_id, x.text_hash },
                        principalTable: "signed_texts",
                        principalColumns: new[] { "tenant_id", "hash" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "appointments",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    from_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_appointments", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_appointments_role_length", "length(\"role\") <= 30");
                    table.CheckConstraint("ck_appointments_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.ForeignKey(
                        name: "FK_appointments_people_tenant_id_person_id",
                        columns: x => new { x.tenant_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_appointments_units_tenant_id_unit_id",
                        columns: x => new { x.tenant_id, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bulletin_remarks",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    month_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    section = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bulletin_remarks", x => new { x.tenant_id, x.unit_id, x.month_on, x.section });
                    table.CheckConstraint("ck_bulletin_remarks_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.CheckConstraint("ck_bulletin_remarks_text_length", "length(\"text\") <= 1000");
                    table.ForeignKey(
                        name: "FK_bulletin_remarks_units_tenant_id_unit_id",
                        columns: x => new { x.tenant_id, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bulletins",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    month_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    snapshot = table.Column<string>(type: "TEXT", maxLength: 8000000, nullable: false),
                    snapshot_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    issued_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    issued_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    fact_words = table.Column<string>(type: "TEXT", maxLength: 3300, nullable: false),
                    withdrawn_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    withdrawn_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bulletins", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_bulletins_fact_words_length", "length(\"fact_words\") <= 3300");
                    table.CheckConstraint("ck_bulletins_snapshot_hash_length", "length(\"snapshot_hash\") <= 64");
                    table.CheckConstraint("ck_bulletins_snapshot_length", "length(\"snapshot\") <= 8000000");
                    table.CheckConstraint("ck_bulletins_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.ForeignKey(
                        name: "FK_bulletins_units_tenant_id_unit_id",
                        columns: x => new { x.tenant_id, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "campaigns",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    issuing_unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    from_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    plan_reference = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    started_fact_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_fact_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    rosters_due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    quota_reading = table.Column<int>(type: "INTEGER", nullable: false),
                    letters_closed_fact_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    letters_closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaigns", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_campaigns_name_length", "length(\"name\") <= 100");
                    table.CheckConstraint("ck_campaigns_plan_reference_length", "length(\"plan_reference\") <= 300");
                    table.CheckConstraint("ck_campaigns_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.ForeignKey(
                        name: "FK_campaigns_units_tenant_id_issuing_unit_id",
                        columns: x => new { x.tenant_id, x.issuing_unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "directive_address_books",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directive_address_books", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_directive_address_books_name_length", "length(\"name\") <= 30");
                    table.CheckConstraint("ck_directive_address_books_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.ForeignKey(
                        name: "FK_directive_address_books_units_tenant_id_unit_id",
                        columns: x => new { x.tenant_id, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "directives",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    parent_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    trail = table.Column<string>(type: "TEXT", maxLength: 198, nullable: false),
                    campaign_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    signing_time = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    to_role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    written_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    written_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    approver_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    submitted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    approved_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    rejected_reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    issued_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    due_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    expired_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    withdrawn_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    withdrawn_reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    replaces_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    addressed = table.Column<int>(type: "INTEGER", nullable: false),
                    signed = table.Column<int>(type: "INTEGER", nullable: false),
                    signed_late = table.Column<int>(type: "INTEGER", nullable: false),
                    returned = table.Column<int>(type: "INTEGER", nullable: false),
                    first_signed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    last_signed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    relays = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directives", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_directives_rejected_reason_length", "length(\"rejected_reason\") <= 200");
                    table.CheckConstraint("ck_directives_signing_time_length", "length(\"signing_time\") <= 20");
                    table.CheckConstraint("ck_directives_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.CheckConstraint("ck_directives_text_length", "length(\"text\") <= 4000");
                    table.CheckConstraint("ck_directives_title_length", "length(\"title\") <= 60");
                    table.CheckConstraint("ck_directives_to_role_length", "length(\"to_role\") <= 40");
                    table.CheckConstraint("ck_directives_trail_length", "length(\"trail\") <= 198");
                    table.CheckConstraint("ck_directives_withdrawn_reason_length", "length(\"withdrawn_reason\") <= 200");
                    table.ForeignKey(
                        name: "FK_directives_units_tenant_id_unit_id",
                        columns: x => new { x.tenant_id, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "duties",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    campaign_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    issuing_unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    stage_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    predecessor_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    timing_kind = table.Column<int>(type: "INTEGER", nullable: false),
                    timing_from_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    timing_until_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    times = table.Column<int>(type: "INTEGER", nullable: false),
                    per = table.Column<int>(type: "INTEGER", nullable: true),
                    due_day = table.Column<int>(type: "INTEGER", nullable: true),
                    need_count = table.Column<int>(type: "INTEGER", nullable: false),
                    need_basis = table.Column<int>(type: "INTEGER", nullable: false),
                    need_per = table.Column<int>(type: "INTEGER", nullable: false),
                    need_is_percent = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_priority = table.Column<bool>(type: "INTEGER", nullable: false),
                    priority_area = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    audience_words = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    channel_words = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    evidence_words = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    from_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    opened_fact_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ended_fact_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_duties", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_duties_audience_words_length", "length(\"audience_words\") <= 600");
                    table.CheckConstraint("ck_duties_channel_words_length", "length(\"channel_words\") <= 600");
                    table.CheckConstraint("ck_duties_evidence_words_length", "length(\"evidence_words\") <= 600");
                    table.CheckConstraint("ck_duties_kind_length", "length(\"kind\") <= 30");
                    table.CheckConstraint("ck_duties_priority_area_length", "length(\"priority_area\") <= 100");
                    table.CheckConstraint("ck_duties_source_length", "length(\"source\") <= 2000");
                    table.CheckConstraint("ck_duties_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.CheckConstraint("ck_duties_title_length", "length(\"title\") <= 100");
                    table.ForeignKey(
                        name: "FK_duties_duties_tenant_id_predecessor_id",
                        columns: x => new { x.tenant_id, x.predecessor_id },
                        principalTable: "duties",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_duties_units_tenant_id_issuing_unit_id",
                        columns: x => new { x.tenant_id, x.issuing_unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "escalations",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    subject_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    campaign_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    office_unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    due_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    is_unsettled = table.Column<bool>(type: "INTEGER", nullable: false),
                    said_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    said_by_fact = table.Column<Guid>(type: "TEXT", nullable: false),
                    steps_taken = table.Column<int>(type: "INTEGER", nullable: false),
                    last_step_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    next_step_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    waived_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    waived_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    waiver_reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_escalations", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_escalations_subject_kind_length", "length(\"subject_kind\") <= 40");
                    table.CheckConstraint("ck_escalations_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.CheckConstraint("ck_escalations_waiver_reason_length", "length(\"waiver_reason\") <= 200");
                    table.ForeignKey(
                        name: "FK_escalations_units_tenant_id_unit_id",
                        columns: x => new { x.tenant_id, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "files",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    access_act = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    uploaded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_files", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_files_access_act_length", "length(\"access_act\") <= 60");
                    table.CheckConstraint("ck_files_hash_length", "length(\"hash\") <= 64");
                    table.CheckConstraint("ck_files_name_length", "length(\"name\") <= 120");
                    table.CheckConstraint("ck_files_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.CheckConstraint("ck_files_type_length", "length(\"type\") <= 10");
                    table.ForeignKey(
                        name: "FK_files_units_tenant_id_unit_id",
                        columns: x => new { x.tenant_id, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "former_unit_names",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    until_on = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_former_unit_names", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_former_unit_names_name_length", "length(\"name\") <= 100");
                    table.CheckConstraint("ck_former_unit_names_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.ForeignKey(
                        name: "FK_former_unit_names_units_tenant_id_unit_id",
                        columns: x => new { x.tenant_id, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "implementation_plans",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    campaign_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    office_unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    last_number = table.Column<int>(type: "INTEGER", nullable: false),
                    filed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_implementation_plans", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_implementation_plans_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.ForeignKey(
                        name: "FK_implementation_plans_units_tenant_id_office_unit_id",
                        columns: x => new { x.tenant_id, x.office_unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_implementation_plans_units_tenant_id_unit_id",
                        columns: x => new { x.tenant_id, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "markets",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    rule = table.Column<int>(type: "INTEGER", nullable: false),
                    numbers = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_markets", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_markets_name_length", "length(\"name\") <= 40");
                    table.CheckConstraint("ck_markets_numbers_length", "length(\"numbers\") <= 100");
                    table.CheckConstraint("ck_markets_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.ForeignKey(
                        name: "FK_markets_units_tenant_id_unit_id",
                        columns: x => new { x.tenant_id, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "messages",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    recipient_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    subject_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    subject_unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    template = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    details = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    urgency = table.Column<int>(type: "INTEGER", nullable: false),
                    campaign_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    fact_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    wanted_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    not_before_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    sent_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    claimed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    delivered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    decided_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_messages", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_messages_details_length", "length(\"details\") <= 1000");
                    table.CheckConstraint("ck_messages_key_length", "length(\"key\") <= 120");
                    table.CheckConstraint("ck_messages_subject_kind_length", "length(\"subject_kind\") <= 40");
                    table.CheckConstraint("ck_messages_template_length", "length(\"template\") <= 60");
                    table.CheckConstraint("ck_messages_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.CheckConstraint("ck_messages_text_length", "length(\"text\") <= 500");
                    table.ForeignKey(
                        name: "FK_messages_people_tenant_id_recipient_id",
                        columns: x => new { x.tenant_id, x.recipient_id },
                        principalTable: "people",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_messages_units_tenant_id_unit_id",
                        columns: x => new { x.tenant_id, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_unit_aliases",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    written = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    target = table.Column<int>(type: "INTEGER", nullable: false),
                    groups = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    decided_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    fact_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_unit_aliases", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_plan_unit_aliases_groups_length", "length(\"groups\") <= 300");
                    table.CheckConstraint("ck_plan_unit_aliases_key_length", "length(\"key\") <= 100");
                    table.CheckConstraint("ck_plan_unit_aliases_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.CheckConstraint("ck_plan_unit_aliases_written_length", "length(\"written\") <= 100");
                    table.ForeignKey(
                        name: "FK_plan_unit_aliases_units_tenant_id_unit_id",
                        columns: x => new { x.tenant_id, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "public_links",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    token_hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    target_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    made_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revoked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_public_links", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_public_links_kind_length", "length(\"kind\") <= 40");
                    table.CheckConstraint("ck_public_links_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.CheckConstraint("ck_public_links_token_hash_length", "length(\"token_hash\") <= 32");
                    table.ForeignKey(
                        name: "FK_public_links_units_tenant_id_unit_id",
                        columns: x => new { x.tenant_id, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "school_seasons",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    is_term = table.Column<bool>(type: "INTEGER", nullable: false),
                    from_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until_on = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_school_seasons", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_school_seasons_name_length", "length(\"name\") <= 40");
                    table.CheckConstraint("ck_school_seasons_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.ForeignKey(
                        name: "FK_school_seasons_units_tenant_id_unit_id",
                        columns: x => new { x.tenant_id, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "suggestions",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    is_complaint = table.Column<bool>(type: "INTEGER", nullable: false),
                    to_unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    writer_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    from_unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    text_sealed = table.Column<byte[]>(type: "BLOB", maxLength: 4100, nullable: false),
                    filed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    code_index = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: true),
                    opened_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    answer_sealed = table.Column<byte[]>(type: "BLOB", maxLength: 4100, nullable: true),
                    answered_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    answered_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_suggestions", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_suggestions_answer_sealed_length", "length(\"answer_sealed\") <= 4100");
                    table.CheckConstraint("ck_suggestions_code_index_length", "length(\"code_index\") <= 16");
                    table.CheckConstraint("ck_suggestions_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.CheckConstraint("ck_suggestions_text_sealed_length", "length(\"text_sealed\") <= 4100");
                    table.ForeignKey(
                        name: "FK_suggestions_people_tenant_id_answered_by",
                        columns: x => new { x.tenant_id, x.answered_by },
                        principalTable: "people",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_suggestions_people_tenant_id_writer_id",
                        columns: x => new { x.tenant_id, x.writer_id },
                        principalTable: "people",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_suggestions_units_tenant_id_from_unit_id",
                        columns: x => new { x.tenant_id, x.from_unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_suggestions_units_tenant_id_to_unit_id",
                        columns: x => new { x.tenant_id, x.to_unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "unit_audiences",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    audience = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    people = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unit_audiences", x => new { x.tenant_id, x.unit_id, x.audience });
                    table.CheckConstraint("ck_unit_audiences_audience_length", "length(\"audience\") <= 30");
                    table.CheckConstraint("ck_unit_audiences_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.ForeignKey(
                        name: "FK_unit_audiences_units_tenant_id_unit_id",
                        columns: x => new { x.tenant_id, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "unit_profiles",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    population = table.Column<int>(type: "INTEGER", nullable: true),
                    households = table.Column<int>(type: "INTEGER", nullable: true),
                    counted_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    code = table.Column<string>(type: "TEXT", maxLength: 15, nullable: true),
                    address = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unit_profiles", x => new { x.tenant_id, x.unit_id });
                    table.CheckConstraint("ck_unit_profiles_address_length", "length(\"address\") <= 100");
                    table.CheckConstraint("ck_unit_profiles_code_length", "length(\"code\") <= 15");
                    table.CheckConstraint("ck_unit_profiles_note_length", "length(\"note\") <= 500");
                    table.CheckConstraint("ck_unit_profiles_source_length", "length(\"source\") <= 60");
                    table.CheckConstraint("ck_unit_profiles_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.ForeignKey(
                        name: "FK_unit_profiles_units_tenant_id_unit_id",
                        columns: x => new { x.tenant_id, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "work_groups",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    campaign_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    forwarder_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    witness_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    second_witness_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    set_up_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    set_up_fact_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    members = table.Column<int>(type: "INTEGER", nullable: true),
                    counted_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    dissolved_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    dissolved_fact_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    dissolved_with_campaign = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_groups", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_work_groups_name_length", "length(\"name\") <= 40");
                    table.CheckConstraint("ck_work_groups_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.ForeignKey(
                        name: "FK_work_groups_people_tenant_id_forwarder_id",
                        columns: x => new { x.tenant_id, x.forwarder_id },
                        principalTable: "people",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_work_groups_people_tenant_id_second_witness_id",
                        columns: x => new { x.tenant_id, x.second_witness_id },
                        principalTable: "people",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_work_groups_people_tenant_id_witness_id",
                        columns: x => new { x.tenant_id, x.witness_id },
                        principalTable: "people",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_work_groups_units_tenant_id_unit_id",
                        columns: x => new { x.tenant_id, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "campaign_bodies",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    campaign_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    duties = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaign_bodies", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_campaign_bodies_duties_length", "length(\"duties\") <= 1000");
                    table.CheckConstraint("ck_campaign_bodies_name_length", "length(\"name\") <= 60");
                    table.CheckConstraint("ck_campaign_bodies_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.ForeignKey(
                        name: "FK_campaign_bodies_campaigns_tenant_id_campaign_id",
                        columns: x => new { x.tenant_id, x.campaign_id },
                        principalTable: "campaigns",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_campaign_bodies_units_tenant_id_unit_id",
                        columns: x => new { x.tenant_id, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "campaign_duty_texts",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    campaign_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaign_duty_texts", x => new { x.tenant_id, x.campaign_id, x.role });
                    table.CheckConstraint("ck_campaign_duty_texts_role_length", "length(\"role\") <= 30");
                    table.CheckConstraint("ck_campaign_duty_texts_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.CheckConstraint("ck_campaign_duty_texts_text_length", "length(\"text\") <= 4000");
                    table.ForeignKey(
                        name: "FK_campaign_duty_texts_campaigns_tenant_id_campaign_id",
                        columns: x => new { x.tenant_id, x.campaign_id },
                        principalTable: "campaigns",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "campaign_exclusions",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    campaign_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaign_exclusions", x => new { x.tenant_id, x.campaign_id, x.unit_id });
                    table.CheckConstraint("ck_campaign_exclusions_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.ForeignKey(
                        name: "FK_campaign_exclusions_campaigns_tenant_id_campaign_id",
                        columns: x => new { x.tenant_id, x.campaign_id },
                        principalTable: "campaigns",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_campaign_exclusions_units_tenant_id_unit_id",
                        columns: x => new { x.tenant_id, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "campaign_resources",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    campaign_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    recorded_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    fact_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaign_resources", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_campaign_resources_kind_length", "length(\"kind\") <= 20");
                    table.CheckConstraint("ck_campaign_resources_name_length", "length(\"name\") <= 60");
                    table.CheckConstraint("ck_campaign_resources_note_length", "length(\"note\") <= 200");
                    table.CheckConstraint("ck_campaign_resources_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.ForeignKey(
                        name: "FK_campaign_resources_campaigns_tenant_id_campaign_id",
                        columns: x => new { x.tenant_id, x.campaign_id },
                        principalTable: "campaigns",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_campaign_resources_units_tenant_id_unit_id",
                        columns: x => new { x.tenant_id, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "campaign_rosters",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    campaign_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    asked_fact_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    filed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    filed_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    filed_fact_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    filed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reminded_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaign_rosters", x => new { x.tenant_id, x.campaign_id, x.unit_id });
                    table.CheckConstraint("ck_campaign_rosters_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.ForeignKey(
                        name: "FK_campaign_rosters_campaigns_tenant_id_campaign_id",
                        columns: x => new { x.tenant_id, x.campaign_id },
                        principalTable: "campaigns",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_campaign_rosters_units_tenant_id_unit_id",
                        columns: x => new { x.tenant_id, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "campaign_stages",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    campaign_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    from_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until_on = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaign_stages", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_campaign_stages_name_length", "length(\"name\") <= 60");
                    table.CheckConstraint("ck_campaign_stages_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.ForeignKey(
                        name: "FK_campaign_stages_campaigns_tenant_id_campaign_id",
                        columns: x => new { x.tenant_id, x.campaign_id },
                        principalTable: "campaigns",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "lecturer_trainings",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    campaign_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    trainer_unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    held_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    topic = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    held_fact_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lecturer_trainings", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_lecturer_trainings_place_length", "length(\"place\") <= 60");
                    table.CheckConstraint("ck_lecturer_trainings_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.CheckConstraint("ck_lecturer_trainings_topic_length", "length(\"topic\") <= 100");
                    table.ForeignKey(
                        name: "FK_lecturer_trainings_campaigns_tenant_id_campaign_id",
                        columns: x => new { x.tenant_id, x.campaign_id },
                        principalTable: "campaigns",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_lecturer_trainings_units_tenant_id_trainer_unit_id",
                        columns: x => new { x.tenant_id, x.trainer_unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "responsibility_letters",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    campaign_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    text_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    written_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    written_by = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_responsibility_letters", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_responsibility_letters_role_length", "length(\"role\") <= 30");
                    table.CheckConstraint("ck_responsibility_letters_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.CheckConstraint("ck_responsibility_letters_text_hash_length", "length(\"text_hash\") <= 64");
                    table.ForeignKey(
                        name: "FK_responsibility_letters_campaigns_tenant_id_campaign_id",
                        columns: x => new { x.tenant_id, x.campaign_id },
                        principalTable: "campaigns",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_responsibility_letters_signed_texts_tenant_id_text_hash",
                        columns: x => new { x.tenant_id, x.text_hash },
                        principalTable: "signed_texts",
                        principalColumns: new[] { "tenant_id", "hash" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "duty_assignments",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    duty_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    campaign_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    node_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    needed = table.Column<int>(type: "INTEGER", nullable: false),
                    denominator_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    either_group = table.Column<int>(type: "INTEGER", nullable: true),
                    from_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    counts_from_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    doer_person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    fact_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ended_fact_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_duty_assignments", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_duty_assignments_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.ForeignKey(
                        name: "FK_duty_assignments_duties_tenant_id_duty_id",
                        columns: x => new { x.tenant_id, x.duty_id },
                        principalTable: "duties",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_duty_assignments_people_tenant_id_doer_person_id",
                        columns: x => new { x.tenant_id, x.doer_person_id },
                        principalTable: "people",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_duty_assignments_units_tenant_id_unit_id",
                        columns: x => new { x.tenant_id, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "duty_bindings",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    duty_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    measure_key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    fact_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_duty_bindings", x => new { x.tenant_id, x.duty_id, x.from_on });
                    table.CheckConstraint("ck_duty_bindings_measure_key_length", "length(\"measure_key\") <= 80");
                    table.CheckConstraint("ck_duty_bindings_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.ForeignKey(
                        name: "FK_duty_bindings_duties_tenant_id_duty_id",
                        columns: x => new { x.tenant_id, x.duty_id },
                        principalTable: "duties",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "escalation_steps",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    escalation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    due_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    step = table.Column<int>(type: "INTEGER", nullable: false),
                    taken_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    told = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_escalation_steps", x => new { x.tenant_id, x.escalation_id, x.due_at, x.step });
                    table.CheckConstraint("ck_escalation_steps_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.ForeignKey(
                        name: "FK_escalation_steps_escalations_tenant_id_escalation_id",
                        columns: x => new { x.tenant_id, x.escalation_id },
                        principalTable: "escalations",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "directive_files",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    directive_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directive_files", x => new { x.tenant_id, x.directive_id, x.file_id });
                    table.CheckConstraint("ck_directive_files_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.ForeignKey(
                        name: "FK_directive_files_directives_tenant_id_directive_id",
                        columns: x => new { x.tenant_id, x.directive_id },
                        principalTable: "directives",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_directive_files_files_tenant_id_file_id",
                        columns: x => new { x.tenant_id, x.file_id },
                        principalTable: "files",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_documents",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    purpose = table.Column<int>(type: "INTEGER", nullable: false),
                    campaign_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    amends_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    authority = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    doc_number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    issued_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    from_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    until_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    office = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    file_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    original_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    length = table.Column<int>(type: "INTEGER", nullable: false),
                    warnings = table.Column<int>(type: "INTEGER", nullable: false),
                    read_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    read_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    reviewed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reviewed_fact_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    discarded_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    discarded_fact_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    activated_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    activated_fact_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    activated_from_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    approved_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    duties_opened = table.Column<int>(type: "INTEGER", nullable: false),
                    duties_changed = table.Column<int>(type: "INTEGER", nullable: false),
                    duties_dropped = table.Column<int>(type: "INTEGER", nullable: false),
                    assignments = table.Column<int>(type: "INTEGER", nullable: false),
                    model_answer = table.Column<int>(type: "INTEGER", nullable: false),
                    model_proposals = table.Column<int>(type: "INTEGER", nullable: false),
                    discarded_from = table.Column<int>(type: "INTEGER", nullable: false),
                    last_change = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_documents", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_plan_documents_authority_length", "length(\"authority\") <= 100");
                    table.CheckConstraint("ck_plan_documents_doc_number_length", "length(\"doc_number\") <= 60");
                    table.CheckConstraint("ck_plan_documents_office_length", "length(\"office\") <= 100");
                    table.CheckConstraint("ck_plan_documents_original_hash_length", "length(\"original_hash\") <= 64");
                    table.CheckConstraint("ck_plan_documents_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.CheckConstraint("ck_plan_documents_title_length", "length(\"title\") <= 200");
                    table.ForeignKey(
                        name: "FK_plan_documents_files_tenant_id_file_id",
                        columns: x => new { x.tenant_id, x.file_id },
                        principalTable: "files",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_plan_documents_units_tenant_id_unit_id",
                        columns: x => new { x.tenant_id, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "implementation_filings",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    file_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    filed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    filed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    filed_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    filed_fact_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    taken_back_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    is_approved = table.Column<bool>(type: "INTEGER", nullable: true),
                    answer = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    decided_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    decided_fact_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_implementation_filings", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_implementation_filings_answer_length", "length(\"answer\") <= 500");
                    table.CheckConstraint("ck_implementation_filings_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.CheckConstraint("ck_implementation_filings_text_length", "length(\"text\") <= 20000");
                    table.ForeignKey(
                        name: "FK_implementation_filings_files_tenant_id_file_id",
                        columns: x => new { x.tenant_id, x.file_id },
                        principalTable: "files",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_implementation_filings_implementation_plans_tenant_id_plan_id",
                        columns: x => new { x.tenant_id, x.plan_id },
                        principalTable: "implementation_plans",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_unit_alias_units",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    alias_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_unit_alias_units", x => new { x.tenant_id, x.alias_id, x.unit_id });
                    table.CheckConstraint("ck_plan_unit_alias_units_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.ForeignKey(
                        name: "FK_plan_unit_alias_units_plan_unit_aliases_tenant_id_alias_id",
                        columns: x => new { x.tenant_id, x.alias_id },
                        principalTable: "plan_unit_aliases",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_plan_unit_alias_units_units_tenant_id_unit_id",
                        columns: x => new { x.tenant_id, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "directive_relays",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    directive_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    group_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    sent_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    sent_fact_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    confirmed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    confirmed_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    confirmed_fact_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directive_relays", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_directive_relays_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.ForeignKey(
                        name: "FK_directive_relays_directives_tenant_id_directive_id",
                        columns: x => new { x.tenant_id, x.directive_id },
                        principalTable: "directives",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_directive_relays_work_groups_tenant_id_group_id",
                        columns: x => new { x.tenant_id, x.group_id },
                        principalTable: "work_groups",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "campaign_seats",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    campaign_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    body_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    post = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    from_unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    from_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaign_seats", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_campaign_seats_post_length", "length(\"post\") <= 60");
                    table.CheckConstraint("ck_campaign_seats_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.ForeignKey(
                        name: "FK_campaign_seats_campaign_bodies_tenant_id_body_id",
                        columns: x => new { x.tenant_id, x.body_id },
                        principalTable: "campaign_bodies",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_campaign_seats_people_tenant_id_person_id",
                        columns: x => new { x.tenant_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_campaign_seats_units_tenant_id_from_unit_id",
                        columns: x => new { x.tenant_id, x.from_unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "campaign_roster_entries",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    campaign_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    post = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaign_roster_entries", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_campaign_roster_entries_post_length", "length(\"post\") <= 60");
                    table.CheckConstraint("ck_campaign_roster_entries_role_length", "length(\"role\") <= 30");
                    table.CheckConstraint("ck_campaign_roster_entries_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.ForeignKey(
                        name: "FK_campaign_roster_entries_campaign_rosters_tenant_id_campaign_id_unit_id",
                        columns: x => new { x.tenant_id, x.campaign_id, x.unit_id },
                        principalTable: "campaign_rosters",
                        principalColumns: new[] { "tenant_id", "campaign_id", "unit_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_campaign_roster_entries_people_tenant_id_person_id",
                        columns: x => new { x.tenant_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "lecturer_training_attendees",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    training_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    campaign_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    fact_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lecturer_training_attendees", x => new { x.tenant_id, x.training_id, x.person_id, x.unit_id });
                    table.CheckConstraint("ck_lecturer_training_attendees_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.ForeignKey(
                        name: "FK_lecturer_training_attendees_lecturer_trainings_tenant_id_training_id",
                        columns: x => new { x.tenant_id, x.training_id },
                        principalTable: "lecturer_trainings",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_lecturer_training_attendees_people_tenant_id_person_id",
                        columns: x => new { x.tenant_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_lecturer_training_attendees_units_tenant_id_unit_id",
                        columns: x => new { x.tenant_id, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "responsibility_claims",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    campaign_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    letter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    signature_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    signed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    fact_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    withdrawn_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_responsibility_claims", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_responsibility_claims_role_length", "length(\"role\") <= 30");
                    table.CheckConstraint("ck_responsibility_claims_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.ForeignKey(
                        name: "FK_responsibility_claims_people_tenant_id_person_id",
                        columns: x => new { x.tenant_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_responsibility_claims_responsibility_letters_tenant_id_letter_id",
                        columns: x => new { x.tenant_id, x.letter_id },
                        principalTable: "responsibility_letters",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_responsibility_claims_signatures_tenant_id_signature_id",
                        columns: x => new { x.tenant_id, x.signature_id },
                        principalTable: "signatures",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_responsibility_claims_units_tenant_id_unit_id",
                        columns: x => new { x.tenant_id, x.unit_id },
                        principalTable: "units",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "duty_asks",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    assignment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    is_open = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_duty_asks", x => new { x.tenant_id, x.assignment_id });
                    table.CheckConstraint("ck_duty_asks_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.ForeignKey(
                        name: "FK_duty_asks_duty_assignments_tenant_id_assignment_id",
                        columns: x => new { x.tenant_id, x.assignment_id },
                        principalTable: "duty_assignments",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "duty_returns",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    assignment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    returned_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    returned_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    fact_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    is_accepted = table.Column<bool>(type: "INTEGER", nullable: true),
                    answer = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    decided_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_duty_returns", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_duty_returns_answer_length", "length(\"answer\") <= 500");
                    table.CheckConstraint("ck_duty_returns_reason_length", "length(\"reason\") <= 500");
                    table.CheckConstraint("ck_duty_returns_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.ForeignKey(
                        name: "FK_duty_returns_duty_assignments_tenant_id_assignment_id",
                        columns: x => new { x.tenant_id, x.assignment_id },
                        principalTable: "duty_assignments",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "duty_waivers",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    assignment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    period_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    given_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    given_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    fact_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    withdrawn_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    withdrawn_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_duty_waivers", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_duty_waivers_reason_length", "length(\"reason\") <= 500");
                    table.CheckConstraint("ck_duty_waivers_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.ForeignKey(
                        name: "FK_duty_waivers_duty_assignments_tenant_id_assignment_id",
                        columns: x => new { x.tenant_id, x.assignment_id },
                        principalTable: "duty_assignments",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "work_records",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    assignment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    on_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    amount = table.Column<int>(type: "INTEGER", nullable: false),
                    place = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    remark = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    file_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    recorded_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    fact_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    withdrawn_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    withdrawn_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_records", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_work_records_place_length", "length(\"place\") <= 100");
                    table.CheckConstraint("ck_work_records_remark_length", "length(\"remark\") <= 500");
                    table.CheckConstraint("ck_work_records_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.ForeignKey(
                        name: "FK_work_records_duty_assignments_tenant_id_assignment_id",
                        columns: x => new { x.tenant_id, x.assignment_id },
                        principalTable: "duty_assignments",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_work_records_files_tenant_id_file_id",
                        columns: x => new { x.tenant_id, x.file_id },
                        principalTable: "files",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_annexes",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    is_absent = table.Column<bool>(type: "INTEGER", nullable: false),
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_annexes", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_plan_annexes_name_length", "length(\"name\") <= 200");
                    table.CheckConstraint("ck_plan_annexes_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.ForeignKey(
                        name: "FK_plan_annexes_plan_documents_tenant_id_plan_id",
                        columns: x => new { x.tenant_id, x.plan_id },
                        principalTable: "plan_documents",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_changes",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    what = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    before = table.Column<string>(type: "TEXT", maxLength: 4000000, nullable: false),
                    after = table.Column<string>(type: "TEXT", maxLength: 4000000, nullable: false),
                    done_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    done_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    fact_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    undone_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    undone_by = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_changes", x => new { x.tenant_id, x.plan_id, x.number });
                    table.CheckConstraint("ck_plan_changes_after_length", "length(\"after\") <= 4000000");
                    table.CheckConstraint("ck_plan_changes_before_length", "length(\"before\") <= 4000000");
                    table.CheckConstraint("ck_plan_changes_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.CheckConstraint("ck_plan_changes_what_length", "length(\"what\") <= 20");
                    table.ForeignKey(
                        name: "FK_plan_changes_plan_documents_tenant_id_plan_id",
                        columns: x => new { x.tenant_id, x.plan_id },
                        principalTable: "plan_documents",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_indicators",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    rises = table.Column<bool>(type: "INTEGER", nullable: false),
                    value = table.Column<double>(type: "REAL", nullable: true),
                    value_unit = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_indicators", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_plan_indicators_name_length", "length(\"name\") <= 100");
                    table.CheckConstraint("ck_plan_indicators_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.CheckConstraint("ck_plan_indicators_value_unit_length", "length(\"value_unit\") <= 10");
                    table.ForeignKey(
                        name: "FK_plan_indicators_plan_documents_tenant_id_plan_id",
                        columns: x => new { x.tenant_id, x.plan_id },
                        principalTable: "plan_documents",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_leftovers",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    start = table.Column<int>(type: "INTEGER", nullable: false),
                    end = table.Column<int>(type: "INTEGER", nullable: false),
                    @class = table.Column<string>(name: "class", type: "TEXT", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_leftovers", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_plan_leftovers_class_length", "length(\"class\") <= 20");
                    table.CheckConstraint("ck_plan_leftovers_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.ForeignKey(
                        name: "FK_plan_leftovers_plan_documents_tenant_id_plan_id",
                        columns: x => new { x.tenant_id, x.plan_id },
                        principalTable: "plan_documents",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_matches",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    proposal_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    duty_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_matches", x => new { x.tenant_id, x.plan_id, x.proposal_id });
                    table.CheckConstraint("ck_plan_matches_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.ForeignKey(
                        name: "FK_plan_matches_plan_documents_tenant_id_plan_id",
                        columns: x => new { x.tenant_id, x.plan_id },
                        principalTable: "plan_documents",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_proposals",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    start = table.Column<int>(type: "INTEGER", nullable: false),
                    end = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    units = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    times = table.Column<int>(type: "INTEGER", nullable: true),
                    per = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    is_least = table.Column<bool>(type: "INTEGER", nullable: false),
                    deadline = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    quota_count = table.Column<int>(type: "INTEGER", nullable: true),
                    quota_per = table.Column<int>(type: "INTEGER", nullable: true),
                    quota_unit = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    target_metric = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    target_value = table.Column<double>(type: "REAL", nullable: true),
                    target_unit = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    audiences = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    channels = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    evidence = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    rule = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    is_from_model = table.Column<bool>(type: "INTEGER", nullable: false),
                    decision = table.Column<int>(type: "INTEGER", nullable: false),
                    measure_key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    guard_turn = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_proposals", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_plan_proposals_audiences_length", "length(\"audiences\") <= 8000");
                    table.CheckConstraint("ck_plan_proposals_channels_length", "length(\"channels\") <= 8000");
                    table.CheckConstraint("ck_plan_proposals_deadline_length", "length(\"deadline\") <= 10");
                    table.CheckConstraint("ck_plan_proposals_evidence_length", "length(\"evidence\") <= 8000");
                    table.CheckConstraint("ck_plan_proposals_guard_turn_length", "length(\"guard_turn\") <= 500");
                    table.CheckConstraint("ck_plan_proposals_kind_length", "length(\"kind\") <= 20");
                    table.CheckConstraint("ck_plan_proposals_measure_key_length", "length(\"measure_key\") <= 60");
                    table.CheckConstraint("ck_plan_proposals_per_length", "length(\"per\") <= 10");
                    table.CheckConstraint("ck_plan_proposals_quota_unit_length", "length(\"quota_unit\") <= 20");
                    table.CheckConstraint("ck_plan_proposals_rule_length", "length(\"rule\") <= 20");
                    table.CheckConstraint("ck_plan_proposals_target_metric_length", "length(\"target_metric\") <= 40");
                    table.CheckConstraint("ck_plan_proposals_target_unit_length", "length(\"target_unit\") <= 10");
                    table.CheckConstraint("ck_plan_proposals_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.CheckConstraint("ck_plan_proposals_title_length", "length(\"title\") <= 40");
                    table.CheckConstraint("ck_plan_proposals_units_length", "length(\"units\") <= 8000");
                    table.ForeignKey(
                        name: "FK_plan_proposals_plan_documents_tenant_id_plan_id",
                        columns: x => new { x.tenant_id, x.plan_id },
                        principalTable: "plan_documents",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_roles",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: true),
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_roles", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_plan_roles_role_length", "length(\"role\") <= 100");
                    table.CheckConstraint("ck_plan_roles_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.ForeignKey(
                        name: "FK_plan_roles_plan_documents_tenant_id_plan_id",
                        columns: x => new { x.tenant_id, x.plan_id },
                        principalTable: "plan_documents",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_sections",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    start = table.Column<int>(type: "INTEGER", nullable: false),
                    end = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_sections", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_plan_sections_name_length", "length(\"name\") <= 200");
                    table.CheckConstraint("ck_plan_sections_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.ForeignKey(
                        name: "FK_plan_sections_plan_documents_tenant_id_plan_id",
                        columns: x => new { x.tenant_id, x.plan_id },
                        principalTable: "plan_documents",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_stages",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    from_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    until_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_stages", x => new { x.tenant_id, x.id });
                    table.CheckConstraint("ck_plan_stages_name_length", "length(\"name\") <= 100");
                    table.CheckConstraint("ck_plan_stages_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.ForeignKey(
                        name: "FK_plan_stages_plan_documents_tenant_id_plan_id",
                        columns: x => new { x.tenant_id, x.plan_id },
                        principalTable: "plan_documents",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_texts",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 1000000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_texts", x => new { x.tenant_id, x.plan_id });
                    table.CheckConstraint("ck_plan_texts_tenant_id_length", "length(\"tenant_id\") <= 32");
                    table.CheckConstraint("ck_plan_texts_text_length", "length(\"text\") <= 1000000");
                    table.ForeignKey(
                        name: "FK_plan_texts_plan_documents_tenant_id_plan_id",
                        columns: x => new { x.tenant_id, x.plan_id },
                        principalTable: "plan_documents",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_accounts_sign_in_name",
                table: "accounts",
                column: "sign_in_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounts_tenant_id_person_id",
                table: "accounts",
                columns: new[] { "tenant_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_appointments_tenant_id_person_id",
                table: "appointments",
                columns: new[] { "tenant_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "IX_appointments_tenant_id_person_id_unit_id_role",
                table: "appointments",
                columns: new[] { "tenant_id", "person_id", "unit_id", "role" },
                unique: true,
                filter: "until_on is null");

            migrationBuilder.CreateIndex(
                name: "IX_appointments_tenant_id_unit_id_role",
                table: "appointments",
                columns: new[] { "tenant_id", "unit_id", "role" });

            migrationBuilder.CreateIndex(
                name: "IX_bulletins_tenant_id_unit_id_month_on",
                table: "bulletins",
                columns: new[] { "tenant_id", "unit_id", "month_on" },
                unique: true,
                filter: "withdrawn_at is null");

            migrationBuilder.CreateIndex(
                name: "IX_campaign_bodies_tenant_id_campaign_id",
                table: "campaign_bodies",
                columns: new[] { "tenant_id", "campaign_id" });

            migrationBuilder.CreateIndex(
                name: "IX_campaign_bodies_tenant_id_unit_id",
                table: "campaign_bodies",
                columns: new[] { "tenant_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "IX_campaign_exclusions_tenant_id_unit_id",
                table: "campaign_exclusions",
                columns: new[] { "tenant_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "IX_campaign_resources_tenant_id_campaign_id",
                table: "campaign_resources",
                columns: new[] { "tenant_id", "campaign_id" });

            migrationBuilder.CreateIndex(
                name: "IX_campaign_resources_tenant_id_unit_id",
                table: "campaign_resources",
                columns: new[] { "tenant_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "IX_campaign_roster_entries_tenant_id_campaign_id_unit_id_role_person_id",
                table: "campaign_roster_entries",
                columns: new[] { "tenant_id", "campaign_id", "unit_id", "role", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_campaign_roster_entries_tenant_id_person_id",
                table: "campaign_roster_entries",
                columns: new[] { "tenant_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "IX_campaign_rosters_tenant_id_unit_id",
                table: "campaign_rosters",
                columns: new[] { "tenant_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "IX_campaign_seats_tenant_id_body_id",
                table: "campaign_seats",
                columns: new[] { "tenant_id", "body_id" });

            migrationBuilder.CreateIndex(
                name: "IX_campaign_seats_tenant_id_campaign_id",
                table: "campaign_seats",
                columns: new[] { "tenant_id", "campaign_id" });

            migrationBuilder.CreateIndex(
                name: "IX_campaign_seats_tenant_id_from_unit_id",
                table: "campaign_seats",
                columns: new[] { "tenant_id", "from_unit_id" });

            migrationBuilder.CreateIndex(
                name: "IX_campaign_seats_tenant_id_person_id",
                table: "campaign_seats",
                columns: new[] { "tenant_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "IX_campaign_stages_tenant_id_campaign_id",
                table: "campaign_stages",
                columns: new[] { "tenant_id", "campaign_id" });

            migrationBuilder.CreateIndex(
                name: "IX_campaigns_tenant_id_issuing_unit_id",
                table: "campaigns",
                columns: new[] { "tenant_id", "issuing_unit_id" });

            migrationBuilder.CreateIndex(
                name: "IX_directive_address_books_tenant_id_unit_id_name",
                table: "directive_address_books",
                columns: new[] { "tenant_id", "unit_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_directive_files_tenant_id_file_id",
                table: "directive_files",
                columns: new[] { "tenant_id", "file_id" });

            migrationBuilder.CreateIndex(
                name: "IX_directive_relays_tenant_id_directive_id_group_id",
                table: "directive_relays",
                columns: new[] { "tenant_id", "directive_id", "group_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_directive_relays_tenant_id_group_id",
                table: "directive_relays",
                columns: new[] { "tenant_id", "group_id" });

            migrationBuilder.CreateIndex(
                name: "IX_directive_relays_tenant_id_unit_id",
                table: "directive_relays",
                columns: new[] { "tenant_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "IX_directives_tenant_id_issued_at",
                table: "directives",
                columns: new[] { "tenant_id", "issued_at" });

            migrationBuilder.CreateIndex(
                name: "IX_directives_tenant_id_trail",
                table: "directives",
                columns: new[] { "tenant_id", "trail" });

            migrationBuilder.CreateIndex(
                name: "IX_directives_tenant_id_unit_id",
                table: "directives",
                columns: new[] { "tenant_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "IX_duties_tenant_id_campaign_id_number",
                table: "duties",
                columns: new[] { "tenant_id", "campaign_id", "number" },
                unique: true,
                filter: "ended_on is null");

            migrationBuilder.CreateIndex(
                name: "IX_duties_tenant_id_issuing_unit_id",
                table: "duties",
                columns: new[] { "tenant_id", "issuing_unit_id" });

            migrationBuilder.CreateIndex(
                name: "IX_duties_tenant_id_predecessor_id",
                table: "duties",
                columns: new[] { "tenant_id", "predecessor_id" });

            migrationBuilder.CreateIndex(
                name: "IX_duty_assignments_tenant_id_campaign_id",
                table: "duty_assignments",
                columns: new[] { "tenant_id", "campaign_id" });

            migrationBuilder.CreateIndex(
                name: "IX_duty_assignments_tenant_id_doer_person_id",
                table: "duty_assignments",
                columns: new[] { "tenant_id", "doer_person_id" });

            migrationBuilder.CreateIndex(
                name: "IX_duty_assignments_tenant_id_duty_id_unit_id",
                table: "duty_assignments",
                columns: new[] { "tenant_id", "duty_id", "unit_id" },
                unique: true,
                filter: "ended_on is null");

            migrationBuilder.CreateIndex(
                name: "IX_duty_assignments_tenant_id_unit_id",
                table: "duty_assignments",
                columns: new[] { "tenant_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "IX_duty_returns_tenant_id_assignment_id",
                table: "duty_returns",
                columns: new[] { "tenant_id", "assignment_id" },
                unique: true,
                filter: "is_accepted is null");

            migrationBuilder.CreateIndex(
                name: "IX_duty_waivers_tenant_id_assignment_id",
                table: "duty_waivers",
                columns: new[] { "tenant_id", "assignment_id" });

            migrationBuilder.CreateIndex(
                name: "IX_escalations_tenant_id_next_step_at",
                table: "escalations",
                columns: new[] { "tenant_id", "next_step_at" });

            migrationBuilder.CreateIndex(
                name: "IX_escalations_tenant_id_subject_kind_subject_id_unit_id",
                table: "escalations",
                columns: new[] { "tenant_id", "subject_kind", "subject_id", "unit_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_escalations_tenant_id_unit_id",
                table: "escalations",
                columns: new[] { "tenant_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "IX_facts_tenant_id_kind_on_day_node_id",
                table: "facts",
                columns: new[] { "tenant_id", "kind", "on_day", "node_id" });

            migrationBuilder.CreateIndex(
                name: "IX_facts_tenant_id_position_id",
                table: "facts",
                columns: new[] { "tenant_id", "position", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_facts_tenant_id_withdraws",
                table: "facts",
                columns: new[] { "tenant_id", "withdraws" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_files_tenant_id_expires_at",
                table: "files",
                columns: new[] { "tenant_id", "expires_at" });

            migrationBuilder.CreateIndex(
                name: "IX_files_tenant_id_hash",
                table: "files",
                columns: new[] { "tenant_id", "hash" });

            migrationBuilder.CreateIndex(
                name: "IX_files_tenant_id_unit_id",
                table: "files",
                columns: new[] { "tenant_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "IX_former_unit_names_tenant_id_unit_id",
                table: "former_unit_names",
                columns: new[] { "tenant_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "IX_implementation_filings_tenant_id_file_id",
                table: "implementation_filings",
                columns: new[] { "tenant_id", "file_id" });

            migrationBuilder.CreateIndex(
                name: "IX_implementation_filings_tenant_id_plan_id_number",
                table: "implementation_filings",
                columns: new[] { "tenant_id", "plan_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_implementation_plans_tenant_id_campaign_id_unit_id",
                table: "implementation_plans",
                columns: new[] { "tenant_id", "campaign_id", "unit_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_implementation_plans_tenant_id_office_unit_id_state",
                table: "implementation_plans",
                columns: new[] { "tenant_id", "office_unit_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_implementation_plans_tenant_id_unit_id",
                table: "implementation_plans",
                columns: new[] { "tenant_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "IX_jobs_tenant_id_done_at_due_at",
                table: "jobs",
                columns: new[] { "tenant_id", "done_at", "due_at" });

            migrationBuilder.CreateIndex(
                name: "IX_lecturer_training_attendees_tenant_id_campaign_id",
                table: "lecturer_training_attendees",
                columns: new[] { "tenant_id", "campaign_id" });

            migrationBuilder.CreateIndex(
                name: "IX_lecturer_training_attendees_tenant_id_person_id",
                table: "lecturer_training_attendees",
                columns: new[] { "tenant_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "IX_lecturer_training_attendees_tenant_id_unit_id",
                table: "lecturer_training_attendees",
                columns: new[] { "tenant_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "IX_lecturer_trainings_tenant_id_campaign_id",
                table: "lecturer_trainings",
                columns: new[] { "tenant_id", "campaign_id" });

            migrationBuilder.CreateIndex(
                name: "IX_lecturer_trainings_tenant_id_trainer_unit_id",
                table: "lecturer_trainings",
                columns: new[] { "tenant_id", "trainer_unit_id" });

            migrationBuilder.CreateIndex(
                name: "IX_markets_tenant_id_unit_id",
                table: "markets",
                columns: new[] { "tenant_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "IX_messages_tenant_id_recipient_id_key",
                table: "messages",
                columns: new[] { "tenant_id", "recipient_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_messages_tenant_id_recipient_id_subject_kind_subject_id_subject_unit_id_sent_on",
                table: "messages",
                columns: new[] { "tenant_id", "recipient_id", "subject_kind", "subject_id", "subject_unit_id", "sent_on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_messages_tenant_id_state_not_before_at",
                table: "messages",
                columns: new[] { "tenant_id", "state", "not_before_at" });

            migrationBuilder.CreateIndex(
                name: "IX_messages_tenant_id_unit_id",
                table: "messages",
                columns: new[] { "tenant_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "IX_people_tenant_id_name_index",
                table: "people",
                columns: new[] { "tenant_id", "name_index" });

            migrationBuilder.CreateIndex(
                name: "IX_people_tenant_id_phone_index",
                table: "people",
                columns: new[] { "tenant_id", "phone_index" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_people_tenant_id_phone_tail_index",
                table: "people",
                columns: new[] { "tenant_id", "phone_tail_index" });

            migrationBuilder.CreateIndex(
                name: "IX_plan_annexes_tenant_id_plan_id",
                table: "plan_annexes",
                columns: new[] { "tenant_id", "plan_id" });

            migrationBuilder.CreateIndex(
                name: "IX_plan_documents_tenant_id_campaign_id",
                table: "plan_documents",
                columns: new[] { "tenant_id", "campaign_id" });

            migrationBuilder.CreateIndex(
                name: "IX_plan_documents_tenant_id_file_id",
                table: "plan_documents",
                columns: new[] { "tenant_id", "file_id" });

            migrationBuilder.CreateIndex(
                name: "IX_plan_documents_tenant_id_unit_id",
                table: "plan_documents",
                columns: new[] { "tenant_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "IX_plan_indicators_tenant_id_plan_id",
                table: "plan_indicators",
                columns: new[] { "tenant_id", "plan_id" });

            migrationBuilder.CreateIndex(
                name: "IX_plan_leftovers_tenant_id_plan_id_start",
                table: "plan_leftovers",
                columns: new[] { "tenant_id", "plan_id", "start" });

            migrationBuilder.CreateIndex(
                name: "IX_plan_proposals_tenant_id_plan_id_start",
                table: "plan_proposals",
                columns: new[] { "tenant_id", "plan_id", "start" });

            migrationBuilder.CreateIndex(
                name: "IX_plan_roles_tenant_id_plan_id",
                table: "plan_roles",
                columns: new[] { "tenant_id", "plan_id" });

            migrationBuilder.CreateIndex(
                name: "IX_plan_sections_tenant_id_plan_id",
                table: "plan_sections",
                columns: new[] { "tenant_id", "plan_id" });

            migrationBuilder.CreateIndex(
                name: "IX_plan_stages_tenant_id_plan_id",
                table: "plan_stages",
                columns: new[] { "tenant_id", "plan_id" });

            migrationBuilder.CreateIndex(
                name: "IX_plan_unit_alias_units_tenant_id_unit_id",
                table: "plan_unit_alias_units",
                columns: new[] { "tenant_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "IX_plan_unit_aliases_tenant_id_unit_id_key",
                table: "plan_unit_aliases",
                columns: new[] { "tenant_id", "unit_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_public_links_tenant_id_token_hash",
                table: "public_links",
                columns: new[] { "tenant_id", "token_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_public_links_tenant_id_unit_id",
                table: "public_links",
                columns: new[] { "tenant_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "IX_responsibility_claims_tenant_id_campaign_id_unit_id_person_id_role",
                table: "responsibility_claims",
                columns: new[] { "tenant_id", "campaign_id", "unit_id", "person_id", "role" },
                unique: true,
                filter: "withdrawn_at is null");

            migrationBuilder.CreateIndex(
                name: "IX_responsibility_claims_tenant_id_letter_id",
                table: "responsibility_claims",
                columns: new[] { "tenant_id", "letter_id" });

            migrationBuilder.CreateIndex(
                name: "IX_responsibility_claims_tenant_id_person_id",
                table: "responsibility_claims",
                columns: new[] { "tenant_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "IX_responsibility_claims_tenant_id_signature_id",
                table: "responsibility_claims",
                columns: new[] { "tenant_id", "signature_id" });

            migrationBuilder.CreateIndex(
                name: "IX_responsibility_claims_tenant_id_unit_id",
                table: "responsibility_claims",
                columns: new[] { "tenant_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "IX_responsibility_letters_tenant_id_campaign_id_role_number",
                table: "responsibility_letters",
                columns: new[] { "tenant_id", "campaign_id", "role", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_responsibility_letters_tenant_id_text_hash",
                table: "responsibility_letters",
                columns: new[] { "tenant_id", "text_hash" });

            migrationBuilder.CreateIndex(
                name: "IX_school_seasons_tenant_id_unit_id",
                table: "school_seasons",
                columns: new[] { "tenant_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "IX_signatures_tenant_id_person_id",
                table: "signatures",
                columns: new[] { "tenant_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "IX_signatures_tenant_id_text_hash",
                table: "signatures",
                columns: new[] { "tenant_id", "text_hash" });

            migrationBuilder.CreateIndex(
                name: "IX_suggestions_tenant_id_answered_by",
                table: "suggestions",
                columns: new[] { "tenant_id", "answered_by" });

            migrationBuilder.CreateIndex(
                name: "IX_suggestions_tenant_id_code_index",
                table: "suggestions",
                columns: new[] { "tenant_id", "code_index" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_suggestions_tenant_id_from_unit_id",
                table: "suggestions",
                columns: new[] { "tenant_id", "from_unit_id" });

            migrationBuilder.CreateIndex(
                name: "IX_suggestions_tenant_id_to_unit_id",
                table: "suggestions",
                columns: new[] { "tenant_id", "to_unit_id" });

            migrationBuilder.CreateIndex(
                name: "IX_suggestions_tenant_id_writer_id",
                table: "suggestions",
                columns: new[] { "tenant_id", "writer_id" });

            migrationBuilder.CreateIndex(
                name: "IX_unit_placements_tenant_id_path",
                table: "unit_placements",
                columns: new[] { "tenant_id", "path" });

            migrationBuilder.CreateIndex(
                name: "IX_unit_profiles_tenant_id_code",
                table: "unit_profiles",
                columns: new[] { "tenant_id", "code" });

            migrationBuilder.CreateIndex(
                name: "IX_units_tenant_id_name",
                table: "units",
                columns: new[] { "tenant_id", "name" },
                unique: true,
                filter: "closed_on is null and parent_id is null");

            migrationBuilder.CreateIndex(
                name: "IX_units_tenant_id_parent_id_name",
                table: "units",
                columns: new[] { "tenant_id", "parent_id", "name" },
                unique: true,
                filter: "closed_on is null");

            migrationBuilder.CreateIndex(
                name: "IX_units_tenant_id_parent_id_sort_key",
                table: "units",
                columns: new[] { "tenant_id", "parent_id", "sort_key" });

            migrationBuilder.CreateIndex(
                name: "IX_units_tenant_id_path",
                table: "units",
                columns: new[] { "tenant_id", "path" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_work_groups_tenant_id_campaign_id",
                table: "work_groups",
                columns: new[] { "tenant_id", "campaign_id" });

            migrationBuilder.CreateIndex(
                name: "IX_work_groups_tenant_id_forwarder_id",
                table: "work_groups",
                columns: new[] { "tenant_id", "forwarder_id" });

            migrationBuilder.CreateIndex(
                name: "IX_work_groups_tenant_id_second_witness_id",
                table: "work_groups",
                columns: new[] { "tenant_id", "second_witness_id" });

            migrationBuilder.CreateIndex(
                name: "IX_work_groups_tenant_id_unit_id",
                table: "work_groups",
                columns: new[] { "tenant_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "IX_work_groups_tenant_id_witness_id",
                table: "work_groups",
                columns: new[] { "tenant_id", "witness_id" });

            migrationBuilder.CreateIndex(
                name: "IX_work_records_tenant_id_assignment_id",
                table: "work_records",
                columns: new[] { "tenant_id", "assignment_id" });

            migrationBuilder.CreateIndex(
                name: "IX_work_records_tenant_id_file_id",
                table: "work_records",
                columns: new[] { "tenant_id", "file_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.DropTable(
                name: "appointments");

            migrationBuilder.DropTable(
                name: "bulletin_remarks");

            migrationBuilder.DropTable(
                name: "bulletins");

            migrationBuilder.DropTable(
                name: "burden_ceilings");

            migrationBuilder.DropTable(
                name: "calendar_days");

            migrationBuilder.DropTable(
                name: "calendar_hours");

            migrationBuilder.DropTable(
                name: "campaign_duty_texts");

            migrationBuilder.DropTable(
                name: "campaign_exclusions");

            migrationBuilder.DropTable(
                name: "campaign_resources");

            migrationBuilder.DropTable(
                name: "campaign_roster_entries");

            migrationBuilder.DropTable(
                name: "campaign_seats");

            migrationBuilder.DropTable(
                name: "campaign_stages");

            migrationBuilder.DropTable(
                name: "directive_address_books");

            migrationBuilder.DropTable(
                name: "directive_addresses");

            migrationBuilder.DropTable(
                name: "directive_files");

            migrationBuilder.DropTable(
                name: "directive_receipts");

            migrationBuilder.DropTable(
                name: "directive_relay_days");

            migrationBuilder.DropTable(
                name: "directive_relays");

            migrationBuilder.DropTable(
                name: "duty_asks");

            migrationBuilder.DropTable(
                name: "duty_bindings");

            migrationBuilder.DropTable(
                name: "duty_returns");

            migrationBuilder.DropTable(
                name: "duty_waivers");

            migrationBuilder.DropTable(
                name: "escalation_steps");

            migrationBuilder.DropTable(
                name: "fact_blocks");

            migrationBuilder.DropTable(
                name: "facts");

            migrationBuilder.DropTable(
                name: "former_unit_names");

            migrationBuilder.DropTable(
                name: "implementation_filings");

            migrationBuilder.DropTable(
                name: "jobs");

            migrationBuilder.DropTable(
                name: "lecturer_training_attendees");

            migrationBuilder.DropTable(
                name: "listener_cursors");

            migrationBuilder.DropTable(
                name: "markets");

            migrationBuilder.DropTable(
                name: "messages");

            migrationBuilder.DropTable(
                name: "open_secrets");

            migrationBuilder.DropTable(
                name: "parked_facts");

            migrationBuilder.DropTable(
                name: "plan_annexes");

            migrationBuilder.DropTable(
                name: "plan_changes");

            migrationBuilder.DropTable(
                name: "plan_indicators");

            migrationBuilder.DropTable(
                name: "plan_leftovers");

            migrationBuilder.DropTable(
                name: "plan_matches");

            migrationBuilder.DropTable(
                name: "plan_proposals");

            migrationBuilder.DropTable(
                name: "plan_roles");

            migrationBuilder.DropTable(
                name: "plan_sections");

            migrationBuilder.DropTable(
                name: "plan_stages");

            migrationBuilder.DropTable(
                name: "plan_texts");

            migrationBuilder.DropTable(
                name: "plan_unit_alias_units");

            migrationBuilder.DropTable(
                name: "public_links");

            migrationBuilder.DropTable(
                name: "responsibility_claims");

            migrationBuilder.DropTable(
                name: "school_seasons");

            migrationBuilder.DropTable(
                name: "session_keys");

            migrationBuilder.DropTable(
                name: "suggestions");

            migrationBuilder.DropTable(
                name: "tallies");

            migrationBuilder.DropTable(
                name: "tenants");

            migrationBuilder.DropTable(
                name: "unit_audiences");

            migrationBuilder.DropTable(
                name: "unit_placements");

            migrationBuilder.DropTable(
                name: "unit_profiles");

            migrationBuilder.DropTable(
                name: "work_records");

            migrationBuilder.DropTable(
                name: "campaign_rosters");

            migrationBuilder.DropTable(
                name: "campaign_bodies");

            migrationBuilder.DropTable(
                name: "directives");

            migrationBuilder.DropTable(
                name: "work_groups");

            migrationBuilder.DropTable(
                name: "escalations");

            migrationBuilder.DropTable(
                name: "implementation_plans");

            migrationBuilder.DropTable(
                name: "lecturer_trainings");

            migrationBuilder.DropTable(
                name: "plan_documents");

            migrationBuilder.DropTable(
                name: "plan_unit_aliases");

            migrationBuilder.DropTable(
                name: "responsibility_letters");

            migrationBuilder.DropTable(
                name: "signatures");

            migrationBuilder.DropTable(
                name: "duty_assignments");

            migrationBuilder.DropTable(
                name: "files");

            migrationBuilder.DropTable(
                name: "campaigns");

            migrationBuilder.DropTable(
                name: "signed_texts");

            migrationBuilder.DropTable(
                name: "duties");

            migrationBuilder.DropTable(
                name: "people");

            migrationBuilder.DropTable(
                name: "units");
        }
    }
}
