using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wuzha.Migrations.Postgres.Migrations
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_burden_ceilings", x => x.tenant_id);
                });

            migrationBuilder.CreateTable(
                name: "calendar_days",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    on_day = table.Column<DateOnly>(type: "date", nullable: false),
                    is_worked = table.Column<bool>(type: "boolean", nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calendar_days", x => new { x.tenant_id, x.on_day });
                });

            migrationBuilder.CreateTable(
                name: "calendar_hours",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    morning_from = table.Column<int>(type: "integer", nullable: false),
                    morning_until = table.Column<int>(type: "integer", nullable: false),
                    afternoon_from = table.Column<int>(type: "integer", nullable: false),
                    afternoon_until = table.Column<int>(type: "integer", nullable: false),
                    quiet_from = table.Column<int>(type: "integer", nullable: false),
                    quiet_until = table.Column<int>(type: "integer", nullable: false),
                    noon_quiet = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calendar_hours", x => x.tenant_id);
                });

            migrationBuilder.CreateTable(
                name: "directive_addresses",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reach = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directive_addresses", x => new { x.tenant_id, x.owner_id, x.unit_id, x.reach });
                });

            migrationBuilder.CreateTable(
                name: "directive_receipts",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    directive_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    signed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    signed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    returned_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    returned_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directive_receipts", x => new { x.tenant_id, x.directive_id, x.unit_id });
                });

            migrationBuilder.CreateTable(
                name: "directive_relay_days",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    relay_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    opens = table.Column<long>(type: "bigint", nullable: false),
                    previews = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directive_relay_days", x => new { x.tenant_id, x.relay_id, x.day });
                });

            migrationBuilder.CreateTable(
                name: "fact_blocks",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    from_position = table.Column<long>(type: "bigint", nullable: false),
                    to_position = table.Column<long>(type: "bigint", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    previous_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    marks = table.Column<byte[]>(type: "bytea", nullable: false),
                    sealed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fact_blocks", x => new { x.tenant_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "facts",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    node_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on_day = table.Column<DateOnly>(type: "date", nullable: false),
                    occurred_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    source = table.Column<int>(type: "integer", nullable: false),
                    payload = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false, collation: "C"),
                    withdraws = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_facts", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "jobs",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    payload = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false, collation: "C"),
                    due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    enqueued_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    claimed_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    done_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    stopped_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    error = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_jobs", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "listener_cursors",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    listener = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    fact_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_listener_cursors", x => new { x.tenant_id, x.listener });
                });

            migrationBuilder.CreateTable(
                name: "open_secrets",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    secret = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_open_secrets", x => new { x.tenant_id, x.day });
                });

            migrationBuilder.CreateTable(
                name: "parked_facts",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    listener = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    fact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    error = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, collation: "C"),
                    failed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    next_try_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    parked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_parked_facts", x => new { x.tenant_id, x.listener, x.fact_id });
                });

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name_sealed = table.Column<byte[]>(type: "bytea", nullable: false),
                    name_index = table.Column<byte[]>(type: "bytea", nullable: false),
                    phone_sealed = table.Column<byte[]>(type: "bytea", nullable: true),
                    phone_index = table.Column<byte[]>(type: "bytea", nullable: true),
                    phone_tail_index = table.Column<byte[]>(type: "bytea", nullable: true),
                    post = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "session_keys",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    xml = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_session_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "signed_texts",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    text = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false, collation: "C"),
                    kept_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_signed_texts", x => new { x.tenant_id, x.hash });
                });

            migrationBuilder.CreateTable(
                name: "tallies",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    measure = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    node_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    value = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tallies", x => new { x.tenant_id, x.measure, x.node_id, x.day, x.campaign_id });
                });

            migrationBuilder.CreateTable(
                name: "tenants",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    time_zone = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    public_address = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    organiser = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    password_days = table.Column<int>(type: "integer", nullable: false),
                    idle_days = table.Column<int>(type: "integer", nullable: false),
                    is_demo = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tenants", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "unit_placements",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    node_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_on = table.Column<DateOnly>(type: "date", nullable: false),
                    until_on = table.Column<DateOnly>(type: "date", nullable: false),
                    path = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unit_placements", x => new { x.tenant_id, x.node_id, x.from_on });
                });

            migrationBuilder.CreateTable(
                name: "units",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    path = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    sort_key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_units", x => new { x.tenant_id, x.id });
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sign_in_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    password_hash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    former_hashes = table.Column<string>(type: "character varying(800)", maxLength: 800, nullable: false, collation: "C"),
                    password_expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    password_set_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    security_stamp = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    ended_sessions = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    must_change_password = table.Column<bool>(type: "boolean", nullable: false),
                    second_factor_sealed = table.Column<byte[]>(type: "bytea", nullable: true),
                    second_factor_step = table.Column<long>(type: "bigint", nullable: false),
                    recovery_hashes = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    failed_sign_ins = table.Column<int>(type: "integer", nullable: false),
                    locked_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    unlocked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    closed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    opened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    opened_by = table.Column<Guid>(type: "uuid", nullable: true),
                    approved_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    approved_by = table.Column<Guid>(type: "uuid", nullable: true),
                    last_sign_in_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    is_demo = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts", x => x.id);
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    text_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    drawing_sealed = table.Column<byte[]>(type: "bytea", nullable: true),
                    name_sealed = table.Column<byte[]>(type: "bytea", nullable: true),
                    signed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    device_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_signatures", x => new { x.tenant_id, x.id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false, collation: "C"),
                    from_on = table.Column<DateOnly>(type: "date", nullable: false),
                    until_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_appointments", x => new { x.tenant_id, x.id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    month_on = table.Column<DateOnly>(type: "date", nullable: false),
                    section = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bulletin_remarks", x => new { x.tenant_id, x.unit_id, x.month_on, x.section });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    month_on = table.Column<DateOnly>(type: "date", nullable: false),
                    snapshot = table.Column<string>(type: "character varying(8000000)", maxLength: 8000000, nullable: false, collation: "C"),
                    snapshot_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    issued_by = table.Column<Guid>(type: "uuid", nullable: false),
                    issued_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    fact_words = table.Column<string>(type: "character varying(3300)", maxLength: 3300, nullable: false, collation: "C"),
                    withdrawn_by = table.Column<Guid>(type: "uuid", nullable: true),
                    withdrawn_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bulletins", x => new { x.tenant_id, x.id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    issuing_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    from_on = table.Column<DateOnly>(type: "date", nullable: false),
                    until_on = table.Column<DateOnly>(type: "date", nullable: false),
                    plan_reference = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true, collation: "C"),
                    started_fact_id = table.Column<Guid>(type: "uuid", nullable: true),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ended_fact_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    rosters_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    quota_reading = table.Column<int>(type: "integer", nullable: false),
                    letters_closed_fact_id = table.Column<Guid>(type: "uuid", nullable: true),
                    letters_closed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaigns", x => new { x.tenant_id, x.id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directive_address_books", x => new { x.tenant_id, x.id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    trail = table.Column<string>(type: "character varying(198)", maxLength: 198, nullable: false, collation: "C"),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false, collation: "C"),
                    signing_time = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    to_role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    written_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    written_by = table.Column<Guid>(type: "uuid", nullable: false),
                    approver_id = table.Column<Guid>(type: "uuid", nullable: true),
                    submitted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    approved_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    rejected_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    issued_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    expired_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    withdrawn_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    withdrawn_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    replaces_id = table.Column<Guid>(type: "uuid", nullable: true),
                    addressed = table.Column<int>(type: "integer", nullable: false),
                    signed = table.Column<int>(type: "integer", nullable: false),
                    signed_late = table.Column<int>(type: "integer", nullable: false),
                    returned = table.Column<int>(type: "integer", nullable: false),
                    first_signed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    last_signed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    relays = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directives", x => new { x.tenant_id, x.id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    issuing_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    source = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false, collation: "C"),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: true),
                    stage_id = table.Column<Guid>(type: "uuid", nullable: true),
                    predecessor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    timing_kind = table.Column<int>(type: "integer", nullable: false),
                    timing_from_on = table.Column<DateOnly>(type: "date", nullable: false),
                    timing_until_on = table.Column<DateOnly>(type: "date", nullable: false),
                    times = table.Column<int>(type: "integer", nullable: false),
                    per = table.Column<int>(type: "integer", nullable: true),
                    due_day = table.Column<int>(type: "integer", nullable: true),
                    need_count = table.Column<int>(type: "integer", nullable: false),
                    need_basis = table.Column<int>(type: "integer", nullable: false),
                    need_per = table.Column<int>(type: "integer", nullable: false),
                    need_is_percent = table.Column<bool>(type: "boolean", nullable: false),
                    is_priority = table.Column<bool>(type: "boolean", nullable: false),
                    priority_area = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    audience_words = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false, collation: "C"),
                    channel_words = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false, collation: "C"),
                    evidence_words = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false, collation: "C"),
                    from_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    opened_fact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ended_fact_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_duties", x => new { x.tenant_id, x.id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    is_unsettled = table.Column<bool>(type: "boolean", nullable: false),
                    said_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    said_by_fact = table.Column<Guid>(type: "uuid", nullable: false),
                    steps_taken = table.Column<int>(type: "integer", nullable: false),
                    last_step_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    next_step_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    waived_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    waived_by = table.Column<Guid>(type: "uuid", nullable: true),
                    waiver_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_escalations", x => new { x.tenant_id, x.id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    type = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    access_act = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    uploaded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_files", x => new { x.tenant_id, x.id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    until_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_former_unit_names", x => new { x.tenant_id, x.id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    office_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    last_number = table.Column<int>(type: "integer", nullable: false),
                    filed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_implementation_plans", x => new { x.tenant_id, x.id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    rule = table.Column<int>(type: "integer", nullable: false),
                    numbers = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_markets", x => new { x.tenant_id, x.id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    recipient_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    template = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    details = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false, collation: "C"),
                    urgency = table.Column<int>(type: "integer", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    wanted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    not_before_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    sent_on = table.Column<DateOnly>(type: "date", nullable: true),
                    claimed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    delivered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_messages", x => new { x.tenant_id, x.id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    written = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    target = table.Column<int>(type: "integer", nullable: false),
                    groups = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: false),
                    fact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_unit_aliases", x => new { x.tenant_id, x.id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    target_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    made_by = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    revoked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_public_links", x => new { x.tenant_id, x.id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    is_term = table.Column<bool>(type: "boolean", nullable: false),
                    from_on = table.Column<DateOnly>(type: "date", nullable: false),
                    until_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_school_seasons", x => new { x.tenant_id, x.id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_complaint = table.Column<bool>(type: "boolean", nullable: false),
                    to_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    writer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    from_unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    text_sealed = table.Column<byte[]>(type: "bytea", maxLength: 4100, nullable: false),
                    filed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    code_index = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: true),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    answer_sealed = table.Column<byte[]>(type: "bytea", maxLength: 4100, nullable: true),
                    answered_by = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_suggestions", x => new { x.tenant_id, x.id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    audience = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false, collation: "C"),
                    people = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unit_audiences", x => new { x.tenant_id, x.unit_id, x.audience });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    population = table.Column<int>(type: "integer", nullable: true),
                    households = table.Column<int>(type: "integer", nullable: true),
                    counted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    source = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    code = table.Column<string>(type: "character varying(15)", maxLength: 15, nullable: true, collation: "C"),
                    address = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unit_profiles", x => new { x.tenant_id, x.unit_id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    place = table.Column<int>(type: "integer", nullable: false),
                    forwarder_id = table.Column<Guid>(type: "uuid", nullable: true),
                    witness_id = table.Column<Guid>(type: "uuid", nullable: true),
                    second_witness_id = table.Column<Guid>(type: "uuid", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    set_up_on = table.Column<DateOnly>(type: "date", nullable: true),
                    set_up_fact_id = table.Column<Guid>(type: "uuid", nullable: true),
                    members = table.Column<int>(type: "integer", nullable: true),
                    counted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    dissolved_on = table.Column<DateOnly>(type: "date", nullable: true),
                    dissolved_fact_id = table.Column<Guid>(type: "uuid", nullable: true),
                    dissolved_with_campaign = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_groups", x => new { x.tenant_id, x.id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    duties = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    position = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaign_bodies", x => new { x.tenant_id, x.id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false, collation: "C"),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaign_duty_texts", x => new { x.tenant_id, x.campaign_id, x.role });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaign_exclusions", x => new { x.tenant_id, x.campaign_id, x.unit_id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    recorded_on = table.Column<DateOnly>(type: "date", nullable: false),
                    fact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaign_resources", x => new { x.tenant_id, x.id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_fact_id = table.Column<Guid>(type: "uuid", nullable: true),
                    filed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    filed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    filed_fact_id = table.Column<Guid>(type: "uuid", nullable: true),
                    filed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reminded_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaign_rosters", x => new { x.tenant_id, x.campaign_id, x.unit_id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    from_on = table.Column<DateOnly>(type: "date", nullable: false),
                    until_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaign_stages", x => new { x.tenant_id, x.id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    trainer_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false),
                    place = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    topic = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    held_fact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lecturer_trainings", x => new { x.tenant_id, x.id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false, collation: "C"),
                    number = table.Column<int>(type: "integer", nullable: false),
                    text_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    written_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    written_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_responsibility_letters", x => new { x.tenant_id, x.id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    duty_id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    node_id = table.Column<Guid>(type: "uuid", nullable: false),
                    needed = table.Column<int>(type: "integer", nullable: false),
                    denominator_on = table.Column<DateOnly>(type: "date", nullable: true),
                    either_group = table.Column<int>(type: "integer", nullable: true),
                    from_on = table.Column<DateOnly>(type: "date", nullable: false),
                    counts_from_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    doer_person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    fact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ended_fact_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_duty_assignments", x => new { x.tenant_id, x.id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    duty_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_on = table.Column<DateOnly>(type: "date", nullable: false),
                    measure_key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    fact_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_duty_bindings", x => new { x.tenant_id, x.duty_id, x.from_on });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    escalation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    step = table.Column<int>(type: "integer", nullable: false),
                    taken_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    told = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_escalation_steps", x => new { x.tenant_id, x.escalation_id, x.due_at, x.step });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    directive_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directive_files", x => new { x.tenant_id, x.directive_id, x.file_id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<int>(type: "integer", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: true),
                    amends_id = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    authority = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    doc_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: true),
                    from_on = table.Column<DateOnly>(type: "date", nullable: true),
                    until_on = table.Column<DateOnly>(type: "date", nullable: true),
                    office = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    original_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    length = table.Column<int>(type: "integer", nullable: false),
                    warnings = table.Column<int>(type: "integer", nullable: false),
                    read_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    read_by = table.Column<Guid>(type: "uuid", nullable: false),
                    reviewed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    reviewed_fact_id = table.Column<Guid>(type: "uuid", nullable: true),
                    discarded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    discarded_fact_id = table.Column<Guid>(type: "uuid", nullable: true),
                    activated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    activated_fact_id = table.Column<Guid>(type: "uuid", nullable: true),
                    activated_from_on = table.Column<DateOnly>(type: "date", nullable: true),
                    approved_by = table.Column<Guid>(type: "uuid", nullable: true),
                    duties_opened = table.Column<int>(type: "integer", nullable: false),
                    duties_changed = table.Column<int>(type: "integer", nullable: false),
                    duties_dropped = table.Column<int>(type: "integer", nullable: false),
                    assignments = table.Column<int>(type: "integer", nullable: false),
                    model_answer = table.Column<int>(type: "integer", nullable: false),
                    model_proposals = table.Column<int>(type: "integer", nullable: false),
                    discarded_from = table.Column<int>(type: "integer", nullable: false),
                    last_change = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_documents", x => new { x.tenant_id, x.id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true, collation: "C"),
                    file_id = table.Column<Guid>(type: "uuid", nullable: true),
                    filed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    filed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    filed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    filed_fact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    taken_back_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    is_approved = table.Column<bool>(type: "boolean", nullable: true),
                    answer = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_fact_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_implementation_filings", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "FK_implementation_filings_files_tenant_id_file_id",
                        columns: x => new { x.tenant_id, x.file_id },
                        principalTable: "files",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_implementation_filings_implementation_plans_tenant_id_plan_~",
                        columns: x => new { x.tenant_id, x.plan_id },
                        principalTable: "implementation_plans",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_unit_alias_units",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    alias_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_unit_alias_units", x => new { x.tenant_id, x.alias_id, x.unit_id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    directive_id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sent_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    sent_by = table.Column<Guid>(type: "uuid", nullable: true),
                    sent_fact_id = table.Column<Guid>(type: "uuid", nullable: true),
                    confirmed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    confirmed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    confirmed_fact_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directive_relays", x => new { x.tenant_id, x.id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    body_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    post = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    from_unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    from_on = table.Column<DateOnly>(type: "date", nullable: false),
                    until_on = table.Column<DateOnly>(type: "date", nullable: true),
                    position = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaign_seats", x => new { x.tenant_id, x.id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false, collation: "C"),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    post = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaign_roster_entries", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "FK_campaign_roster_entries_campaign_rosters_tenant_id_campaign~",
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    training_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fact_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_lecturer_training_attendees", x => new { x.tenant_id, x.training_id, x.person_id, x.unit_id });
                    table.ForeignKey(
                        name: "FK_lecturer_training_attendees_lecturer_trainings_tenant_id_tr~",
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    letter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false, collation: "C"),
                    signature_id = table.Column<Guid>(type: "uuid", nullable: false),
                    signed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    fact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    withdrawn_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_responsibility_claims", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "FK_responsibility_claims_people_tenant_id_person_id",
                        columns: x => new { x.tenant_id, x.person_id },
                        principalTable: "people",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_responsibility_claims_responsibility_letters_tenant_id_lett~",
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    assignment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    is_open = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_duty_asks", x => new { x.tenant_id, x.assignment_id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    assignment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    returned_by = table.Column<Guid>(type: "uuid", nullable: false),
                    returned_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    fact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_accepted = table.Column<bool>(type: "boolean", nullable: true),
                    answer = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_duty_returns", x => new { x.tenant_id, x.id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    assignment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    given_by = table.Column<Guid>(type: "uuid", nullable: false),
                    given_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    fact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    withdrawn_by = table.Column<Guid>(type: "uuid", nullable: true),
                    withdrawn_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_duty_waivers", x => new { x.tenant_id, x.id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    assignment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on_day = table.Column<DateOnly>(type: "date", nullable: false),
                    amount = table.Column<int>(type: "integer", nullable: false),
                    place = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    remark = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false, collation: "C"),
                    file_id = table.Column<Guid>(type: "uuid", nullable: true),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    fact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    withdrawn_by = table.Column<Guid>(type: "uuid", nullable: true),
                    withdrawn_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_records", x => new { x.tenant_id, x.id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    is_absent = table.Column<bool>(type: "boolean", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_annexes", x => new { x.tenant_id, x.id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    what = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    before = table.Column<string>(type: "character varying(4000000)", maxLength: 4000000, nullable: false, collation: "C"),
                    after = table.Column<string>(type: "character varying(4000000)", maxLength: 4000000, nullable: false, collation: "C"),
                    done_by = table.Column<Guid>(type: "uuid", nullable: false),
                    done_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    fact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    undone_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    undone_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_changes", x => new { x.tenant_id, x.plan_id, x.number });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    rises = table.Column<bool>(type: "boolean", nullable: false),
                    value = table.Column<double>(type: "double precision", nullable: true),
                    value_unit = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true, collation: "C"),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_indicators", x => new { x.tenant_id, x.id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    start = table.Column<int>(type: "integer", nullable: false),
                    end = table.Column<int>(type: "integer", nullable: false),
                    @class = table.Column<string>(name: "class", type: "character varying(20)", maxLength: 20, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_leftovers", x => new { x.tenant_id, x.id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    duty_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_matches", x => new { x.tenant_id, x.plan_id, x.proposal_id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    start = table.Column<int>(type: "integer", nullable: false),
                    end = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    units = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false, collation: "C"),
                    times = table.Column<int>(type: "integer", nullable: true),
                    per = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true, collation: "C"),
                    is_least = table.Column<bool>(type: "boolean", nullable: false),
                    deadline = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true, collation: "C"),
                    quota_count = table.Column<int>(type: "integer", nullable: true),
                    quota_per = table.Column<int>(type: "integer", nullable: true),
                    quota_unit = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true, collation: "C"),
                    target_metric = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    target_value = table.Column<double>(type: "double precision", nullable: true),
                    target_unit = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true, collation: "C"),
                    audiences = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false, collation: "C"),
                    channels = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false, collation: "C"),
                    evidence = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false, collation: "C"),
                    rule = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    is_from_model = table.Column<bool>(type: "boolean", nullable: false),
                    decision = table.Column<int>(type: "integer", nullable: false),
                    measure_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true, collation: "C"),
                    guard_turn = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_proposals", x => new { x.tenant_id, x.id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    count = table.Column<int>(type: "integer", nullable: true),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_roles", x => new { x.tenant_id, x.id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    start = table.Column<int>(type: "integer", nullable: false),
                    end = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_sections", x => new { x.tenant_id, x.id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    from_on = table.Column<DateOnly>(type: "date", nullable: true),
                    until_on = table.Column<DateOnly>(type: "date", nullable: true),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_stages", x => new { x.tenant_id, x.id });
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
                    tenant_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(1000000)", maxLength: 1000000, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_texts", x => new { x.tenant_id, x.plan_id });
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
                name: "IX_campaign_roster_entries_tenant_id_campaign_id_unit_id_role_~",
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
                name: "IX_messages_tenant_id_recipient_id_subject_kind_subject_id_sub~",
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
                name: "IX_responsibility_claims_tenant_id_campaign_id_unit_id_person_~",
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
